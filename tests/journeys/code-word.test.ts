/** Somebody says the code word: help comes, and nobody at the home can tell. */
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openHouse } from '../../src/journeys/house.ts';
import type { StaffMember } from '../../src/people/staff.ts';
import type { DuressMessage } from '../../src/visits/message.ts';
import { commandId, type VisitId } from '../../src/vocabulary.ts';
import { bevan, jo, okafor, pat, rao, sam, wells } from '../builders/cast.ts';
import { forgetLists, openTenant, type Tenant } from './tenant.ts';
import {
  act,
  approving,
  ask,
  type Clock,
  createClock,
  makeReady,
  openWorld,
  type Playing,
  who,
} from './world.ts';

let tenant: Tenant;
let clock: Clock;
let playing: Playing;
let id: VisitId;
let count = 0;
const phrase = 'Purple folder';
const press = (
  by: StaffMember,
  verb: 'agree-code-word' | 'change-plan' | 'log-call' | 'extend',
  inputs: Record<string, string>,
) => {
  count += 1;
  const command = commandId(`press-${count}`);
  return openHouse(playing.world).press({
    verb,
    visit: id,
    inputs,
    command,
    by: by.id,
    via: 'chat',
  });
};
const says = (by: StaffMember, text: string) => {
  count += 1;
  return openHouse(playing.world).duress.listen({
    texts: { text },
    by: by.id,
    command: commandId(`said-${count}`),
  });
};
const alerts = (to: string): readonly DuressMessage[] =>
  playing
    .told(to, 'duress-alert')
    .flatMap(({ message }) => (message.kind === 'duress-alert' ? [message] : []));
const everythingKept = async (): Promise<string> => {
  const kinds = ['page', 'intent', 'outgoing', 'kept', 'job', 'concern', 'timer'] as const;
  const records = await Promise.all(
    kinds.map((kind) => playing.kept.list(playing.world.school, kind)),
  );
  const opened = records
    .flat()
    .map(({ value }) => playing.world.keys.open(String(value)) ?? JSON.stringify(value));
  return opened.join('\n').toLowerCase();
};

beforeEach(async () => {
  tenant = await openTenant();
  clock = createClock();
  playing = await openWorld({ tenant, clock });
  id = await ask(playing);
  await act(playing, id, okafor, await approving(playing, id));
  clock.set('13:50');
  await makeReady(playing, id);
  await press(sam, 'agree-code-word', { phrase });
  await act(playing, id, sam, { verb: 'depart', who });
  await playing.runner.settle();
}, 20_000);
afterEach(async () => {
  await playing.kept.close();
  await tenant.stop();
});
afterAll(forgetLists);

