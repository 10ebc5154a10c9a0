import { refusal } from '../policy/refusal.ts';
import { refuse } from '../vocabulary.ts';
import type { Decided } from './asking.ts';
import type { Circumstances } from './circumstances.ts';
import type { KnownVisit } from './visit.ts';

/** Nobody has left on this visit, so nothing is to be said of those who are out. */
export const notOut = (visit: KnownVisit, { policy }: Circumstances): Decided =>
  refuse(refusal(policy, 'visits/not-out', { status: visit.status }));
