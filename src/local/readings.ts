/** Those who go on visits have read the policy the school begins with, whichever it is: the workbench begins in the middle of a term. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Reading } from '../journeys/policy-kept.ts';
import { readPack } from '../pack.ts';
import { instant, personId } from '../vocabulary.ts';
import { people } from './tenant.ts';

const packs = join(import.meta.dirname, '../policy/packs');

export const readingsAtFirst = (): readonly {
  readonly reading: Reading;
  readonly name: string;
}[] =>
  readdirSync(packs)
    .filter((file) => file.endsWith('.json'))
    .map((file) => readPack(file.replace(/\.json$/u, '')))
    .flatMap(({ pack, version }) =>
      people
        .filter(({ roles }) => roles.includes('visiting-staff'))
        .map(({ id, name }) => ({
          reading: { pack, version, person: personId(id), at: instant('2026-11-02T08:30:00Z') },
          name,
        })),
    );
