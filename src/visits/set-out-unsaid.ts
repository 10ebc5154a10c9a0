import type { PersonId } from '../vocabulary.ts';
import type { Circumstances } from './circumstances.ts';
import type { VisitCommand } from './command.ts';
import { decideDepart } from './decide-before.ts';
import { breachOf } from './decide-breach.ts';
import type { Happening } from './event.ts';
import { positionOf } from './people-out.ts';
import type { KnownVisit } from './visit.ts';

type Out = Extract<KnownVisit, { status: 'out' }>;

/** Somebody who never said that they left is out all the same: they are watched, by the rules or as a breach of them. */
export const setOutUnsaid = (
  command: VisitCommand,
  who: readonly PersonId[],
  { visit, given }: { readonly visit: Out; readonly given: Circumstances },
): readonly Happening[] => {
  const unsaid = who.filter((id) =>
    ['at-school', 'moved-on'].includes(positionOf(visit.outing, id)),
  );
  if (unsaid.length === 0) return [];
  const { id, by, via } = command;
  const leaving = decideDepart({ id, by, via, verb: 'depart', who: unsaid }, visit, given);
  return leaving.kind === 'accepted'
    ? leaving.events
    : [
        breachOf(command, given, {
          what: 'depart',
          who: unsaid,
          dueBack: visit.outing.dueBack,
          reference: visit.reference,
          refusals: leaving.refusals,
        }),
      ];
};
