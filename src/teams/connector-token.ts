/** The bot's own token for the connector. The last one outlives a restart, so that alarms go out while Entra is away. */
import { z } from 'zod';
import type { Diary } from '../journeys/diary.ts';
import { lastingToken, type Token, type TokenSource } from '../journeys/lasting-token.ts';
import type { Keys } from '../journeys/ports.ts';
import type { SchoolId } from '../vocabulary.ts';

const answerShape = z.looseObject({ access_token: z.string(), expires_in: z.coerce.number() });

/** The connector's scope, wherever the token comes from. */
export const connectorScope = 'https://api.botframework.com/.default';

type Secret = {
  readonly loginEndpoint: string;
  readonly tenantId: string;
  readonly botAppId: string;
  readonly secret: string;
};

/** Where the last token is kept, sealed. */
type Kept = {
  readonly diary: Pick<Diary, 'read' | 'commit'>;
  readonly school: SchoolId;
  readonly keys: Pick<Keys, 'seal' | 'open'>;
};

/** An alarm waits for this: whoever is to answer is asked again soon. */
const patienceMs = 5_000;

const fetchToken = async ({
  loginEndpoint,
  tenantId,
  botAppId,
  secret,
}: Secret): Promise<Token> => {
  const asked = Date.now();
  const response = await fetch(`${loginEndpoint}/${tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    redirect: 'error',
    signal: AbortSignal.timeout(patienceMs),
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: botAppId,
      client_secret: secret,
      scope: connectorScope,
    }),
  });
  if (!response.ok) throw new Error(`The login endpoint answered ${response.status}.`);
  const { access_token: text, expires_in } = answerShape.parse(await response.json());
  return { text, asked, ends: asked + expires_in * 1_000 };
};

const keptShape = z.object({
  botAppId: z.string(),
  text: z.string(),
  asked: z.number(),
  ends: z.number(),
});

/** Good for nobody without our own key, and for an hour or so. */
const keeping = ({ diary, school, keys }: Kept, botAppId: string) => {
  const key = { school, partition: 'bot', kind: 'kept', id: 'connector-token' } as const;
  return {
    read: async (): Promise<Token | undefined> => {
      const sealed = (await diary.read(key))?.value;
      const opened = typeof sealed === 'string' ? keys.open(sealed) : undefined;
      const token = opened === undefined ? undefined : keptShape.parse(JSON.parse(opened));
      return token?.botAppId === botAppId ? token : undefined;
    },
    write: async ({ text, asked, ends }: Token): Promise<void> => {
      const value = keys.seal(JSON.stringify({ botAppId, text, asked, ends }));
      await diary.commit([{ put: key, value }]);
    },
  };
};

/** By client secret. Throws where Entra gives none and the last one is spent. */
export const createConnectorToken = (secret: Secret, kept?: Kept): TokenSource =>
  lastingToken({
    ask: () => fetchToken(secret),
    now: Date.now,
    ...(kept === undefined ? {} : { kept: keeping(kept, secret.botAppId) }),
  });
