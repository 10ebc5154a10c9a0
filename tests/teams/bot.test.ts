import { helpLines } from '../../src/visits/briefing.ts';
import type { Refusal } from '../../src/vocabulary.ts';
import { activityFrom, send, startBot, startTeams, type TestTeams } from './connection.ts';
import { house, type TestHouse } from './school.ts';
import { at, policy, visit } from './story.ts';

let teams: TestTeams;
let bot: { readonly address: string; readonly stop: () => Promise<void> };
let home: TestHouse;

beforeAll(async () => {
  teams = await startTeams();
});
afterAll(() => teams.stop());
beforeEach(async () => {
  home = house();
  bot = await startBot(teams, home);
  teams.calls.length = 0;
});
afterEach(async () => {
  await bot.stop();
  await home.diary.close();
});

const deliver = async (person: string, more: object) =>
  send(bot.address, activityFrom(teams, person, more), `Bearer ${await teams.sign()}`);

/** What the bot said to the last thing somebody typed. */
const said = async (person: string, text: string) => {
  teams.calls.length = 0;
  const answer = await deliver(person, { text });
  expect(answer.status).toBe(200);
  return teams.calls.map(({ body }) => body);
};

const press = async (person: string, verb: string, data: object = {}, more: object = {}) => {
  const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' };
  const answer = await deliver(person, {
    type: 'invoke',
    name: 'adaptiveCard/action',
    value,
    ...more,
  });
  expect(answer.status).toBe(200);
  return answer.body;
};

const words = (thing: unknown) => JSON.stringify(thing);
const refusal: Refusal = {
  rule: 'departure/approved',
  clause: 'Policy 4.4',
  because: 'The visit is not approved',
  next: 'Ask Mrs Okafor.',
};
const out = () =>
  visit({
    status: 'out',
    verbs: ['arrive', 'return', 'extend', 'help'],
    visitors: visit().visitors.map((one) => ({
      ...one,
      position: 'travelling' as const,
      since: at('14:00'),
    })),
  });

