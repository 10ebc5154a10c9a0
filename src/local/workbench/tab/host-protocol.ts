import { z } from 'zod';
import type { TabLink } from '../panes/panes.ts';
import type { ThemeName } from '../theme.ts';

/** What the tab's teams-js asks of the program that frames it. */
export const tabRequest = z.object({
  id: z.number(),
  uuidAsString: z.string().optional(),
  func: z.string(),
  args: z.array(z.unknown()).optional(),
});
export type TabRequest = z.infer<typeof tabRequest>;

export type Framed = {
  readonly person: { readonly id: string; readonly name: string };
  readonly tenant: string;
  readonly appId: string;
  readonly theme: ThemeName;
  readonly link: TabLink;
  readonly session: string;
};

/** What is to be done about a request: answered, answered once a token is here, or nothing at all. */
export type Reaction =
  | { readonly kind: 'reply'; readonly args: readonly unknown[] }
  | { readonly kind: 'reply-with-token' }
  | { readonly kind: 'navigate'; readonly link: TabLink; readonly args: readonly unknown[] }
  | { readonly kind: 'open'; readonly link: string; readonly args: readonly unknown[] }
  | { readonly kind: 'listen'; readonly event: string }
  | { readonly kind: 'loaded'; readonly args: readonly unknown[] }
  | { readonly kind: 'failed'; readonly because: string }
  | { readonly kind: 'ignore' };

/** Location, camera and the like are left out, so that `isSupported()` is false as on a desktop. */
const runtime = {
  apiVersion: 4,
  isLegacyTeams: false,
  isNAAChannelRecommended: false,
  hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
  supports: { app: { notifySuccessResponse: {} }, pages: { backStack: {} } },
};

/** The flat form hosts send; teams-js makes its `app.Context` of it. */
const context = (framed: Framed) => ({
  appId: framed.appId,
  theme: framed.theme,
  locale: 'en-GB',
  hostName: 'Teams',
  hostClientType: 'web',
  ringId: 'general',
  appSessionId: framed.session,
  sessionId: framed.session,
  frameContext: 'content',
  entityId: framed.link.pageId,
  ...(framed.link.subPageId === undefined ? {} : { subEntityId: framed.link.subPageId }),
  isFullScreen: false,
  isMultiWindow: false,
  userObjectId: framed.person.id,
  userDisplayName: framed.person.name,
  userPrincipalName: `${framed.person.id}@school.example`,
  loginHint: `${framed.person.id}@school.example`,
  tid: framed.tenant,
});

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const webLink = (link: string) => /^(https?:|mailto:|tel:|sip:|msteams:)/.test(link);

const page = z.object({ pageId: z.string(), subPageId: z.string().optional() });

const open = (link: string): Reaction =>
  webLink(link)
    ? { kind: 'open', link, args: [true] }
    : { kind: 'reply', args: [false, 'Invalid deep link'] };

const navigate = (to: unknown): Reaction => {
  const found = page.safeParse(to);
  return found.success
    ? { kind: 'navigate', link: found.data, args: [true] }
    : { kind: 'reply', args: [false, 'No such page'] };
};

type React = (args: readonly unknown[], framed: Framed) => Reaction;

const reactions: ReadonlyMap<string, React> = new Map<string, React>(
  Object.entries({
    // The runtime comes fourth: teams-js reads it there, and the client's version third.
    initialize: () => ({
      kind: 'reply',
      args: ['content', 'web', '2.1.0', JSON.stringify(runtime)],
    }),
    getContext: (_, framed) => ({ kind: 'reply', args: [context(framed)] }),
    'authentication.getAuthToken': () => ({ kind: 'reply-with-token' }),
    registerHandler: ([event]) => ({ kind: 'listen', event: text(event) }),
    executeDeepLink: ([link]) => open(text(link)),
    'pages.navigateToApp': ([to]) => navigate(to),
    'appInitialization.success': () => ({ kind: 'loaded', args: [undefined] }),
    'appInitialization.appLoaded': () => ({ kind: 'loaded', args: [undefined] }),
    'appInitialization.failure': ([reason, detail]) => ({
      kind: 'failed',
      because: text(detail) || text(reason),
    }),
    'appInitialization.expectedFailure': ([reason, detail]) => ({
      kind: 'failed',
      because: text(detail) || text(reason),
    }),
  } satisfies Record<string, React>),
);

/** A real host leaves what it does not know unanswered; so does this one. */
export const react = (request: TabRequest, framed: Framed): Reaction =>
  reactions.get(request.func)?.(request.args ?? [], framed) ?? { kind: 'ignore' };

export const reply = (request: TabRequest, args: readonly unknown[]) => ({
  id: request.id,
  ...(request.uuidAsString === undefined ? {} : { uuidAsString: request.uuidAsString }),
  args,
});

/** Without an id it is news, not an answer. */
export const news = (func: string, ...args: readonly unknown[]) => ({ func, args });

/** Only the framed page itself, still at the address it was given, is listened to. */
export const isFromTab = (
  event: Pick<MessageEvent, 'source' | 'origin'>,
  frame: unknown,
  origin: string,
): boolean =>
  frame !== null && frame !== undefined && event.source === frame && event.origin === origin;
