/** The book of homes and what stands, with real parts: what a visit came upon is there for the next one. */
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { homesDoor } from '../../src/journeys/homes-door.ts';
import type { HomesVerb } from '../../src/journeys/homes-press.ts';
import { viewer } from '../../src/journeys/pages.ts';
import type { StaffMember } from '../../src/people/staff.ts';
import { commandId, visitId } from '../../src/vocabulary.ts';
import { jo, okafor, pat, rao, sam, wells } from '../builders/cast.ts';
import { entering, form, quietHome } from '../builders/visits.ts';
import { forgetLists, openTenant, type Tenant } from './tenant.ts';
import { act, ask, createClock, goOut, openWorld, type Playing, who } from './world.ts';

let tenant: Tenant;
let playing: Playing;
let clock: ReturnType<typeof createClock>;
let door: ReturnType<typeof homesDoor>;
let count = 0;
const newName = (): string => {
  count += 1;
  return `press-${count}`;
};

beforeEach(async () => {
  tenant = await openTenant();
  clock = createClock();
  playing = await openWorld({ tenant, clock });
  door = homesDoor(playing.world, viewer(playing.world));
});
afterEach(async () => {
  await playing.kept.close();
  await tenant.stop();
});
afterAll(forgetLists);

const address = '14 Ffordd y Môr';
const press = (
  by: StaffMember,
  verb: HomesVerb,
  inputs: Readonly<Record<string, string>>,
  command = newName(),
) => door.press({ verb, inputs, command: commandId(command), by: by.id });
const rows = async (list: 'hazards' | 'standing') =>
  (await tenant.itemsOf(tenant.books[list])).map(({ columns }) => columns);
const hazardsNow = async () => (await door.list(rao.id)).flatMap(({ hazards }) => hazards);

const comeBack = async (id: ReturnType<typeof visitId>) => {
  await act(playing, id, sam, { verb: 'leave', who, next: '' });
  await act(playing, id, sam, { verb: 'return', who });
  await playing.runner.settle();
};

const askAgain = (name: string, more: object, changes = {}, risk = quietHome) =>
  act(playing, visitId(`school-${name}`), sam, {
    verb: 'submit',
    form: { ...form({ ...changes }, risk), ...more },
  });
const rulesOf = (answer: Awaited<ReturnType<typeof act>>) =>
  answer.kind === 'refused' ? answer.refusals.map(({ rule }) => rule) : [];

describe('what a visit comes upon', () => {
  it('stands against its home, in the restricted list, and has to be looked at before the next visit [B-17]', async () => {
    const id = await goOut(playing, clock);
    await act(playing, id, sam, { verb: 'arrive', who });
    await act(playing, id, sam, {
      ...entering,
      animals: 'secured',
      hazards: 'A knife on the table',
    });
    await comeBack(id);
    expect(await rows('hazards')).toEqual([
      expect.objectContaining({ Title: address, Kind: 'animals', Resolved: 'no' }),
      expect.objectContaining({ Title: address, Kind: 'other', What: 'A knife on the table' }),
    ]);
    clock.set('14:40');
    const times = { start: '2026-11-24T15:00:00.000Z', dueBack: '2026-11-24T15:30:00.000Z' };
    expect(rulesOf(await askAgain('next', {}, times))).toEqual(['risk/home-seen']);
    const { home } = await door.before('14 ffordd y mor', sam.id);
    expect(home?.hazards.map(({ what }) => what)).toContain('A knife on the table');
    expect(home?.visits).toHaveLength(1);
    const sent = await askAgain('next', { homeSeen: home?.shown }, times);
    expect(sent.kind).toBe('done');
  });

  it('is kept where a loose animal ended the visit, once, however often it is told (S21)', async () => {
    const id = await goOut(playing, clock);
    await act(playing, id, sam, { verb: 'arrive', who });
    await act(playing, id, sam, { verb: 'animals-loose', reason: '' });
    await act(playing, id, sam, { verb: 'return', who });
    await playing.runner.settle();
    await playing.runner.settle();
    expect(await hazardsNow()).toEqual([
      expect.objectContaining({ kind: 'animals', overdue: false }),
    ]);
    const { home } = await door.before(address, sam.id);
    expect(home).toMatchObject({ animals: true });
  });

  it('is there with SharePoint away, and in the list once it is back', async () => {
    const id = await goOut(playing, clock);
    tenant.down();
    await act(playing, id, sam, { verb: 'arrive', who });
    await act(playing, id, sam, { verb: 'leave-unsafe', who });
    await playing.runner.settle();
    expect(await hazardsNow()).toHaveLength(1);
    tenant.mend();
    await playing.pass(5);
    expect(await rows('hazards')).toHaveLength(1);
  });
});

