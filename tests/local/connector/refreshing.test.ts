import { tenant } from '../../../src/local/tenant.ts';
import {
  card,
  openSchool,
  postTo,
  type School,
  shows,
  withCard,
  words,
} from '../control/school.ts';

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
const lastCard = async (person: string) => {
  const chat = await chatOf(person);
  return chat[chat.length - 1]?.['card'];
};

describe('a card that refreshes by itself', () => {
  const refreshing = (userIds?: readonly string[]) =>
    card([words('Somebody asks')], [], {
      refresh: {
        action: { type: 'Action.Execute', verb: 'look', data: { visit: 'v1' } },
        ...(userIds && { userIds }),
      },
    });

  it('shows each person what the bot has for them, and others what was sent', async () => {
    school.answering(() => shows('For you alone'));
    await postTo(school, 'rao', withCard(refreshing(['29:rao'])));
    await postTo(school, 'lind', withCard(refreshing(['29:rao'])));
    expect(await lastCard('rao')).toMatchObject({ body: [{ text: 'For you alone' }] });
    expect(await lastCard('lind')).toMatchObject({ body: [{ text: 'Somebody asks' }] });
    const looks = school.seen.filter(({ name }) => name === 'adaptiveCard/action');
    expect(looks).toMatchObject([
      { from: { aadObjectId: 'rao' }, value: { trigger: 'automatic', action: { verb: 'look' } } },
    ]);
  });

  it('looks once for each step of the story, however often the page is drawn', async () => {
    await postTo(school, 'bevan', withCard(refreshing()));
    const looks = () => school.seen.filter(({ name }) => name === 'adaptiveCard/action').length;
    await Promise.all([chatOf('bevan'), chatOf('bevan')]);
    await chatOf('bevan');
    const before = looks();
    await school.call('POST', '/local/people/sam/chat', { text: 'something happens' });
    await chatOf('bevan');
    expect([before, looks()]).toEqual([1, 2]);
  });

  it('shows the bot’s own edit to everybody', async () => {
    school.answering(() => shows('For you alone'));
    const id = await postTo(school, 'dunn', withCard(refreshing()));
    await chatOf('dunn');
    const { body } = await school.asBot('POST', '/conversations', { members: [{ id: '29:dunn' }] });
    await school.asBot(
      'PUT',
      `/conversations/${body['id']}/activities/${id}`,
      withCard(card([words('Decided')])),
    );
    expect(await lastCard('dunn')).toMatchObject({ body: [{ text: 'Decided' }] });
  });
});

describe('the safeguarding channel', () => {
  it('carries a press of one of its people, and shows the new card to that person only', async () => {
    const made = await school.asBot('POST', '/conversations', {
      channelData: { channel: { id: tenant.safeguardingChannel } },
      activity: withCard(
        card(
          [words('A concern')],
          [{ type: 'Action.Execute', title: 'I have it', verb: 'acknowledge' }],
        ),
      ),
    });
    school.answering(() => shows('You have it'));
    const path = '/local/channels/safeguarding';
    const press = { person: 'rao', message: made.body['activityId'], action: 'I have it' };
    await school.call('POST', `${path}/click`, press);
    expect(school.seen).toMatchObject([
      {
        from: { aadObjectId: 'rao' },
        conversation: { id: String(made.body['id']), conversationType: 'channel' },
        channelData: { channel: { id: tenant.safeguardingChannel } },
      },
    ]);
    const seenBy = async (query: string) =>
      (await school.call('GET', `${path}${query}`)).body[0]?.['card'];
    expect(await seenBy('?person=rao')).toMatchObject({ body: [{ text: 'You have it' }] });
    expect(await seenBy('?person=lind')).toMatchObject({ body: [{ text: 'A concern' }] });
    expect(await seenBy('')).toMatchObject({ body: [{ text: 'A concern' }] });
  });
});
