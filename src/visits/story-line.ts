import type { Roster } from '../people/staff.ts';
import type { Policy } from '../policy/policy.ts';
import type { Instant } from '../vocabulary.ts';
import type { VisitEvent } from './event.ts';

export type StoryLine = {
  readonly at: Instant;
  /** A sentence: "Mrs Okafor approved." The time is shown beside it. */
  readonly text: string;
  /** The clause behind it, where there is one. */
  readonly clause?: string;
  readonly tone: 'plain' | 'good' | 'warning' | 'alarm';
};

export type StoryGiven = { readonly roster: Roster; readonly policy: Policy };

/** A line before it has its time. */
export type Said = Omit<StoryLine, 'at'>;

export type EventOf<Type extends VisitEvent['type']> = VisitEvent & { readonly type: Type };

export const plain = (text: string): Said => ({ text, tone: 'plain' });

/** Sentences one after another; those with nothing to say are left out. */
export const sentences = (...parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join(' ');
