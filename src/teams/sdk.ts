/** The Teams SDK, mounted behind our own door: what has passed the guard comes with its caller named, and finds its handler. */
import { type CloudEnvironment, type IToken, PUBLIC } from '@microsoft/teams.api';
import type { App, HttpRouteHandler, IHttpServerAdapter } from '@microsoft/teams.apps';
import type { IncomingActivity } from './activity.ts';
import { connectorScope } from './connector-token.ts';
import type { TeamsSettings } from './settings.ts';

export type Handlers = {
  readonly message: (activity: unknown) => Promise<void>;
  readonly changed: (activity: unknown) => Promise<void>;
  readonly installed: (activity: unknown) => Promise<void>;
  readonly removed: (activity: unknown) => Promise<void>;
  readonly met: (activity: unknown) => Promise<void>;
  readonly action: (activity: unknown) => Promise<unknown>;
  readonly search: (activity: unknown) => Promise<unknown>;
  readonly openDialog: (activity: unknown) => Promise<unknown>;
  readonly sendDialog: (activity: unknown) => Promise<unknown>;
};

type Given = {
  readonly settings: Pick<
    TeamsSettings,
    'botAppId' | 'tenantId' | 'botOpenIdMetadata' | 'loginEndpoint'
  >;
  readonly token: () => Promise<string>;
  readonly handlers: Handlers;
  readonly report: (error: unknown) => void;
};

type Logger = NonNullable<ConstructorParameters<typeof App>[0]>['logger'] & object;

const silent = () => undefined;

/** What the SDK would write down is often what people wrote: only that something failed goes on. */
const loggerFor = (report: (error: unknown) => void): Logger => {
  const logger: Logger = {
    debug: silent,
    info: silent,
    warn: silent,
    trace: silent,
    log: silent,
    error: (...parts: readonly unknown[]) =>
      report(
        parts.find((part) => part instanceof Error) ?? new Error('The bot reported an error.'),
      ),
    child: () => logger,
  };
  return logger;
};

const invokeBody = (body: unknown) => ({ status: 200, body });

const register = (app: App, handlers: Handlers): void => {
  app.on('message', ({ activity }) => handlers.message(activity));
  app.on('messageUpdate', ({ activity }) => handlers.changed(activity));
  app.on('install.add', ({ activity }) => handlers.installed(activity));
  app.on('install.remove', ({ activity }) => handlers.removed(activity));
  app.on('conversationUpdate', ({ activity }) => handlers.met(activity));
  app.use(async ({ activity, next }) => {
    if (activity.type !== 'invoke') return next();
    switch (activity.name) {
      case 'adaptiveCard/action':
        return invokeBody(await handlers.action(activity));
      case 'application/search':
        return invokeBody(await handlers.search(activity));
      case 'task/fetch':
        return invokeBody(await handlers.openDialog(activity));
      case 'task/submit':
        return invokeBody(await handlers.sendDialog(activity));
      default:
        return { status: 501 };
    }
  });
};

/**
 * The guard has checked signature, issuer, audience, time and service URL. The SDK would fetch the connector's keys for
 * itself, keeps none over a restart, and would turn every press away while they cannot be fetched.
 */
const checkedCaller = (botAppId: string, { serviceUrl, from }: IncomingActivity): IToken => ({
  appId: botAppId,
  serviceUrl,
  from: 'azure',
  fromId: from.id,
  isExpired: () => false,
});

export type Enter = (
  request: { readonly body: unknown; readonly headers: Record<string, string> },
  activity: IncomingActivity,
) => ReturnType<HttpRouteHandler>;

/** Its way in, for nothing but what has passed the guard. */
export const createSdk = async (given: Given): Promise<Enter> => {
  const { settings, token, handlers, report } = given;
  // Large, and wanted only where a bot is started.
  const { App: TeamsApp } = await import('@microsoft/teams.apps');
  let enter: HttpRouteHandler | undefined;
  const httpServerAdapter: IHttpServerAdapter = {
    registerRoute: (_method, _path, handler) => {
      enter = handler;
    },
  };
  const cloud: CloudEnvironment = {
    ...PUBLIC,
    openIdMetadataUrl: settings.botOpenIdMetadata,
    loginEndpoint: settings.loginEndpoint,
    botScope: connectorScope,
  };
  const app = new TeamsApp({
    clientId: settings.botAppId,
    tenantId: settings.tenantId,
    token,
    cloud,
    httpServerAdapter,
    dangerouslyAllowUnauthenticatedRequests: false,
    telemetry: { agent365: false },
    logger: loggerFor(report),
  });
  register(app, handlers);
  await app.initialize();
  if (enter === undefined) throw new Error('The bot SDK offered no way in.');
  const handle = enter;
  return (request, activity) =>
    handle({ ...request, token: checkedCaller(settings.botAppId, activity) });
};
