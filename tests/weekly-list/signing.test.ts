import { afterAll, afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { StaffMember } from '../../src/people/staff.ts';
import type { Proposal } from '../../src/visits/proposal.ts';
import type { VisitId } from '../../src/vocabulary.ts';
import { isListSigner } from '../../src/weekly-list/sign.ts';
import { bevan, jo, okafor, pat, person, rao, roster, sam, wells } from '../builders/cast.ts';
import { forgetLists, openTenant, type Tenant } from '../journeys/tenant.ts';
import { act, says } from '../journeys/world.ts';
import { formUnder, policies } from '../policy/six-packs.ts';
import { doing, holyCross, listOf, pasted, rulesOf, signAll, stand, week } from './week.ts';

jest.setTimeout(60_000);

let tenant: Tenant;
let story: Awaited<ReturnType<typeof holyCross>>;
beforeEach(async () => {
  tenant = await openTenant();
  story = await holyCross(tenant);
  story.clock.set('13:50');
});
afterEach(() => tenant.stop());
afterAll(forgetLists);

const sian = { pupil: 'Siân O’Neill', address: '14 Ffordd y Môr' };
const tom = { pupil: 'Tom Baker', address: '3 Station Road' };

const leave = (id: VisitId) =>
  act(story.playing, id, sam, { verb: 'depart', who: [sam.id, jo.id] });

const compiled = (...families: readonly Partial<Proposal>[]) =>
  doing(story)('compile-list', sam, { text: pasted(...families) });

/** By the duty rota he is headteacher for now. */
const ames = person('ames', 'Mr Ames', 'deputy-head', 'headteacher');

const hire = async (one: StaffMember) => {
  const { world } = story.playing;
  const put = { school: world.school, partition: 'roster', kind: 'kept', id: 'roster' } as const;
  const value = { roster: [...roster, one], at: world.now() };
  await world.diary.commit([{ put, value: world.keys.seal(JSON.stringify(value)) }]);
};

describe('a visit under a policy with a weekly list', () => {
  it('leaves once its row is signed, and not before [HC-4.3]', async () => {
    const visit = await stand(story.playing, 'v1', sian);
    await compiled(sian);
    expect(rulesOf(await leave(visit))).toEqual(['departure/list-signed']);
    expect(await signAll(story, okafor)).toMatchObject({ kind: 'done', note: 'Signed: 1 row.' });
    expect(await leave(visit)).toMatchObject({ kind: 'done' });
  });

  it('says on its page that its list is signed, by whom and when', async () => {
    await stand(story.playing, 'v1', sian);
    await compiled(sian);
    const says = async () => (await story.house.see('v1', pat.id))?.policySays.at(-1);
    expect(await says()).toBe('On the list of week 48, which is not signed for this visit yet.');
    await signAll(story, okafor);
    expect(await says()).toBe('On the signed list of week 48 (Mrs Okafor, Tue 24 Nov 13:50).');
  });

  it('leaves on a signature that SharePoint has yet to hear of', async () => {
    const visit = await stand(story.playing, 'v1', sian);
    await compiled(sian);
    tenant.down();
    expect(await signAll(story, okafor)).toMatchObject({
      note: 'Signed: 1 row. SharePoint will have it in a moment.',
    });
    expect(await leave(visit)).toMatchObject({ kind: 'done' });
    tenant.mend();
    await story.playing.pass(3);
    expect((await listOf(story, okafor)).copies).toMatchObject([{ filed: true }]);
    expect(await tenant.itemsOf(tenant.books.weeklyLists)).toHaveLength(2);
  });

  it.each([
    ['address', { address: '15 Ffordd y Môr' }],
    ['visitors', { visitors: [sam.id, rao.id] }],
  ])('needs another signature once its %s is another', async (_, change) => {
    const visit = await stand(story.playing, 'v1', sian);
    await compiled(sian);
    await signAll(story, okafor);
    const form = formUnder('HC', { transport: 'By bus', ...sian, ...change });
    expect(await act(story.playing, visit, sam, { verb: 'edit', form })).toMatchObject({
      kind: 'done',
    });
    expect(rulesOf(await leave(visit))).toContain('departure/list-signed');
    const { rows } = await listOf(story, okafor);
    expect(rows.find((row) => row.id === 'v1')).toMatchObject({ state: 'changed' });
  });
});

describe('the week’s list', () => {
  it('is put together from what was compiled and what was asked for, with the columns of the policy [HC-4.2a HC-4.2b]', async () => {
    await stand(story.playing, 'v1', sian);
    expect(await compiled(sian, tom)).toMatchObject({ note: '2 rows taken.' });
    const { rows, counts } = await listOf(story, sam);
    expect(rows).toMatchObject([
      {
        pupil: 'Siân O’Neill',
        address: '14 Ffordd y Môr',
        parents: 'Mair and Huw Jones',
        contacts: '01248 555 014',
        attendance: '61%',
        visit: { reference: 'HV-2026-v1', day: '2026-11-24', visitors: 'Sam Pike and Jo Ashby' },
      },
      { pupil: 'Tom Baker', attendance: '61%', state: 'added' },
    ]);
    expect(counts).toEqual({ high: 0, medium: 1, low: 0, none: 1 });
  });

  it('holds the visits of its own week, and of no other [HC-4.2a]', async () => {
    await stand(story.playing, 'v1', sian, 'asked');
    expect((await listOf(story, sam, '2026-W49')).rows).toEqual([]);
    expect((await listOf(story, sam, '2026-W48')).rows).toHaveLength(1);
  });

  it('is signed by the headteacher alone, and by nobody for a visit of their own [HC-4.3]', async () => {
    await stand(story.playing, 'v1', sian);
    await compiled(sian);
    expect(rulesOf(await signAll(story, bevan))).toEqual(['weekly-list/right-role']);
    expect(rulesOf(await signAll(story, sam))).toEqual(['access/not-yours']);
    expect(await story.house.weeklyList.see(week, wells.id)).toBeUndefined();
    expect(rulesOf(await doing(story)('sign-list', wells, {}))).toEqual(['access/not-yours']);
  });

  it('leaves out the signer’s own rows, and names them', async () => {
    await hire(ames);
    const own = { ...sian, visitors: [okafor.id, sam.id] };
    await stand(story.playing, 'v1', own, 'asked', { roster: [...roster, ames] });
    const other = await stand(story.playing, 'v2', tom);
    await compiled(sian, tom);
    expect(await signAll(story, okafor)).toMatchObject({
      kind: 'done',
      note: 'Signed: 1 row. You go on these yourself, so somebody else has to sign them: Siân O’Neill.',
      list: { unsigned: 1 },
    });
    expect(rulesOf(await signAll(story, okafor))).toEqual(['weekly-list/not-own-row']);
    expect(await signAll(story, ames)).toMatchObject({ list: { unsigned: 0 } });
    expect(await leave(other)).toMatchObject({ kind: 'done' });
  });

  it('is not signed where something that has to stand on it is missing [HC-4.2b]', async () => {
    const visit = await stand(story.playing, 'v1', sian);
    expect(rulesOf(await signAll(story, okafor))).toEqual(['weekly-list/complete']);
    await compiled(sian);
    expect(await signAll(story, okafor)).toMatchObject({ kind: 'done' });
    expect(await leave(visit)).toMatchObject({ kind: 'done' });
  });

  it('is not signed as it was before somebody changed it', async () => {
    await stand(story.playing, 'v1', sian);
    await compiled(sian);
    const { content } = await listOf(story, okafor);
    await stand(story.playing, 'v2', tom);
    expect(rulesOf(await signAll(story, okafor, { content }))).toContain('weekly-list/as-shown');
    expect((await listOf(story, okafor)).copies).toEqual([]);
  });

  it('is not signed unseen, unless the signer says so', async () => {
    await stand(story.playing, 'v1', sian);
    await compiled(sian, tom);
    const refused = await signAll(story, okafor, { shown: '1' });
    expect(refused).toMatchObject({
      refusals: [
        {
          rule: 'weekly-list/all-shown',
          because: 'You have not been shown all of it: 2 rows, 0 High.',
          clause: 'Holy Cross home visits policy 4.3',
        },
      ],
    });
    await signAll(story, okafor, { shown: '1', unseen: 'yes' });
    expect((await listOf(story, okafor)).copies).toMatchObject([{ rows: 2, seenAll: false }]);
  });

  it('is not signed for a week that is over', async () => {
    await doing(story, '2026-W47')('compile-list', sam, { text: pasted(sian) });
    const { content } = await listOf(story, okafor, '2026-W47');
    const signed = await doing(story, '2026-W47')('sign-list', okafor, { content, shown: '1' });
    expect(rulesOf(signed)).toEqual(['weekly-list/week-over']);
  });

  it('is signed once, however often it is sent', async () => {
    await stand(story.playing, 'v1', sian);
    await compiled(sian);
    const { content } = await listOf(story, okafor);
    const send = () => doing(story)('sign-list', okafor, { content, shown: '1' }, 'the-same-one');
    await Promise.all([send(), send(), send()]);
    expect((await listOf(story, okafor)).copies).toHaveLength(1);
    expect(await tenant.itemsOf(tenant.books.weeklyLists)).toHaveLength(2);
  });

  it('takes additions by a signature of their own; what is removed voids nothing [HC-4.3]', async () => {
    const first = await stand(story.playing, 'v1', sian);
    await compiled(sian, tom);
    await signAll(story, okafor);
    const second = await stand(story.playing, 'v2', tom);
    expect(rulesOf(await leave(second))).toEqual(['departure/list-signed']);
    const list = await listOf(story, okafor);
    expect(list).toMatchObject({ verb: 'add-to-list', unsigned: 1, signable: [2] });
    expect(await signAll(story, okafor)).toMatchObject({ note: 'Signed: 1 row.' });
    await act(story.playing, second, sam, { verb: 'cancel', reason: 'They moved' });
    await compiled(tom);
    expect((await listOf(story, okafor)).copies.map(({ how, rows }) => [how, rows])).toEqual([
      ['additions', 1],
      ['list', 2],
    ]);
    expect(await leave(first)).toMatchObject({ kind: 'done' });
  });

  it('needs a signature again where a figure was changed', async () => {
    const visit = await stand(story.playing, 'v1', sian);
    await compiled(sian);
    await signAll(story, okafor);
    const text = pasted(sian).replace('61%', '75%');
    await doing(story)('compile-list', sam, { text });
    expect((await listOf(story, okafor)).rows).toMatchObject([{ state: 'changed' }]);
    expect(rulesOf(await leave(visit))).toEqual(['departure/list-signed']);
  });

  it('shows a signed copy word for word, whatever has changed since', async () => {
    await stand(story.playing, 'v1', sian);
    await compiled({ ...sian, pupil: '=HYPERLINK("x") **{{x}}** <b>Ŵ 🏠</b>' }, sian);
    await signAll(story, okafor);
    await doing(story)('compile-list', sam, { text: pasted(tom), how: 'replace' });
    const { copies } = await listOf(story, okafor);
    const copy = await story.house.weeklyList.copy(week, copies[0]?.id ?? '', okafor.id);
    expect(copy?.frozen.map(({ pupil, visitors, risk }) => [pupil, visitors, risk])).toEqual([
      ['Siân O’Neill', 'Sam Pike and Jo Ashby', 'medium'],
      ['=HYPERLINK("x") **{{x}}** <b>Ŵ 🏠</b>', '', ''],
    ]);
  });

  it('is signed by somebody who stands in, and no longer once that ends', async () => {
    const visit = await stand(story.playing, 'v1', sian);
    await compiled(sian);
    await hire({ ...ames, roles: ['deputy-head'] });
    expect(rulesOf(await signAll(story, ames))).toEqual(['weekly-list/right-role']);
    expect(isListSigner({ ...ames, away: true }, policies.HC)).toBe(false);
    await hire(ames);
    expect(await signAll(story, ames)).toMatchObject({ kind: 'done' });
    expect(await leave(visit)).toMatchObject({ kind: 'done' });
  });
});

describe('a signed list that is changed by hand', () => {
  const signedVisit = async () => {
    const visit = await stand(story.playing, 'v1', sian);
    await compiled(sian);
    await signAll(story, okafor);
    await story.playing.pass(4);
    return visit;
  };
  const byHand = async (kind: string, columns: Readonly<Record<string, string | number>>) => {
    const book = tenant.byHand('HomeVisits', 'WeeklyLists');
    const items = await tenant.itemsOf(book);
    const item = items.find((one) => one.columns['Kind'] === kind);
    if (item === undefined) throw new Error('It is not there.');
    await book.update(item.place, columns, 'click');
  };
  const told = () =>
    story.playing
      .told('okafor', 'notice')
      .filter(({ message }) => says(message, 'counts for nothing'));

  it.each([
    ['rows', 'Content', '[["x"]]'],
    ['rows', 'Seal', 'x'],
    ['signature', 'SignedBy', 'Mr Bevan'],
    ['signature', 'Rows', 7],
  ])('counts for nothing, and those who sign hear of it: %s, %s', async (kind, column, value) => {
    const visit = await signedVisit();
    await byHand(kind, { [column]: value });
    await story.playing.pass(4);
    expect(rulesOf(await leave(visit))).toEqual(['departure/list-signed']);
    expect(told()).toHaveLength(1);
    expect(story.playing.told('rao', 'notice')).toHaveLength(1);
    expect((await listOf(story, okafor)).copies).toMatchObject([{ void: 'changed' }]);
    // It is signed again, and holds.
    await signAll(story, okafor);
    expect(await leave(visit)).toMatchObject({ kind: 'done' });
  });

  it('counts for nothing once it is deleted', async () => {
    const visit = await signedVisit();
    const items = await tenant.itemsOf(tenant.books.weeklyLists);
    await tenant.remove('HomeVisits', 'WeeklyLists', items[0]?.place.item ?? '');
    await story.playing.pass(4);
    expect(rulesOf(await leave(visit))).toEqual(['departure/list-signed']);
    expect(told()).toHaveLength(1);
  });

  it('stays as it is where nobody touched it', async () => {
    const visit = await signedVisit();
    await story.playing.pass(30);
    expect(told()).toEqual([]);
    expect(await leave(visit)).toMatchObject({ kind: 'done' });
  });
});

describe('a diary that was lost', () => {
  it('learns from the list what was signed, and believes nothing that does not hold together', async () => {
    await stand(story.playing, 'v1', sian);
    await compiled(sian);
    await signAll(story, okafor);
    const again = await holyCross(tenant);
    again.clock.set('13:55');
    const visit = await stand(again.playing, 'v1', sian);
    await again.playing.pass(3);
    expect((await listOf(again, okafor)).copies).toMatchObject([{ by: 'Mrs Okafor', rows: 1 }]);
    const depart = { verb: 'depart', who: [sam.id, jo.id] } as const;
    expect(await act(again.playing, visit, sam, depart)).toMatchObject({ kind: 'done' });
  });
});

describe('who hears of the list', () => {
  const cards = () => story.playing.told('okafor', 'weekly-list');

  it('is whoever signs, with one card, and again once additions wait [HC-4.3]', async () => {
    await stand(story.playing, 'v1', sian);
    await stand(story.playing, 'v2', tom);
    await compiled(sian, tom);
    expect(await doing(story)('send-list', sam)).toMatchObject({ note: 'Sent to Mrs Okafor.' });
    await story.playing.pass(10);
    expect(cards()).toHaveLength(1);
    await signAll(story, okafor);
    await story.playing.pass(10);
    expect(cards()).toHaveLength(1);
    const signed = 'Mrs Okafor signed the list of week 48: 2 rows.';
    const notices = story.playing.told('sam', 'notice');
    expect(notices.filter(({ message }) => says(message, signed))).toHaveLength(1);
    await stand(story.playing, 'v3', { pupil: 'Cara Murphy', address: '9 Well Street' });
    await compiled({ pupil: 'Cara Murphy', address: '9 Well Street' });
    await story.playing.pass(20);
    expect(cards()).toHaveLength(2);
  });

  it('is the attendance officer, on Friday, where next week’s has not been begun [HC-4.2a]', async () => {
    const reminded = () =>
      story.playing
        .told('sam', 'notice')
        .filter(({ message }) => says(message, 'week 49 (from 2026-11-30)'));
    story.clock.set('2026-11-27T08:50:00.000Z' as never);
    await story.playing.pass(6);
    expect(reminded()).toHaveLength(0);
    await story.playing.pass(20);
    expect(reminded()).toHaveLength(1);
    await story.playing.pass(20);
    expect(reminded()).toHaveLength(1);
  });

  it('is nobody where it was', async () => {
    story.clock.set('2026-11-27T08:50:00.000Z' as never);
    await doing(story, '2026-W49')('compile-list', sam, { text: pasted(sian) });
    await story.playing.pass(20);
    expect(story.playing.told('sam', 'notice')).toEqual([]);
  });
});
