/** What the product itself notices: the clock, and hands in the list. */
import { accept, type Instant, instant } from '../vocabulary.ts';
import { type Asked, asItIs, type Decided, happening } from './asking.ts';
import type { Circumstances } from './circumstances.ts';
import type { HandChange } from './command.ts';
import type { Proposal } from './proposal.ts';
import { withWhom } from './take-over.ts';
import type { KnownVisit, Visit } from './visit.ts';
import { toCome } from './watch.ts';

/** One event for every rung that was missed, in the order they should have come. */
export const decideClock = (
  command: Asked<'check-clock'>,
  visit: Visit,
  given: Circumstances,
): Decided =>
  accept(
    ...[...toCome(visit, given.policy, given.registers?.calendar)]
      .filter(({ at }) => at <= given.now)
      .sort((one, other) => (one.at < other.at ? -1 : 1))
      .map(({ detail }) => happening(command, given, withWhom(detail, visit, given))),
  );

/** What an approval rests on; where somebody wrote over it by hand, it rests on nothing. */
const bindingColumns: readonly string[] = [
  'Pupil',
  'Address',
  'Visitors',
  'Start',
  'DueBack',
  'Risk',
  'Status',
  'DecidedBy',
  'DecidedAt',
];

/** Recorded with who and what, and treated as an edit: never overwritten in silence, never believed. */
export const decideHandChange = (
  command: Asked<'notice-hand-change'>,
  visit: KnownVisit,
  given: Circumstances,
): Decided => {
  const { changes, editor } = command;
  if (changes.length === 0) return asItIs;
  const waiting = ['awaiting approval', 'approved'].includes(visit.status);
  const voids = waiting && changes.some(({ column }) => bindingColumns.includes(column));
  const proposal = changes.reduce(withColumn, visit.proposal);
  return accept(
    happening(command, given, { type: 'changed-by-hand', changes, editor, proposal, voids }),
  );
};

const withColumn = (proposal: Proposal, { column, to }: HandChange): Proposal => {
  switch (column) {
    case 'Pupil':
      return { ...proposal, pupil: to };
    case 'Address':
      return { ...proposal, address: to };
    case 'YearGroup':
      return { ...proposal, yearGroup: to };
    case 'Start':
      return { ...proposal, start: moment(to) ?? proposal.start };
    case 'DueBack':
      return { ...proposal, dueBack: moment(to) ?? proposal.dueBack };
    default:
      return proposal;
  }
};

const moment = (text: string): Instant | undefined => {
  try {
    return instant(text);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};

export const decideBrokenHistory = (
  command: Asked<'notice-broken-history'>,
  given: Circumstances,
): Decided => {
  const { found, editor } = command;
  return accept(happening(command, given, { type: 'history-broken', found, editor }));
};
