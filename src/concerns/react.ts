/** Who is told of what happens to a concern: always by reference, never the words. */
import { namesOf, type Roster } from '../people/staff.ts';
import type { Policy } from '../policy/policy.ts';
import type { PersonId } from '../vocabulary.ts';
import { wordsFor } from '../words/words.ts';
import type { ConcernAbout, ConcernEvent, KnownConcern } from './concern.ts';
import { climbHearersOf, hearersOf, type Routed, routeOf } from './route.ts';
import { subjectsOf } from './subjects.ts';

export type ConcernMessage = {
  readonly kind: 'concern-alert';
  readonly to: { readonly people: readonly PersonId[]; readonly channel?: 'safeguarding' };
  readonly reference: string;
};

type Given = { readonly policy: Policy; readonly roster: Roster };

/** `concern` as it stands after the event. */
export const messagesFor = (
  event: ConcernEvent,
  concern: KnownConcern,
  given: Given,
): readonly ConcernMessage[] => {
  switch (event.type) {
    case 'concern-raised':
      return [alert(concern, hearersOf(concern, given))];
    case 'concern-climbed':
      return [alert(concern, climbHearersOf(concern, event.times, given))];
    case 'concern-acknowledged':
    case 'concern-spoken-of':
    case 'concern-added-to':
      return [];
    default:
      return event satisfies never;
  }
};

/** The channel is read by all who can open the safeguarding site; what one of them may not know is not said there. */
const alert = (
  { route, reference }: KnownConcern,
  people: readonly PersonId[],
): ConcernMessage => ({
  kind: 'concern-alert',
  to: { people, ...(route === 'safeguarding' ? { channel: 'safeguarding' } : {}) },
  reference,
});

/** What the raiser is told before typing: who will see it, and who will not. */
export const whoWillSee = (
  about: ConcernAbout,
  person: string,
  roster: Roster,
  policy: Policy,
): string => {
  const words = wordsFor(policy.language).concerns;
  const subjects = subjectsOf(about, person, roster);
  const routed: Routed = { route: routeOf(subjects, roster), subjects };
  const hearers = hearersOf(routed, { policy, roster });
  const seen = hearers.length === 0 ? words.nobody : words.willSee(namesOf(roster, hearers));
  return subjects.length === 0
    ? `${seen} ${words.nobodyElse}`
    : `${seen} ${words.willNotSee(namesOf(roster, subjects), subjects.length > 1)}`;
};
