import { z } from 'zod';

const tokenShape = z.looseObject({ access_token: z.string(), expires_in: z.coerce.number() });

/** The connector's scope, wherever the token comes from. */
export const connectorScope = 'https://api.botframework.com/.default';

type Secret = {
  readonly loginEndpoint: string;
  readonly tenantId: string;
  readonly botAppId: string;
  readonly secret: string;
};

const fetchToken = async ({ loginEndpoint, tenantId, botAppId, secret }: Secret) => {
  const response = await fetch(`${loginEndpoint}/${tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    redirect: 'error',
    signal: AbortSignal.timeout(10_000),
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: botAppId,
      client_secret: secret,
      scope: connectorScope,
    }),
  });
  if (!response.ok) throw new Error(`The login endpoint answered ${response.status}.`);
  return tokenShape.parse(await response.json());
};

/** The bot's own token by client secret, kept until shortly before it ends; one request at a time. */
export const createConnectorToken = (secret: Secret): (() => Promise<string>) => {
  let kept: { readonly token: string; readonly until: number } | undefined;
  let asking: Promise<string> | undefined;
  const ask = async () => {
    const { access_token: token, expires_in: seconds } = await fetchToken(secret);
    kept = { token, until: Date.now() + Math.max(0, seconds - 300) * 1_000 };
    return token;
  };
  return async () => {
    if (kept !== undefined && Date.now() < kept.until) return kept.token;
    asking ??= ask().finally(() => {
      asking = undefined;
    });
    return asking;
  };
};
