/** Which way to a token there is here. */
import type { TabConfig } from './config.ts';
import type { Host } from './teams-host.ts';
import type { SignIn } from './token-source.ts';

const inTeams = (host: Host): SignIn => ({
  getToken: host.getToken,
  signIn: async () => {
    await host.getToken();
  },
});

/** MSAL is fetched only where Teams does not sign people in. */
const inBrowser = (config: TabConfig): SignIn => {
  let browser: Promise<SignIn> | undefined;
  const load = () => {
    browser ??= import('./msal.ts').then(({ createBrowserSignIn }) => createBrowserSignIn(config));
    return browser;
  };
  return {
    getToken: async () => (await load()).getToken(),
    signIn: async () => (await load()).signIn(),
  };
};

export const createSignIn = (config: TabConfig, host: Host | undefined): SignIn =>
  host === undefined ? inBrowser(config) : inTeams(host);
