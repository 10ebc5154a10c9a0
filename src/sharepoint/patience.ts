/** While Graph is silent, one call at a time waits to hear from it again; the others hear at once that it does not answer. */
import { BookClosed } from '../register/book.ts';

type Given = {
  /** How long a call waits for its answer. */
  readonly timeoutMs: number;
  readonly heard?: (answered: boolean) => void;
};

/** So long after a silence nobody asks; then one does. */
const restMs = 5_000;

/** What was answered within a quarter of the patience was said, whatever it was; the rest was silence. */
const isSilence = (tookMs: number, timeoutMs: number): boolean => tookMs > timeoutMs / 4;

/** Throws what the call throws, and BookClosed without calling where Graph is silent. */
export const createPatience = ({ timeoutMs, heard = () => undefined }: Given) => {
  let silence: { readonly until: number } | undefined;
  let listening = false;

  const mayCall = (): boolean =>
    silence === undefined || (performance.now() >= silence.until && !listening);

  return async <Result>(call: () => Promise<Result>): Promise<Result> => {
    if (!mayCall()) throw new BookClosed('SharePoint does not answer.');
    const listens = silence !== undefined;
    if (listens) listening = true;
    const began = performance.now();
    try {
      const result = await call();
      silence = undefined;
      heard(true);
      return result;
    } catch (error) {
      const closed = error instanceof BookClosed;
      const silent = closed && isSilence(performance.now() - began, timeoutMs);
      silence = silent ? { until: performance.now() + restMs } : undefined;
      heard(!closed);
      throw error;
    } finally {
      if (listens) listening = false;
    }
  };
};
