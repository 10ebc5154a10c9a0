import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { type Answer, HttpProblem } from './http.ts';
import type { Json } from './json.ts';

const shape = z.strictObject({
  on: z.enum(['graph', 'connector', 'entra']),
  kind: z.enum([
    '429',
    '503',
    '403',
    'down',
    'reset',
    'commit-then-504',
    'html',
    'slow',
    'hang',
    'empty-filter',
  ]),
  /** Part of `METHOD /path?query`; everything unless said. */
  match: z.string().optional(),
  /** How many calls fail; all of them, until faults are cleared, unless said. */
  times: z.number().int().positive().optional(),
  /** Seconds, for 429 and 503; and how long a slow answer takes. */
  retryAfter: z.number().nonnegative().optional(),
});

export type Fault = z.infer<typeof shape>;
type FaultState = Fault & { readonly hits: number };

export type Faults = {
  readonly add: (body: unknown) => FaultState;
  readonly list: () => readonly FaultState[];
  readonly clear: () => void;
  /** The fault that the next call meets, counted as met. */
  readonly meet: (on: Fault['on'], subject: string) => Fault | undefined;
};

const plain = (subject: string): string => {
  try {
    return decodeURIComponent(subject.replaceAll('+', ' '));
  } catch {
    return subject;
  }
};

const fits = (fault: FaultState, subject: string): boolean => {
  if (fault.times !== undefined && fault.hits >= fault.times) return false;
  const match = fault.match ?? '';
  return subject.includes(match) || plain(subject).includes(match);
};

export const createFaults = (): Faults => {
  let faults: FaultState[] = [];
  return {
    add: (body) => {
      const parsed = shape.safeParse(body);
      if (!parsed.success) throw new HttpProblem(400, { error: z.prettifyError(parsed.error) });
      const fault = { ...parsed.data, hits: 0 };
      faults.push(fault);
      return fault;
    },
    list: () => faults,
    clear: () => {
      faults = [];
    },
    meet: (on, subject) => {
      const met = faults.find((one) => one.on === on && fits(one, subject));
      if (!met) return undefined;
      faults = faults.map((one) => (one === met ? { ...one, hits: one.hits + 1 } : one));
      return met;
    },
  };
};

const errorBody = (code: string, message: string): Json => ({ error: { code, message } });

/** Longer than anybody waits. */
export const hangsForMs = 3_600_000;

const busy = (status: number, fault: Fault): Answer => ({
  status,
  body: errorBody(status === 429 ? 'Throttled' : 'ServiceUnavailable', 'Try again later.'),
  headers: { 'retry-after': String(fault.retryAfter ?? 1) },
});

/** Lets a call fail the way the fault says; `handle` runs only where the real thing would have run. */
export const failing = async (
  fault: Fault | undefined,
  handle: () => Promise<Answer>,
): Promise<Answer> => {
  if (fault === undefined) return handle();
  switch (fault.kind) {
    case 'empty-filter':
      return handle();
    case '429':
      return busy(429, fault);
    case '503':
      return busy(503, fault);
    case '403':
      return { status: 403, body: errorBody('Forbidden', 'Not allowed.') };
    case 'down':
    case 'reset':
      return 'reset';
    case 'html':
      return { status: 502, body: '<!doctype html><title>Bad gateway</title><h1>Bad gateway</h1>' };
    case 'slow':
      await pause((fault.retryAfter ?? 5) * 1_000);
      return handle();
    case 'hang':
      await pause(hangsForMs, undefined, { ref: false });
      return 'reset';
    case 'commit-then-504':
      await handle();
      return { status: 504, body: errorBody('GatewayTimeout', 'The gateway gave up waiting.') };
    default:
      return fault.kind satisfies never;
  }
};
