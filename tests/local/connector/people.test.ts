import { tenant } from '../../../src/local/tenant.ts';
import { openSchool, type School } from '../control/school.ts';

let school: School;
beforeAll(async () => {
  school = await openSchool();
});
afterAll(() => school.close());
beforeEach(() => {
  school.seen.length = 0;
  school.answering(() => undefined);
});

const chatOf = async (person: string) =>
  (await school.call('GET', `/local/people/${person}/chat`)).body;

describe('a person who writes to the bot', () => {
  it('sends an activity as Teams sends it, signed for the bot and this service alone', async () => {
    const { body } = await school.call('POST', '/local/people/sam/chat', { text: 'new visit' });
    expect(body).toMatchObject({ status: 200 });
    expect(school.seen).toMatchObject([
      {
        type: 'message',
        id: String(body['message']),
        text: 'new visit',
        channelId: 'msteams',
        serviceUrl: `${school.address}/connector/`,
        from: { id: '29:sam', aadObjectId: 'sam', name: 'Sam Pike' },
        recipient: { id: `28:${tenant.botAppId}` },
        conversation: { conversationType: 'personal', tenantId: tenant.id },
        channelData: { tenant: { id: tenant.id } },
        locale: 'en-GB',
        localTimezone: 'Europe/London',
      },
    ]);
    expect(school.claims.at(-1)).toMatchObject({
      iss: 'https://api.botframework.com',
      aud: tenant.botAppId,
      serviceurl: `${school.address}/connector/`,
    });
    expect(school.refused).toEqual([]);
  });

  it('is answered only when the bot’s turn has ended', async () => {
    school.answering(async ({ conversation }) => {
      const { id } = conversation as { id: string };
      await school.asBot('POST', `/conversations/${id}/activities`, {
        type: 'message',
        text: 'Here is a form.',
      });
      return undefined;
    });
    await school.call('POST', '/local/people/jo/chat', { text: 'new visit' });
    expect(await chatOf('jo')).toMatchObject([
      { from: 'person', text: 'new visit' },
      { from: 'bot', text: 'Here is a form.' },
    ]);
  });

  it('is told what the bot answered when that was an error', async () => {
    school.answering(() => ({ status: 500, body: { oops: true } }));
    const { body } = await school.call('POST', '/local/people/jo/chat', { text: 'hi' });
    expect(body).toMatchObject({ status: 500, body: { oops: true } });
  });

  it('may change what they wrote, and the bot hears of it', async () => {
    const { body } = await school.call('POST', '/local/people/bevan/chat', { text: 'teh' });
    await school.call('POST', `/local/people/bevan/chat/${body['message']}/edit`, { text: 'the' });
    expect(school.seen.at(-1)).toMatchObject({
      type: 'messageUpdate',
      id: String(body['message']),
      text: 'the',
      channelData: { eventType: 'editMessage' },
    });
    expect(await chatOf('bevan')).toMatchObject([{ text: 'the', updatedAt: expect.any(String) }]);
  });

  it('tells the bot when they get the app, and when they throw it out; not when they block it', async () => {
    const set = (state: string) => school.call('POST', '/local/people/dunn/app', { state });
    await set('blocked');
    expect(school.seen).toEqual([]);
    await set('absent');
    expect(school.seen).toMatchObject([{ type: 'installationUpdate', action: 'remove' }]);
    expect((await school.call('POST', '/local/people/dunn/chat', { text: 'hi' })).status).toBe(409);
    await set('installed');
    expect(school.seen.slice(1)).toMatchObject([
      { type: 'conversationUpdate', membersAdded: [{ id: `28:${tenant.botAppId}` }] },
      { type: 'installationUpdate', action: 'add' },
    ]);
  });
});
