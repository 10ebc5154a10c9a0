import type { PersonId } from '../vocabulary.ts';
import { happening } from './asking.ts';
import type { Circumstances } from './circumstances.ts';
import type { VisitCommand } from './command.ts';
import { decideDepart } from './decide-before.ts';
import { breachOf } from './decide-breach.ts';
import { carriedFrom, hopsOn } from './elsewhere.ts';
import type { Happening } from './event.ts';
import { positionOf } from './people-out.ts';
import type { KnownVisit, Position } from './visit.ts';

type Setting = {
  readonly visit: Extract<KnownVisit, { status: 'out' }>;
  readonly given: Circumstances;
};

/** Somebody who never said that they left, or was said to be back, is out all the same: they are watched, by the rules or as a breach of them. */
export const setOutUnsaid = (
  command: VisitCommand,
  who: readonly PersonId[],
  { visit, given }: Setting,
): readonly Happening[] => {
  const stand = (...positions: readonly Position[]) =>
    who.filter((id) => positions.includes(positionOf(visit.outing, id)));
  const outAgain = stand('back');
  const unsaid = stand('at-school', 'moved-on');
  return [
    ...(outAgain.length === 0 ? [] : [departedAgain(command, outAgain, { visit, given })]),
    ...(unsaid.length === 0 ? [] : departedUnsaid(command, unsaid, { visit, given })),
  ];
};

/** Leave for this visit was given when they first went. */
const departedAgain = (
  command: VisitCommand,
  who: readonly PersonId[],
  { visit, given }: Setting,
): Happening => {
  const { outing } = visit;
  const along = carriedFrom(who, given.elsewhere, hopsOn(visit));
  return happening(command, given, {
    type: 'departed',
    who,
    dueBack: outing.dueBack,
    ...(along && { carried: along.carried }),
  });
};

const departedUnsaid = (
  command: VisitCommand,
  unsaid: readonly PersonId[],
  { visit, given }: Setting,
): readonly Happening[] => {
  const { id, by, via } = command;
  const leaving = decideDepart({ id, by, via, verb: 'depart', who: unsaid }, visit, given);
  return leaving.kind === 'accepted'
    ? leaving.events
    : [
        breachOf(command, given, {
          what: 'depart',
          who: unsaid,
          visit,
          dueBack: visit.outing.dueBack,
          reference: visit.reference,
          refusals: leaving.refusals,
        }),
      ];
};
