/** The one table of who may do and see what. What has no row here does not compile; what matches no row is refused. */
import type { Policy } from '../policy/policy.ts';
import { clauseOf } from '../policy/policy.ts';
import type { PersonId, Refusal, Role } from '../vocabulary.ts';
import type { StaffMember } from './staff.ts';

/** How a person stands to one visit. */
export type Relation = 'requester' | 'visitor' | 'approver' | 'adopter';

/** `staff` is anyone on the roster who is not a pupil. */
export type Grant = Role | Relation | 'staff';

const seniorLeaders = [
  'headteacher',
  'head-of-school',
  'deputy-head',
  'assistant-head',
  'senior-manager',
  'senior-manager-on-duty',
] as const;
/** The school's leaders, as a rule about a role reads them. */
export const leadingRoles: readonly Role[] = seniorLeaders;
const safeguarding = ['safeguarding-lead', 'deputy-safeguarding-lead'] as const;
const responders = ['office', ...seniorLeaders, ...safeguarding] as const;
const concernHearers = [...safeguarding, 'headteacher', 'chair-of-governors'] as const;
const onTheVisit = ['requester', 'visitor'] as const;
const visitorOrOffice = ['visitor', 'office'] as const;
const askers = [
  'visiting-staff',
  'attendance-lead',
  'attendance-officer',
  'learning-mentor',
  'office',
  ...seniorLeaders,
  ...safeguarding,
] as const;

/** Who puts the week's list together. */
const listKeepers = ['attendance-officer', 'attendance-lead', 'office', ...seniorLeaders] as const;
/** Whom a policy may let sign it; which of them does, the policy says. */
const listSigners = [
  ...seniorLeaders,
  'head-of-school',
  'assistant-head',
  'chair-of-governors',
] as const;

/** Whom a policy may let send people out in an emergency; which of them does, the policy says. */
const glassBreakers = [...seniorLeaders, ...safeguarding] as const;

/** Who proposes a version of the policy, and whom it may let sign one; which of them does, the policy says. */
const policyKeepers = ['headteacher', 'head-of-school', 'business-manager'] as const;
const policySigners = [
  ...seniorLeaders,
  'business-manager',
  'safeguarding-lead',
  'chair-of-governors',
] as const;

/** Things a person does to a visit; each is a card verb and an API command. */
export const visitAccess = {
  'new-visit': askers,
  submit: askers,
  edit: ['requester'],
  approve: ['approver'],
  decline: ['approver'],
  'ask-for-changes': ['approver'],
  'withdraw-approval': ['approver'],
  'log-approval': ['office'],
  'break-glass': glassBreakers,
  'second-break-glass': glassBreakers,
  'review-break-glass': seniorLeaders,
  'confirm-told': responders,
  'adopt-assessment': ['adopter'],
  'open-details': ['approver', 'adopter', ...onTheVisit, ...safeguarding],
  'answer-health': ['visitor'],
  'confirm-reading': ['visitor'],
  'check-departure': ['visitor'],
  'agree-code-word': visitorOrOffice,
  depart: visitorOrOffice,
  arrive: visitorOrOffice,
  enter: visitorOrOffice,
  leave: visitorOrOffice,
  return: visitorOrOffice,
  extend: ['visitor', 'office', 'approver'],
  'change-plan': visitorOrOffice,
  'plan-round': visitorOrOffice,
  'leave-round': visitorOrOffice,
  wait: visitorOrOffice,
  'child-alone': visitorOrOffice,
  'child-in-danger': visitorOrOffice,
  'all-well': visitorOrOffice,
  'hand-over': visitorOrOffice,
  advise: safeguarding,
  meet: visitorOrOffice,
  'notice-of-lateness': visitorOrOffice,
  'parent-left': visitorOrOffice,
  'go-upstairs': visitorOrOffice,
  'nearly-there': visitorOrOffice,
  'write-reason': visitorOrOffice,
  'animals-loose': visitorOrOffice,
  'cannot-go': visitorOrOffice,
  'turn-back': visitorOrOffice,
  'feel-unsafe': visitorOrOffice,
  cancel: [...onTheVisit, 'office'],
  'already-happened': [...onTheVisit, 'office'],
  'leave-unsafe': visitorOrOffice,
  'safe-now': visitorOrOffice,
  help: ['staff'],
  danger: ['staff'],
  unwell: ['staff'],
  injured: ['staff'],
  'log-call': ['office'],
  acknowledge: responders,
  spoke: responders,
  'stand-down': responders,
  'record-police': responders,
  'call-me': ['visitor'],
  'no-answer': responders,
  'take-over': responders,
  'send-test': visitorOrOffice,
  'test-received': ['visitor'],
  reached: ['office'],
} as const satisfies Record<string, readonly Grant[]>;

/** Things a person sees of a visit. */
const sightAccess = {
  'see-visit': ['requester', 'visitor', 'approver', 'adopter', ...responders],
  'see-address': ['requester', 'visitor', 'approver', 'adopter', ...responders],
  'see-sensitive-purpose': ['requester', 'visitor', 'approver', 'adopter', ...safeguarding],
  'see-risk-answers': ['requester', 'visitor', 'approver', 'adopter', ...safeguarding],
  'see-phones': ['visitor', ...responders],
  'see-adjustment': ['approver'],
} as const satisfies Record<string, readonly Grant[]>;

