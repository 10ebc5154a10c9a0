import { AlreadyWritten, BookClash, BookClosed } from '../../src/register/book.ts';
import { type SharePointBook, sharePointBook } from '../../src/sharepoint/book.ts';
import { bookOptions, type VisitsBook, visitsBook } from './visits-book.ts';

let at: VisitsBook;
let book: SharePointBook;
beforeEach(async () => {
  at = await visitsBook();
  book = at.book;
});
afterEach(() => at.tenant.close());

describe('a book with SharePoint in trouble', () => {
  it.each([
    [{ kind: '429', retryAfter: 17 }, 17],
    [{ kind: '503', retryAfter: 3 }, 3],
    [{ kind: 'reset' }, undefined],
    [{ kind: 'html' }, undefined],
    [{ kind: 'down' }, undefined],
  ] as const)('is closed on %j, and tries nothing again by itself', async (fault, seconds) => {
    at.tenant.failNext(fault);
    const failed = await at.tenant.usage(async () => {
      const error: unknown = await book.create('one', {}, 'click').catch((thrown) => thrown);
      expect(error).toBeInstanceOf(BookClosed);
      expect(error).toMatchObject({ retryAfterSeconds: seconds });
    }, 'click');
    expect(failed.asked).toHaveLength(1);
    await book.create('one', {}, 'click');
  });

  it('is closed when it takes too long', async () => {
    const hasty = sharePointBook(at.tenant.clientOf('app', { timeoutMs: 200 }), bookOptions);
    await hasty.warmUp();
    at.tenant.failNext({ kind: 'slow', retryAfter: 0.4 });
    await expect(hasty.read('1', 'click')).rejects.toBeInstanceOf(BookClosed);
  });

  it('holds one item however the answer to its creation is lost', async () => {
    at.tenant.failNext({ kind: 'commit-then-504' });
    const lost = book.create('one', { Pupil: 'A' }, 'click');
    await expect(lost).rejects.toBeInstanceOf(BookClosed);
    const again = book.create('one', { Pupil: 'A' }, 'click');
    await expect(again).rejects.toBeInstanceOf(AlreadyWritten);
    const found = await book.find('one', 'background');
    expect(found?.columns['Pupil']).toBe('A');
    expect((await book.changes(undefined)).items).toHaveLength(1);
  });

  it('says a clash where the answer to an update was lost, and what stands can be read', async () => {
    const place = await book.create('one', { Pupil: 'A' }, 'click');
    at.tenant.failNext({ kind: 'commit-then-504' });
    await expect(book.update(place, { Pupil: 'B' }, 'click')).rejects.toBeInstanceOf(BookClosed);
    await expect(book.update(place, { Pupil: 'B' }, 'click')).rejects.toBeInstanceOf(BookClash);
    expect((await book.read(place.item, 'click'))?.columns['Pupil']).toBe('B');
  });

  it('makes nothing twice while filters answer nothing', async () => {
    await book.create('one', {}, 'click');
    at.tenant.failNext({ kind: 'empty-filter' });
    expect(await book.find('one', 'background')).toBeUndefined();
    await expect(book.create('one', {}, 'click')).rejects.toBeInstanceOf(AlreadyWritten);
  });

  it('is neither closed nor a clash when access is refused', async () => {
    at.tenant.failNext({ kind: '403' });
    const error: unknown = await book.create('one', { Pupil: 'a name' }, 'click').catch((e) => e);
    expect(error).toMatchObject({ name: 'GraphRefused', status: 403, code: 'accessDenied' });
    expect(String(error)).not.toContain('a name');
  });

  it('forgets a failed look-up of the list', async () => {
    const fresh = at.bookOf('app');
    at.tenant.failNext({ kind: '503' }, '/lists/Visits');
    await expect(fresh.create('one', {}, 'click')).rejects.toBeInstanceOf(BookClosed);
    await fresh.create('one', {}, 'click');
  });
});
