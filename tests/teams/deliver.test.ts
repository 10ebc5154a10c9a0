import type { Outgoing, VisitView } from '../../src/journeys/ports.ts';
import type { SeenVisit } from '../../src/journeys/seen.ts';
import { createConnector, retryAfter } from '../../src/teams/connector.ts';
import { createConversations } from '../../src/teams/conversations.ts';
import { createDeliver, type Deliver } from '../../src/teams/deliver.ts';
import type { Message } from '../../src/visits/message.ts';
import { personId, visitId } from '../../src/vocabulary.ts';
import { wordsFor } from '../../src/words/words.ts';
import { seenList } from '../weekly-list/seen.ts';
import { connectorOf, startTeams, type TestTeams } from './connection.ts';
import { house, type TestHouse } from './school.ts';
import { at, visit } from './story.ts';

let teams: TestTeams;
let home: TestHouse;
let deliver: Deliver;
let seen: SeenVisit | undefined;

const deliverWith = (timeoutMs?: number) =>
  createDeliver({
    settings: teams.settings,
    connector: connectorOf(teams, timeoutMs),
    house: home,
    words: wordsFor('en-GB'),
    see: async () => seen,
    seeList: async () => seenList(12),
  });

beforeAll(async () => {
  teams = await startTeams();
});
afterAll(() => teams.stop());
beforeEach(async () => {
  home = house();
  seen = visit();
  teams.calls.length = 0;
  teams.faults.length = 0;
  deliver = deliverWith();
  await createConversations(home.diary, home.school).remember(personId('sam'), {
    conversation: 'a:1sam',
    serviceUrl: teams.serviceUrl,
  });
});
afterEach(() => home.diary.close());

// Only its id is read here: what a person sees of it is an argument of `deliver`.
const view = { id: visitId('v1'), visit: { reference: 'HV-2026-0042' } } as unknown as VisitView;
const to = (person: string, message: Message): Outgoing => ({
  key: 'k',
  recipient: { person: personId(person) },
  message,
  view,
});
const card = (again = false): Message => ({ kind: 'card', to: {}, again });
const alarm: Message = { kind: 'alarm', to: {}, alarm: 'a1', rung: 'office' };
const open: SeenVisit['alarms'] = [
  { id: 'a1', kind: 'overdue', since: at('15:40'), state: 'red', rungs: 1, spokenTo: [] },
];
const routes = () => teams.calls.map(({ method, path }) => `${method} ${path}`);
const said = () => JSON.stringify(teams.calls);

describe('a card', () => {
  it('is posted once, and brought up to date from then on', async () => {
    expect(await deliver(to('sam', card()))).toEqual({ kind: 'sent' });
    expect(await deliver(to('sam', card()))).toEqual({ kind: 'sent' });
    expect(routes()).toEqual([
      expect.stringMatching(/^POST .*a%3A1sam\/activities$/),
      expect.stringMatching(/^PUT .*a%3A1sam\/activities\/m\d+$/),
    ]);
  });

  it('is posted anew where it must be noticed, and the old one points to it', async () => {
    await deliver(to('sam', card()));
    await deliver(to('sam', card(true)));
    expect(routes().map((route) => route.slice(0, 4))).toEqual(['POST', 'POST', 'PUT ']);
    expect(said()).toContain('the newest card is further down');
  });

  it('is posted anew where the message is gone', async () => {
    await deliver(to('sam', card()));
    teams.faults.push({ status: 404 });
    expect(await deliver(to('sam', card()))).toEqual({ kind: 'sent' });
    expect(routes().map((route) => route.slice(0, 4))).toEqual(['POST', 'POST']);
  });

  it('goes to nobody who may not see the visit', async () => {
    seen = undefined;
    expect(await deliver(to('sam', card()))).toEqual({ kind: 'sent' });
    expect(teams.calls).toEqual([]);
  });

  it('begins a conversation with somebody who never opened the app, and remembers it', async () => {
    await deliver(to('okafor', card()));
    expect(teams.calls).toMatchObject([
      {
        path: '/emea/v3/conversations',
        body: { members: [{ id: 'okafor' }], bot: { id: `28:${teams.settings.botAppId}` } },
      },
    ]);
    await deliver(to('okafor', { kind: 'notice', to: {}, text: 'Hello' }));
    expect(routes()[1]).toMatch(/a%3Anew\d+\/activities$/);
  });

  it('notifies with a reference and no name', async () => {
    await deliver(to('sam', card()));
    expect(teams.calls[0]?.body).toMatchObject({ summary: 'Home visit HV-2026-0042' });
  });
});