/** Things a person does that are about no visit. */
const generalAccess = {
  'open-tab': ['staff'],
  'page-today': responders,
  'page-my-visits': ['staff'],
  'page-visit': ['staff'],
  'page-approvals': [...seniorLeaders, 'safeguarding-lead', 'chair-of-governors'],
  'page-ask': askers,
  'page-weekly-list': [...listKeepers, ...listSigners],
  'compile-list': listKeepers,
  'send-list': listKeepers,
  'sign-list': listSigners,
  'add-to-list': listSigners,
  'page-policy': ['staff'],
  'propose-policy': policyKeepers,
  'withdraw-policy': policyKeepers,
  'sign-policy': policySigners,
  'see-policy-readers': policySigners,
  'see-monitoring': policySigners,
  'confirm-policy-read': ['staff'],
  'page-registers': ['business-manager', 'headteacher', 'office'],
  'page-homes': ['staff'],
  'see-every-home': safeguarding,
  'look-before-asking': askers,
  'add-hazard': ['staff'],
  'review-hazard': [...safeguarding, ...seniorLeaders],
  'resolve-hazard': [...safeguarding, ...seniorLeaders],
  'merge-homes': [...safeguarding, ...seniorLeaders],
  'read-general': ['staff'],
  'renew-standing': seniorLeaders,
  'see-lone-workers': [...safeguarding, ...seniorLeaders, 'business-manager'],
  'say-changed': ['staff'],
  'page-concerns': [...safeguarding, 'headteacher'],
  'raise-concern': ['staff'],
  'acknowledge-concern': concernHearers,
  'spoke-of-concern': concernHearers,
  'read-concern': safeguarding,
  'search-families': askers,
  'search-staff': askers,
  'acknowledge-duress': responders,
  'stand-down-duress': responders,
  'agree-school-code-word': ['office', 'headteacher', ...safeguarding],
  'tap-weekly-test': responders,
  'chat-hello': ['staff'],
  'chat-today': responders,
  'chat-my-visits': ['staff'],
} as const satisfies Record<string, readonly Grant[]>;

const keepers = ['business-manager', 'headteacher'] as const;

/** Things a person does to the registers; each is an API command. */
export const registerAccess = {
  'set-staff': keepers,
  'confirm-roles': keepers,
  'keep-vehicle': keepers,
  'remove-vehicle': keepers,
  'keep-device': keepers,
  'remove-device': keepers,
  'keep-duty': keepers,
  'revoke-duty': keepers,
  'keep-dates': keepers,
  'remove-dates': keepers,
  'keep-hours': keepers,
} as const satisfies Record<string, readonly Grant[]>;

export const accessTable = { ...visitAccess, ...sightAccess, ...generalAccess, ...registerAccess };
export type VisitVerb = keyof typeof visitAccess;
export type RegisterVerb = keyof typeof registerAccess;
export type Act = keyof typeof accessTable;

/** A visit as the access table needs to know it. */
export type Subject = {
  readonly requestedBy: PersonId;
  readonly visitors: readonly PersonId[];
  /** Everybody who would decide goes or asked, so whoever the school has named instead does. */
  readonly substitute?: boolean;
};

/** Who decides a visit under this policy. */
export const decidingRoles = (
  { substitute = false }: Pick<Subject, 'substitute'>,
  { approval }: Policy,
): readonly Role[] => (substitute ? [...approval.roles, ...approval.substitutes] : approval.roles);

/** How this person stands to the visit. A visitor or the person who filled in the form is never its approver; the assessment may be made their own by either. */
export const relationsTo = (
  subject: Subject | undefined,
  person: StaffMember,
  policy: Policy,
): readonly Relation[] => {
  if (subject === undefined) return [];
  const requester = subject.requestedBy === person.id;
  const visitor = subject.visitors.includes(person.id);
  const approves = person.roles.some((role) => decidingRoles(subject, policy).includes(role));
  const adopts = person.roles.some((role) => policy.risk.adoptedBy.includes(role));
  return [
    ...(requester ? (['requester'] as const) : []),
    ...(visitor ? (['visitor'] as const) : []),
    ...(approves && !visitor && !requester ? (['approver'] as const) : []),
    ...(adopts ? (['adopter'] as const) : []),
  ];
};

/** The grant that allows the act, so that an audit can say why; undefined means no. */
export const grantFor = (
  act: Act,
  person: StaffMember | undefined,
  relations: readonly Relation[],
): Grant | undefined => {
  if (person === undefined || person.roles.includes('pupil') || person.roles.length === 0)
    return undefined;
  const granted: readonly Grant[] = accessTable[act];
  return granted.find((grant) =>
    grant === 'staff'
      ? true
      : (person.roles as readonly Grant[]).includes(grant) ||
        (relations as readonly Grant[]).includes(grant),
  );
};

/** May this person do or see this? Default deny. */
export const may = (
  act: Act,
  person: StaffMember | undefined,
  relations: readonly Relation[] = [],
): boolean => grantFor(act, person, relations) !== undefined;

/** The same refusal whether the thing is there or not, so that a "no" tells nothing. */
export const notForYou = (policy: Policy): Refusal => ({
  rule: 'access/not-yours',
  clause: clauseOf(policy, 'access/not-yours'),
  because: 'There is nothing here that you can open or change.',
  next: 'If you are part of a visit, open it from your own chat. Otherwise ask the school office.',
});
