import type { Need } from './caller.ts';
import * as item from './item-actions.ts';
import * as list from './list-actions.ts';
import type { Action } from './request.ts';

type Route = {
  readonly method: string;
  /** What follows the site's own address; a part that begins with a colon is a name. */
  readonly path: string;
  readonly units: number;
  readonly query?: true;
  readonly needs: Need;
  readonly act: Action;
};

const oneList = 'lists/:list';
const columns = `${oneList}/columns`;
const items = `${oneList}/items`;
const oneItem = `${items}/:item`;
const version = `${oneItem}/versions/:version`;

/** Microsoft's prices: one thing read costs 1, a collection read or anything written 2. A delta read with a token costs 1. */
const siteRoutes: readonly Route[] = [
  { method: 'GET', path: '', units: 1, needs: 'read', act: list.showSite },
  { method: 'GET', path: 'lists', units: 2, needs: 'read', act: list.showLists },
  { method: 'POST', path: 'lists', units: 2, needs: 'manage', act: list.makeList },
  { method: 'GET', path: oneList, units: 1, needs: 'read', act: list.showList },
  { method: 'GET', path: columns, units: 2, needs: 'read', act: list.showColumns },
  { method: 'POST', path: columns, units: 2, needs: 'manage', act: list.makeColumn },
  { method: 'GET', path: `${columns}/:column`, units: 1, needs: 'read', act: list.showColumn },
  {
    method: 'PATCH',
    path: `${columns}/:column`,
    units: 2,
    needs: 'manage',
    act: list.reshapeColumn,
  },
  {
    method: 'DELETE',
    path: `${columns}/:column`,
    units: 2,
    needs: 'manage',
    act: list.dropColumn,
  },
  { method: 'GET', path: `${items}/delta`, units: 2, needs: 'read', act: item.showChanges },
  { method: 'GET', path: items, units: 2, query: true, needs: 'read', act: item.showItems },
  { method: 'POST', path: items, units: 2, needs: 'write', act: item.makeItem },
  { method: 'GET', path: oneItem, units: 1, needs: 'read', act: item.showItem },
  { method: 'DELETE', path: oneItem, units: 2, needs: 'write', act: item.dropItem },
  { method: 'GET', path: `${oneItem}/fields`, units: 1, needs: 'read', act: item.showFields },
  { method: 'PATCH', path: `${oneItem}/fields`, units: 2, needs: 'write', act: item.changeFields },
  { method: 'GET', path: `${oneItem}/versions`, units: 2, needs: 'read', act: item.showVersions },
  { method: 'GET', path: version, units: 1, needs: 'read', act: item.showVersion },
  {
    method: 'POST',
    path: `${version}/restoreVersion`,
    units: 2,
    needs: 'write',
    act: item.restore,
  },
];

type Names = Readonly<Record<string, string>>;
export type Found = { readonly route: Route; readonly names: Names };

/** Every route that fits the path, whatever its method: none is a wrong path, another's is a wrong method. */
export const routesAt = (path: readonly string[]): readonly Found[] =>
  siteRoutes.flatMap((route) => {
    const names = namesIn(route.path === '' ? [] : route.path.split('/'), path);
    return names === undefined ? [] : [{ route, names }];
  });

const namesIn = (pattern: readonly string[], path: readonly string[]): Names | undefined => {
  if (pattern.length !== path.length) return undefined;
  const pairs = pattern.map((part, at) => [part, path[at] ?? ''] as const);
  const fits = pairs.every(([part, given]) => part.startsWith(':') || part === given);
  if (!fits) return undefined;
  return Object.fromEntries(
    pairs.filter(([part]) => part.startsWith(':')).map(([part, given]) => [part.slice(1), given]),
  );
};
