import { inCapacity } from '../approval/approval.ts';
import { nameOf, namesOf, type Roster } from '../people/staff.ts';
import type { Policy } from '../policy/policy.ts';
import { wordsFor } from '../words/words.ts';
import type { KnownVisit } from './visit.ts';

/** Whether what lets it go ahead is an emergency on two names. */
export const isOnTwoNames = ({
  decidedBy,
  decidedAt,
  glass,
}: Pick<KnownVisit, 'decidedBy' | 'decidedAt' | 'glass'>): boolean =>
  glass?.second !== undefined && glass.second.by === decidedBy && glass.second.at === decidedAt;

type Given = { readonly roster: Roster; readonly policy: Pick<Policy, 'language'> };

/** "Mrs Okafor", "Mr Bevan, deputy for the headteacher", or the two who sent an emergency visit out; empty where nobody has decided. */
export const decidedByText = (
  {
    decidedBy,
    decidedAt,
    decidedAs,
    glass,
  }: Pick<KnownVisit, 'decidedBy' | 'decidedAt' | 'decidedAs' | 'glass'>,
  { roster, policy }: Given,
): string => {
  if (decidedBy === undefined) return '';
  if (glass !== undefined && isOnTwoNames({ decidedBy, decidedAt, glass }))
    return wordsFor(policy.language).policy.onTwoNames(namesOf(roster, [glass.first, decidedBy]));
  return inCapacity(nameOf(roster, decidedBy), decidedAs ?? {}, policy);
};
