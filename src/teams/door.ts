/** The bot's address on our own server: size, guard, once, then the SDK. Every answer is JSON. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { IncomingActivity } from './activity.ts';
import { guard, largestBody } from './guard.ts';
import type { ActOnce } from './once.ts';
import { type Answer, problemAnswer } from './problem.ts';

type Request = { readonly text: string; readonly authorization: string | undefined };

type Given = {
  readonly guardWith: Parameters<typeof guard>[1];
  readonly once: ActOnce;
  /** What the SDK makes of it. */
  readonly enter: (
    request: { readonly body: unknown; readonly headers: Record<string, string> },
    activity: IncomingActivity,
  ) => Promise<{ readonly status: number; readonly body?: unknown }>;
  readonly report: (error: unknown) => void;
};

/** Undefined where it is larger than anything Teams sends; the rest is not read. */
const readText = async (request: IncomingMessage): Promise<string | undefined> => {
  const said = Number(request.headers['content-length'] ?? 0);
  if (said > largestBody) return undefined;
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    const piece = Buffer.from(part);
    size += piece.length;
    if (size > largestBody) return undefined;
    parts.push(piece);
  }
  return Buffer.concat(parts).toString('utf8');
};

const isSuccess = (status: number): boolean => status >= 200 && status < 300;

export const createDoor = ({ guardWith, once, enter, report }: Given) => {
  const answerTo = async ({ text, authorization }: Request): Promise<Answer> => {
    const guarded = await guard({ text, authorization }, guardWith);
    if (guarded.kind === 'refused') return problemAnswer(guarded.problem);
    return once(guarded.activity, async () => {
      const headers = { authorization: authorization ?? '' };
      const { status, body } = await enter({ body: guarded.body, headers }, guarded.activity);
      return isSuccess(status)
        ? { status, type: 'application/json', body: JSON.stringify(body ?? {}) }
        : problemAnswer({ status, title: 'The activity was not handled.' });
    });
  };

  const send = (response: ServerResponse, { status, type, body }: Answer): void => {
    response.writeHead(status, {
      'content-type': `${type}; charset=utf-8`,
      'content-length': Buffer.byteLength(body),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      // What was not read must not be taken for the next request.
      ...(status === 413 && { connection: 'close' }),
    });
    response.end(body);
  };

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      if (request.method !== 'POST') {
        send(response, problemAnswer({ status: 405, title: 'Only POST is answered here.' }));
        return;
      }
      const text = await readText(request);
      if (text === undefined) {
        send(response, problemAnswer({ status: 413, title: 'The body is too large.' }));
        return;
      }
      const { authorization } = request.headers;
      send(response, await answerTo({ text, authorization }));
    } catch (error) {
      report(error);
      if (response.headersSent) response.destroy();
      else send(response, problemAnswer({ status: 500, title: 'Something went wrong here.' }));
    }
  };
};
