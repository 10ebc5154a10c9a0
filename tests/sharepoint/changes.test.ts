import { type SharePointBook, sharePointBook } from '../../src/sharepoint/book.ts';
import { bookOptions, keysOf, type VisitsBook, visitsBook } from './visits-book.ts';

let at: VisitsBook;
let book: SharePointBook;
beforeEach(async () => {
  at = await visitsBook();
  book = at.book;
});
afterEach(() => at.tenant.close());

describe('the changes of a book', () => {
  it('begin with everything and go on with what is new', async () => {
    const one = await book.create('one', {}, 'click');
    await book.create('two', {}, 'click');
    const first = await book.changes(undefined);
    expect(keysOf(first.items)).toEqual(['one', 'two']);
    const none = await book.changes(first.token);
    expect(none).toMatchObject({ items: [], deleted: [] });

    await at.bookOf('okafor').update(one, { Pupil: 'by hand' }, 'click');
    await book.create('three', {}, 'click');
    const then = await book.changes(none.token);
    expect(keysOf(then.items)).toEqual(['one', 'three']);
    expect(then.items[0]).toEqual(await book.read(one.item, 'click'));
    expect(then.items[0]).toMatchObject({ changedBy: 'Mrs Okafor', changedByApp: false });
  });

  it('name what was deleted', async () => {
    const { item } = await book.create('one', {}, 'click');
    const { token } = await book.changes(undefined);
    await at.deleteByHand(item);
    expect(await book.changes(token)).toMatchObject({ items: [], deleted: [item] });
  });

  it('begin again where the place is too old, or in a list that is no more', async () => {
    await book.create('one', {}, 'click');
    const { token } = await book.changes(undefined);
    at.tenant.store.expireDeltaTokens();
    expect(keysOf((await book.changes(token)).items)).toEqual(['one']);

    const later = await book.changes(undefined);
    at.tenant.store.reset();
    await at.makeList();
    await book.create('two', {}, 'click');
    expect(keysOf((await book.changes(later.token)).items)).toEqual(['two']);
  });

  it('are whole even where the feed leaves out who made them', async () => {
    const one = await book.create('one', {}, 'click');
    const { token } = await book.changes(undefined);
    await at.bookOf('okafor').update(one, { Pupil: 'by hand' }, 'click');
    const client = at.tenant.clientOf('app');
    const bare = sharePointBook(async (call) => {
      const answer = await client(call);
      return call.path.includes('delta') ? withoutAuthors(answer) : answer;
    }, bookOptions);
    const [item] = (await bare.changes(token)).items;
    expect(item).toEqual(await book.read(one.item, 'click'));
  });
});

const withoutAuthors = (answer: unknown): unknown =>
  JSON.parse(
    JSON.stringify(answer, (name, value) => (name === 'lastModifiedBy' ? undefined : value)),
  );