describe('a first visit (S11)', () => {
  const low = { ...quietHome, level: 'low' as const };
  const times = { start: '2026-11-24T15:00:00.000Z', dueBack: '2026-11-24T15:30:00.000Z' };

  it('stays one until somebody has been inside: a visit that was called off does not count', async () => {
    const id = await goOut(playing, clock);
    await act(playing, id, sam, { verb: 'arrive', who });
    await act(playing, id, sam, { verb: 'cancel', reason: 'Nobody in' });
    await act(playing, id, sam, { verb: 'return', who });
    await playing.runner.settle();
    clock.set('14:40');
    expect(rulesOf(await askAgain('low', {}, times, low))).toEqual(['risk/first-visit-floor']);
  });

  it('is over once one was completed, for that pupil at that address, under any spelling that was made one home', async () => {
    const id = await goOut(playing, clock);
    await act(playing, id, sam, { verb: 'arrive', who });
    await act(playing, id, sam, entering);
    await comeBack(id);
    clock.set('14:40');
    expect((await askAgain('low', {}, times, low)).kind).toBe('done');
    const elsewhere = { ...times, address: '3 Mill Lane' };
    expect(rulesOf(await askAgain('there', {}, elsewhere, low))).toEqual([
      'risk/first-visit-floor',
    ]);
    const sibling = { ...times, pupil: 'Rhys O’Neill' };
    expect(rulesOf(await askAgain('sibling', {}, sibling, low))).toEqual([
      'risk/first-visit-floor',
    ]);
  });
});

describe('each visit', () => {
  it('has an assessment of its own in the list, and none of another’s answers [HC-F13]', async () => {
    await ask(playing, 'one');
    const high = { ...quietHome, level: 'high' as const };
    await askAgain('two', {}, { address: '3 Mill Lane' }, high);
    await playing.runner.settle();
    const items = (await tenant.itemsOf(tenant.books.assessments)).map(({ columns }) => columns);
    expect(items.map(({ VisitKey, Level }) => [VisitKey, Level]).toSorted()).toEqual([
      ['school-one', 'medium'],
      ['school-two', 'high'],
    ]);
    const { home } = await door.before('3 Mill Lane', sam.id);
    expect(home).toBeUndefined();
  });
});

describe('the book of homes', () => {
  const noting = { address, kind: 'violence', what: 'Shouted at us', reviewBy: '2027-01-15' };

  it('takes a hazard by hand, once, from somebody whose home it is', async () => {
    await ask(playing);
    await press(sam, 'add-hazard', noting, 'the-same-press');
    await press(sam, 'add-hazard', noting, 'the-same-press');
    expect(await hazardsNow()).toHaveLength(1);
    expect(await press(wells, 'add-hazard', noting)).toMatchObject({ kind: 'refused' });
    expect(await press(sam, 'add-hazard', { ...noting, what: ' ' })).toMatchObject({
      kind: 'refused',
    });
    await playing.runner.settle();
    expect(await rows('hazards')).toEqual([expect.objectContaining({ What: 'Shouted at us' })]);
  });

  it('is open to those of a visit there, those who decide, and safeguarding; to nobody else', async () => {
    await ask(playing);
    await press(sam, 'add-hazard', noting);
    await playing.runner.settle();
    for (const person of [sam, jo, okafor, rao]) expect(await door.list(person.id)).toHaveLength(1);
    for (const person of [pat, wells]) expect(await door.list(person.id)).toEqual([]);
    const [home] = await door.list(rao.id);
    expect(await door.one(home?.key ?? '', wells.id)).toBeUndefined();
    expect(await door.before(address, wells.id)).toEqual({});
  });

  it('keeps a hazard in sight until somebody says why it is over, and says when a review is late', async () => {
    await ask(playing);
    await press(sam, 'add-hazard', { ...noting, reviewBy: '2026-11-25' });
    const [{ key: hazard = '' } = {}] = await hazardsNow();
    clock.set('2026-11-26T09:00:00.000Z');
    expect(await hazardsNow()).toEqual([expect.objectContaining({ overdue: true })]);
    expect(await press(rao, 'review-hazard', { hazard, reviewBy: '2026-11-20' })).toMatchObject({
      kind: 'refused',
    });
    await press(rao, 'review-hazard', { hazard, reviewBy: '2027-05-01' });
    expect(await hazardsNow()).toEqual([
      expect.objectContaining({ overdue: false, reviewBy: '2027-05-01' }),
    ]);
    expect(await press(sam, 'resolve-hazard', { hazard, why: 'Gone' })).toMatchObject({
      kind: 'refused',
    });
    await press(rao, 'resolve-hazard', { hazard, why: 'They have moved' });
    expect((await door.before(address, sam.id)).home).toBeUndefined();
  });

  it('makes two spellings one home, with what is known of both', async () => {
    const id = await ask(playing);
    await act(playing, id, okafor, {
      verb: 'approve',
      content: (await playing.visit(id)).content,
      note: '',
    });
    await playing.runner.settle();
    const wrong = '14 Fford y Mor';
    await press(rao, 'add-hazard', { ...noting, address: wrong });
    expect(await door.list(rao.id)).toHaveLength(2);
    const merged = await press(rao, 'merge-homes', { address: wrong, sameHome: address });
    expect(merged.kind).toBe('done');
    const homes = await door.list(rao.id);
    expect(homes).toHaveLength(1);
    expect(homes[0]?.hazards).toHaveLength(1);
    expect((await door.before(address, sam.id)).home?.hazards).toHaveLength(1);
  });
});

