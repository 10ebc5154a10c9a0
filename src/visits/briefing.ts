/** What the school's policy reminds a visitor of, at the moment it matters to them. */
import type { Relation } from '../people/access.ts';
import { type Reminder, remindersAt } from '../policy/citation.ts';
import type { Policy } from '../policy/policy.ts';
import type { Moment } from '../policy/policy-parts.ts';
import type { PersonId } from '../vocabulary.ts';
import { type Words, wordsFor } from '../words/words.ts';
import { isOpen } from './evolve-alarms.ts';
import { positionOf } from './people-out.ts';
import type { KnownVisit, Position } from './visit.ts';

/** `open`: it matters now. What is not open comes next, and is there to be unfolded. */
export type Briefing = {
  readonly moment: Moment;
  readonly open: boolean;
  readonly lines: readonly Reminder[];
};

/** What the policy asks of whoever decides, while they do. */
export const briefingToDecide = (
  visit: KnownVisit,
  relations: readonly Relation[],
  { briefing }: Policy,
): readonly Briefing[] => {
  if (visit.status !== 'awaiting approval' || !relations.includes('approver')) return [];
  const going = visit.proposal.visitors.length > 1 ? 'two' : 'one';
  const fits = briefing.filter(({ whenGoing = going }) => whenGoing === going);
  const lines = remindersAt(fits, 'deciding');
  return lines.length === 0 ? [] : [{ moment: 'deciding', open: true, lines }];
};

/** Which lines of the schools' own say each of what a help card has to say: how to calm it, where to stand, how to get out. */
const saidBy: Readonly<Record<keyof Words['watch']['threatened'], readonly string[]>> = {
  calm: ['calm', 'not-in-kind'],
  position: ['distance', 'not-in-kind'],
  'way-out': ['get-away', 'get-out', 'escape'],
  'ring-me': [],
};

/** The school's own lines for whoever is under threat, and after them what they leave out. */
export const helpLines = (policy: Policy): readonly Reminder[] => {
  const own = remindersAt(policy.briefing, 'threatened');
  const ids = own.map(({ id }) => id);
  const { threatened } = wordsFor(policy.language).watch;
  const missing = (Object.keys(saidBy) as (keyof typeof saidBy)[]).filter(
    (about) => !saidBy[about].some((id) => ids.includes(id)),
  );
  return [...own, ...missing.map((id) => ({ id, say: threatened[id], place: '' }))];
};

type Now = { readonly now: readonly Moment[]; readonly next: readonly Moment[] };

/** Nothing for whoever does not go. */
export const briefingFor = (
  visit: KnownVisit,
  person: PersonId,
  policy: Policy,
): readonly Briefing[] => {
  if (!visit.proposal.visitors.includes(person)) return [];
  const { now, next } = momentsOf(visit, person);
  const said = (moments: readonly Moment[], open: boolean) =>
    moments.map((moment) => ({
      moment,
      open,
      lines: moment === 'threatened' ? helpLines(policy) : remindersAt(policy.briefing, moment),
    }));
  return [...said(now, true), ...said(next, false)].filter(({ lines }) => lines.length > 0);
};

const momentsOf = (visit: KnownVisit, person: PersonId): Now => {
  switch (visit.status) {
    case 'awaiting approval':
    case 'changes asked':
    case 'approval void':
      return withThreat(visit, { now: [], next: ['before-leaving'] });
    case 'approved':
      return withThreat(visit, { now: ['before-leaving'], next: [] });
    case 'out':
      return withThreat(visit, whileOut[positionOf(visit.outing, person)]);
    default:
      return withThreat(visit, { now: [], next: [] });
  }
};

const whileOut: Readonly<Record<Position, Now>> = {
  'at-school': { now: ['before-leaving'], next: [] },
  travelling: { now: ['at-the-door'], next: [] },
  'at-the-door': { now: ['at-the-door'], next: ['inside'] },
  inside: { now: ['inside'], next: ['leaving'] },
  left: { now: ['leaving'], next: [] },
  unsafe: { now: ['threatened'], next: [] },
  'moved-on': { now: ['leaving'], next: [] },
  back: { now: [], next: [] },
};

/** What to do under threat is at hand all the while, and first once somebody has called, in whatever state. Once all is over it is over, too. */
const withThreat = (visit: KnownVisit, { now, next }: Now): Now => {
  if (now.includes('threatened')) return { now, next };
  const called = visit.alarms.some((alarm) => isOpen(alarm) && alarm.kind !== 'overdue');
  if (called) return { now: ['threatened'], next: [...now, ...next] };
  return now.length + next.length === 0 ? { now, next } : { now, next: [...next, 'threatened'] };
};
