import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePolicy } from './policy/parse-policy.ts';
import type { Policy } from './policy/policy.ts';

/** Reads one of the packs that come with the product. Throws PolicyUnclear, or where there is no such pack. */
export const readPack = (name: string): Policy =>
  parsePolicy(
    JSON.parse(readFileSync(join(import.meta.dirname, 'policy/packs', `${name}.json`), 'utf8')),
  );
