/** Rows do not move under a finger: a new order waits until the hand has rested, though never long. */
import { useEffect, useState } from 'react';
import type { SeenVisit } from '../journeys/seen.ts';

const restMs = 1_000;
const longestMs = 3_000;

let movedAt = Number.NEGATIVE_INFINITY;
for (const kind of ['pointermove', 'pointerdown', 'keydown', 'touchstart'])
  globalThis.addEventListener?.(
    kind,
    () => {
      movedAt = performance.now();
    },
    { passive: true },
  );

/** After a press of one's own the page follows at once. */
export const letMove = (): void => {
  movedAt = Number.NEGATIVE_INFINITY;
};

/** What a reordering would change; anything else is shown at once. */
const shapeOf = (visits: readonly SeenVisit[] | undefined): string =>
  (visits ?? [])
    .map(({ reference, status, alarms }) => `${reference} ${status} ${alarms.length}`)
    .join();

export const useStill = (
  visits: readonly SeenVisit[] | undefined,
): readonly SeenVisit[] | undefined => {
  const [shown, setShown] = useState(visits);
  useEffect(() => {
    const began = performance.now();
    const settle = () => {
      const at = performance.now();
      const busy = at - movedAt < restMs && at - began < longestMs;
      if (!busy) setShown(visits);
      return busy;
    };
    if (shapeOf(shown) === shapeOf(visits) || shown === undefined) {
      setShown(visits);
      return;
    }
    if (!settle()) return;
    const timer = setInterval(() => {
      if (!settle()) clearInterval(timer);
    }, 200);
    return () => clearInterval(timer);
  }, [visits, shown]);
  return shown;
};
