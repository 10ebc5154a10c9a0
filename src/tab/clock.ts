/** The school's time: what the server last said, and the whole minutes gone since. */
import { createContext, useContext, useEffect, useState } from 'react';
import { type Instant, instant, minutesAfter } from '../vocabulary.ts';

const ClockContext = createContext<Instant>(instant('1970-01-01T00:00:00Z'));
export const ClockProvider = ClockContext.Provider;
export const useNow = (): Instant => useContext(ClockContext);

type Said = { readonly now: Instant };

/** Counts from each answer of the server afresh. */
export const useServerClock = (said: Said | undefined): Instant | undefined => {
  const [clock, setClock] = useState({ said, passed: 0 });
  useEffect(() => {
    const from = performance.now();
    setClock({ said, passed: 0 });
    const count = () => setClock({ said, passed: Math.floor((performance.now() - from) / 60_000) });
    const timer = setInterval(count, 5_000);
    return () => clearInterval(timer);
  }, [said]);
  if (said === undefined) return undefined;
  return minutesAfter(said.now, clock.said === said ? clock.passed : 0);
};
