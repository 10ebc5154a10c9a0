/** The board in the evening, in a real browser: people out, the office closed, and somebody who could not be reached. */
import { createFakeHouse } from '../api/fake-house.ts';
import { look, openTab, widths } from './looks.ts';
import { at, late, okafor, policy, visit } from './school.ts';

const closes = at('14:00');
const asked = [{ id: okafor.id, name: okafor.name }];
const evening = [
  { ...late, handover: { closes, asked, ...(asked[0] && { by: asked[0] }) } },
  visit({ handover: { closes, asked }, verbs: ['log-call', 'take-over'] }),
  visit({ reference: 'HV-2026-0050', status: 'holding with a child', holdingSince: at('13:55') }),
  visit({
    reference: 'HV-2026-0051',
    status: 'at the door',
    waits: { from: at('14:05'), until: at('14:25') },
  }),
];

describe('the board in the evening', () => {
  let tab: Awaited<ReturnType<typeof openTab>>;
  beforeAll(async () => {
    const { house } = createFakeHouse();
    tab = await openTab({
      ...house,
      policy: async () => policy,
      visits: async () => evening,
      reach: { unreached: async () => asked },
      outages: () => ({ teams: at('14:02'), sharePoint: at('13:50') }),
    });
  }, 120_000);
  afterAll(() => tab.close());

  it('is drawn in every look and width, with nothing for axe to find', async () => {
    const { page, complaints } = await tab.newPage(widths.wide);
    const frame = await tab.opened(page, { person: 'pat', hash: '#/today' });
    await frame.getByText(/Nobody has taken over/u).waitFor({ timeout: 20_000 });
    await frame.getByText('Teams has not taken our messages since 14:02').waitFor();
    await frame.getByText('SharePoint has not answered since 13:50').waitFor();
    await frame.evaluate(tab.axe);
    expect(await look(page, frame, 'today-evening')).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  }, 60_000);
});
