/** What caused a request: somebody's press, or the product's own upkeep. */
type Cause = 'click' | 'background';

type MeteredRequest = {
  readonly method: string;
  readonly path: string;
  readonly units: number;
  /** A query over a list's items: never to be on the path of a click. */
  readonly query: boolean;
  readonly cause: Cause;
};

type Share = { readonly units: number; readonly queries: number };

type Usage = {
  readonly units: number;
  readonly clicks: Share;
  readonly background: Share;
  readonly requests: readonly MeteredRequest[];
};

export type Meter = {
  /** Counts a request; answers the seconds to wait when the minute's allowance is spent. */
  readonly count: (request: MeteredRequest) => number | undefined;
  readonly usage: () => Usage;
  readonly reset: () => void;
};

const minute = 60_000;
/** The totals go on; only the latest requests are kept one by one. */
const remembered = 10_000;
const none: Share = { units: 0, queries: 0 };

/** Microsoft's prices and allowance: 1,250 units a minute for an app in a tenant of up to 1,000 licences. */
export const createMeter = (given: {
  readonly now: () => Date;
  readonly allowance?: number;
}): Meter => {
  const allowance = given.allowance ?? 1_250;
  let spent = { since: Number.NEGATIVE_INFINITY, units: 0 };
  let shares: Readonly<Record<Cause, Share>> = { click: none, background: none };
  let requests: MeteredRequest[] = [];
  return {
    count: (request) => {
      const now = given.now().getTime();
      const passed = now - spent.since;
      if (passed >= minute || passed < 0) spent = { since: now, units: 0 };
      // A throttled call counts as well: hammering at the door keeps it shut.
      spent.units += request.units;
      shares = { ...shares, [request.cause]: add(shares[request.cause], request) };
      requests.push(request);
      if (requests.length > remembered) requests = requests.slice(-remembered / 2);
      if (spent.units <= allowance) return undefined;
      return Math.max(1, Math.ceil((spent.since + minute - now) / 1_000));
    },
    usage: () => ({
      units: shares.click.units + shares.background.units,
      clicks: shares.click,
      background: shares.background,
      requests: [...requests],
    }),
    reset: () => {
      spent = { since: Number.NEGATIVE_INFINITY, units: 0 };
      shares = { click: none, background: none };
      requests = [];
    },
  };
};

const add = (share: Share, request: MeteredRequest): Share => ({
  units: share.units + request.units,
  queries: share.queries + (request.query ? 1 : 0),
});
