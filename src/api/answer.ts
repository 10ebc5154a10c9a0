/** What the tab is told, over HTTP. */
import type { ServerResponse } from 'node:http';
import { notForYou } from '../people/access.ts';
import type { Policy } from '../policy/policy.ts';
import type { Refusal } from '../vocabulary.ts';
import { wordsFor } from '../words/words.ts';

export type Answer = {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Thrown from the depth of a route, where there is nothing more to do. */
export class Problem extends Error {
  readonly answer: Answer;
  constructor(answer: Answer) {
    super(`HTTP ${answer.status}`);
    this.answer = answer;
  }
}

const words = wordsFor('en-GB').tab.problems;
export type ProblemName = keyof typeof words;

const statuses: Readonly<Record<ProblemName, number>> = {
  'sign-in': 401,
  'not-now': 503,
  failed: 500,
  'bad-request': 400,
  'not-json': 415,
  'too-large': 413,
  'wrong-method': 405,
  refused: 422,
  'already-decided': 409,
};

/** RFC 9457. */
const problemType = { 'content-type': 'application/problem+json; charset=utf-8' };

export const problem = (name: ProblemName, more: object = {}): Answer => ({
  status: statuses[name],
  body: { type: `urn:home-visits:${name}`, status: statuses[name], ...words[name], ...more },
  headers: name === 'sign-in' ? { ...problemType, 'www-authenticate': 'Bearer' } : problemType,
});

export const ok = (body: object): Answer => ({ status: 200, body });

/** The body is the same for both, and names no status, so that a "no" does not tell whether there is anything. */
export const nothingHere = (status: 403 | 404, policy: Policy): Answer => {
  const { because, next, clause } = notForYou(policy);
  return {
    status,
    body: { type: 'urn:home-visits:nothing-here', title: because, detail: next, clause },
    headers: problemType,
  };
};

/** A "no" with every reason at once; one that comes too late, because somebody has decided, is a conflict. */
export const refused = (refusals: readonly Refusal[]): Answer =>
  problem(
    refusals.some(({ rule }) => rule === 'visits/already-decided') ? 'already-decided' : 'refused',
    { refusals },
  );

const always = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'strict-transport-security': 'max-age=31536000',
};

export const send = (response: ServerResponse, answer: Answer): void => {
  const type = { 'content-type': 'application/json; charset=utf-8' };
  response.writeHead(answer.status, { ...always, ...type, ...answer.headers });
  response.end(JSON.stringify(answer.body));
};