describe('what stands', () => {
  const general = { kind: 'general', says: 'Two people, two phones.', reviewBy: '2027-11-02' };

  it('is another version once it is renewed, which everybody reads again', async () => {
    await press(okafor, 'renew-standing', general);
    await press(sam, 'read-general', { version: '1' });
    expect((await door.standing(sam.id)).general).toMatchObject({ version: 1, read: true });
    await press(okafor, 'renew-standing', general);
    expect((await door.standing(sam.id)).general).toMatchObject({ version: 1, read: true });
    await press(okafor, 'renew-standing', { ...general, says: 'Three phones.' });
    expect((await door.standing(sam.id)).general).toMatchObject({ version: 2, read: false });
    expect(await press(sam, 'read-general', { version: '1' })).toMatchObject({ kind: 'refused' });
    await playing.runner.settle();
    expect(await rows('standing')).toEqual([
      expect.objectContaining({ Version: 2, Says: 'Three phones.' }),
    ]);
  });

  it('is renewed by senior leaders alone, and for somebody who works here', async () => {
    expect(await press(sam, 'renew-standing', general)).toMatchObject({ kind: 'refused' });
    const lone = { ...general, kind: 'lone-worker', person: 'nobody' };
    expect(await press(okafor, 'renew-standing', lone)).toMatchObject({ kind: 'refused' });
  });

  it('lets one go alone, until they say that something has changed [HC-2.3a HC-2.3b]', async () => {
    const alone = { visitors: [sam.id], aloneReason: 'A short drop-off' };
    expect(rulesOf(await askAgain('alone', {}, alone))).toEqual(['staffing/lone-assessed']);
    await press(okafor, 'renew-standing', { ...general, kind: 'lone-worker', person: 'sam' });
    expect((await askAgain('alone', {}, alone)).kind).toBe('done');
    expect(await press(jo, 'say-changed', { key: 'lone sam' })).toMatchObject({ kind: 'refused' });
    await press(sam, 'say-changed', {});
    expect(rulesOf(await askAgain('again', {}, alone))).toEqual(['staffing/lone-current']);
  });

  it('is each one’s own to see, and all of them for those who keep them', async () => {
    for (const person of ['sam', 'jo'])
      await press(okafor, 'renew-standing', { ...general, kind: 'lone-worker', person });
    const names = async (by: StaffMember) =>
      (await door.standing(by.id)).lone.map(({ person }) => person?.name);
    expect(await names(sam)).toEqual(['Sam Pike']);
    expect(await names(wells)).toEqual([]);
    expect(await names(okafor)).toEqual(['Jo Ashby', 'Sam Pike']);
  });

  it('follows what somebody writes in the list by hand', async () => {
    await press(okafor, 'renew-standing', general);
    await playing.runner.settle();
    const book = tenant.byHand('Safeguarding', 'StandingAssessments');
    const [item] = await tenant.itemsOf(book);
    if (item === undefined) throw new Error('There is no item.');
    await book.update(item.place, { ReviewBy: '2026-11-01' }, 'background');
    await playing.pass(31, 31);
    expect((await door.standing(sam.id)).general).toMatchObject({ stale: 'review' });
  });
});
