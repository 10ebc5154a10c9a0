import { setTimeout as pause } from 'node:timers/promises';
import { hangsForMs } from '../faults.ts';
import { accessDenied, GraphRefusal, throttled } from './refusal.ts';
import type { Answer } from './request.ts';

/** One way a call to Graph goes wrong when somebody asked for it. */
export type GraphFault = {
  readonly kind:
    | '429'
    | '503'
    | '403'
    | 'down'
    | 'reset'
    | 'commit-then-504'
    | 'html'
    | 'slow'
    | 'hang'
    | 'empty-filter';
  /** Seconds: told with 429 and 503, waited by `slow`. */
  readonly retryAfter?: number | undefined;
};

const usualWait = 5;

const unavailable = (fault: GraphFault) =>
  new GraphRefusal(
    { status: 503, code: 'serviceNotAvailable' },
    'The service is temporarily unavailable.',
    { 'retry-after': String(fault.retryAfter ?? usualWait) },
  );

const errorPage: Answer = {
  status: 502,
  body: '<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>',
  headers: { 'content-type': 'text/html; charset=utf-8' },
};

/** Lets the work fail as asked; `reset` stands for a line that is cut without a word. */
export const withFault = async (
  fault: GraphFault | undefined,
  work: () => Promise<Answer>,
): Promise<Answer | 'reset'> => {
  if (fault === undefined) return work();
  switch (fault.kind) {
    case 'empty-filter':
      return work();
    case '429':
      throw throttled(fault.retryAfter ?? usualWait);
    case '503':
      throw unavailable(fault);
    case '403':
      throw accessDenied();
    case 'down':
    case 'reset':
      return 'reset';
    case 'html':
      return errorPage;
    case 'slow':
      await pause((fault.retryAfter ?? usualWait) * 1_000, undefined, { ref: false });
      return work();
    case 'hang':
      await pause(hangsForMs, undefined, { ref: false });
      return 'reset';
    case 'commit-then-504':
      await work();
      throw new GraphRefusal({ status: 504, code: 'UnknownError' }, '');
    default:
      return fault.kind satisfies never;
  }
};
