/** A token that is asked for again long before it ends, so that whoever gives it may be away for nearly as long as one lasts. */

/** Milliseconds of the machine's own time: tokens know no other. */
export type Token = { readonly text: string; readonly asked: number; readonly ends: number };

/** `fresh`: not the one given last, which was not taken. */
export type TokenSource = (wanted?: { readonly fresh: boolean }) => Promise<string>;

type Given = {
  readonly ask: () => Promise<Token>;
  readonly now: () => number;
  /** Keeps the last one over a restart. */
  readonly kept?: {
    readonly read: () => Promise<Token | undefined>;
    readonly write: (token: Token) => Promise<void>;
  };
};

/** Whenever an outage begins, the token at hand is this old at most. */
const renewAfterMs = 5 * 60_000;
/** Nobody waits for the last seconds of a token to run out on the way. */
const spareMs = 10_000;
/** Nobody who is busy, or away, is asked more often while the old one does. */
const pauseMs = 5_000;

const isGood = (token: Token, now: number): boolean => token.ends - now >= spareMs;

/** A short one is renewed when half of it is gone. */
const isOld = ({ asked, ends }: Token, now: number): boolean =>
  now - asked >= renewAfterMs || now - asked >= (ends - asked) / 2;

/** Throws what `ask` throws, where there is no token left that does. */
export const lastingToken = ({ ask, now, kept }: Given): TokenSource => {
  let held: Token | undefined;
  let asking: Promise<string> | undefined;
  let triedAt = Number.NEGATIVE_INFINITY;
  let recalled: Promise<void> | undefined;

  const renew = (): Promise<string> => {
    triedAt = now();
    asking ??= ask()
      .then(async (token) => {
        held = token;
        await kept?.write(token).catch(() => undefined);
        return token.text;
      })
      .finally(() => {
        asking = undefined;
      });
    return asking;
  };
  const recall = async (): Promise<void> => {
    const last = await kept?.read().catch(() => undefined);
    held ??= last;
  };

  return async (wanted) => {
    recalled ??= recall();
    await recalled;
    if (held === undefined || wanted?.fresh || !isGood(held, now())) return renew();
    // No call waits for the new one, and the old one does until it is spent.
    if (isOld(held, now()) && now() - triedAt >= pauseMs) void renew().catch(() => undefined);
    return held.text;
  };
};
