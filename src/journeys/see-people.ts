/** The parts of a visit that not everybody may see: phones, adjustments, a sensitive purpose, the risk answers. */
import { may, type Relation } from '../people/access.ts';
import type { Calendar, Vehicle } from '../people/registers.ts';
import { memberOf, nameOf, type Roster, type StaffMember } from '../people/staff.ts';
import { carInWords, carsNamed } from '../people/vehicles.ts';
import type { Policy } from '../policy/policy.ts';
import type { Assessment } from '../risk-assessment/assessment.ts';
import { riskSummaryText } from '../risk-assessment/summary.ts';
import type { KnownVisit } from '../visits/visit.ts';
import type { Instant, PersonId, VisitId } from '../vocabulary.ts';
import { wordsFor } from '../words/words.ts';
import type { VisitView } from './ports.ts';
import type { SeenPerson, SeenRisk, SeenVisitor } from './seen.ts';
import type { OnList } from './weekly-gate.ts';

export type Sight = {
  /** The version the visit was asked under. */
  readonly policy: Policy;
  readonly roster: Roster;
  /** When the office closes. */
  readonly calendar?: Calendar;
  /** The cars on record. */
  readonly vehicles?: readonly Vehicle[];
  /** How visits stand to their week's list, where there is one. */
  readonly lists?: ReadonlyMap<VisitId, OnList>;
  /** The other visits, and what time it is, for a visit that is on a round or could be. */
  readonly nearby?: readonly VisitView[];
  readonly now?: Instant;
  /** The version that is in force now, and who has read it. */
  readonly reading?: { readonly version: string; readonly readers: readonly PersonId[] };
};

export type Eyes = Sight & {
  readonly person: StaffMember;
  readonly relations: readonly Relation[];
};

export const named = (roster: Roster, id: PersonId): SeenPerson => ({
  id,
  name: nameOf(roster, id),
});

export const peopleOf = (visit: KnownVisit, assessment: Assessment | undefined, eyes: Eyes) => {
  const phones = may('see-phones', eyes.person, eyes.relations);
  const visitors = visit.proposal.visitors.map((id) => seenVisitor(id, visit, assessment, eyes));
  return {
    visitors,
    parent: visit.proposal.parent,
    ...(phones || may('see-risk-answers', eyes.person, eyes.relations)
      ? { parentPhone: visit.proposal.parentPhone }
      : {}),
  };
};

/** How they travel as they said it; with make, model and colour of a car on record for those who may have to look for it. */
export const travelOf = (
  { proposal: { transport } }: KnownVisit,
  { person, relations, vehicles = [] }: Eyes,
): string => {
  const cars = may('see-phones', person, relations) ? carsNamed(transport, vehicles) : [];
  const known = cars.map((car) =>
    [carInWords(car), car.colour].filter((word) => word !== '').join(', '),
  );
  return [transport, ...known.filter((car) => !transport.includes(car))].join(' · ');
};

const seenVisitor = (
  id: PersonId,
  visit: KnownVisit,
  assessment: Assessment | undefined,
  { person, relations, roster, policy, reading: read }: Eyes,
): SeenVisitor => {
  const answered = visit.answered[id];
  const place = 'outing' in visit ? visit.outing.positions[id] : undefined;
  const mobile = memberOf(roster, id)?.mobile;
  const adjustment = assessment?.adjustments[id];
  return {
    ...named(roster, id),
    ...(may('see-phones', person, relations) && mobile !== undefined ? { mobile } : {}),
    ...(place === undefined ? {} : { position: place.position, since: place.since }),
    health: answered?.health ?? false,
    reading: answered?.reading ?? false,
    ...(policy.reading.rule === 'departure' && read !== undefined
      ? { policyRead: read.readers.includes(id) }
      : {}),
    ...(answered?.check === undefined
      ? {}
      : { check: answered.check.failed.length === 0 ? ('passed' as const) : ('failed' as const) }),
    ...(may('see-adjustment', person, relations) && adjustment !== undefined ? { adjustment } : {}),
  };
};

export const purposeOf = (visit: KnownVisit, assessment: Assessment | undefined, eyes: Eyes) => {
  const { proposal } = visit;
  const words = wordsFor(eyes.policy.language);
  const label = (id: string): string =>
    eyes.policy.purposes.find((purpose) => purpose.id === id)?.label ?? id;
  if (!proposal.sensitive)
    return { purpose: label(proposal.purpose), purposeNote: proposal.purposeNote };
  if (!may('see-sensitive-purpose', eyes.person, eyes.relations))
    return { purpose: words.form.sensitive };
  return { purpose: label(assessment?.purpose ?? ''), purposeNote: assessment?.purposeNote ?? '' };
};

export const riskOf = (
  visit: KnownVisit,
  assessment: Assessment | undefined,
  eyes: Eyes,
): SeenRisk => {
  const shown = {
    level: visit.risk.level,
    summary:
      visit.proposal.pupil === ''
        ? wordsFor(eyes.policy.language).journeys.notAssessed
        : riskSummaryText(visit.risk, eyes.policy.language),
  };
  if (assessment === undefined || !may('see-risk-answers', eyes.person, eyes.relations))
    return shown;
  const { answers, actions } = assessment.answers;
  return {
    ...shown,
    answers: eyes.policy.risk.questions.map(({ id, ask, problem }) => ({
      id,
      ask,
      answer: answers[id] ?? 'not answered',
      problem: answers[id] === problem,
      action: actions[id] ?? '',
    })),
  };
};
