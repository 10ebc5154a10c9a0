/** The way out: what the bot sends through the Bot Connector. Redirects are refused, and every call ends. */
import { z } from 'zod';
import type { TokenSource } from '../journeys/lasting-token.ts';
import { isTrustedServiceUrl, withoutSlash } from './service-url.ts';

/** Where a conversation is, and through which service it is reached. */
export type Place = { readonly conversation: string; readonly serviceUrl: string };
export type OutgoingActivity = Readonly<Record<string, unknown>>;

/** `gone`: what was to be changed, or the conversation, is not there any more. */
export type Sent =
  | { readonly kind: 'sent'; readonly activity: string; readonly place: Place }
  | { readonly kind: 'later'; readonly afterSeconds: number; readonly because: string }
  | { readonly kind: 'unreachable'; readonly because: string }
  | { readonly kind: 'gone' };

export type Connector = {
  readonly post: (place: Place, activity: OutgoingActivity) => Promise<Sent>;
  readonly update: (place: Place, activity: string, content: OutgoingActivity) => Promise<Sent>;
  /** Begins a conversation: one-to-one with a member, or a thread in a channel; the activity is its first. */
  readonly begin: (
    serviceUrl: string,
    conversation: OutgoingActivity,
    activity: OutgoingActivity,
  ) => Promise<Sent>;
};

type Given = {
  readonly token: TokenSource;
  readonly serviceOrigins: readonly string[];
  readonly timeoutMs?: number;
  /** Hears of each call whether Teams took it or said why not: false where there was no token, no line, no answer, or a fault of its own. */
  readonly heard?: (answered: boolean) => void;
};

type Asked = { readonly method: 'POST' | 'PUT'; readonly body: OutgoingActivity };

const answerShape = z.looseObject({ id: z.string().optional(), activityId: z.string().optional() });

const secondsUnlessSaid = 15;
const secondsAfterSilence = 5;
const longestWait = 300;

/** `Retry-After` in seconds or as a date; never longer than five minutes, for an alarm cannot wait. */
export const retryAfter = (header: string | null, now: number): number => {
  const seconds = Number(header ?? Number.NaN);
  const until = header === null ? Number.NaN : Date.parse(header);
  const wait = Number.isFinite(seconds) ? seconds : (until - now) / 1_000;
  if (!Number.isFinite(wait)) return secondsUnlessSaid;
  return Math.min(longestWait, Math.max(1, Math.ceil(wait)));
};

const failureOf = (response: Response): Sent => {
  const because = `Teams answered ${response.status}.`;
  if (response.status === 404) return { kind: 'gone' };
  const permanent = response.status >= 400 && response.status < 500;
  if (permanent && ![401, 408, 412, 429].includes(response.status)) {
    return { kind: 'unreachable', because };
  }
  const afterSeconds = retryAfter(response.headers.get('retry-after'), Date.now());
  return { kind: 'later', afterSeconds, because };
};

const noAnswer = (because: string, afterSeconds = secondsUnlessSaid): Sent => ({
  kind: 'later',
  afterSeconds,
  because,
});

/** Nobody knows whether it arrived: it is sent again, at once where the line was cut or there was none. */
const failedAs = (failed: 'no-token' | 'no-answer' | 'no-line'): Sent => {
  switch (failed) {
    case 'no-token':
      return noAnswer('There is no sign-in for Teams just now.', 0);
    case 'no-answer':
      return noAnswer('Teams did not answer in time.', secondsAfterSilence);
    case 'no-line':
      return noAnswer('Teams could not be reached.', 0);
    default:
      return failed satisfies never;
  }
};

/** A fault of Teams', and none of the message's or of whoever it is for. */
const isTheirs = ({ status }: Response): boolean => status === 401 || status >= 500;

export const createConnector = ({
  token,
  serviceOrigins,
  timeoutMs = 10_000,
  heard = () => undefined,
}: Given): Connector => {
  const ask = async (
    url: string,
    { method, body, bearer }: Asked & { readonly bearer: string },
  ): Promise<Response | Sent> => {
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      return await fetch(url, {
        method,
        redirect: 'manual',
        signal,
        headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    } catch {
      return failedAs(signal.aborted ? 'no-answer' : 'no-line');
    }
  };
  /** A token can be taken back before its time: nothing was done with it, so asking once more is safe. */
  const askAgain = async (url: string, asked: Asked): Promise<Response | Sent> => {
    const bearer = await token().catch(() => undefined);
    if (bearer === undefined) return failedAs('no-token');
    const first = await ask(url, { ...asked, bearer });
    if (!(first instanceof Response) || first.status !== 401) return first;
    const fresh = await token({ fresh: true }).catch(() => undefined);
    return fresh === undefined ? first : ask(url, { ...asked, bearer: fresh });
  };
  const call = async (
    to: { readonly serviceUrl: string; readonly path: string },
    method: Asked['method'],
    body: OutgoingActivity,
  ): Promise<Response | Sent> => {
    if (!isTrustedServiceUrl(to.serviceUrl, serviceOrigins)) {
      return { kind: 'unreachable', because: 'The service URL is not one that this app uses.' };
    }
    const url = `${withoutSlash(to.serviceUrl)}/v3/conversations${to.path}`;
    const answer = await askAgain(url, { method, body });
    heard(answer instanceof Response && !isTheirs(answer));
    if (!(answer instanceof Response)) return answer;
    return answer.ok ? answer : failureOf(answer);
  };
  const idsIn = async (response: Response) => {
    const parsed = answerShape.safeParse(await response.json().catch(() => ({})));
    return parsed.success ? parsed.data : {};
  };
  const path = (...parts: readonly string[]) =>
    parts.map((part) => `/${encodeURIComponent(part)}`).join('');

  return {
    post: async (place, activity) => {
      const to = {
        serviceUrl: place.serviceUrl,
        path: `${path(place.conversation)}/activities`,
      };
      const response = await call(to, 'POST', activity);
      if (!(response instanceof Response)) return response;
      const { id } = await idsIn(response);
      return { kind: 'sent', activity: id ?? '', place };
    },
    update: async (place, activity, content) => {
      const to = {
        serviceUrl: place.serviceUrl,
        path: `${path(place.conversation)}/activities${path(activity)}`,
      };
      const response = await call(to, 'PUT', { ...content, id: activity });
      return response instanceof Response ? { kind: 'sent', activity, place } : response;
    },
    begin: async (serviceUrl, conversation, activity) => {
      const response = await call({ serviceUrl, path: '' }, 'POST', { ...conversation, activity });
      if (!(response instanceof Response)) return response;
      const { id, activityId } = await idsIn(response);
      if (id === undefined) return noAnswer('Teams named no conversation.');
      return { kind: 'sent', activity: activityId ?? '', place: { conversation: id, serviceUrl } };
    },
  };
};
