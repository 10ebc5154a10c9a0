import { type Address, addressOf } from './address.ts';
import { routesAt } from './routes.ts';

export type Price = { readonly units: number; readonly query: boolean };

/** What is not understood is answered cheaply, but not for nothing. */
const least: Price = { units: 1, query: false };

/** What a request costs, known from its address alone: it is paid before anybody looks at it. */
export const priceOf = (url: URL, method: string): Price => {
  const address = tryAddress(url);
  if (address === undefined) return least;
  if (address.kind === 'users') return { ...least, units: address.id === undefined ? 2 : 1 };
  const found = routesAt(address.rest).find(({ route }) => route.method === method);
  if (found === undefined || isContinued(url, address)) return least;
  return { units: found.route.units, query: found.route.query ?? false };
};

/** Delta with a token is priced as the reading of one item. */
const isContinued = (url: URL, address: Extract<Address, { readonly kind: 'site' }>): boolean =>
  address.rest.at(-1) === 'delta' && (url.searchParams.has('token') || address.token !== undefined);

const tryAddress = (url: URL): Address | undefined => {
  try {
    return addressOf(url.pathname);
  } catch {
    return undefined;
  }
};
