/** Works out the expressions of a deployment template, as far as ours go. Whatever it does not know, it refuses. */
export type Scope = {
  readonly parameters: Readonly<Record<string, string>>;
  readonly variables: Readonly<Record<string, string>>;
};

const resourceGroup = { id: '/subscriptions/s/resourceGroups/g', location: 'uksouth' } as const;

const token = /\s*(?:'((?:[^']|'')*)'|([A-Za-z]\w*)|([(),.]))/uy;

type Token = { readonly text?: string; readonly name?: string; readonly mark?: string };

const tokensOf = (expression: string): Token[] => {
  const tokens: Token[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < expression.length) {
    const from = token.lastIndex;
    const found = token.exec(expression);
    if (found === null) throw new Error(`Not an expression: ${expression.slice(from)}`);
    const [, text, name, mark] = found;
    tokens.push({
      ...(text !== undefined && { text: text.replaceAll("''", "'") }),
      ...(name !== undefined && { name }),
      ...(mark !== undefined && { mark }),
    });
  }
  return tokens;
};

const known = (of: Readonly<Record<string, string>>, name = '', what = ''): string => {
  const value = of[name];
  if (value === undefined) throw new Error(`There is no ${what} ${name}.`);
  return value;
};

const formatted = ([pattern = '', ...values]: readonly string[]): string =>
  pattern.replace(/\{(\d+)\}/gu, (whole, index: string) =>
    known(Object.fromEntries(values.map((value, at) => [at, value])), index, `value for ${whole}`),
  );

/** Joins the parts of a type with the names, as Azure does. */
const resourceId = ([type = '', ...names]: readonly string[]): string => {
  const [provider = '', ...parts] = type.split('/');
  if (parts.length !== names.length) throw new Error(`${type} wants ${parts.length} names.`);
  const path = parts.map((part, at) => `${part}/${names[at]}`).join('/');
  return `${resourceGroup.id}/providers/${provider}/${path}`;
};

const call = (name: string, given: readonly string[], scope: Scope): string => {
  switch (name) {
    case 'parameters':
      return known(scope.parameters, given[0], 'parameter');
    case 'variables':
      return known(scope.variables, given[0], 'variable');
    case 'format':
      return formatted(given);
    case 'resourceId':
      return resourceId(given);
    case 'subscriptionResourceId':
      return `/subscriptions/s/providers/${given.join('/')}`;
    case 'uniqueString':
      return 'abc123def4567';
    case 'guid':
      return `guid of ${given.join(' ')}`;
    default:
      throw new Error(`Unknown function ${name}.`);
  }
};

const parse = (tokens: Token[], scope: Scope): string => {
  const { text, name } = tokens.shift() ?? {};
  if (text !== undefined) return text;
  if (name === undefined || tokens.shift()?.mark !== '(') throw new Error('Not an expression.');
  const given: string[] = [];
  while (tokens[0]?.mark !== ')') {
    given.push(parse(tokens, scope));
    if (tokens[0]?.mark === ',') tokens.shift();
    else if (tokens[0]?.mark !== ')') throw new Error(`${name} is not closed.`);
  }
  tokens.shift();
  if (name === 'reference') return `${partNamed(tokens).join('.')} of ${given[0]}`;
  if (name !== 'resourceGroup') return call(name, given, scope);
  return known(resourceGroup, partNamed(tokens)[0], 'part of a resource group');
};

/** What follows a call: `.identity.principalId`. */
const partNamed = (tokens: Token[]): readonly string[] => {
  const names: string[] = [];
  while (tokens[0]?.mark === '.') {
    tokens.shift();
    names.push(tokens.shift()?.name ?? '');
  }
  return names;
};

export const evaluated = (written: string, scope: Scope): string => {
  if (!written.startsWith('[') || !written.endsWith(']')) return written;
  const tokens = tokensOf(written.slice(1, -1));
  const value = parse(tokens, scope);
  if (tokens.length > 0) throw new Error(`Something follows the end of ${written}`);
  return value;
};

/** Every text in a value, however deep. */
export const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
};

/** With every expression in it worked out. */
export const workedOut = (value: unknown, scope: Scope): unknown => {
  if (typeof value === 'string') return evaluated(value, scope);
  if (Array.isArray(value)) return value.map((each) => workedOut(each, scope));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, workedOut(each, scope)]),
  );
};
