/** Every clause of the policies the product was made for, and what meets it. */
import { broadeningHorizons } from './clauses/broadening-horizons.ts';
import type { Clause } from './clauses/clause.ts';
import { holyCross } from './clauses/holy-cross.ts';
import { hsp } from './clauses/hsp.ts';
import { rookeries } from './clauses/rookeries.ts';
import { willows } from './clauses/willows.ts';

/** `pack` is the policy pack that the clauses are the clauses of. */
export type ClauseTable = {
  readonly pack: string;
  readonly title: string;
  readonly clauses: readonly Clause[];
};

export const clauseTables: readonly ClauseTable[] = [
  { pack: 'broadening-horizons', title: 'Broadening Horizons', clauses: broadeningHorizons },
  { pack: 'rookeries', title: 'The Rookeries Carleton', clauses: rookeries },
  { pack: 'willows', title: 'The Willows', clauses: willows },
  { pack: 'holy-cross', title: 'Holy Cross', clauses: holyCross },
  { pack: 'hsp', title: 'HSP', clauses: hsp },
];
