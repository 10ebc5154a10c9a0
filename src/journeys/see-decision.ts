/** Who decides, who has decided, what it waits for, and who knows: as one person may see it. */
import { capacityOf, eligibleApprovers, inCapacity } from '../approval/approval.ts';
import { initialsOf, nameOf, namesOf } from '../people/staff.ts';
import { subjectOf } from '../visits/asking.ts';
import { isToldOfDeparture } from '../visits/decide-told.ts';
import { decidedByText } from '../visits/decided-by.ts';
import { yesInWords } from '../visits/policy-says.ts';
import type { KnownVisit } from '../visits/visit.ts';
import { schoolTime } from '../vocabulary.ts';
import { wordsFor } from '../words/words.ts';
import type { Eyes } from './see-people.ts';
import type { SeenPerson, SeenVisit } from './seen.ts';

type Decision = Pick<
  SeenVisit,
  'yes' | 'decided' | 'waiting' | 'phoneYes' | 'glass' | 'family' | 'departureKnown' | 'deciders'
>;

export const decisionOf = (visit: KnownVisit, eyes: Eyes): Decision => ({
  yes: yesInWords(eyes.policy),
  deciders: decidersOf(visit, eyes),
  ...decidedIn(visit, eyes),
  ...waitingOf(visit, eyes),
  ...glassOf(visit, eyes),
  ...familyOf(visit, eyes),
  ...knownOf(visit, eyes),
});

/** Whoever may decide on this visit: never a visitor, never who asked. */
const decidersOf = (visit: KnownVisit, { roster, policy }: Eyes): readonly SeenPerson[] => {
  const words = wordsFor(policy.language).policy;
  return eligibleApprovers(subjectOf(visit), roster, policy).map((person) => {
    const name = inCapacity(person.name, capacityOf(person, policy), policy);
    return { id: person.id, name: person.away === true ? words.away(name) : name };
  });
};

const decidedIn = (visit: KnownVisit, { roster, policy }: Eyes): Pick<Decision, 'decided'> => {
  const { status, decidedAt } = visit;
  if (visit.decidedBy === undefined || decidedAt === undefined) return {};
  const words = wordsFor(policy.language).policy.decided;
  const say =
    status === 'declined' || status === 'changes asked' || status === 'approval void'
      ? words[status]
      : words[policy.approval.mode];
  return { decided: say(decidedByText(visit, { roster, policy }), schoolTime(decidedAt)) };
};

/** In sentences, while a decision is waited for. */
const waitingOf = (
  visit: KnownVisit,
  { roster, policy }: Eyes,
): Pick<Decision, 'waiting' | 'phoneYes'> => {
  if (visit.status !== 'awaiting approval') return {};
  const words = wordsFor(policy.language).policy.waits;
  const may = eligibleApprovers(subjectOf(visit), roster, policy);
  const here = may.filter(({ away }) => away !== true);
  const names = new Intl.ListFormat(policy.language, { type: 'disjunction' }).format(
    (here.length > 0 ? here : may).map(({ name }) => name),
  );
  const since = schoolTime(visit.waitingSince ?? visit.requestedAt);
  const { phoneYes, reminded = [] } = visit;
  return {
    waiting: [
      may.length === 0 ? words.nobody : words.since(names, since, reminded.length),
      ...(may.length > 0 && here.length === 0 ? [words.allAway] : []),
      ...(phoneYes === undefined
        ? []
        : [
            words.byPhone(
              nameOf(roster, phoneYes.from),
              nameOf(roster, phoneYes.by),
              schoolTime(phoneYes.at),
            ),
          ]),
    ],
    ...(phoneYes === undefined ? {} : { phoneYes: phoneYes.from }),
  };
};

const glassOf = (visit: KnownVisit, { roster, policy }: Eyes): Pick<Decision, 'glass'> => {
  const { glass } = visit;
  if (glass === undefined) return {};
  const words = wordsFor(policy.language).policy.glass;
  const first = nameOf(roster, glass.first);
  if (glass.second === undefined)
    return visit.status === 'awaiting approval' && glass.content === visit.content
      ? { glass: words.begun(first, glass.reason) }
      : {};
  const { second, reviewed, reason } = glass;
  const both = namesOf(roster, [glass.first, second.by]);
  const what = words.broken(both, schoolTime(second.at), reason);
  return {
    glass:
      reviewed === undefined
        ? `${what} ${words.unreviewed}`
        : `${what} ${words.reviewed(nameOf(roster, reviewed.by), reviewed.note)}`,
  };
};

/** For whoever the policy tells which family is visited: from the moment it may go ahead until everybody is back. */
const familyOf = (visit: KnownVisit, { person, policy }: Eyes): Pick<Decision, 'family'> => {
  if (visit.status !== 'approved' && visit.status !== 'out') return {};
  const told =
    person.roles.some((role) => policy.notices.named.includes(role)) ||
    (policy.departure.names && visit.status === 'out' && isToldOfDeparture(person, policy));
  const { pupil, parent, address } = visit.proposal;
  return told && initialsOf(pupil) !== '' ? { family: { pupil, parent, address } } : {};
};

/** Who has said that they know of it, before anybody left or since; nobody yet, while people are out. */
const knownOf = (visit: KnownVisit, { roster, policy }: Eyes): Pick<Decision, 'departureKnown'> => {
  if (visit.status !== 'out' && visit.status !== 'returned' && visit.status !== 'approved')
    return {};
  const said = visit.departureKnown ?? [];
  if (said.length === 0 && visit.status !== 'out') return {};
  const words = wordsFor(policy.language).policy.departureKnown;
  const names = said.map(({ by, at }) => words.one(nameOf(roster, by), schoolTime(at)));
  return {
    departureKnown: names.length === 0 ? words.nobody : names.join(', '),
  };
};
