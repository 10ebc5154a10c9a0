import { invalidRequest } from './refusal.ts';

export type Operator = 'eq' | 'ne' | 'lt' | 'gt' | 'le' | 'ge' | 'startswith';

export type Literal =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'bare'; readonly value: string };

export type Filter =
  | {
      readonly kind: 'test';
      readonly field: string;
      readonly operator: Operator;
      readonly literal: Literal;
    }
  | { readonly kind: 'and' | 'or'; readonly left: Filter; readonly right: Filter };

type Token = { readonly kind: 'mark' | 'text' | 'word'; readonly value: string };
/** The tokens still to be read; reading takes from the front. */
type Rest = Token[];

const shapes = /\s*(?:([(),])|'((?:[^']|'')*)'|([A-Za-z_][\w/]*|-?\d[\w:.+-]*))/y;
const operators: readonly Operator[] = ['eq', 'ne', 'lt', 'gt', 'le', 'ge'];

/** Reads `$filter`: comparisons and `startswith` on `fields/…`, joined by `and`, `or` and brackets; nothing else. */
export const parseFilter = (text: string): Filter => {
  const rest = tokensOf(text);
  const filter = either(rest);
  if (rest.length > 0) throw invalidClause();
  return filter;
};

const invalidClause = () => invalidRequest('Invalid filter clause');

const tokensOf = (text: string): Rest => {
  const tokens: Token[] = [];
  const ends = text.trimEnd().length;
  shapes.lastIndex = 0;
  while (shapes.lastIndex < ends) tokens.push(tokenOf(shapes.exec(text)));
  return tokens;
};

const tokenOf = (match: RegExpExecArray | null): Token => {
  if (match === null) throw invalidClause();
  const [, mark, quoted, word] = match;
  if (mark !== undefined) return { kind: 'mark', value: mark };
  if (quoted !== undefined) return { kind: 'text', value: quoted.replaceAll("''", "'") };
  return { kind: 'word', value: word ?? '' };
};

const next = (rest: Rest, kind: Token['kind'], value?: string): Token => {
  const token = rest.shift();
  if (token?.kind !== kind || (value !== undefined && token.value !== value)) throw invalidClause();
  return token;
};

const isNext = (rest: Rest, value: string): boolean =>
  rest[0]?.value === value && rest[0].kind !== 'text';

const either = (rest: Rest): Filter => {
  let left = both(rest);
  while (isNext(rest, 'or')) {
    rest.shift();
    left = { kind: 'or', left, right: both(rest) };
  }
  return left;
};

const both = (rest: Rest): Filter => {
  let left = single(rest);
  while (isNext(rest, 'and')) {
    rest.shift();
    left = { kind: 'and', left, right: single(rest) };
  }
  return left;
};

const single = (rest: Rest): Filter => {
  if (isNext(rest, '(')) {
    rest.shift();
    const inner = either(rest);
    next(rest, 'mark', ')');
    return inner;
  }
  return isNext(rest, 'startswith') ? startsWith(rest) : comparison(rest);
};

const startsWith = (rest: Rest): Filter => {
  rest.shift();
  next(rest, 'mark', '(');
  const field = fieldOf(next(rest, 'word').value);
  next(rest, 'mark', ',');
  const { value } = next(rest, 'text');
  next(rest, 'mark', ')');
  return { kind: 'test', field, operator: 'startswith', literal: { kind: 'text', value } };
};

const comparison = (rest: Rest): Filter => {
  const field = fieldOf(next(rest, 'word').value);
  const asked = next(rest, 'word').value;
  const operator = operators.find((name) => name === asked);
  const token = rest.shift();
  if (operator === undefined || token === undefined || token.kind === 'mark') throw invalidClause();
  const kind = token.kind === 'text' ? 'text' : 'bare';
  return { kind: 'test', field, operator, literal: { kind, value: token.value } };
};

const fieldOf = (path: string): string => {
  const name = /^fields\/(\w+)$/.exec(path)?.[1];
  if (name === undefined) throw invalidClause();
  return name;
};