describe('words in chat', () => {
  it.each(['hi', 'Hello', 'good morning!'])(
    'answers %s with what can be done here',
    async (text) => {
      const [reply] = await said('sam', text);
      expect(words(reply)).toContain('"verb":"new-visit"');
    },
  );

  it('is no dead end for anything else: it says what can be said, and offers it', async () => {
    const [reply] = await said('sam', 'flibbertigibbet');
    expect(words(reply)).toContain('did not understand');
    expect(words(reply)).toContain('"value":"New visit"');
  });

  it('opens the form on "new visit", with the families somebody may mean on top', async () => {
    const [reply] = await said('sam', 'New visit');
    expect(words(reply)).toContain('"verb":"submit"');
    expect(words(reply)).toContain('"family":"f1"');
  });

  it('lists "my visits"; and "today" for those who look after people, and nobody else', async () => {
    home.visits = [visit()];
    expect(words(await said('sam', 'my visits'))).toContain('HV-2026-0042');
    expect(words(await said('pat', 'today'))).toContain('HV-2026-0042');
    expect(words(await said('sam', 'today'))).not.toContain('HV-2026-0042');
  });

  it('explains itself on "help", with the way to help first', async () => {
    const [reply] = await said('sam', 'help');
    const text = words(reply);
    expect(home.presses).toEqual([]);
    expect(text.indexOf('"verb":"help"')).toBeGreaterThan(0);
    expect(text.indexOf('"verb":"help"')).toBeLessThan(text.indexOf('"verb":"new-visit"'));
  });

  it('takes "help" as an alarm while they are out, and with an alarm open', async () => {
    home.visits = [out()];
    await said('sam', 'help');
    const alarm = {
      id: 'a1',
      kind: 'overdue' as const,
      since: at('15:40'),
      state: 'amber' as const,
      rungs: 1,
      spokenTo: [],
    };
    home.visits = [visit({ status: 'returned', alarms: [alarm] })];
    await said('sam', 'help');
    expect(home.presses.map(({ verb, visit: on }) => [verb, on])).toEqual([
      ['help', 'v1'],
      ['help', 'v1'],
    ]);
  });

  it('takes "I need help now" as an alarm with no visit at all', async () => {
    const [reply] = await said('wells', 'I need help now');
    // What a lock screen shows of it.
    expect(reply).toMatchObject({ summary: 'Home Visits' });
    expect(home.presses).toMatchObject([{ verb: 'help', by: 'wells' }]);
    expect(home.presses[0]?.visit).toBeUndefined();
  });

  it.each([
    ['typed', () => said('wells', 'I need help now')],
    ['pressed', async () => [await press('wells', 'help')]],
    ['typed with a question', () => said('wells', 'help')],
  ])('says first that 999 is to be rung, and what the school says to do: %s', async (_, cry) => {
    home.answer = () => ({ kind: 'done', seen: undefined, note: '' });
    const text = words(await cry());
    expect(text).toContain('Call 999 now');
    for (const { say } of helpLines(policy)) expect(text).toContain(say);
    expect(text.indexOf('"text"')).toBe(text.indexOf('"text":"In danger? Call 999 now'));
  });

  it.each([
    ["we're leaving", 'depart', 'sam,jo', ['depart']],
    ['We’re leaving', 'leave', 'sam,jo', ['leave']],
    ['leaving', 'leave', 'sam', ['leave']],
    ['arrived', 'arrive', 'sam', ['arrive']],
    ["we're back", 'return', 'sam,jo', ['return']],
    ['back', 'return', 'sam', ['return']],
    ["we've turned back", 'turn-back', 'sam', ['turn-back']],
  ] as const)('understands %s', async (text, verb, who, verbs) => {
    home.visits = [visit({ status: 'out', verbs })];
    await said('sam', text);
    expect(home.presses).toMatchObject([{ verb, visit: 'v1', inputs: { who }, by: 'sam' }]);
  });

  it('adds the minutes of "running late 20" to when they were due', async () => {
    home.visits = [out()];
    const replies = await said('sam', 'running late 20');
    expect(home.presses).toMatchObject([{ verb: 'extend', inputs: { dueBack: at('15:50') } }]);
    expect(words(replies)).toContain('due back 15:50');
    await said('sam', 'I need longer');
    expect(home.presses).toHaveLength(1);
  });

  it('does not guess which visit is meant', async () => {
    home.visits = [out(), { ...out(), reference: 'HV-2026-0043' }];
    expect(words(await said('sam', 'arrived'))).toContain('Which visit');
    expect(home.presses).toEqual([]);
  });

  it('says a refusal with its clause and its way out', async () => {
    home.visits = [visit()];
    home.answer = () => ({ kind: 'refused', refusals: [refusal] });
    const [reply] = await said('sam', "we're leaving");
    expect(words(reply)).toContain('Policy 4.4');
    expect(words(reply)).toContain('"verb":"already-happened"');
  });

  it('acts on a changed message only where it cries for help', async () => {
    home.visits = [out()];
    const changed = {
      type: 'messageUpdate',
      channelData: { eventType: 'editMessage', tenant: { id: teams.settings.tenantId } },
    };
    await deliver('sam', { ...changed, text: 'back' });
    expect(home.presses).toEqual([]);
    await deliver('sam', { ...changed, text: 'help' });
    expect(home.presses).toMatchObject([{ verb: 'help' }]);
  });

  it('answers in somebody’s own chat what they ask before others', async () => {
    home.visits = [visit()];
    const channel = {
      conversation: {
        id: '19:safeguarding@thread.tacv2',
        conversationType: 'channel',
        tenantId: teams.settings.tenantId,
      },
    };
    teams.calls.length = 0;
    await deliver('rao', { ...channel, text: '<at>Home Visits</at> today' });
    expect(teams.calls.map(({ path }) => path)).toEqual([
      expect.stringContaining(encodeURIComponent('19:safeguarding@thread.tacv2')),
    ]);
    expect(words(teams.calls)).not.toContain('HV-2026');
    await said('rao', 'hello');
    teams.calls.length = 0;
    await deliver('rao', { ...channel, text: '<at>Home Visits</at> today' });
    expect(teams.calls.map(({ path }) => path)).toEqual([
      expect.stringContaining(encodeURIComponent('a:1rao')),
    ]);
    expect(words(teams.calls)).toContain('HV-2026');
  });

  it.each(['pupil', 'nobody'])('tells %s nothing', async (person) => {
    home.visits = [visit()];
    for (const text of ['hello', 'my visits', 'today', 'new visit', 'help']) {
      const replies = words(await said(person, text));
      expect(replies).toContain('for the school’s staff');
      expect(replies).not.toContain('HV-2026');
    }
    expect(home.presses).toEqual([]);
  });

  it('says so when something fails, and somebody hears of it', async () => {
    home.visitsOf = async () => {
      throw new Error('The diary is full.');
    };
    expect(words(await said('sam', 'my visits'))).toContain('did not work');
    expect(home.reported).toHaveLength(1);
  });

  it('greets whoever installs it, and remembers where they are reached', async () => {
    await deliver('sam', { type: 'installationUpdate', action: 'add' });
    expect(words(teams.calls)).toContain('"verb":"new-visit"');
    const [kept] = await home.diary.list(home.school, 'conversation');
    expect(kept).toMatchObject({
      id: 'sam',
      value: { conversation: 'a:1sam', serviceUrl: teams.serviceUrl },
    });
    await deliver('sam', { type: 'installationUpdate', action: 'remove' });
    expect(await home.diary.list(home.school, 'conversation')).toEqual([]);
  });
});

