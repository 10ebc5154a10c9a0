/** People who are out and at the door, under any of the six policies. */
import type { StaffMember } from '../../src/people/staff.ts';
import type { VisitAsk } from '../../src/visits/command.ts';
import type { EventDetail, Happening } from '../../src/visits/event.ts';
import { visitAfter } from '../../src/visits/evolve.ts';
import { messagesFor } from '../../src/visits/react.ts';
import type { KnownVisit } from '../../src/visits/visit.ts';
import { commandId, type Instant, instant, personId } from '../../src/vocabulary.ts';
import { at, sam } from '../builders/cast.ts';
import { both } from '../builders/visits.ts';
import { submitted } from './gates-deciding.ts';
import { afterwards, contentOf, decideUnder, type PackName, policies, staff } from './six-packs.ts';

export type Sofar = readonly Happening[];

let count = 0;
export const happened = (now: string, detail: EventDetail): Happening => {
  count += 1;
  return {
    event: { at: at(now), by: sam.id, command: commandId(`d${count}`), via: 'chat', ...detail },
  };
};

/** Out and at the door, the appointment being for 14:00 and due-back for 15:30. */
export const atTheDoor = (pack: PackName, arrived = '13:50'): Sofar => {
  const asked = submitted(pack);
  return [
    ...asked,
    happened('10:00', { type: 'approved', content: contentOf(asked), note: '' }),
    happened('13:40', { type: 'departed', who: both, dueBack: at('15:30') }),
    happened(arrived, { type: 'arrived', who: both }),
  ];
};

/** `14:00`, or `14:00:00.001`. */
const moment = (time: string): Instant =>
  time.length === 5 ? at(time) : instant(`${at('14:00').slice(0, 10)}T${time}Z`);

export const ruling = (
  pack: PackName,
  sofar: Sofar,
  ask: VisitAsk,
  time: string,
  by: StaffMember = sam,
): readonly string[] => {
  const decided = decideUnder(pack, sofar, { by: by.id, ask }, { now: moment(time) });
  return decided.kind === 'accepted' ? [] : decided.refusals.map(({ rule }) => rule);
};

export const thus = (
  pack: PackName,
  sofar: Sofar,
  ask: VisitAsk,
  time: string,
  by: StaffMember = sam,
): Sofar => afterwards(pack, sofar, { by: by.id, ask }, { now: moment(time) });

export const clock = (pack: PackName, sofar: Sofar, time: string): Sofar =>
  afterwards(
    pack,
    sofar,
    { by: personId('product'), ask: { verb: 'check-clock' } },
    { now: moment(time) },
  );

export const visitIn = (sofar: Sofar): KnownVisit => {
  const visit = visitAfter(sofar.map(({ event }) => event));
  if (visit.status === 'unsubmitted') throw new Error('nobody has asked for this visit');
  return visit;
};

/** What people are told of what is new, as JSON. */
export const tellsAfter = (pack: PackName, before: Sofar, sofar: Sofar): string =>
  JSON.stringify(
    sofar
      .slice(before.length)
      .flatMap(({ event }) =>
        messagesFor(event, visitIn(sofar), { policy: policies[pack], roster: staff }),
      ),
  );

export const newest = (sofar: Sofar, before: Sofar) =>
  sofar.slice(before.length).map(({ event }) => event);
