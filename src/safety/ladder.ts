/** When people who are not back are looked for, and by whom. Rungs climb by time alone. */
import type { Policy, Rung } from '../policy/policy.ts';
import { type Instant, minutesAfter } from '../vocabulary.ts';

export type Raised = { readonly rung: string; readonly at: Instant };

/** One due-back, and the rungs raised since it was set. */
export type Ladder = { readonly dueBack: Instant; readonly raised: readonly Raised[] };

/** A rung that is still to come, or to come again. */
export type RungToCome = {
  readonly at: Instant;
  readonly rung: string;
  readonly times: number;
  readonly quiet: boolean;
};

/** A rung that reaches nobody but those who are out reminds; it does not alarm. */
const isQuiet = (rung: Rung): boolean => rung.to.every((audience) => audience === 'visitors');

/** Every rung not raised yet, each at its time; when all are, the last one again. Never empty. */
export const rungsToCome = (
  { dueBack, raised }: Ladder,
  { overdue }: Pick<Policy, 'overdue'>,
): readonly RungToCome[] => {
  const waiting = overdue.rungs.filter(({ id }) => !raised.some(({ rung }) => rung === id));
  if (waiting.length > 0)
    return waiting.map((rung) => ({
      at: minutesAfter(dueBack, rung.afterMinutes),
      rung: rung.id,
      times: 1,
      quiet: isQuiet(rung),
    }));
  const last = overdue.rungs.at(-1)?.id ?? '';
  return [again(last, { raised, from: dueBack, everyMinutes: overdue.repeatMinutes })];
};

/** The same rung once more, so many minutes after the last time anybody was told. */
export const again = (
  rung: string,
  told: {
    readonly raised: readonly Raised[];
    readonly from: Instant;
    readonly everyMinutes: number;
  },
): RungToCome => ({
  at: minutesAfter(told.raised.at(-1)?.at ?? told.from, told.everyMinutes),
  rung,
  times: told.raised.filter((one) => one.rung === rung).length + 1,
  quiet: false,
});

/** The rung that first reaches somebody who can look for them. */
export const firstAlarmingRung = ({ overdue }: Pick<Policy, 'overdue'>): string =>
  overdue.rungs.find((rung) => !isQuiet(rung))?.id ?? '';
