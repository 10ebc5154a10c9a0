import { parseJson } from '../json.ts';

/** How the bot answered an activity. */
export type Reply = { readonly status: number; readonly body: unknown };

export type Product = { readonly post: (activity: unknown) => Promise<Reply> };

/** Teams gives a bot about this long. */
const patience = 30_000;

const reasonOf = (error: unknown): string =>
  error instanceof Error && error.name === 'TimeoutError'
    ? 'The bot did not answer in time.'
    : 'The bot could not be reached.';

/** The way to the bot: every activity carries a token that only the connector can sign. */
export const createProduct = (given: {
  readonly address: () => string;
  readonly token: () => Promise<string>;
}): Product => ({
  post: async (activity) => {
    const request: RequestInit = {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
      headers: {
        authorization: `Bearer ${await given.token()}`,
        'content-type': 'application/json; charset=utf-8',
      },
      body: JSON.stringify(activity),
    };
    try {
      const response = await fetch(`${given.address()}/api/messages`, request);
      const text = await response.text();
      return { status: response.status, body: text === '' ? null : (parseJson(text) ?? text) };
    } catch (error) {
      return { status: 502, body: { error: reasonOf(error) } };
    }
  },
});
