/** How well the policy is working, in counts: nothing here names a person, a family or a reason. */
import {
  daysAfter,
  type Instant,
  minutesBetween,
  mondayOf,
  schoolDay,
  weekOf,
} from '../vocabulary.ts';
import type { VisitEvent } from './event.ts';
import { outcomeOf } from './office-status.ts';
import type { Outcome } from './status.ts';
import type { AlarmKind, KnownVisit } from './visit.ts';

type Past = { readonly visit: KnownVisit; readonly events: readonly VisitEvent[] };

export type Monitoring = {
  /** The first and the last day that are counted, `yyyy-mm-dd`. */
  readonly from: string;
  readonly until: string;
  readonly weeks: readonly {
    readonly week: string;
    readonly visits: number;
    readonly breaches: number;
  }[];
  readonly decisions: {
    readonly asked: number;
    readonly approved: number;
    readonly declined: number;
    readonly ranOut: number;
    readonly onTwoNames: number;
    /** Emergencies on two names that nobody has looked over yet. */
    readonly toReview: number;
  };
  readonly outcomes: readonly { readonly outcome: Outcome; readonly count: number }[];
  /** What was done though the policy did not allow it, by the clause; the most often first. */
  readonly breaches: readonly { readonly clause: string; readonly count: number }[];
  readonly alarms: readonly {
    readonly kind: AlarmKind;
    readonly count: number;
    /** Whole minutes until a voice was heard, half of them sooner; undefined where none was. */
    readonly minutesToVoice: number | undefined;
  }[];
  readonly changedByHand: number;
};

const weeksCounted = 12;

/** This week and the eleven before it, by the day a visit starts. */
export const monitoringOf = (all: readonly Past[], now: Instant): Monitoring => {
  const until = schoolDay(now);
  const from = daysAfter(mondayOf(weekOf(until)) ?? until, -7 * (weeksCounted - 1));
  const past = all.filter(({ visit }) => {
    const day = schoolDay(visit.proposal.start);
    return from <= day && day <= until;
  });
  const events = past.flatMap((one) => one.events);
  const count = (type: VisitEvent['type']) => events.filter((event) => event.type === type).length;
  const glass = past.flatMap(({ visit }) => visit.glass ?? []);
  const broken = glass.filter(({ second }) => second !== undefined);
  return {
    from,
    until,
    weeks: weeksOf(past, from),
    decisions: {
      asked: past.length,
      approved: past.filter((one) => one.events.some(({ type }) => type === 'approved')).length,
      declined: count('declined'),
      ranOut: count('lapsed'),
      onTwoNames: broken.length,
      toReview: broken.filter(({ reviewed }) => reviewed === undefined).length,
    },
    outcomes: counted(past.flatMap(({ visit }) => outcomeOf(visit) || [])).map(
      ([outcome, number]) => ({ outcome, count: number }),
    ),
    breaches: counted(
      events.flatMap((event) =>
        event.type === 'breach-reported' ? event.rules.map(({ clause }) => clause) : [],
      ),
    ).map(([clause, number]) => ({ clause, count: number })),
    alarms: alarmsOf(past),
    changedByHand: count('changed-by-hand'),
  };
};

/** The most often first; alike by name, so that the same counts always read the same. */
const counted = <T extends string>(all: readonly T[]): readonly (readonly [T, number])[] => {
  const counts = new Map<T, number>();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
};

const weeksOf = (past: readonly Past[], from: string): Monitoring['weeks'] => {
  const days = Array.from({ length: weeksCounted }, (_, index) => daysAfter(from, 7 * index));
  return days.map(weekOf).map((week) => {
    const those = past.filter(({ visit }) => weekOf(schoolDay(visit.proposal.start)) === week);
    const breaches = those.reduce((sum, { visit }) => sum + visit.breaches, 0);
    return { week, visits: those.length, breaches };
  });
};

type Heard = { readonly kind: AlarmKind; readonly minutes: number | undefined };

const alarmsOf = (past: readonly Past[]): Monitoring['alarms'] => {
  const heard = past.flatMap(({ visit, events }) =>
    visit.alarms.map(({ id, kind, since }): Heard => {
      const voice = events.find(
        (event) =>
          (event.type === 'spoken-to' || event.type === 'stood-down') && event.alarm === id,
      );
      return { kind, minutes: voice === undefined ? undefined : minutesBetween(since, voice.at) };
    }),
  );
  return counted(heard.map(({ kind }) => kind)).map(([kind, number]) => ({
    kind,
    count: number,
    minutesToVoice: middle(
      heard.flatMap((one) => (one.kind === kind && one.minutes !== undefined ? [one.minutes] : [])),
    ),
  }));
};

const middle = (minutes: readonly number[]): number | undefined => {
  const sorted = minutes.toSorted((one, other) => one - other);
  const half = sorted[(sorted.length - 1 - ((sorted.length - 1) % 2)) / 2];
  return half === undefined ? undefined : half - (half % 1);
};
