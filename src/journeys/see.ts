/** Turns a visit into what one person may see of it. What they may not see is not there. */
import { may, type Relation, relationsTo } from '../people/access.ts';
import {
  holders,
  initialsOf,
  memberOf,
  nameOf,
  type Roster,
  type StaffMember,
} from '../people/staff.ts';
import type { Policy } from '../policy/policy.ts';
import type { Assessment } from '../risk-assessment/assessment.ts';
import { assessmentAfter } from '../risk-assessment/evolve.ts';
import { riskSummaryText } from '../risk-assessment/summary.ts';
import { formInputsOf } from '../visits/form.ts';
import { verbsFor } from '../visits/offers.ts';
import { officeStatus } from '../visits/office-status.ts';
import { policySays } from '../visits/policy-says.ts';
import { storyOf } from '../visits/story.ts';
import type { KnownVisit } from '../visits/visit.ts';
import type { PersonId, VisitId } from '../vocabulary.ts';
import { wordsFor } from '../words/words.ts';
import { intentsOf } from './intents.ts';
import { type Page, visitOn } from './page.ts';
import type { VisitView, World } from './ports.ts';
import type { SeenAlarm, SeenPerson, SeenRisk, SeenVisit, SeenVisitor } from './seen.ts';

/** Throws where the page holds no visit: nothing is drawn from nothing. */
export const viewWith = (id: VisitId, page: Page, held: readonly string[]): VisitView => {
  const visit = visitOn(page);
  if (visit.status === 'unsubmitted') throw new Error('There is no visit on this page.');
  return {
    id,
    visit,
    events: page.events,
    assessment: assessmentAfter(page.restricted),
    filed: !page.closed && held.length === 0,
    held,
  };
};

export const viewOf = async (world: World, id: VisitId, page: Page): Promise<VisitView> => {
  const held = (await intentsOf(world, id)).filter((intent) => intent.held);
  return viewWith(
    id,
    page,
    held.map((intent) => intent.command.verb),
  );
};

export type Sight = { readonly policy: Policy; readonly roster: Roster };

/** Undefined where this person may not know that there is such a visit. */
export const seenBy = (
  view: VisitView,
  person: StaffMember | undefined,
  given: Sight,
): SeenVisit | undefined => {
  if (person === undefined) return undefined;
  const { visit, assessment } = view;
  const subject = { requestedBy: visit.requestedBy, visitors: visit.proposal.visitors };
  const relations = relationsTo(subject, person, given.policy);
  if (!may('see-visit', person, relations)) return undefined;
  const eyes: Eyes = { ...given, person, relations };
  return {
    ...factsOf(view, eyes),
    ...peopleOf(visit, assessment, eyes),
    ...purposeOf(visit, assessment, eyes),
    risk: riskOf(visit, assessment, eyes),
    alarms: visit.alarms.map((alarm) => seenAlarm(alarm, given.roster)),
    relations,
    verbs: verbsFor(visit, person, given.policy),
    story: storyOf(view.events, given),
    policySays: policySays(visit, given),
    departureChecks: given.policy.departure.checks,
    detailsOpened: visit.opened.some(
      ({ by, content }) => by === person.id && content === visit.content,
    ),
    ...formOf(visit, assessment, eyes),
  };
};

type Eyes = Sight & { readonly person: StaffMember; readonly relations: readonly Relation[] };

const whyOf = (visit: KnownVisit): string | undefined => {
  switch (visit.status) {
    case 'declined':
    case 'cancelled':
      return visit.reason;
    case 'changes asked':
      return visit.what;
    case 'approval void':
      return visit.why;
    default:
      return undefined;
  }
};

const factsOf = ({ id, visit, filed, held }: VisitView, { roster, policy }: Eyes) => {
  const { proposal } = visit;
  const words = wordsFor(policy.language);
  const why = whyOf(visit);
  return {
    id,
    reference: visit.reference,
    status: officeStatus(visit),
    ...(why === undefined || why === '' ? {} : { why }),
    initials: initialsOf(proposal.pupil) || words.journeys.unplanned,
    pupil: proposal.pupil,
    yearGroup: proposal.yearGroup,
    address: proposal.address,
    class: proposal.class,
    sensitive: proposal.sensitive,
    people: proposal.people,
    whyNotInSchool: proposal.whyNotInSchool,
    language: proposal.language,
    ...(proposal.transport === '' ? {} : { transport: proposal.transport }),
    appointment: words.form.appointment(proposal.appointment, proposal.appointmentNote),
    start: proposal.start,
    dueBack: 'outing' in visit ? visit.outing.dueBack : proposal.dueBack,
    ...('outing' in visit ? { lastHeard: visit.outing.lastHeard } : {}),
    requestedBy: named(roster, visit.requestedBy),
    requestedAt: visit.requestedAt,
    ...(visit.decidedBy === undefined ? {} : { decidedBy: named(roster, visit.decidedBy) }),
    ...(visit.decidedAt === undefined ? {} : { decidedAt: visit.decidedAt }),
    firstVisit: visit.firstVisit,
    content: visit.content,
    breaches: visit.breaches,
    filed,
    held,
    deciders: decidersOf(visit, roster, policy),
  };
};

/** Whoever may decide on this visit: never a visitor, never who asked. */
export const decidersOf = (
  visit: KnownVisit,
  roster: Roster,
  policy: Policy,
): readonly SeenPerson[] =>
  holders(roster, policy.approval.roles)
    .filter(({ id }) => id !== visit.requestedBy && !visit.proposal.visitors.includes(id))
    .map(({ id, name }) => ({ id, name }));

const peopleOf = (visit: KnownVisit, assessment: Assessment | undefined, eyes: Eyes) => {
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

const seenVisitor = (
  id: PersonId,
  visit: KnownVisit,
  assessment: Assessment | undefined,
  { person, relations, roster }: Eyes,
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
    ...(answered?.check === undefined
      ? {}
      : { check: answered.check.failed.length === 0 ? ('passed' as const) : ('failed' as const) }),
    ...(may('see-adjustment', person, relations) && adjustment !== undefined ? { adjustment } : {}),
  };
};

const purposeOf = (visit: KnownVisit, assessment: Assessment | undefined, eyes: Eyes) => {
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

const riskOf = (visit: KnownVisit, assessment: Assessment | undefined, eyes: Eyes): SeenRisk => {
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

const seenAlarm = (alarm: KnownVisit['alarms'][number], roster: Roster): SeenAlarm => {
  const last = alarm.raised.at(-1);
  return {
    id: alarm.id,
    kind: alarm.kind,
    since: alarm.since,
    state: alarm.state,
    ...(alarm.holder === undefined ? {} : { holder: named(roster, alarm.holder) }),
    rungs: alarm.raised.length,
    ...(last === undefined ? {} : { lastRungAt: last.at }),
    spokenTo: alarm.spokenTo.map((id) => named(roster, id)),
  };
};

const formOf = (visit: KnownVisit, assessment: Assessment | undefined, { relations }: Eyes) => {
  if (!relations.includes('requester') || assessment === undefined) return {};
  const { purpose, purposeNote, answers } = assessment;
  const proposal = visit.proposal.sensitive
    ? { ...visit.proposal, purpose: purpose ?? '', purposeNote: purposeNote ?? '' }
    : visit.proposal;
  return { form: formInputsOf({ proposal, risk: answers }) };
};

const named = (roster: Roster, id: PersonId): SeenPerson => ({ id, name: nameOf(roster, id) });
