import type { Capacity } from '../approval/approval.ts';
import { schoolTime } from '../vocabulary.ts';
import { adoptersOf } from './decide-adoption.ts';
import type { Message } from './message.ts';
import {
  changedAppointment,
  everybodyAway,
  lapsedMessages,
  namedVisit,
  phoneMessages,
  reminderMessages,
  safeguardingFirst,
} from './react-waiting.ts';
import {
  deciders,
  nameInCapacity,
  notice,
  party,
  safeguardingRoles,
  sayings,
  type Telling,
  type Told,
} from './telling.ts';

type OfRequest = Told<
  | 'submitted'
  | 'edited'
  | 'approved'
  | 'declined'
  | 'changes-asked'
  | 'approval-withdrawn'
  | 'lapsed'
  | 'decision-reminded'
  | 'yes-by-phone'
  | 'changed-by-hand'
  | 'history-broken'
>;

export const requestMessages = (event: OfRequest, telling: Telling): readonly Message[] => {
  const words = sayings(telling);
  const { reference } = telling.visit;
  const who = nameInCapacity(telling, event.by, capacityIn(event));
  const toParty = (text: string) => [notice({ people: party(telling) }, text)];
  switch (event.type) {
    case 'submitted':
      return [...safeguardingFirst(telling), ...askForDecision(telling), ...everybodyAway(telling)];
    case 'edited':
      return [...afterEdit(event, telling), ...changedAppointment(event, telling)];
    case 'approved':
      return [
        ...toParty(words.approved[telling.policy.approval.mode](reference, who, event.note)),
        ...namedVisit(telling),
      ];
    case 'declined':
      return toParty(words.declined(reference, who, event.reason));
    case 'changes-asked':
      return toParty(words.changesAsked(reference, who, event.what));
    case 'approval-withdrawn':
      return toParty(words.withdrawn(reference, who, event.reason));
    case 'lapsed':
      return lapsedMessages(telling);
    case 'decision-reminded':
      return reminderMessages(event, telling);
    case 'yes-by-phone':
      return phoneMessages(event, telling);
    case 'changed-by-hand':
      return afterHand(event, telling);
    case 'history-broken':
      return afterBrokenHistory(event, telling);
    default:
      return event satisfies never;
  }
};

const capacityIn = (event: OfRequest): Capacity => {
  switch (event.type) {
    case 'approved':
    case 'declined':
    case 'changes-asked':
    case 'approval-withdrawn':
      return event;
    default:
      return {};
  }
};

/** A new card to each who may decide, so that it is noticed; and one to those it is about. */
const askForDecision = (telling: Telling): readonly Message[] => [
  { kind: 'card', to: { people: deciders(telling) }, again: true },
  ...adopterCards(telling),
  { kind: 'card', to: { people: party(telling) }, again: true },
];

/** Who has to make the assessment their own and does not decide has a card of their own. */
const adopterCards = (telling: Telling): readonly Message[] => {
  const { roster, policy } = telling;
  const told = [...deciders(telling), ...party(telling)];
  const people = adoptersOf(roster, policy)
    .map(({ id }) => id)
    .filter((id) => !told.includes(id));
  return people.length === 0 ? [] : [{ kind: 'card', to: { people }, again: true }];
};

/** What says why people go, or stands for it where that is sensitive. */
const ofWhy: readonly string[] = ['purpose', 'sensitive', 'contactAttempts'];

const afterEdit = (event: Told<'edited'>, telling: Telling): readonly Message[] => {
  const words = sayings(telling);
  const { visit } = telling;
  const what = changesInWords(event, telling);
  if (visit.status === 'awaiting approval')
    return [
      ...(event.changed.some((name) => ofWhy.includes(name)) ? safeguardingFirst(telling) : []),
      ...askForDecision(telling),
      ...everybodyAway(telling),
      ...(event.voids
        ? [notice({ people: party(telling) }, words.voidedByEdit(visit.reference, what))]
        : []),
    ];
  return [
    notice(
      { people: [...deciders(telling), ...party(telling)] },
      words.editedWithin(visit.reference, what),
    ),
  ];
};

const changesInWords = ({ changed, proposal }: Told<'edited'>, telling: Telling): string => {
  const words = sayings(telling);
  const times: Readonly<Record<string, string>> = {
    start: schoolTime(proposal.start),
    dueBack: schoolTime(proposal.dueBack),
  };
  const said = changed.map((name) => {
    const time = times[name];
    const what = words.changed[name] ?? words.otherChange;
    return time === undefined ? what : `${what}: ${time}`;
  });
  return [...new Set(said)].join(', ');
};

const afterHand = (event: Told<'changed-by-hand'>, telling: Telling): readonly Message[] => {
  const words = sayings(telling);
  const columns = event.changes.map(({ column }) => column).join(', ');
  const editor = event.editor === '' ? words.somebody : event.editor;
  const text = words.changedByHand(telling.visit.reference, editor, columns);
  const hears = telling.policy.notices.changes;
  const people = [telling.visit.requestedBy, ...deciders(telling)];
  return event.voids
    ? [notice({ people, roles: [...safeguardingRoles, ...hears] }, text + words.voidedByHand)]
    : [notice({ people, roles: hears }, text)];
};

const afterBrokenHistory = (
  event: Told<'history-broken'>,
  telling: Telling,
): readonly Message[] => {
  const words = sayings(telling);
  const { visit } = telling;
  const editor = event.editor === '' ? words.somebody : event.editor;
  const out = visit.status === 'out';
  const text = (out ? words.brokenHistoryOut : words.brokenHistory)(visit.reference, editor);
  const people = out ? [] : [visit.requestedBy, ...deciders(telling)];
  return [notice({ people, roles: safeguardingRoles }, text)];
};
