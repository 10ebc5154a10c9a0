import type { SharePointBook } from '../../src/sharepoint/book.ts';
import { type VisitsBook, visitsBook } from './visits-book.ts';

let at: VisitsBook;
let book: SharePointBook;
beforeEach(async () => {
  at = await visitsBook();
  book = at.book;
});
afterEach(() => at.tenant.close());

describe('what a book costs', () => {
  const costs = (work: () => Promise<unknown>, cause: 'click' | 'background' = 'click') =>
    at.tenant.usage(work, cause);

  it('is 2 for a write, 1 for reading an item, and nothing else is asked', async () => {
    const made = await costs(() => book.create('one', { Pupil: 'A' }, 'click'));
    expect(made).toMatchObject({ units: 2, other: 0 });
    const item = await book.find('one', 'background');
    if (item === undefined) throw new Error('not found');
    expect(await costs(() => book.update(item.place, { Pupil: 'B' }, 'click'))).toMatchObject({
      units: 2,
      other: 0,
    });
    expect(await costs(() => book.read(item.place.item, 'click'))).toMatchObject({
      units: 1,
      other: 0,
    });
  });

  it('is 2 for a query, 1 for changes since a token, 4 for the first', async () => {
    await book.create('one', {}, 'click');
    expect(await costs(() => book.find('one', 'background'), 'background')).toMatchObject({
      units: 2,
    });
    expect(await costs(() => book.where('Watch', '1'), 'background')).toMatchObject({ units: 2 });
    const { token } = await book.changes(undefined);
    expect(await costs(() => book.changes(token), 'background')).toMatchObject({ units: 1 });
    const first = await costs(() => book.changes(undefined), 'background');
    expect(first.units).toBeLessThanOrEqual(4);
    expect(first.other).toBe(0);
  });

  it('leaves finding the list to the background, once however many ask', async () => {
    const fresh = at.bookOf('app');
    const both = () =>
      Promise.all([fresh.create('one', {}, 'click'), fresh.create('two', {}, 'click')]);
    expect(await costs(both)).toMatchObject({ units: 4, other: 2 });
  });
});
