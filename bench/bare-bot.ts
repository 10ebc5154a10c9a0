/** What the bot SDK alone costs: the same press makes the same messages to the same people, and nothing else happens. */
import { readFileSync } from 'node:fs';
import { type ActivityParams, PUBLIC } from '@microsoft/teams.api';
import { App } from '@microsoft/teams.apps';
import { createConnectorToken } from '../src/teams/connector-token.ts';
import type { Told } from './told.ts';

const { env } = process;
const said = (name: string): string => env[name] ?? '';

/** What the product posted for one press of each kind, as it posted it. */
const told = JSON.parse(readFileSync(said('BENCH_TOLD'), 'utf8')) as Told;

const token = createConnectorToken({
  loginEndpoint: said('ENTRA_ADDRESS'),
  tenantId: said('TENANT_ID'),
  botAppId: said('BOT_APP_ID'),
  secret: said('BOT_SECRET'),
});

type Logger = NonNullable<ConstructorParameters<typeof App>[0]>['logger'] & object;
const silent = () => undefined;
const logger: Logger = {
  debug: silent,
  info: silent,
  warn: silent,
  trace: silent,
  log: silent,
  error: (...parts: readonly unknown[]) => console.error(...parts),
  child: () => logger,
};

const app = new App({
  clientId: said('BOT_APP_ID'),
  tenantId: said('TENANT_ID'),
  token: () => token(),
  cloud: {
    ...PUBLIC,
    openIdMetadataUrl: said('BOT_OPENID_METADATA'),
    loginEndpoint: said('ENTRA_ADDRESS'),
  },
  telemetry: { agent365: false },
  logger,
});

type Api = Parameters<Parameters<typeof app.on<'message'>>[1]>[0]['api'];

/** Marked with what pressed it, so that each message is found again. */
const tell = (api: Api, kind: keyof Told, key: string) =>
  Promise.all(
    told[kind].map(({ conversation, activity }) => {
      // As the product posted it, whatever kind it was.
      const content = { ...activity, id: undefined, summary: `${key} told` } as unknown;
      return api.conversations.activities(conversation).create(content as ActivityParams);
    }),
  );

app.on('card.action', async ({ activity, api }) => {
  const { verb, data } = activity.value.action;
  if (verb === 'help') await tell(api, 'help', String(data['visit']));
  return {
    statusCode: 200,
    type: 'application/vnd.microsoft.activity.message',
    value: 'Thank you, noted.',
  } as const;
});
app.on('message', async ({ activity, api }) => {
  const [phrase] = /folder number \w+/u.exec(activity.text) ?? [];
  if (phrase !== undefined) await tell(api, 'word', phrase);
});

await app.start(Number(said('PORT')));

process.on('message', (message) => {
  const { type, id } = message as { readonly type?: string; readonly id?: number };
  if (type === 'clock') process.send?.({ type: 'settled', id });
});
process.send?.({ type: 'ready' });
process.once('SIGTERM', () => process.exit(0));
process.once('disconnect', () => process.exit(0));
