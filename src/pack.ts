import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePolicy } from './policy/parse-policy.ts';
import type { Policy } from './policy/policy.ts';

const jsonOf = (name: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, 'policy/packs', `${name}.json`), 'utf8'));

/**
 * Reads one of the packs that come with the product, its gaps filled from the product's own policy.
 * Throws PolicyUnclear, or where there is no such pack.
 */
export const readPack = (name: string): Policy => {
  const usual = parsePolicy(jsonOf('default'));
  return name === 'default' ? usual : parsePolicy(jsonOf(name), usual);
};
