import type { Item } from '../../src/register/book.ts';
import { type SharePointBook, sharePointBook } from '../../src/sharepoint/book.ts';
import { host, type SmallTenant, smallTenant } from './small-tenant.ts';
import { visitsPlan } from './visits-plan.ts';

export const bookOptions = {
  site: `${host}/sites/HomeVisits`,
  list: 'Visits',
  key: 'VisitKey',
  columns: visitsPlan.columns,
  app: 'app-id',
};

export const keysOf = (items: readonly Item[]) => items.map(({ columns }) => columns['VisitKey']);

/** A fresh tenant with a Visits list, the app's book of it, and other ways to the same list. */
export type VisitsBook = {
  readonly tenant: SmallTenant;
  readonly book: SharePointBook;
  readonly bookOf: (who: string) => SharePointBook;
  readonly makeList: () => Promise<void>;
  readonly deleteByHand: (item: string) => Promise<void>;
};

export const visitsBook = async (): Promise<VisitsBook> => {
  const tenant = await smallTenant();
  const bookOf = (who: string) => sharePointBook(tenant.clientOf(who), bookOptions);
  const makeList = async () => {
    const { wrong, sentences } = await tenant.make([visitsPlan]);
    if (wrong) throw new Error(sentences.join('\n'));
  };
  await makeList();
  const book = bookOf('app');
  await book.warmUp();
  const list = `${tenant.address}/v1.0/sites/${host}:/sites/HomeVisits:/lists/Visits`;
  const headers = { authorization: 'Bearer okafor' };
  return {
    tenant,
    book,
    bookOf,
    makeList,
    deleteByHand: async (item) => {
      const { status } = await fetch(`${list}/items/${item}`, { method: 'DELETE', headers });
      if (status !== 204) throw new Error(`The item was not deleted: ${status}`);
    },
  };
};
