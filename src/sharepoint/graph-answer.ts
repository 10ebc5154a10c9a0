/** What Graph's answers mean to those who keep books. Nothing of what was written or asked goes into an error. */
import type { z } from 'zod';
import { AlreadyWritten, BookClash, BookClosed } from '../register/book.ts';

export type GraphAnswer = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
};

/** Graph understood, and says no: trying again changes nothing. */
export class GraphRefused extends Error {
  override readonly name = 'GraphRefused';
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, words: string) {
    super(`Graph refused with ${status} ${code}${words && `: ${words}`}`);
    this.status = status;
    this.code = code;
  }
}

/** There is no such site, list or item (any more), or the place in the feed is too old. */
export const isGone = (error: unknown): boolean =>
  error instanceof GraphRefused && (error.status === 404 || error.status === 410);

/** Busy, or broken for now; 408 and 423 among them: the item is locked while somebody saves it. */
const passing: readonly number[] = [408, 423, 429, 500, 502, 503, 504, 509];

/** The JSON of a good answer; throws what a bad one means. `quotable`: Graph's own words name nobody here. */
export const contentOf = (answer: GraphAnswer, quotable: boolean): unknown => {
  const { status, text } = answer;
  const json = jsonOf(text);
  if (status >= 200 && status < 300) {
    if (text !== '' && json === undefined) throw closed(answer, 'a page in place of an answer');
    return json;
  }
  throw meaningOf(answer, { json, quotable });
};

const meaningOf = (
  answer: GraphAnswer,
  { json, quotable }: { readonly json: unknown; readonly quotable: boolean },
): Error => {
  const { status, text } = answer;
  if (status === 412) return new BookClash('Somebody has written since.');
  if (passing.includes(status)) return closed(answer, String(status));
  if (/^\s*</.test(text)) return closed(answer, `a page with ${status}`);
  const { code, message } = errorIn(json);
  if (status === 400 && /unique constraint/i.test(message))
    return new AlreadyWritten('An item with this key is there already.');
  return new GraphRefused(status, code, quotable ? message : '');
};

const closed = ({ headers }: GraphAnswer, what: string): BookClosed =>
  new BookClosed(`SharePoint answered ${what}.`, secondsToWait(headers));

/** `Retry-After` in seconds or as a date, which is held against the answer's own date, not this machine's clock. */
const secondsToWait = (headers: Headers): number | undefined => {
  const told = headers.get('retry-after');
  if (told === null) return undefined;
  const seconds = /^\s*\d+\s*$/.test(told)
    ? Number(told)
    : (Date.parse(told) - Date.parse(headers.get('date') ?? '')) / 1_000;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined;
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

const errorIn = (json: unknown): { readonly code: string; readonly message: string } => {
  const error = member(json, 'error');
  const [code, message] = [member(error, 'code'), member(error, 'message')];
  return {
    code: typeof code === 'string' ? code : '',
    message: typeof message === 'string' ? message : '',
  };
};

const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;

/** Reads an answer as it is documented; one that is not is said by where it differs, never by what it holds. */
export const parseAnswer = <Shape>(shape: z.ZodType<Shape>, answer: unknown): Shape => {
  const read = shape.safeParse(answer);
  if (read.success) return read.data;
  const places = read.error.issues.map(({ code, path }) => `${code} at ${path.join('.')}`);
  throw new Error(`Graph answered in an unknown form: ${places.join(', ')}`);
};
