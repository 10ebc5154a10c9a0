/** Turns a visit into what one person may see of it. What they may not see is not there. */
import { may, relationsTo } from '../people/access.ts';
import { initialsOf, type Roster, type StaffMember } from '../people/staff.ts';
import type { Assessment } from '../risk-assessment/assessment.ts';
import { subjectOf } from '../visits/asking.ts';
import { briefingFor, briefingToDecide } from '../visits/briefing.ts';
import { formInputsOf } from '../visits/form.ts';
import { verbsFor } from '../visits/offers.ts';
import { officeStatus } from '../visits/office-status.ts';
import { policySays } from '../visits/policy-says.ts';
import type { Proposal } from '../visits/proposal.ts';
import { wholeProposal } from '../visits/sensitive.ts';
import { storyOf } from '../visits/story.ts';
import { closesOn } from '../visits/take-over.ts';
import type { KnownVisit } from '../visits/visit.ts';
import { waitFor } from '../visits/waiting.ts';
import { schoolDate, schoolTime } from '../vocabulary.ts';
import { wordsFor } from '../words/words.ts';
import type { VisitView } from './ports.ts';
import { roundSeen } from './round-seen.ts';
import { seenAlarm } from './see-alarm.ts';
import { decisionOf } from './see-decision.ts';
import { checksFor, detailsOf, proposalFor } from './see-details.ts';
import {
  type Eyes,
  named,
  peopleOf,
  purposeOf,
  riskOf,
  type Sight,
  travelOf,
} from './see-people.ts';
import type { SeenVisit } from './seen.ts';

/** Undefined where this person may not know that there is such a visit. */
export const seenBy = (
  view: VisitView,
  person: StaffMember | undefined,
  given: Sight,
): SeenVisit | undefined => {
  if (person === undefined) return undefined;
  const { visit, assessment } = view;
  const relations = relationsTo(subjectOf(visit), person, given.policy);
  if (!may('see-visit', person, relations)) return undefined;
  const eyes: Eyes = { ...given, person, relations };
  return {
    ...factsOf(view, eyes),
    ...saidOf(proposalFor(visit, assessment, eyes), eyes),
    ...decisionOf(visit, eyes),
    ...peopleOf(visit, assessment, eyes),
    ...purposeOf(visit, assessment, eyes),
    risk: riskOf(visit, assessment, eyes),
    alarms: visit.alarms.map((alarm) => seenAlarm(alarm, given)),
    ...handoverOf(visit, given),
    ...whatTheyWaitFor(visit, given),
    relations,
    ...roundSeen(view, eyes),
    verbs: verbsOffered(visit, eyes, roundSeen(view, eyes)),
    story: storyOf(view.events, given),
    policySays: [...policySays(visit, given), ...listSays(view, given)],
    ...(visit.policyVersion !== '' && {
      askedUnder: { title: given.policy.title, version: visit.policyVersion },
    }),
    briefing: [
      ...briefingToDecide(visit, relations, given.policy),
      ...briefingFor(visit, person.id, given.policy),
    ],
    ...unreadPolicy(visit, person, given),
    departureChecks: checksFor(proposalFor(visit, assessment, eyes), given),
    detailsOpened: visit.opened.some(
      ({ by, content }) => by === person.id && content === visit.content,
    ),
    ...formOf(visit, assessment, eyes),
  };
};

/** A round is planned only where there is something to plan. */
const verbsOffered = (
  visit: KnownVisit,
  { person, policy }: Eyes,
  { couldJoin }: Pick<SeenVisit, 'couldJoin'>,
): SeenVisit['verbs'] =>
  verbsFor(visit, person, policy).filter(
    (verb) => verb !== 'plan-round' || couldJoin !== undefined,
  );

/** Asked of those who still have to leave; where it is only on record it stands in the way of nobody. */
const unreadPolicy = (visit: KnownVisit, { id }: StaffMember, { policy, reading }: Sight) => {
  const leaves = visit.status === 'approved' || visit.status === 'awaiting approval';
  if (!leaves || reading === undefined || policy.reading.rule !== 'departure') return {};
  if (!visit.proposal.visitors.includes(id) || reading.readers.includes(id)) return {};
  return { policyUnread: reading.version };
};

