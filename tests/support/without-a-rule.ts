/**
 * A transform for Jest: the product's code with one rule switched off. Whatever list a refusal of that rule
 * is put into, it is not in it; the code itself knows nothing of this.
 */
import { parseSync, printSync } from '@swc/core';
import swcJest from '@swc/jest';

type Options = { readonly rule?: string; readonly swc?: object };
type Process = NonNullable<ReturnType<typeof swcJest.createTransformer>['process']>;
type Node = Record<string, unknown>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
const nowhere = { start: 0, end: 0 };

const called = (expression: unknown): Node => ({
  type: 'CallExpression',
  span: nowhere,
  ctxt: 0,
  callee: { type: 'Identifier', span: nowhere, ctxt: 0, value: 'withoutTheRule', optional: false },
  arguments: [{ spread: null, expression }],
});

const isListOfRefusals = (node: Node): boolean =>
  node['type'] === 'KeyValueProperty' && isNode(node['key']) && node['key']['value'] === 'refusals';

/** Puts a call round every list that is written down, and round every list that is called `refusals`. */
const rewritten = (node: unknown): unknown => {
  if (Array.isArray(node)) return node.map(rewritten);
  if (!isNode(node)) return node;
  const inner = Object.fromEntries(
    Object.entries(node).map(([name, value]) => [name, rewritten(value)]),
  );
  if (node['type'] === 'ArrayExpression') return called(inner);
  if (isListOfRefusals(node)) return { ...inner, value: called(inner['value']) };
  if (node['type'] === 'ObjectExpression' && Array.isArray(inner['properties']))
    return { ...inner, properties: inner['properties'].map(spelledOut) };
  return inner;
};

/** `{ refusals }` as `{ refusals: withoutTheRule(refusals) }`. */
const spelledOut = (property: unknown): unknown =>
  isNode(property) && property['type'] === 'Identifier' && property['value'] === 'refusals'
    ? {
        type: 'KeyValueProperty',
        key: { ...property, type: 'Identifier' },
        value: called(property),
      }
    : property;

const guardOf = (rule: string): string => `
function withoutTheRule(list) {
  const off = (one) => one?.rule === ${JSON.stringify(rule)} && typeof one.because === 'string';
  return Array.isArray(list) && list.some(off) ? list.filter((one) => !off(one)) : list;
}`;

export const sourceWithoutRule = (source: string, file: string, rule: string): string => {
  const program = parseSync(source, {
    syntax: 'typescript',
    tsx: file.endsWith('x'),
    target: 'es2023',
  });
  const body = rewritten(program.body) as typeof program.body;
  return `${printSync({ ...program, body }).code}${guardOf(rule)}`;
};

const createTransformer = ({ rule, swc }: Options) => {
  const usual = swcJest.createTransformer({ ...swc });
  const off = (source: string, file: string): string =>
    rule === undefined || !file.includes('/src/') ? source : sourceWithoutRule(source, file, rule);
  return {
    process: (...[source, file, options]: Parameters<Process>) => {
      if (usual.process === undefined) throw new Error('@swc/jest has nothing to transform with');
      return usual.process(off(source, file), file, options);
    },
  };
};

// biome-ignore lint/style/noDefaultExport: Jest asks for it.
export default { createTransformer };