describe('the code word [B-65]', () => {
  it('tells those who answer alarms at once, and nobody who is on the visit', async () => {
    const before = playing.sent.length;
    const told = await says(sam, 'running late, can you find the Purple Folder for me');
    expect(told).toEqual({ text: 'running late, can you find the … for me' });
    await playing.runner.settle();
    for (const one of [pat, bevan, rao, okafor]) expect(alerts(one.id)).toHaveLength(1);
    expect(alerts(rao.id)[0]).toMatchObject({
      over: false,
      people: [{ name: 'Sam Pike' }, { name: 'Jo Ashby' }],
    });
    for (const one of [sam, jo, wells])
      expect(playing.sent.slice(before).filter(({ to }) => to === one.id)).toEqual([]);
    expect(playing.told('#safeguarding', 'duress-alert')).toHaveLength(1);
  });

  it('changes nothing on the visit or in its list, and stands nowhere', async () => {
    await playing.pass(1);
    const [item] = await tenant.itemsOf(tenant.books.visits);
    const events = await playing.events(id);
    await says(jo, 'PURPLE FOLDER');
    await press(jo, 'change-plan', { what: 'Bring the purple-folder, please' });
    await playing.pass(1);
    expect(await playing.events(id)).toEqual([...events, 'plan-changed']);
    const kept = await everythingKept();
    expect(kept).not.toMatch(/purple|folder/u);
    expect(kept).toContain('bring the …, please');
    const lists = await Promise.all(
      Object.values(tenant.books).map((book) => tenant.itemsOf(book)),
    );
    expect(JSON.stringify(lists)).not.toMatch(/purple|folder/iu);
    const [after] = await tenant.itemsOf(tenant.books.visits);
    expect(after?.columns['Alarm']).toBe(item?.columns['Alarm']);
    expect((await tenant.itemsOf(tenant.books.incidents))[0]?.columns).toMatchObject({
      Kind: 'code word',
      Heard: 2,
      Watch: 'yes',
    });
  });

  it('is heard by the office on the phone, through what they write down', async () => {
    await press(pat, 'log-call', {
      said: 'extend',
      dueBack: '16:00',
      words: 'purple folder, she said',
    });
    await playing.runner.settle();
    expect(alerts(bevan.id)).toHaveLength(1);
    expect(alerts(sam.id)).toEqual([]);
  });

  it('is not taken back by those who said it, and comes again every five minutes', async () => {
    await says(sam, 'purple folder');
    await says(sam, 'ignore that, all fine');
    await playing.runner.settle();
    const door = openHouse(playing.world).duress;
    const { reference = '' } = alerts(rao.id)[0] ?? {};
    const spokeTo = who;
    const stand = (by: StaffMember, to = spokeTo) =>
      door.press({
        verb: 'stand-down-duress',
        reference,
        spokeTo: to,
        command: commandId(`stand-${by.id}-${to.length}`),
        by: by.id,
      });
    expect((await stand(sam)).map(({ rule }) => rule)).toEqual(['access/not-yours']);
    expect((await stand(wells)).map(({ rule }) => rule)).toEqual(['access/not-yours']);
    await playing.pass(5);
    expect(alerts(rao.id)).toHaveLength(2);
    expect((await stand(rao, [sam.id])).map(({ rule }) => rule)).toEqual(['alarm/voice-check']);
    expect(await stand(rao)).toEqual([]);
    await playing.pass(10);
    expect(alerts(rao.id).at(-1)).toMatchObject({ over: true });
    expect(alerts(rao.id)).toHaveLength(3);
  });

  it('goes on with SharePoint away and after a restart, and ordinary reminders go on', async () => {
    tenant.down();
    await says(sam, 'purple folder');
    await playing.runner.settle();
    expect(alerts(pat.id)).toHaveLength(1);
    clock.set('15:30');
    await playing.runner.settle();
    expect(playing.told('sam', 'notice').at(-1)?.message).toMatchObject({ kind: 'notice' });
    expect(alerts(pat.id).length).toBeGreaterThan(1);
    tenant.mend();
  });

  it('is too short with fewer than eight letters, and says so beside the field', async () => {
    const answer = await press(sam, 'agree-code-word', { phrase: 'red cup' });
    expect(answer).toMatchObject({
      kind: 'refused',
      refusals: [{ rule: 'code/too-short', field: 'phrase' }],
    });
  });

  it('is about the visit whose call the office writes down, where it is the whole school’s', async () => {
    const door = openHouse(playing.world).duress;
    expect(await door.agreeForSchool('yellow umbrella', pat.id)).toEqual([]);
    await press(pat, 'log-call', {
      said: 'extend',
      dueBack: '16:00',
      words: 'She asked for her yellow umbrella.',
    });
    await playing.runner.settle();
    const about = [{ id: sam.id }, { id: jo.id }];
    // Whoever took the call answers alarms, too.
    for (const one of [pat, rao]) expect(alerts(one.id)).toMatchObject([{ people: about }]);
    for (const one of [sam, jo]) expect(alerts(one.id)).toEqual([]);
  });

  it('may be one for the whole school, agreed by the office and heard from anybody', async () => {
    const door = openHouse(playing.world).duress;
    expect((await door.agreeForSchool('yellow umbrella', sam.id))[0]?.rule).toBe(
      'access/not-yours',
    );
    expect(await door.agreeForSchool('yellow umbrella', pat.id)).toEqual([]);
    await says(wells, 'Have you seen my yellow umbrella?');
    await playing.runner.settle();
    expect(alerts(rao.id)).toMatchObject([{ people: [{ id: wells.id }] }]);
    expect(alerts(wells.id)).toEqual([]);
  });
});
