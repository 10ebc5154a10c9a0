/** Every page of the built tab in a real browser: drawn in each look, at each width, and free of what axe can find. */
import type { Page } from 'playwright-core';
import { createFakeHouse } from '../api/fake-house.ts';
import { faults, look, openTab, pictures, widths } from './looks.ts';
import { seenUnder } from './policy-seen.ts';
import { now } from './school.ts';

const pages = [
  { name: 'today', person: 'pat', hash: '#/today', heading: /4 people are out/ },
  { name: 'today-visit', person: 'pat', hash: '#/today/HV-2026-0042', heading: /HV-2026-0042/ },
  { name: 'my-visits', person: 'sam', hash: '#/mine', heading: 'My visits' },
  { name: 'visit', person: 'okafor', hash: '#/today/HV-2026-0041', heading: /HV-2026-0041/ },
  { name: 'approvals', person: 'okafor', hash: '#/approvals', heading: /2 visits wait for you/ },
  { name: 'ask', person: 'sam', hash: '#/ask', heading: 'Ask for a visit' },
  { name: 'homes', person: 'okafor', hash: '#/homes', heading: 'Homes and risk' },
  { name: 'policy', person: 'okafor', hash: '#/policy', heading: 'Holy Cross home visits policy' },
] as const;

describe('the built tab', () => {
  let tab: Awaited<ReturnType<typeof openTab>>;
  const fake = createFakeHouse();

  beforeAll(async () => {
    tab = await openTab(fake.house);
  }, 120_000);
  afterAll(() => tab.close());

  /** The fake school has no policy to show: a real one stands in. */
  const withPolicy = (page: Page) =>
    page.route(/\/api\/policy$/u, (route) =>
      route.fulfill({ json: { now, policy: seenUnder('holy-cross') } }),
    );

  it.each(pages)(
    'draws $name in every look and width, with nothing for axe to find',
    async ({ name, person, hash, heading }) => {
      const { page, complaints } = await tab.newPage(widths.wide);
      await withPolicy(page);
      const frame = await tab.opened(page, { person, hash });
      await frame
        .getByRole('heading', { name: heading, level: 1 })
        .first()
        .waitFor({ timeout: 15_000 });
      await frame.evaluate(tab.axe);
      expect(await look(page, frame, name)).toEqual([]);
      expect(complaints).toEqual([]);
      await page.close();
    },
    40_000,
  );

  it('opens the form of a verb, each time anew, and draws it with nothing for axe to find', async () => {
    const { page, complaints } = await tab.newPage(widths.phone);
    const frame = await tab.opened(page, { person: 'pat', hash: '#/today' });
    for (const name of ['Log a call from Miss Rao', 'Log a call from Mo Karim']) {
      await frame.getByRole('button', { name }).click({ timeout: 30_000 });
      await frame.getByRole('dialog', { name: 'Log a call' }).getByRole('checkbox').waitFor();
      await frame.getByRole('button', { name: 'Not now' }).click();
      await frame.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await frame.getByRole('button', { name: 'Log a call from Miss Rao' }).click();
    await frame.getByRole('dialog').waitFor();
    await frame.evaluate(tab.axe);
    expect(await faults(frame, true)).toEqual([]);
    await page.screenshot({ path: `${pictures}/log-call-phone-default.png` });
    await frame.getByRole('radio', { name: 'They are going in' }).click();
    await frame.getByRole('button', { name: 'Send' }).click();
    await frame.getByText('Done.', { exact: true }).waitFor();
    expect(fake.presses.at(-1)).toMatchObject({
      verb: 'log-call',
      by: { id: 'pat' },
      inputs: { who: 'rao', said: 'enter' },
    });
    expect(complaints).toEqual([]);
    await page.close();
  }, 30_000);

  it('opens the visit that a link in chat names', async () => {
    const { page } = await tab.newPage(widths.phone);
    const frame = await tab.opened(page, { person: 'sam', link: 'HV-2026-0042' });
    await frame.getByRole('heading', { name: 'HV-2026-0042 · EJ' }).waitFor({ timeout: 30_000 });
    await page.close();
  });
});
