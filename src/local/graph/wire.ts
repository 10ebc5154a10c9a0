import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { badRequest, GraphRefusal } from './refusal.ts';
import type { Answer } from './request.ts';

const largestBody = 4 * 1_024 * 1_024;

export const textOf = async (request: IncomingMessage): Promise<string> => {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request) {
    size += piece.length;
    if (size > largestBody)
      throw new GraphRefusal(
        { status: 413, code: 'RequestEntityTooLarge' },
        'The request is too large.',
      );
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
};

export const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest(
      'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
    );
  }
};

export const refusalAnswer = (
  refusal: GraphRefusal,
  request: IncomingMessage,
  now: Date,
): Answer => ({
  status: refusal.status,
  headers: refusal.headers,
  body: {
    error: {
      code: refusal.code,
      message: refusal.message,
      innerError: {
        ...(refusal.inner === undefined ? {} : { code: refusal.inner }),
        date: now.toISOString().slice(0, 19),
        'request-id': randomUUID(),
        'client-request-id': request.headers['client-request-id'] ?? randomUUID(),
      },
    },
  },
});

export const send = (request: IncomingMessage, response: ServerResponse, answer: Answer): void => {
  const clientId = request.headers['client-request-id'];
  const headers = {
    'cache-control': 'no-store, no-cache',
    'request-id': randomUUID(),
    ...(typeof clientId === 'string' ? { 'client-request-id': clientId } : {}),
  };
  if (answer.body === undefined) {
    response.writeHead(answer.status, { ...headers, ...answer.headers }).end();
    return;
  }
  const content = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
  const type = 'application/json;odata.metadata=minimal;charset=utf-8';
  response
    .writeHead(answer.status, { ...headers, 'content-type': type, ...answer.headers })
    .end(content);
};
