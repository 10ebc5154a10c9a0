/** The way out: what the bot sends through the Bot Connector. Redirects are refused, and every call ends. */
import { z } from 'zod';
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
  readonly token: () => Promise<string>;
  readonly serviceOrigins: readonly string[];
  readonly timeoutMs?: number;
};

const answerShape = z.looseObject({ id: z.string().optional(), activityId: z.string().optional() });

const secondsUnlessSaid = 15;
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

const noAnswer = (because: string): Sent => ({
  kind: 'later',
  afterSeconds: secondsUnlessSaid,
  because,
});

export const createConnector = ({
  token,
  serviceOrigins,
  timeoutMs = 10_000,
}: Given): Connector => {
  const call = async (
    to: { readonly serviceUrl: string; readonly path: string },
    method: 'POST' | 'PUT',
    body: OutgoingActivity,
  ): Promise<Response | Sent> => {
    if (!isTrustedServiceUrl(to.serviceUrl, serviceOrigins)) {
      return { kind: 'unreachable', because: 'The service URL is not one that this app uses.' };
    }
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      const response = await fetch(`${withoutSlash(to.serviceUrl)}/v3/conversations${to.path}`, {
        method,
        redirect: 'manual',
        signal,
        headers: {
          authorization: `Bearer ${await token()}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify(body),
      });
      return response.ok ? response : failureOf(response);
    } catch {
      // Whatever it was, nobody knows whether it arrived: it is sent again.
      const why = signal.aborted ? 'Teams did not answer in time.' : 'Teams could not be reached.';
      return noAnswer(why);
    }
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
