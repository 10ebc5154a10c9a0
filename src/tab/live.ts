/** Keeps a page up to date while somebody looks at it. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure, Reply } from './client.ts';

export type Live<T> = {
  readonly data: T | undefined;
  /** Set while the last try failed; what was known before stays. */
  readonly failure: Failure | undefined;
  readonly gone: boolean;
  readonly reload: () => void;
  /** Shows an answer that came with a press, without asking again. */
  readonly show: (data: T) => void;
};

type State<T> = Omit<Live<T>, 'reload' | 'show'>;

const every = 4_000;
const nothing = { data: undefined, failure: undefined, gone: false };

const after = <T>(before: State<T>, reply: Reply<T>): State<T> => {
  switch (reply.kind) {
    case 'ok': {
      const same = JSON.stringify(before.data) === JSON.stringify(reply.data);
      if (same && before.failure === undefined && !before.gone) return before;
      return { data: same ? before.data : reply.data, failure: undefined, gone: false };
    }
    case 'failed':
      return { ...before, failure: reply };
    case 'gone':
      return { data: undefined, failure: undefined, gone: true };
    case 'held':
    case 'refused':
      return before;
    default:
      return reply satisfies never;
  }
};

export const useLive = <T>(load: () => Promise<Reply<T>>): Live<T> => {
  const [state, setState] = useState<State<T>>(nothing);
  const turn = useRef(0);
  const reload = useCallback(async () => {
    turn.current += 1;
    const mine = turn.current;
    const reply = await load();
    // An answer overtaken by a later question is old news.
    if (mine === turn.current) setState((before) => after(before, reply));
  }, [load]);
  useEffect(() => {
    const look = () => {
      if (document.visibilityState !== 'hidden') void reload();
    };
    setState(nothing);
    look();
    const timer = setInterval(look, every);
    document.addEventListener('visibilitychange', look);
    globalThis.addEventListener('online', look);
    return () => {
      turn.current += 1;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
      globalThis.removeEventListener('online', look);
    };
  }, [reload]);
  const show = useCallback((data: T) => {
    turn.current += 1;
    setState({ data, failure: undefined, gone: false });
  }, []);
  return { ...state, reload: () => void reload(), show };
};
