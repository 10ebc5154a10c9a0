import { notForYou } from '../people/access.ts';
import type { Roster } from '../people/staff.ts';
import { clauseOf, type Policy } from '../policy/policy.ts';
import { accept, type Decision, type Instant, type Refusal, refuse } from '../vocabulary.ts';
import { wordsFor } from '../words/words.ts';
import type { Concern, ConcernCommand, ConcernEvent, KnownConcern } from './concern.ts';
import { dueClimb } from './next-check.ts';
import { climbHearersOf, routeOf } from './route.ts';
import { subjectsOf } from './subjects.ts';

export type ConcernCircumstances = {
  readonly now: Instant;
  readonly policy: Policy;
  readonly roster: Roster;
  /** What people will call a concern that is raised now; random, and nothing of a visit's. */
  readonly reference: string;
};

type Asked<Verb extends ConcernCommand['verb']> = Extract<ConcernCommand, { verb: Verb }>;
type Decided = Decision<ConcernEvent>;

/** Raising one is a report: nothing stands in its way but having nothing to say. */
export const decide = (
  command: ConcernCommand,
  concern: Concern,
  given: ConcernCircumstances,
): Decided => {
  if (command.verb === 'raise-concern') return raise(command, concern, given);
  if (concern.status === 'unraised') return refuse(notForYou(given.policy));
  switch (command.verb) {
    case 'acknowledge-concern':
      return acknowledge(command, concern, given);
    case 'spoke-of-concern':
      return spoke(command, concern, given);
    case 'add-to-concern':
      return add(command, concern, given);
    case 'check-clock':
      return climb(command, concern, given);
    default:
      return command satisfies never;
  }
};

const raise = (
  command: Asked<'raise-concern'>,
  concern: Concern,
  { now, policy, roster, reference }: ConcernCircumstances,
): Decided => {
  if (concern.status !== 'unraised') return accept();
  const { about, person, what, visit } = command;
  const unfit = [...unfitWords('what', what, policy), ...unfitWords('person', person, policy)];
  if (unfit.length > 0) return refuse(...unfit);
  const subjects = subjectsOf(about, person, roster);
  return accept({
    ...stamp(command, now),
    type: 'concern-raised',
    reference,
    about,
    person,
    what,
    ...(visit === undefined ? {} : { visit }),
    route: routeOf(subjects, roster),
    subjects,
  });
};

const acknowledge = (
  command: Asked<'acknowledge-concern'>,
  concern: KnownConcern,
  given: ConcernCircumstances,
): Decided => {
  if (!hears(command, concern, given)) return refuse(notForYou(given.policy));
  if (concern.acknowledgedBy !== undefined || concern.status === 'spoken of') return accept();
  return accept({ ...stamp(command, given.now), type: 'concern-acknowledged' });
};

const spoke = (
  command: Asked<'spoke-of-concern'>,
  concern: KnownConcern,
  given: ConcernCircumstances,
): Decided => {
  if (!hears(command, concern, given)) return refuse(notForYou(given.policy));
  if (concern.status === 'spoken of') return accept();
  return accept({ ...stamp(command, given.now), type: 'concern-spoken-of' });
};

const add = (
  command: Asked<'add-to-concern'>,
  concern: KnownConcern,
  given: ConcernCircumstances,
): Decided => {
  const own = concern.raisedBy === command.by;
  if (!own && !hears(command, concern, given)) return refuse(notForYou(given.policy));
  const unfit = unfitWords('what', command.what, given.policy);
  if (unfit.length > 0) return refuse(...unfit);
  return accept({ ...stamp(command, given.now), type: 'concern-added-to', what: command.what });
};

const climb = (
  command: Asked<'check-clock'>,
  concern: KnownConcern,
  { now }: ConcernCircumstances,
): Decided => {
  const times = dueClimb(concern, now);
  return times > concern.climbs
    ? accept({ ...stamp(command, now), type: 'concern-climbed', times })
    : accept();
};

/** Whoever it was told to may answer for it. Its subject may not, even where they raised it. */
const hears = (
  { by }: ConcernCommand,
  concern: KnownConcern,
  given: ConcernCircumstances,
): boolean => climbHearersOf(concern, concern.climbs, given).includes(by);

const stamp = ({ by, id }: ConcernCommand, at: Instant) => ({ at, by, command: id });

/** More than this would not fit what it is kept in; it goes in two parts, and none of it is cut. */
const limits = { what: 20_000, person: 1_000 } as const;

const unfitWords = (field: 'what' | 'person', text: string, policy: Policy): readonly Refusal[] => {
  const { nothingSaid, tooLong } = wordsFor(policy.language).concerns;
  const clause = clauseOf(policy, 'concerns/words');
  const no = { rule: 'concerns/words', clause, field };
  if (field === 'what' && text.trim() === '') return [{ ...no, ...nothingSaid }];
  return text.length > limits[field] ? [{ ...no, ...tooLong(limits[field]) }] : [];
};
