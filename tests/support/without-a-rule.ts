/**
 * A transform for Jest: the product's code with one rule switched off. Whatever list a refusal of that rule
 * is put into, it is not in it; the code itself knows nothing of this.
 */
import { createHash } from 'node:crypto';
import { parseSync, printSync } from '@swc/core';
import swcJest from '@swc/jest';

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

/** Which rule is off is a global of the run, so that the code is rewritten once for all of them. */
const guard = `
function withoutTheRule(list) {
  const off = (one) => typeof one?.because === 'string' && one.rule === globalThis.ruleSwitchedOff;
  return Array.isArray(list) && list.some(off) ? list.filter((one) => !off(one)) : list;
}`;

const guarded = (source: string, file: string): string => {
  const tsx = file.endsWith('x');
  const program = parseSync(source, { syntax: 'typescript', tsx, target: 'es2023' });
  const body = rewritten(program.body) as typeof program.body;
  return `${printSync({ ...program, body }).code}${guard}`;
};

const createTransformer = (swc: object) => {
  const usual = swcJest.createTransformer({ ...swc });
  return {
    getCacheKey: (...[source, file]: Parameters<Process>) =>
      createHash('sha256')
        .update(JSON.stringify([source, file, swc, guard, rewritten.toString()]))
        .digest('hex'),
    process: (...[source, file, options]: Parameters<Process>) => {
      if (usual.process === undefined) throw new Error('@swc/jest has nothing to transform with');
      const product = file.includes('/src/');
      return usual.process(product ? guarded(source, file) : source, file, options);
    },
  };
};

// biome-ignore lint/style/noDefaultExport: Jest asks for it.
export default { createTransformer };
