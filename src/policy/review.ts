/** When the policy is to be looked at again. A policy that has lapsed warns, and never blocks. */
import type { Policy } from './policy.ts';

export type Review = {
  /** `yyyy-mm`, or empty where neither the document nor its first day says. */
  readonly due: string;
  readonly state: 'lapsed' | 'soon' | 'current' | 'not said';
};

/** `from` is the day this version came into force, where that is known; `today` the school's day. */
export const reviewOf = ({ review }: Policy, from: string | undefined, today: string): Review => {
  const due = dueMonth(review, from);
  if (due === undefined) return { due: '', state: 'not said' };
  const left = due - monthOf(today);
  const said = inText(due);
  if (left < 0) return { due: said, state: 'lapsed' };
  return { due: said, state: left <= soonMonths ? 'soon' : 'current' };
};

/** So many months before it lapses people are reminded. */
const soonMonths = 2;

/** A year alone is over when its December is. */
const dueMonth = ({ due, everyMonths }: Policy['review'], from: string | undefined) => {
  if (due !== '') return monthOf(due.length === 4 ? `${due}-12` : due);
  return from === undefined ? undefined : monthOf(from) + everyMonths;
};

const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

const inText = (month: number): string => {
  const within = month % 12;
  return `${String((month - within) / 12)}-${String(within + 1).padStart(2, '0')}`;
};
