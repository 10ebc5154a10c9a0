import { useCallback, useEffect, useRef, useState } from 'react';

/** Something read again and again. What was last known stays on the page while a later read fails. */
export type Live<T> = {
  readonly value: T | undefined;
  readonly failure: Error | undefined;
  readonly readAgain: () => void;
};

const asError = (thrown: unknown): Error =>
  thrown instanceof Error ? thrown : new Error(String(thrown));

type Told<T> = { readonly onValue: (value: T) => void; readonly onFailure: (error: Error) => void };

/** Reads now, then so often while the page is seen. Answers how to stop. */
const keepReading = <T>(read: () => Promise<T>, everyMs: number, told: Told<T>): (() => void) => {
  let stopped = false;
  let timer = 0;
  const unlessStopped =
    <V>(tell: (value: V) => void) =>
    (value: V) => {
      if (!stopped) tell(value);
    };
  const once = async () => {
    if (!document.hidden) {
      await read().then(unlessStopped(told.onValue), (thrown: unknown) =>
        unlessStopped(told.onFailure)(asError(thrown)),
      );
    }
    if (!stopped) timer = window.setTimeout(() => void once(), everyMs);
  };
  void once();
  return () => {
    stopped = true;
    window.clearTimeout(timer);
  };
};

/**
 * The value keeps its identity while its content does, so nothing that has not changed is drawn
 * again. Give a stable `read`: another one is another thing to know.
 */
export const useLive = <T>(read: () => Promise<T>, everyMs: number): Live<T> => {
  const [known, setKnown] = useState<{ readonly by: typeof read; readonly is: T }>();
  const [failure, setFailure] = useState<Error>();
  const [turn, setTurn] = useState(0);
  const last = useRef({ by: read, text: '' });

  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks for an extra read.
  useEffect(
    () =>
      keepReading(read, everyMs, {
        onFailure: setFailure,
        onValue: (is) => {
          const text = JSON.stringify(is) ?? '';
          const same = last.current.by === read && last.current.text === text;
          last.current = { by: read, text };
          if (!same) setKnown({ by: read, is });
          setFailure(undefined);
        },
      }),
    [read, everyMs, turn],
  );

  const readAgain = useCallback(() => setTurn((before) => before + 1), []);
  return { value: known?.by === read ? known.is : undefined, failure, readAgain };
};
