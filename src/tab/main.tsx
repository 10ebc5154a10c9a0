import { createRoot } from 'react-dom/client';
import { createClient } from './client.ts';
import { loadConfig } from './config.ts';
import { addressOf, routeOf } from './route.ts';
import { Shell } from './shell.tsx';
import { createSignIn } from './sign-in.ts';
import { words } from './words.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

/** Without its settings the tab can only say so, and try again. */
const orSaySo = (error: unknown): never => {
  const { title, detail } = words.failures.offline;
  root.textContent = `${title}. ${detail}`;
  setTimeout(() => globalThis.location.reload(), 5_000);
  throw error;
};

const config = await loadConfig().catch(orSaySo);
// A page in no frame has no host, and does not fetch what speaks to one.
const framed = globalThis.parent !== globalThis.self;
const host = framed
  ? await (await import('./teams-host.ts')).connectHost(config.hostOrigins)
  : undefined;
const signIn = createSignIn(config, host);

// A deep link counts once: what is opened afterwards is in the address.
const link = host?.subPage ?? new URLSearchParams(globalThis.location.search).get('subPageId');
if (link && globalThis.location.hash === '') globalThis.location.hash = addressOf(routeOf(link));

createRoot(root).render(
  <Shell
    client={createClient({ getToken: signIn.getToken, fetch: globalThis.fetch.bind(globalThis) })}
    host={host}
    signIn={signIn.signIn}
  />,
);
host?.ready();
