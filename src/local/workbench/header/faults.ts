import { useCallback, useMemo } from 'react';
import { faults, switchAllOff, switchOn } from '../control.ts';
import type { Fault } from '../shapes.ts';
import { useLive } from '../use-live.ts';

/** What a school may want to see go wrong. */
export const offered: readonly Fault[] = [
  { on: 'graph', kind: 'down' },
  { on: 'graph', kind: '429', retryAfter: 20 },
  { on: 'connector', kind: 'down' },
  { on: 'entra', kind: 'down' },
];
export const nameOf = ({ on, kind }: Fault): string => `${on} ${kind}`;

/** The tenant can only switch all off, so those that stay are set again. */
export const useFaults = () => {
  const { value: told, readAgain } = useLive(faults, 3000);
  const on = useMemo(() => [...new Set((told ?? []).map(nameOf))], [told]);
  const choose = useCallback(
    async (names: readonly string[]) => {
      await switchAllOff();
      for (const fault of offered.filter((one) => names.includes(nameOf(one)))) {
        await switchOn(fault);
      }
      readAgain();
    },
    [readAgain],
  );
  return { on, choose };
};
