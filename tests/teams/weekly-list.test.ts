import { AdaptiveCard, SerializationContext, Versions } from 'adaptivecards';
import { weeklyListCard } from '../../src/teams/cards/weekly-list-card.ts';
import { wordsFor } from '../../src/words/words.ts';
import { listDoor, seenList, seenRow } from '../weekly-list/seen.ts';
import { activityFrom, send, startBot, startTeams, type TestTeams } from './connection.ts';
import { house, type TestHouse } from './school.ts';

const draw = (list: ReturnType<typeof seenList>) =>
  weeklyListCard({
    list,
    words: wordsFor('en-GB'),
    newId: () => 'c1',
    link: (page) => `https://teams.microsoft.com/${page}`,
  });

describe('the card of the week’s list', () => {
  const odd = '**Siân** <b>`x`</b> [a](http://b) =HYPERLINK("x") {{x}} 🏠';

  it.each([0, 1, 8, 9, 500, 2_000])('is one, whole and under the limit, for %i rows', (count) => {
    const rows = Array.from({ length: count }, (_, index) =>
      seenRow(index + 1, { pupil: `${odd} ${index}`.slice(0, 120), address: odd.repeat(4) }),
    );
    const card = draw(seenList(0, { rows }));
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(28 * 1024);
    const context = new SerializationContext(Versions.v1_5);
    new AdaptiveCard().parse(JSON.parse(JSON.stringify(card)), context);
    expect(context.eventCount).toBe(0);
  });

  it('signs only what it shows: every row whole, with all that the policy names [HC-4.3]', () => {
    const text = JSON.stringify(draw(seenList(3)));
    for (const said of ['3 Ffordd y Môr', 'Mair and Huw Jones', '01248 555 014', '61.5%'])
      expect(text.replaceAll('\\\\', '')).toContain(said);
    expect(text).toContain('"shown":"1,2,3"');
    expect(text).toContain('"content":"c0ffee"');
    expect(JSON.stringify(draw(seenList(9)))).not.toContain('"verb"');
  });

  it('names every High of a long list first, as far as there is room', () => {
    const text = JSON.stringify(draw(seenList(500)));
    expect(text).toContain('71 High · 214 Medium · 215 Low');
    expect(text).toContain('All 71 that are High');
    expect(text).toContain('Pupil 7');
    expect(text).toContain('and 65 more');
  });

  it('has nothing to press for somebody who signs no lists', () => {
    expect(JSON.stringify(draw(seenList(3, { maySign: false, signable: [] })))).not.toContain(
      '"verb"',
    );
  });
});

describe('the week’s list in chat', () => {
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
  const press = async (person: string, verb: string, data: object) => {
    const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' };
    const { body } = await deliver(person, {
      type: 'invoke',
      name: 'adaptiveCard/action',
      value,
    });
    return JSON.stringify(body);
  };

  it.each(['weekly list', 'Week’s list', 'the weekly list'])('is shown to “%s”', async (text) => {
    await deliver('okafor', { text });
    expect(JSON.stringify(teams.calls.map(({ body }) => body))).toContain('week 48');
  });

  it('is not shown to a teacher, nor signed by one, and both go on record', async () => {
    const tried: string[] = [];
    const refusing = { ...home, refused: async (what: string) => void tried.push(what) };
    await bot.stop();
    bot = await startBot(teams, refusing);
    await deliver('wells', { text: 'weekly list' });
    expect(JSON.stringify(teams.calls)).not.toContain('week 48');
    expect(tried).toEqual(['page-weekly-list']);
  });

  it('is signed with what was shown, and says what it came to', async () => {
    const asked: unknown[] = [];
    const door = listDoor();
    const keeping: typeof door.press = async (one) => {
      asked.push(one);
      return door.press(one);
    };
    const signing = {
      ...home,
      weeklyList: { ...door, press: keeping },
    };
    await bot.stop();
    bot = await startBot(teams, signing);
    const data = { list: '2026-W48', content: 'c0ffee', shown: '1,2', command: 'press-one' };
    expect(await press('okafor', 'sign-list', data)).toContain('Signed: 12 rows.');
    expect(asked).toEqual([
      {
        verb: 'sign-list',
        week: '2026-W48',
        inputs: { content: 'c0ffee', shown: '1,2' },
        command: 'press-one',
        by: 'okafor',
      },
    ]);
  });
});
