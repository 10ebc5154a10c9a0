/** The app's own tokens for Graph: with a secret where one is set, else as the identity the machine was given. */
import { z } from 'zod';
import { lastingToken, type Token, type TokenSource } from '../journeys/lasting-token.ts';
import { BookClosed } from '../register/book.ts';

export type Identity =
  | {
      readonly kind: 'secret';
      /** `https://login.microsoftonline.com`, or where Entra is instead. */
      readonly entra: string;
      readonly tenant: string;
      readonly client: string;
      readonly secret: string;
    }
  /** `client` where the machine has more than one identity. */
  | { readonly kind: 'managed'; readonly client?: string };

export type Around = {
  /** The machine's own time in milliseconds: tokens know no other. */
  readonly now: () => number;
  readonly timeoutMs: number;
  readonly fetch?: typeof fetch;
};

const scope = 'https://graph.microsoft.com/.default';

export const appTokens = (identity: Identity, around: Around): TokenSource =>
  lastingToken({ ask: asker(identity, around), now: around.now });

const asker = (identity: Identity, around: Around): (() => Promise<Token>) => {
  switch (identity.kind) {
    case 'secret':
      return () => askWithSecret(identity, around);
    case 'managed':
      return managed(identity.client, around);
    default:
      return identity satisfies never;
  }
};

const tokenAnswer = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number() });
const refusal = z.object({ error: z.string() });

const askWithSecret = async (
  identity: Extract<Identity, { kind: 'secret' }>,
  around: Around,
): Promise<Token> => {
  const asked = around.now();
  const { status, json } = await post(identity, around).catch(() => {
    throw new BookClosed('Entra does not answer.');
  });
  const given = tokenAnswer.safeParse(json).data;
  if (given !== undefined)
    return { text: given.access_token, asked, ends: asked + given.expires_in * 1_000 };
  if (status === 429 || status >= 500) throw new BookClosed(`Entra answered ${status}.`);
  const why = refusal.safeParse(json).data?.error ?? '';
  throw new Error(`Entra refused the app a token with ${status} ${why}`);
};

const post = async (
  { entra, tenant, client, secret }: Extract<Identity, { kind: 'secret' }>,
  around: Around,
) => {
  const response = await (around.fetch ?? fetch)(`${entra}/${tenant}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: client,
      client_secret: secret,
      scope,
    }),
    redirect: 'error',
    signal: AbortSignal.timeout(around.timeoutMs),
  });
  const json: unknown = await response.json().catch(() => undefined);
  return { status: response.status, json };
};

/** Loaded only where it is used: it is large, and knows no Entra but Microsoft's. */
const managed =
  (client: string | undefined, { now }: Around) =>
  async (): Promise<Token> => {
    const asked = now();
    const { ManagedIdentityCredential } = await import('@azure/identity');
    const credential = new ManagedIdentityCredential(
      client === undefined ? {} : { clientId: client },
    );
    const given = await credential.getToken(scope).catch(() => {
      throw new BookClosed('The identity of this machine was given no token.');
    });
    return { text: given.token, asked, ends: given.expiresOnTimestamp };
  };