describe('a button', () => {
  it('hands everything on, and is answered with the card as it is now', async () => {
    const data = { visit: 'v1', command: 'c7', content: 'hash-1', reason: 'No number', loud: true };
    const body = await press('okafor', 'decline', data);
    expect(home.presses).toEqual([
      {
        verb: 'decline',
        visit: 'v1',
        command: 'c7',
        inputs: { content: 'hash-1', reason: 'No number', loud: 'true' },
        by: 'okafor',
        via: 'chat',
      },
    ]);
    expect(body).toMatchObject({ statusCode: 200, type: expect.stringContaining('card.adaptive') });
  });

  it('is answered with every reason where it is refused', async () => {
    home.answer = () => ({ kind: 'refused', refusals: [refusal] });
    const body = words(await press('sam', 'depart', { visit: 'v1', who: 'sam,jo' }));
    expect(body).toContain('The visit is not approved');
    expect(body).toContain('"what":"depart"');
  });

  it('reports what has happened by the name of what was refused', async () => {
    await press('sam', 'already-happened', { visit: 'v1', what: 'depart', who: 'sam' });
    await press('sam', 'already-happened', { visit: 'v1', verb: 'depart', who: 'sam' });
    expect(home.presses.map(({ inputs }) => inputs)).toEqual([
      { what: 'depart', who: 'sam' },
      { what: 'depart', who: 'sam' },
    ]);
  });

  it('says that it waits where it is held', async () => {
    home.answer = () => ({ kind: 'held', note: 'Saved here, not yet in SharePoint.' });
    expect(await press('sam', 'submit', { pupil: 'x' })).toMatchObject({
      type: expect.stringContaining('activity.message'),
      value: 'Saved here, not yet in SharePoint.',
    });
  });

  it('shows the details only when they are asked for', async () => {
    home.answer = () => ({
      kind: 'done',
      seen: visit({ relations: ['approver'], detailsOpened: true }),
      note: '',
    });
    home.seen = () => visit({ relations: ['approver'] });
    expect(words(await press('okafor', 'open-details', { visit: 'v1' }))).toContain('14 Ffordd');
    expect(words(await press('okafor', 'open-visit', { visit: 'v1' }))).not.toContain('14 Ffordd');
  });

  it.each(['pupil', 'nobody'])('does nothing for %s, whatever it is', async (person) => {
    const verbs = [
      'approve',
      'submit',
      'help',
      'open-visit',
      'my-visits',
      'raise-concern',
      'acknowledge-concern',
    ];
    for (const verb of verbs) {
      const body = words(await press(person, verb, { visit: 'v1', concern: 'C-1', what: 'x' }));
      expect(body).not.toContain('HV-2026');
      expect(body).toContain('nothing here that you can open');
    }
    expect(home.presses).toEqual([]);
    expect(home.concerns).toEqual([]);
  });

  it.each(['constructor', '__proto__', 'drop-table', ''])(
    'that nobody knows says so: %j',
    async (verb) => {
      const body = await press('sam', verb, { visit: 'v1' });
      expect(body).toMatchObject({ type: expect.stringContaining('activity.message') });
      expect(home.presses).toEqual([]);
    },
  );

  it('that cries for help is one cry in a hurry, and a new one on the same card later', async () => {
    await press('sam', 'help', { visit: 'v1', command: 'c9' });
    await press('sam', 'help', { visit: 'v1', command: 'c9' });
    home.now = () => at('13:50');
    await press('sam', 'help', { visit: 'v1', command: 'c9' });
    const [first, second, third] = home.presses.map(({ command }) => command);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  it('that cries for help is one cry where the product died before it had answered, and Teams delivers it again', async () => {
    const sent = { id: 'f:lost', timestamp: '2026-09-14T13:49:58.000Z' };
    await press('sam', 'help', { visit: 'v1', command: 'c9' }, sent);
    // Nothing is kept of how it was answered.
    const answered = await home.diary.list(home.school, 'seen');
    for (const { school, partition, kind, id } of answered)
      await home.diary.commit([{ remove: { school, partition, kind, id } }]);
    home.now = () => at('13:50');
    await press('sam', 'help', { visit: 'v1', command: 'c9' }, sent);
    const commands = home.presses.map(({ command }) => command);
    expect(answered).toHaveLength(1);
    expect(commands).toHaveLength(2);
    expect(new Set(commands).size).toBe(1);
  });

  it('is answered in time, and what came too late is said in chat', async () => {
    const hasty = await startBot(teams, home, 20);
    home.answer = async () => {
      await new Promise((resolve) => setTimeout(resolve, 80));
      return { kind: 'refused', refusals: [refusal] };
    };
    const value = { action: { verb: 'depart', data: { visit: 'v1' } } };
    const activity = activityFrom(teams, 'sam', {
      type: 'invoke',
      name: 'adaptiveCard/action',
      value,
    });
    const answer = await send(hasty.address, activity, `Bearer ${await teams.sign()}`);
    expect(words(answer.body)).toContain('Working on it');
    await new Promise((resolve) => setTimeout(resolve, 200));
    await hasty.stop();
    expect(words(teams.calls)).toContain('The visit is not approved');
  });

  it('is answered even when the house fails, and nothing of the failure is told', async () => {
    home.answer = () => {
      throw new Error('secret');
    };
    const body = await press('sam', 'arrive', { visit: 'v1' });
    expect(body).toMatchObject({ statusCode: 500, type: 'application/vnd.microsoft.error' });
    expect(words(body)).not.toContain('secret');
    expect(home.reported).toHaveLength(1);
  });
});

describe('the form', () => {
  const filled = { pupil: 'Siân', q1: 'no', lead: 'sam', companion: 'jo', command: 'c1' };

  it('is filled in from the family, but for the risk answers', async () => {
    const body = words(await press('sam', 'open-form', { family: 'f1' }));
    for (const known of [
      'Mr O’Neill',
      '07700 900222',
      '14 Ffordd y Môr',
      '"value":"jo"',
      '"value":"2026-11-23"',
    ]) {
      expect(body).toContain(known);
    }
    expect(body).toContain('"value":"14:30"');
    expect(body).not.toMatch(/"id":"q1"[^{}]*"value":"yes"/);
    expect(body).not.toMatch(/"id":"level"[^\]]*\],"value"/);
  });

  it('sends both people as one list, the first leading; a list that is given stands', async () => {
    await press('sam', 'submit', filled);
    await press('sam', 'submit', { ...filled, visitors: 'jo,sam' });
    expect(home.presses.map(({ inputs }) => inputs['visitors'])).toEqual(['sam,jo', 'jo,sam']);
  });

  it('comes back with what was typed and what is wrong, all at once', async () => {
    const beside = { ...refusal, because: 'A year group is needed', field: 'yearGroup' };
    home.answer = () => ({ kind: 'refused', refusals: [beside, refusal] });
    const body = words(await press('sam', 'submit', filled));
    for (const shown of [
      'A year group is needed',
      'The visit is not approved',
      'Siân',
      '"verb":"submit"',
    ]) {
      expect(body).toContain(shown);
    }
    expect(body).not.toContain('"command":"c1"');
  });

  it('becomes one line, and keeps no card: the visit’s own comes to everybody concerned', async () => {
    const body = words(await press('sam', 'submit', filled, { replyToId: 'm77' }));
    expect(body).toContain('HV-2026-0042');
    expect(body).not.toContain('"verb":"submit"');
    expect(await home.diary.list(home.school, 'card')).toEqual([]);
  });

  it('opens with what is known for a change, and sends a change that comes with inputs', async () => {
    await press('sam', 'edit', { visit: 'v1' });
    expect(words(teams.calls)).toContain('"verb":"edit"');
    expect(home.presses).toEqual([]);
    await press('sam', 'edit', { visit: 'v1', startTime: '15:00' });
    expect(home.presses).toMatchObject([{ verb: 'edit', inputs: { startTime: '15:00' } }]);
  });
});

