import type { Database } from './database.ts';
import { forgetPlaces } from './delta.ts';
import { createSite, fixedSites, type NewSite, type Site } from './sites.ts';

/** What the tenant may do to the books directly, and no caller of Graph can. */
export type GraphStore = {
  /** Back to the fresh tenant: the four sites, and nothing in them. */
  readonly reset: () => void;
  readonly createSite: (site: NewSite) => Site;
  /** Makes every delta token too old, as happens to a reader that stayed away too long. */
  readonly expireDeltaTokens: () => void;
  /** Writes all of it, as it is now, into a new file. */
  readonly copyTo: (file: string) => void;
  readonly close: () => void;
};

const tables = ['facts', 'sites', 'lists', 'columns', 'items', 'versions', 'cells'];

export const createStore = (db: Database, now: () => Date): GraphStore => {
  const settle = () => {
    for (const site of fixedSites) createSite(db, site, now());
  };
  const reset = () =>
    db.whole(() => {
      for (const table of tables) db.run(`delete from graph_${table}`);
      settle();
    });
  if (db.one('select id from graph_sites') === undefined) db.whole(settle);
  return {
    reset,
    createSite: (site) => createSite(db, site, now()),
    expireDeltaTokens: () => void forgetPlaces(db),
    copyTo: (file) => db.run('vacuum into ?', file),
    close: db.close,
  };
};
