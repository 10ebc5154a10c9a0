/** The steps of the ladder while somebody changes them, and what is wrong with each, in plain words. */
import { words } from './words.ts';

/** Minutes as they were typed. */
export type Step = {
  readonly id: string;
  readonly afterMinutes: string;
  readonly to: readonly string[];
};

export const stepsIn = (value: unknown): readonly Step[] =>
  Array.isArray(value)
    ? value.map((one: { id?: unknown; afterMinutes?: unknown; to?: unknown }) => ({
        id: String(one.id ?? ''),
        afterMinutes: String(one.afterMinutes ?? ''),
        to: Array.isArray(one.to) ? one.to.map(String) : [],
      }))
    : [];

/** For each step the first thing that speaks against it; undefined where nothing does. */
export const faultsIn = (steps: readonly Step[]): readonly (string | undefined)[] =>
  steps.map(({ afterMinutes, to }, index) => {
    const { faults } = words.ladder;
    const before = steps[index - 1];
    if (!/^\d+$/u.test(afterMinutes)) return faults.number;
    if (before !== undefined && Number(afterMinutes) <= Number(before.afterMinutes))
      return faults.later;
    if (to.length === 0) return faults.nobody;
    const last = index === steps.length - 1;
    return last && to.every((audience) => audience === 'visitors') ? faults.last : undefined;
  });

/** Ten minutes after the last, with those who hear the last; under a name that no step has had. */
export const fresh = (steps: readonly Step[]): Step => {
  const last = steps.at(-1);
  const number = steps.reduce((most, { id }) => Math.max(most, numberIn(id)), steps.length) + 1;
  return {
    id: `step-${number}`,
    afterMinutes: String(Number(last?.afterMinutes ?? 0) + 10),
    to: last?.to ?? ['office'],
  };
};

const numberIn = (id: string): number => Number(/^step-(\d+)$/u.exec(id)?.[1] ?? 0);