describe('typeahead', () => {
  const look = (person: string, dataset: string) =>
    deliver(person, {
      type: 'invoke',
      name: 'application/search',
      value: { queryText: 'j', queryOptions: { skip: 0, top: 15 }, dataset },
    });

  it('finds families and colleagues for those who may ask', async () => {
    expect(words((await look('sam', 'colleagues')).body)).toContain('"value":"jo"');
    expect(words((await look('sam', 'families')).body)).toContain('"value":"f1"');
  });

  it.each(['pupil', 'wells', 'nobody'])('finds nothing for %s', async (person) => {
    for (const dataset of ['families', 'colleagues']) {
      expect((await look(person, dataset)).body).toMatchObject({ value: { results: [] } });
    }
  });
});

describe('a concern', () => {
  const worry = { about: 'child', person: 'Siân', what: 'She was cold.', command: 'c3' };

  it('has a form on asking for one, and goes in with what was written', async () => {
    expect(words(await said('wells', 'raise a concern'))).toContain('"verb":"raise-concern"');
    const body = words(await press('wells', 'raise-concern', worry));
    expect(home.concerns).toMatchObject([{ ...worry, by: 'wells' }]);
    expect(body).toContain('C-7Q2K');
    expect(body).not.toContain('cold');
  });

  it('keeps what was typed when something is missing', async () => {
    const body = words(await press('wells', 'raise-concern', { ...worry, what: '' }));
    expect(body).toContain('Say what you saw or heard');
    expect(body).toContain('"value":"Siân"');
  });

  it('opens over the chat as a dialog, and is sent from there', async () => {
    const invoke = (name: string, data: object) =>
      deliver('sam', { type: 'invoke', name, value: { data, context: {} } });
    const opened = await invoke('task/fetch', { verb: 'raise-concern', visit: 'v1' });
    expect(opened.body).toMatchObject({
      task: { type: 'continue', value: { title: 'Raise a concern' } },
    });
    const sent = await invoke('task/submit', { ...worry, verb: 'raise-concern', visit: 'v1' });
    expect(sent.body).toMatchObject({ task: { type: 'message' } });
    expect(home.concerns).toMatchObject([{ ...worry, visit: 'v1', by: 'sam' }]);
  });

  it('shows everybody who has the alert who has it', async () => {
    const body = words(
      await press('rao', 'acknowledge-concern', { concern: 'C-7Q2K' }, { replyToId: 'm9' }),
    );
    expect(body).toContain('Miss Rao has it.');
    expect(teams.calls).toMatchObject([
      { method: 'PUT', path: expect.stringMatching(/activities\/m9$/) },
    ]);
  });
});