/** Whether the week's list is signed for it, as it is now. */
const listSays = ({ id }: VisitView, { lists, policy }: Sight): readonly string[] => {
  const on = lists?.get(id);
  if (on === undefined) return [];
  const words = wordsFor(policy.language).weeklyList;
  const week = Number(on.week.slice(6));
  if (on.signed === undefined) return [words.onUnsigned(week)];
  const { byName, at } = on.signed;
  return [words.onSigned(week, byName, `${schoolDate(at)} ${schoolTime(at)}`)];
};

const handoverOf = (
  visit: KnownVisit,
  { roster, calendar }: Sight,
): Pick<SeenVisit, 'handover'> => {
  const { asked = [], by } = visit.handover ?? {};
  const closes = calendar === undefined ? undefined : closesOn(visit, calendar);
  if (closes === undefined && asked.length === 0 && by === undefined) return {};
  const people = [...new Set(asked.flatMap(({ person }) => person ?? []))];
  return {
    handover: {
      ...(closes === undefined ? {} : { closes }),
      asked: people.map((id) => named(roster, id)),
      ...(by === undefined ? {} : { by: named(roster, by) }),
    },
  };
};

const whatTheyWaitFor = (
  visit: KnownVisit,
  { policy }: Sight,
): Pick<SeenVisit, 'waits' | 'holdingSince'> => {
  if (visit.status !== 'out') return {};
  const { arrivedAt, holding } = visit.outing;
  const over = waitFor(visit, policy);
  return {
    ...(arrivedAt === undefined || over === undefined
      ? {}
      : { waits: { from: arrivedAt, until: over.at } }),
    ...(holding === undefined ? {} : { holdingSince: holding.since }),
  };
};

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

const saidOf = (proposal: Proposal, eyes: Eyes) => {
  const details = detailsOf(proposal, eyes);
  const { whyNotInSchool } = proposal;
  return { whyNotInSchool, ...(details.length === 0 ? {} : { details }) };
};

const factsOf = ({ id, visit, filed, held }: VisitView, eyes: Eyes) => {
  const { roster, policy } = eyes;
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
    language: proposal.language,
    ...(proposal.transport === '' ? {} : { transport: travelOf(visit, eyes) }),
    ...(proposal.appointment === 'none' ? {} : { appointmentBy: proposal.appointment }),
    appointment: words.form.appointment(proposal.appointment, proposal.appointmentNote),
    start: proposal.start,
    dueBack: 'outing' in visit ? visit.outing.dueBack : (visit.round?.dueBack ?? proposal.dueBack),
    ...('outing' in visit ? { lastHeard: visit.outing.lastHeard } : {}),
    requestedBy: named(roster, visit.requestedBy),
    requestedAt: visit.requestedAt,
    ...(visit.decidedBy === undefined ? {} : { decidedBy: named(roster, visit.decidedBy) }),
    ...(visit.decidedAt === undefined ? {} : { decidedAt: visit.decidedAt }),
    ...adoptionOf(visit, roster, words.status.roles),
    firstVisit: visit.firstVisit,
    content: visit.content,
    breaches: visit.breaches,
    filed,
    held,
  };
};

const adoptionOf = (
  { adopted }: KnownVisit,
  roster: Roster,
  roles: Readonly<Record<string, string>>,
): Pick<SeenVisit, 'adopted'> => {
  if (adopted === undefined) return {};
  const { by, at, stands, standsInFor } = adopted;
  const inPlaceOf = standsInFor === undefined ? undefined : roles[standsInFor];
  return {
    adopted: {
      by: named(roster, by),
      at,
      stands,
      ...(inPlaceOf === undefined ? {} : { inPlaceOf }),
    },
  };
};

const formOf = (visit: KnownVisit, assessment: Assessment | undefined, { relations }: Eyes) => {
  if (!relations.includes('requester') || assessment === undefined) return {};
  const proposal = wholeProposal(visit.proposal, assessment);
  return { form: formInputsOf({ proposal, risk: assessment.answers }) };
};
