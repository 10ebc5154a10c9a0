/** Sign-in outside Teams. Loaded only there. */
import {
  type AuthenticationResult,
  type Configuration,
  createStandardPublicClientApplication,
  InteractionRequiredAuthError,
  type IPublicClientApplication,
} from '@azure/msal-browser';
import type { TabConfig } from './config.ts';
import type { SignIn } from './token-source.ts';

const configuration = (config: TabConfig): Configuration => ({
  auth: {
    clientId: config.tabAppId,
    authority: config.authority,
    knownAuthorities: [new URL(config.authority).host],
    // A sign-in service on one's own machine speaks http, which MSAL takes only in this form.
    ...(config.authorityMetadata && { authorityMetadata: config.authorityMetadata }),
    redirectUri: new URL('./auth.html', globalThis.location.href).href,
  },
  cache: { cacheLocation: 'sessionStorage' },
});

const silently = async (
  client: IPublicClientApplication,
  scopes: string[],
): Promise<AuthenticationResult> => {
  const account = client.getActiveAccount() ?? client.getAllAccounts()[0];
  if (account !== undefined) return client.acquireTokenSilent({ scopes, account });
  throw new InteractionRequiredAuthError('no_account', 'nobody has signed in here yet');
};

export const createBrowserSignIn = async (config: TabConfig): Promise<SignIn> => {
  const client = await createStandardPublicClientApplication(configuration(config));
  const back = await client.handleRedirectPromise();
  if (back !== null) client.setActiveAccount(back.account);
  const scopes = [`${config.tabAppId}/access_as_user`];
  return {
    getToken: async () => (await silently(client, scopes)).accessToken,
    signIn: async () => {
      const { account } = await client.loginPopup({ scopes });
      client.setActiveAccount(account);
    },
  };
};
