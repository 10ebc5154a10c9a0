/** Joins the parts; the only file that knows them all. */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createApi } from './api/api.ts';
import type { KeyStore } from './api/signing-keys.ts';
import { createTabFiles } from './api/static.ts';
import { createTokenCheck } from './api/tokens.ts';
import { openBooks } from './books.ts';
import { apiHouse, teamsHouse } from './doors.ts';
import type { DiaryRecord } from './journeys/diary.ts';
import { createRunner } from './journeys/due.ts';
import { openHouse } from './journeys/house.ts';
import { doRecord, refreshAllHomes, startJobs } from './journeys/jobs.ts';
import { viewer } from './journeys/pages.ts';
import { refreshPolicies } from './journeys/policy-book.ts';
import type { World } from './journeys/ports.ts';
import { refreshRoster } from './journeys/roster.ts';
import { sendPutOff } from './journeys/send.ts';
import { keysFrom } from './keys.ts';
import { openDiary } from './open-diary.ts';
import { watchOutages } from './outages.ts';
import { readPack } from './pack.ts';
import { parsePolicy } from './policy/parse-policy.ts';
import { createRightOfWay, givingWay, inOrder } from './right-of-way.ts';
import { type Settings, several } from './settings.ts';
import { createBot } from './teams/bot.ts';
import { createConnector } from './teams/connector.ts';
import { createConnectorToken } from './teams/connector-token.ts';
import { createDeliver } from './teams/deliver.ts';
import type { TeamsSettings } from './teams/settings.ts';
import type { Instant } from './vocabulary.ts';
import { wordsFor } from './words/words.ts';
import { createWorld } from './world.ts';

export type ServerGiven = {
  readonly settings: Settings;
  /** The school's clock. Tokens keep the machine's own. */
  readonly now: () => Instant;
  readonly report: (error: unknown) => void;
};

export type Running = {
  readonly address: string;
  /** Does everything that is due by the clock as it stands, and waits for it. */
  readonly settle: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const lookEveryMs = 1_000;
const firstCopiesMs = 8_000;

/** A school that has never been read is read before anybody is let in; one that has been starts at once from its last good copy. */
const firstCopies = async (world: World): Promise<void> => {
  if ((await world.roster()).length > 0) return;
  const reading = Promise.allSettled([
    refreshRoster(world),
    refreshAllHomes(world),
    refreshPolicies(world),
  ]);
  await Promise.race([reading, pause(firstCopiesMs, undefined, { ref: false })]);
};

/** Starts listening. Throws where a setting, the pack or the diary cannot be read; waits for SharePoint only on the very first start, and then not for long. */
export const startServer = async ({ settings, now, report }: ServerGiven): Promise<Running> => {
  const policy = readPack(settings.PACK);
  const usual = readPack('default');
  const words = wordsFor(policy.language);
  const teams = teamsSettings(settings);
  const newId = () => randomBytes(16).toString('base64url');
  const files = await openDiary(settings);
  const keys = keysFrom(settings.SEAL_KEY);
  const onTeamsBack = () => void sendPutOff(world).catch(report);
  const outages = watchOutages({ now, onTeamsBack });
  const token = createConnectorToken(
    {
      loginEndpoint: settings.ENTRA_ADDRESS,
      tenantId: settings.TENANT_ID,
      botAppId: settings.BOT_APP_ID,
      secret: settings.BOT_SECRET,
    },
    { diary: files, school: settings.SCHOOL_ID, keys },
  );
  const { serviceOrigins } = teams;
  const connector = createConnector({ token, serviceOrigins, heard: outages.teams.heard });
  /** Whenever Entra goes away, the token at hand is nearly new; and where there is none, alarms are known to wait. */
  const keepToken = () =>
    void token().then(
      () => outages.signIn.heard(true),
      () => outages.signIn.heard(false),
    );
  const parts = {
    school: settings.SCHOOL_ID,
    now,
    newId,
    keys,
    books: openBooks(settings, outages.sharePoint.heard),
    policy: async () => policy,
    readPolicy: (read: unknown) => parsePolicy(read, usual),
    report,
  };
  const way = createRightOfWay();
  const world: World = createWorld(parts, givingWay(files, way), {
    post: (outgoing) => post(outgoing),
    changed: () => way.apart(() => void runner.look()),
  });
  const views = viewer(world);
  const house = inOrder(openHouse(world, views), way);
  const post = createDeliver({
    settings: teams,
    connector,
    house: { diary: world.diary, now, newId },
    words,
    see: house.seeView,
    seeList: house.weeklyList.see,
  });
  const doInOrder = (record: DiaryRecord): Promise<void> =>
    (record.lane === 'alarm' ? way.first : way.last)(() => doRecord(world, record, views));
  const runner = createRunner(world, doInOrder, newId());
  const bot = await createBot({
    settings: teams,
    house: teamsHouse(world, house),
    words,
    connector,
    token,
  });
  const api = createApi({
    house: apiHouse(world, house, {
      school: settings.SCHOOL_NAME,
      phone: settings.SCHOOL_PHONE,
      outages: outages.said,
    }),
    tokens: tokenCheck(settings, keyStore(world)),
    report,
  });
  const tab = createTabFiles(tabSettings(settings));
  const server = createServer((request, response) => {
    void answer(request, response).catch((error: unknown) => {
      report(error);
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    });
  });
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = (request.url ?? '/').split('?')[0];
    if (path === '/healthz') return plain(response, 200, 'ok');
    if (path === '/readyz') return plain(response, 200, 'ready');
    if (path === '/api/messages') return bot.handle(request, response);
    if (await api.handle(request, response)) return;
    if (await tab.handle(request, response)) return;
    plain(response, 404, 'not found');
  };
  await firstCopies(world);
  await listen(server, settings);
  await startJobs(world);
  const ticking = setInterval(() => {
    void runner.look();
    keepToken();
  }, lookEveryMs);
  void runner.look();
  return {
    address: `http://${settings.HOST}:${settings.PORT}`,
    settle: runner.settle,
    close: async () => {
      clearInterval(ticking);
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await files.close();
    },
  };
};

