import { Client } from '@microsoft/teams.api';
import { tenant } from '../../../src/local/tenant.ts';
import { card, openSchool, postTo, type School, withCard, words } from '../control/school.ts';

let school: School;
beforeAll(async () => {
  school = await openSchool();
});
afterAll(() => school.close());

const sdk = async () =>
  new Client(`${school.address}/connector/`, { token: await school.botToken() });

const chatOf = async (person: string) =>
  (await school.call('GET', `/local/people/${person}/chat`)).body;

describe('what the bot asks of the connector', () => {
  it('is done by the SDK’s own client: opening a chat, sending, changing, taking back', async () => {
    const client = await sdk();
    const { id } = await client.conversations.create({
      members: [{ id: '29:jo', name: 'Jo', role: 'user' }],
      tenantId: tenant.id,
    });
    const sent = await client.conversations.createActivity(id, { type: 'message', text: 'one' });
    await client.conversations.createActivity(id, { type: 'message', text: 'two' });
    await client.conversations.updateActivity(id, sent.id, { type: 'message', text: 'one, again' });
    const chat = await chatOf('jo');
    expect(chat).toMatchObject([
      { from: 'bot', text: 'one, again', updatedAt: expect.any(String) },
      { from: 'bot', text: 'two', updatedAt: null },
    ]);
    await client.conversations.deleteActivity(id, sent.id);
    expect(await chatOf('jo')).toMatchObject([{ text: 'two' }]);
  });

  it('names the members of a chat, of a channel and of the team', async () => {
    const client = await sdk();
    const { id } = await client.conversations.create({
      members: [{ id: 'sam', name: 'Sam', role: 'user' }],
      tenantId: tenant.id,
    });
    expect(await client.conversations.getMembers(id)).toMatchObject([
      { id: '29:sam', aadObjectId: 'sam', name: 'Sam Pike' },
    ]);
    expect(await client.conversations.getMemberById(id, '29:sam')).toMatchObject({
      name: 'Sam Pike',
    });
    const { members } = await client.conversations.getPagedMembers(tenant.safeguardingChannel);
    expect(members.map((one) => one.aadObjectId)).toEqual(['rao', 'lind', 'okafor']);
    expect(await client.teams.getById(tenant.safeguardingTeam)).toMatchObject({
      name: 'Safeguarding',
    });
    expect(await client.teams.getConversations(tenant.safeguardingTeam)).toMatchObject({});
  });

  it('opens the same chat every time, also for somebody who never wrote', async () => {
    const open = () =>
      school.asBot('POST', '/conversations', {
        members: [{ id: '29:wells' }],
        tenantId: tenant.id,
      });
    expect((await open()).body).toEqual((await open()).body);
  });

  it('posts into the channel, and answers in the thread that began there', async () => {
    const made = await school.asBot('POST', '/conversations', {
      isGroup: true,
      channelData: { channel: { id: tenant.safeguardingChannel } },
      activity: { type: 'message', text: 'A concern was raised.' },
    });
    const thread = String(made.body['activityId']);
    expect(made.body['id']).toBe(`${tenant.safeguardingChannel};messageid=${thread}`);
    await school.asBot('POST', `/conversations/${made.body['id']}/activities`, {
      type: 'message',
      text: 'Miss Rao has it.',
    });
    expect((await school.call('GET', '/local/channels/safeguarding')).body).toMatchObject([
      { id: thread, text: 'A concern was raised.' },
      { text: 'Miss Rao has it.', thread },
    ]);
  });

  it('is refused with Teams’ own words where the app is absent or the person blocked it', async () => {
    const id = await postTo(school, 'pat', { type: 'message', text: 'before' });
    const path = (await school.asBot('POST', '/conversations', { members: [{ id: '29:pat' }] }))
      .body;
    const chat = `/conversations/${path['id']}/activities`;
    const message = { type: 'message', text: 'after' };

    await school.call('POST', '/local/people/pat/app', { state: 'blocked' });
    expect(await school.asBot('POST', chat, message)).toMatchObject({
      status: 403,
      body: { error: { code: 'MessageWritesBlocked' } },
    });
    expect((await school.asBot('PUT', `${chat}/${id}`, message)).status).toBe(403);

    await school.call('POST', '/local/people/pat/app', { state: 'absent' });
    const refused = { status: 403, body: { error: { code: 'BotNotInConversationRoster' } } };
    expect(await school.asBot('POST', chat, message)).toMatchObject(refused);
    expect(
      await school.asBot('POST', '/conversations', { members: [{ id: '29:pat' }] }),
    ).toMatchObject(refused);
    expect((await chatOf('pat')).length).toBe(1);

    await school.call('POST', '/local/people/pat/app', { state: 'installed' });
    expect((await school.asBot('POST', chat, message)).status).toBe(201);
  });

  it('is refused without the bot’s own token', async () => {
    const chat = '/connector/v3/conversations';
    const body = { members: [{ id: '29:sam' }] };
    const tokens = await Promise.all(
      [{ audience: 'tab', person: 'okafor' }, { audience: 'graph' }, { audience: 'connector' }].map(
        async (asked) => (await school.call('POST', '/local/token', asked)).body['token'],
      ),
    );
    for (const token of [undefined, 'garbage', ...tokens]) {
      const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
      expect((await school.call('POST', chat, body, headers)).status).toBe(401);
    }
  });

  it('is refused for what Teams would not carry', async () => {
    const { body } = await school.asBot('POST', '/conversations', { members: [{ id: '29:hart' }] });
    const chat = `/conversations/${body['id']}/activities`;
    const large = withCard(card([words('x'.repeat(30_000))]));
    const status = async (method: string, path: string, activity: unknown) =>
      (await school.asBot(method, path, activity)).status;
    expect(await status('POST', chat, large)).toBe(413);
    expect(await status('POST', chat, {})).toBe(400);
    expect(await status('POST', chat, { type: 'message' })).toBe(400);
    expect(await status('PUT', `${chat}/123`, { type: 'message', text: 'x' })).toBe(404);
    expect(
      await status('POST', '/conversations/a:1unknown/activities', { type: 'message', text: 'x' }),
    ).toBe(404);
    expect(
      await status('POST', '/conversations', { members: [{ id: '29:hart' }], tenantId: 'other' }),
    ).toBe(403);
    expect(await status('POST', '/conversations', { members: [{ id: '29:stranger' }] })).toBe(404);
  });

  it('may not change what a person wrote', async () => {
    await school.call('POST', '/local/people/lind/chat', { text: 'mine' });
    const mine = (await chatOf('lind'))[0]?.['id'];
    const { body } = await school.asBot('POST', '/conversations', { members: [{ id: '29:lind' }] });
    const path = `/conversations/${body['id']}/activities/${mine}`;
    expect((await school.asBot('PUT', path, { type: 'message', text: 'x' })).status).toBe(403);
  });
});
