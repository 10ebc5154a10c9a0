/** The built tab and its API over a fixture house, framed by a page that speaks for Teams. */
import { cp } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApi } from '../../src/api/api.ts';
import type { House } from '../../src/api/house.ts';
import { createTabFiles, type TabConfig } from '../../src/api/static.ts';
import type { CheckToken } from '../../src/api/tokens.ts';
import { personId } from '../../src/vocabulary.ts';

/** The tab as it was built before the tests. */
export const buildTab = (folder: string): Promise<void> =>
  cp('dist/tab', folder, { recursive: true });

/** A host as teams-js knows one: it answers three questions and follows no link. */
const hostPage = (query: URLSearchParams): string => `<!doctype html><title>host</title>
<style>html,body,iframe{margin:0;border:0;width:100%;height:100vh;display:block}</style>
<iframe title="tab" src="/tab/${query.get('hash') ?? ''}"></iframe>
<script>
const runtime = { apiVersion: 4, isLegacyTeams: false, hostVersionsInfo: {}, supports: { app: { notifySuccessResponse: {} } } };
const answers = {
  initialize: () => ['content', 'web', '2.1.0', JSON.stringify(runtime)],
  getContext: () => [{ theme: ${JSON.stringify(query.get('theme') ?? 'default')}, entityId: 'home', subEntityId: ${JSON.stringify(query.get('link') ?? '')}, locale: 'en-GB', frameContext: 'content' }],
  'authentication.getAuthToken': () => [true, ${JSON.stringify(query.get('person') ?? '')}],
  'appInitialization.success': () => [undefined],
};
const wear = (theme) => frames[0].postMessage({ func: 'themeChange', args: [theme] }, location.origin);
addEventListener('message', ({ data, source, origin }) => {
  const answer = answers[data.func];
  if (answer) source.postMessage({ id: data.id, uuidAsString: data.uuidAsString, args: answer() }, origin);
});
</script>`;

/** The person's own name is their token: signatures are the API's own tests. */
const trusting: CheckToken = async (authorization) => {
  const name = /^Bearer (\w+)$/u.exec(authorization ?? '')?.[1];
  return name === undefined ? { kind: 'refused' } : { kind: 'person', person: personId(name) };
};

type SignsIn = {
  readonly tokens: CheckToken;
  readonly config: Partial<TabConfig>;
  readonly origin: string;
};

const nowhere: SignsIn = { tokens: trusting, config: {}, origin: 'https://login.example' };

export const serveTab = async (folder: string, house: House, signsIn: SignsIn = nowhere) => {
  const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const api = createApi({ house, tokens: signsIn.tokens, report: console.error });
  const files = () =>
    createTabFiles({
      folder,
      config: {
        tenant: 'tenant',
        tabAppId: 'app',
        authority: 'https://login.example/tenant/v2.0',
        hostOrigins: [origin()],
        ...signsIn.config,
      },
      frameAncestors: [origin()],
      signInOrigin: signsIn.origin,
    });
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://host');
    if (pathname === '/host') {
      response.setHeader('content-type', 'text/html').end(hostPage(searchParams));
      return;
    }
    void api.handle(request, response).then(async (taken) => {
      if (!taken && !(await files().handle(request, response))) response.writeHead(404).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: origin(),
    close: () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
};
