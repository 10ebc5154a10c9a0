import { AlreadyWritten, BookClash } from '../../src/register/book.ts';
import type { SharePointBook } from '../../src/sharepoint/book.ts';
import { keysOf, type VisitsBook, visitsBook } from './visits-book.ts';

const awkward = [
  "Siân O'Neill",
  "'; drop' or 1 eq 1",
  'A & B #1, 100% + more = ?',
  'Llŷr Ŵyn-Jones 🏠 “quoted” /\\ %27 %26',
  "''",
  'a+b c',
];

let at: VisitsBook;
let book: SharePointBook;
beforeEach(async () => {
  at = await visitsBook();
  book = at.book;
});
afterEach(() => at.tenant.close());

describe('a book in a SharePoint list', () => {
  it('gives back what was written, in its own form', async () => {
    const written = {
      Title: 'HV-2026-0001',
      Pupil: "Siân O'Neill",
      Status: 'out',
      DueBack: '2026-11-23T16:00:00.000Z',
      Watch: 1,
      Sensitive: true,
      History: 'x'.repeat(60_000),
    };
    const place = await book.create('one', written, 'click');
    const item = await book.read(place.item, 'click');
    expect(item).toEqual({
      place,
      columns: { ...written, VisitKey: 'one' },
      changedBy: 'Home Visits',
      changedByApp: true,
    });
  });

  it('keeps moments to the second and in UTC', async () => {
    const { item } = await book.create(
      'one',
      { DueBack: '2026-07-01T16:00:00.987+01:00' },
      'click',
    );
    const read = await book.read(item, 'click');
    expect(read?.columns['DueBack']).toBe('2026-07-01T15:00:00.000Z');
  });

  it('clears a column with an empty string, and shows it as empty', async () => {
    const all = { Pupil: 'A', DueBack: '2026-11-23T16:00:00Z', Watch: 1, Sensitive: true };
    const place = await book.create('one', all, 'click');
    await book.update(place, { Pupil: '', DueBack: '', Watch: '', Sensitive: '' }, 'click');
    expect((await book.read(place.item, 'click'))?.columns).toEqual({
      VisitKey: 'one',
      Title: '',
      Pupil: '',
      Status: '',
      DueBack: '',
      History: '',
    });
  });

  it.each(awkward)('keeps and finds %s', async (text) => {
    await book.create('other', { Pupil: 'somebody else' }, 'click');
    await book.create(text, { Pupil: text }, 'click');
    expect(keysOf(await book.where('Pupil', text))).toEqual([text]);
    expect((await book.find(text, 'background'))?.columns['Pupil']).toBe(text);
  });

  it('knows nothing of what is not there', async () => {
    expect(await book.read('4711', 'click')).toBeUndefined();
    expect(await book.read('no number', 'click')).toBeUndefined();
    expect(await book.find('nobody', 'background')).toBeUndefined();
    expect(await book.where('Pupil', 'nobody')).toEqual([]);
  });

  it('takes a key once', async () => {
    await book.create('one', { Pupil: 'first' }, 'click');
    const again = book.create('one', { Pupil: 'second' }, 'click');
    await expect(again).rejects.toBeInstanceOf(AlreadyWritten);
    expect((await book.find('one', 'background'))?.columns['Pupil']).toBe('first');
  });

  it('writes over nothing that somebody has written since', async () => {
    const place = await book.create('one', { Pupil: 'first' }, 'click');
    const next = await book.update(place, { Pupil: 'second' }, 'click');
    expect(next.item).toBe(place.item);
    await expect(book.update(place, { Pupil: 'third' }, 'click')).rejects.toBeInstanceOf(BookClash);
    expect(await book.update(next, { Pupil: 'fourth' }, 'click')).not.toEqual(next);
    expect((await book.read(place.item, 'click'))?.columns['Pupil']).toBe('fourth');
  });

  it('takes an item somebody has deleted for one they have written', async () => {
    const place = await book.create('one', {}, 'click');
    await at.deleteByHand(place.item);
    await expect(book.update(place, { Pupil: 'A' }, 'click')).rejects.toBeInstanceOf(BookClash);
    expect(await book.read(place.item, 'click')).toBeUndefined();
  });

  it('says which change was made by hand, and by whom', async () => {
    const place = await book.create('one', {}, 'click');
    await at.bookOf('okafor').update(place, { Pupil: 'A' }, 'click');
    const byHand = await book.read(place.item, 'click');
    expect(byHand).toMatchObject({ changedBy: 'Mrs Okafor', changedByApp: false });
  });

  it('takes another app for a hand', async () => {
    const place = await book.create('one', {}, 'click');
    await at.bookOf('flow').update(place, { Pupil: 'A' }, 'click');
    const changed = await book.read(place.item, 'click');
    expect(changed).toMatchObject({ changedBy: 'Some flow', changedByApp: false });
  });

  it('finds by number, by moment and by yes or no', async () => {
    const due = '2026-11-23T16:00:00.000Z';
    await book.create('out', { Watch: 1, Sensitive: true, DueBack: due }, 'click');
    await book.create('back', { Watch: 0, Sensitive: false, DueBack: '' }, 'click');
    expect(keysOf(await book.where('Watch', '1'))).toEqual(['out']);
    expect(keysOf(await book.where('Sensitive', 'true'))).toEqual(['out']);
    expect(keysOf(await book.where('DueBack', due))).toEqual(['out']);
  });

  it('reads every page of what it finds', async () => {
    for (let n = 0; n < 205; n += 1) await book.create(`k${n}`, { Watch: 1 }, 'background');
    expect(await book.where('Watch', '1')).toHaveLength(205);
    expect((await book.changes(undefined)).items).toHaveLength(205);
  });

  it('will not filter on a column without an index, and says so without the words', async () => {
    await expect(book.where('Status', 'secret words')).rejects.toThrow(/^Graph refused with 400/u);
    await expect(book.where('Status', 'secret words')).rejects.not.toThrow(/secret/u);
  });

  it('will not write a column the list does not have', async () => {
    await expect(book.create('one', { Colour: 'red' }, 'click')).rejects.toThrow(
      'no column Colour',
    );
  });

  it('finds a list that was made anew under its old name', async () => {
    const place = await book.create('one', {}, 'click');
    at.tenant.store.reset();
    await at.makeList();
    expect(await book.read(place.item, 'click')).toBeUndefined();
    await book.create('two', {}, 'click');
    expect(keysOf((await book.changes(undefined)).items)).toEqual(['two']);
  });

  it('does not take a missing list for a missing item', async () => {
    at.tenant.store.reset();
    await expect(book.read('1', 'click')).rejects.toThrow('There is no list Visits');
    const update = book.update({ item: '1', revision: '"x"' }, {}, 'click');
    await expect(update).rejects.not.toBeInstanceOf(BookClash);
  });
});
