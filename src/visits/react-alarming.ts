/** Whom an alarm goes to: whoever is away is passed over, and the next one hears why. */
import { holders, namesOf, type Roster } from '../people/staff.ts';
import type { PersonId, Role } from '../vocabulary.ts';
import { wordsFor } from '../words/words.ts';
import type { Audience, Message } from './message.ts';
import { type Telling, withWhoWaits } from './telling.ts';

type Rung = {
  readonly alarm: string;
  readonly rung: string;
  readonly people?: readonly PersonId[];
};

/** `roles` are told, or where none of them is here everybody who answers alarms; `people` beside them. */
export const alarming = (
  roles: readonly Role[],
  telling: Telling,
  { alarm, rung, people = [] }: Rung,
): readonly Message[] => {
  const { roster } = telling;
  const waits = (audience: Audience) =>
    roles.includes('office') ? withWhoWaits(audience, telling) : audience;
  const whom = (audience: Audience): Audience =>
    people.length === 0
      ? audience
      : { ...audience, people: [...new Set([...(audience.people ?? []), ...people])] };
  const named = holders(roster, roles);
  const away = named.filter((member) => member.away === true);
  if (away.length === 0) return [{ kind: 'alarm', to: whom(waits({ roles })), alarm, rung }];
  const told = whoHears(named, telling).map(({ id }) => id);
  return [
    { kind: 'alarm', to: whom(waits({ people: told })), alarm, rung },
    { kind: 'notice', to: { people: told }, text: passedOver(away, telling), urgent: true },
  ];
};

/** Where everybody is away, everybody hears: better one too many than nobody. */
const whoHears = (named: Roster, { policy, roster }: Telling): Roster => {
  const all = holders(roster, policy.responders);
  return (
    [named, all].map(here).find((found) => found.length > 0) ?? [...new Set([...named, ...all])]
  );
};

const here = (people: Roster): Roster => people.filter(({ away }) => away !== true);

const passedOver = (away: Roster, { visit, policy, roster }: Telling): string => {
  const ids = away.map(({ id }) => id);
  const words = wordsFor(policy.language).watch.notices;
  return words.passedOver(visit.reference, namesOf(roster, ids), ids.length > 1);
};