const listen = (server: Server, { PORT, HOST }: Settings): Promise<void> =>
  new Promise((listening, failed) => {
    server.once('error', failed);
    server.listen(PORT, HOST, () => listening());
  });

const plain = (response: ServerResponse, status: number, text: string): void => {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(text);
};

const publicAddress = (settings: Settings): string =>
  settings.PUBLIC_ADDRESS ?? `http://127.0.0.1:${settings.PORT}`;

const teamsSettings = (settings: Settings): TeamsSettings => ({
  school: settings.SCHOOL_ID,
  tenantId: settings.TENANT_ID,
  botAppId: settings.BOT_APP_ID,
  botOpenIdMetadata: settings.BOT_OPENID_METADATA,
  loginEndpoint: settings.ENTRA_ADDRESS,
  serviceOrigins: several(settings.BOT_SERVICE_ORIGINS),
  serviceUrl: settings.BOT_SERVICE_URL,
  safeguarding: { team: settings.SAFEGUARDING_TEAM, channel: settings.SAFEGUARDING_CHANNEL },
  tabLink: (page) => tabLink(settings, page),
});

/** Opens the tab inside Teams at one of its pages. */
const tabLink = (settings: Settings, page: string): string => {
  const context = encodeURIComponent(JSON.stringify({ subEntityId: page }));
  return `https://teams.microsoft.com/l/entity/${settings.TEAMS_APP_ID}/home?context=${context}`;
};

/** Entra's signing keys as last seen, so that a restart does not need Entra. */
const keyStore = ({ diary, school }: World): KeyStore => {
  const key = { school, partition: 'api', kind: 'kept', id: 'entra-keys' } as const;
  return {
    read: async () => {
      const kept = await diary.read(key);
      return typeof kept?.value === 'string' ? kept.value : undefined;
    },
    write: async (value) => {
      await diary.commit([{ put: key, value }]);
    },
  };
};

const tokenCheck = (settings: Settings, keys: KeyStore) =>
  createTokenCheck({
    entraAddress: settings.ENTRA_ADDRESS,
    tenant: settings.TENANT_ID,
    keyStore: keys,
    audiences: [
      settings.TAB_APP_ID,
      `api://${new URL(publicAddress(settings)).host}/${settings.TAB_APP_ID}`,
    ],
  });

const tabSettings = (settings: Settings) => {
  const { ENTRA_ADDRESS: entra, TENANT_ID: tenant } = settings;
  const { host } = new URL(entra);
  const endpoint = (name: string) => `${entra}/${tenant}/oauth2/v2.0/${name}`;
  const metadata = {
    issuer: `${entra}/${tenant}/v2.0`,
    jwks_uri: `${entra}/${tenant}/discovery/v2.0/keys`,
    authorization_endpoint: endpoint('authorize'),
    token_endpoint: endpoint('token'),
    end_session_endpoint: endpoint('logout'),
  };
  return {
    folder: join(import.meta.dirname, '../dist/tab'),
    config: {
      tenant,
      tabAppId: settings.TAB_APP_ID,
      authority: `https://${host}/${tenant}/v2.0`,
      authorityMetadata: JSON.stringify(metadata),
      hostOrigins: several(settings.HOST_ORIGINS),
    },
    frameAncestors: several(settings.FRAME_ANCESTORS),
    signInOrigin: entra,
  };
};