describe('an alarm', () => {
  beforeEach(() => {
    seen = visit({ status: 'out', alarms: open });
  });

  it('is a new message at every rung, and all of them shrink when it is settled', async () => {
    await deliver(to('sam', alarm));
    await deliver(to('sam', alarm));
    expect(routes().map((route) => route.slice(0, 4))).toEqual(['POST', 'POST']);
    expect(teams.calls[0]?.body).toMatchObject({ channelData: { notification: { alert: true } } });
    seen = visit({ alarms: open.map((one) => ({ ...one, state: 'settled' as const })) });
    teams.calls.length = 0;
    await deliver(to('sam', card()));
    expect(routes().map((route) => route.slice(0, 4))).toEqual(['PUT ', 'PUT ']);
    expect(said()).toContain('stood down');
  });

  it('goes on asking in its newest message only', async () => {
    await deliver(to('sam', alarm));
    await deliver(to('sam', alarm));
    teams.calls.length = 0;
    await deliver(to('sam', card()));
    const [older, newest] = teams.calls.map(({ body }) => JSON.stringify(body));
    expect(older).toContain('the newest card is further down');
    expect(older).not.toContain('Overdue: HV-');
    expect(newest).toContain('Overdue: HV-');
  });

  it('is told in the channel without a name', async () => {
    await deliver({ key: 'k', recipient: { channel: 'safeguarding' }, message: alarm, view });
    expect(teams.calls).toMatchObject([
      {
        body: {
          isGroup: true,
          channelData: { channel: { id: teams.settings.safeguarding.channel } },
        },
      },
    ]);
    expect(said()).toContain('HV-2026-0042');
    expect(said()).not.toContain('Sam Pike');
    expect(said()).not.toContain('userIds');
  });

  it('is refreshed in the channel for those who may answer it, and for nobody else', async () => {
    const conversations = createConversations(home.diary, home.school);
    const place = { conversation: 'a:1rao', serviceUrl: teams.serviceUrl, account: '29:rao' };
    await conversations.remember(personId('rao'), place);
    const inChannel: Outgoing = {
      key: 'k',
      recipient: { channel: 'safeguarding' },
      message: alarm,
      view,
    };
    await deliver(inChannel);
    expect(said()).not.toContain('29:rao');
    seen = visit({ status: 'out', alarms: open, verbs: ['acknowledge'] });
    await deliver(inChannel);
    expect(said()).toContain('"userIds":["29:rao"]');
    expect(said()).toContain('"data":{"visit":"v1","alarm":"a1"}');
  });
});

it('tells of a concern by its reference, in chat and in the channel', async () => {
  const message: Message = { kind: 'concern-alert', to: {}, reference: 'C-7Q2K' };
  await deliver(to('sam', message));
  await deliver({ key: 'k', recipient: { channel: 'safeguarding' }, message, view: undefined });
  expect(teams.calls).toHaveLength(2);
  expect(said()).toContain('C-7Q2K');
});

it('sends a notice as plain text, so that nothing in it is drawn', async () => {
  await deliver(to('sam', { kind: 'notice', to: {}, text: '[x](https://evil.example)' }));
  expect(teams.calls[0]?.body).toMatchObject({
    textFormat: 'plain',
    text: '[x](https://evil.example)',
  });
});

describe('when Teams does not take it', () => {
  const notice = () => deliver(to('sam', { kind: 'notice', to: {}, text: 'Hello' }));

  it.each([429, 503])('comes again after what %d asks for', async (status) => {
    teams.faults.push({ status, headers: { 'retry-after': '7' } });
    expect(await notice()).toMatchObject({ kind: 'later', afterSeconds: 7 });
  });

  it.each([500, 502])('comes again after %d', async (status) => {
    teams.faults.push({ status });
    expect(await notice()).toMatchObject({ kind: 'later' });
  });

  it('asks once more with a new token after 401, and comes again after another', async () => {
    teams.faults.push({ status: 401 });
    expect(await notice()).toMatchObject({ kind: 'sent' });
    teams.faults.push({ status: 401 }, { status: 401 });
    expect(await notice()).toMatchObject({ kind: 'later' });
  });

  it('comes again at once where there is no line, and where there is no token', async () => {
    const settings = { ...teams.settings, serviceOrigins: ['http://127.0.0.1:1'] };
    const place = { conversation: 'a:1sam', serviceUrl: 'http://127.0.0.1:1/' };
    const none = () => Promise.reject(new Error('no token'));
    const heard: boolean[] = [];
    for (const token of [async () => 'bot-token', none]) {
      const connector = createConnector({ ...settings, token, heard: (said) => heard.push(said) });
      const sent = await connector.post(place, { type: 'message' });
      expect(sent).toMatchObject({ kind: 'later', afterSeconds: 0 });
    }
    expect(heard).toEqual([false, false]);
  });

  it('says that they cannot be reached after 403', async () => {
    teams.faults.push({ status: 403 });
    expect(await notice()).toMatchObject({ kind: 'unreachable' });
  });

  it('comes again when there is no answer in time', async () => {
    deliver = deliverWith(50);
    teams.faults.push({ status: 200, hang: true });
    expect(await notice()).toEqual({
      kind: 'later',
      afterSeconds: 5,
      because: 'Teams did not answer in time.',
    });
  });

  it('follows no redirect', async () => {
    teams.faults.push({ status: 307, headers: { location: `${teams.serviceUrl}v3/elsewhere` } });
    expect(await notice()).toMatchObject({ kind: 'later' });
    expect(teams.calls).toEqual([]);
  });

  it('sends nothing to a kept service URL that is off the list', async () => {
    await createConversations(home.diary, home.school).remember(personId('sam'), {
      conversation: 'a:1sam',
      serviceUrl: 'https://evil.example/',
    });
    expect(await notice()).toMatchObject({ kind: 'unreachable' });
  });

  it('begins again where the conversation is gone', async () => {
    teams.faults.push({ status: 404 });
    expect(await notice()).toEqual({ kind: 'sent' });
    expect(routes()).toEqual(['POST /emea/v3/conversations']);
  });
});

it('reads Retry-After in seconds and as a date, and never waits long with an alarm', () => {
  const now = Date.parse('2026-11-23T14:00:00Z');
  expect(retryAfter('7', now)).toBe(7);
  expect(retryAfter('Mon, 23 Nov 2026 14:00:30 GMT', now)).toBe(30);
  expect(retryAfter('86400', now)).toBe(300);
  expect(retryAfter('soon', now)).toBe(15);
  expect(retryAfter(null, now)).toBe(15);
});
