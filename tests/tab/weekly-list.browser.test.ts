/** The weekly list in a real browser: in each look, at each width, free of what axe can find; opened and signed with five hundred rows. */
import type { Frame, Page } from 'playwright-core';
import { createFakeHouse } from '../api/fake-house.ts';
import { listDoor, seenList, seenRow } from '../weekly-list/seen.ts';
import { look, openTab, widths } from './looks.ts';
import { now, okafor } from './school.ts';

const me = {
  now,
  person: { id: okafor.id, name: okafor.name },
  pages: ['today', 'mine', 'approvals', 'ask', 'list'],
  mayLogCalls: false,
  mayRaiseConcern: true,
  waiting: 2,
};

const heading = { name: 'Weekly list · week 48', level: 1 } as const;

describe('the weekly list', () => {
  let tab: Awaited<ReturnType<typeof openTab>>;
  beforeAll(async () => {
    tab = await openTab(createFakeHouse().house);
  }, 120_000);
  afterAll(() => tab.close());

  const opened = async (page: Page, list = seenList(500)): Promise<Frame> => {
    await page.route('**/api/me', (route) => route.fulfill({ json: me }));
    await page.route('**/api/weekly-list', (route) => route.fulfill({ json: { now, list } }));
    await page.route('**/api/weekly-list/copy**', async (route) =>
      route.fulfill({ json: { now, copy: await listDoor().copy('', '', okafor.id) } }),
    );
    const frame = await tab.opened(page, { person: 'okafor', hash: '#/list' });
    await frame.getByRole('heading', heading).waitFor({ timeout: 15_000 });
    await frame.evaluate(tab.axe);
    return frame;
  };

  it('is drawn in every look and width, with nothing for axe to find', async () => {
    const { page, complaints } = await tab.newPage(widths.wide);
    const { copies } = (await listDoor().see(undefined, okafor.id)) ?? seenList(0);
    const rows = [
      seenRow(1, { state: 'signed' }),
      seenRow(2, { state: 'changed' }),
      seenRow(3, { lacks: ['attendance'], attendance: '' }),
      seenRow(4, { own: true }),
      (({ visit: _visit, ...row }) => row)(seenRow(5)),
      seenRow(7),
    ];
    const list = seenList(0, {
      rows,
      copies,
      verb: 'add-to-list',
      signable: [2, 5, 6],
      removed: 1,
    });
    const frame = await opened(page, list);
    await frame.getByRole('textbox', { name: 'Rows' }).fill('Tom Baker\t3 Station Road\t\t\t0.8');
    await frame.getByText('Line 1:').waitFor();
    expect(await look(page, frame, 'weekly-list')).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  }, 120_000);

  it('shows a signed copy word for word, in every look and width', async () => {
    const { page, complaints } = await tab.newPage(widths.wide);
    const list = await listDoor().see(undefined, okafor.id);
    const frame = await opened(page, list);
    await frame.getByRole('button', { name: 'Show word for word' }).click();
    await frame.getByRole('dialog').getByText('Elin Jones').waitFor();
    expect(await look(page, frame, 'weekly-list-copy')).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  }, 120_000);

  it('opens five hundred rows in a moment, and says how many have been shown', async () => {
    const { page } = await tab.newPage(widths.wide);
    const frame = await opened(page);
    const begun = performance.now();
    await frame.getByRole('button', { name: 'Next page' }).click();
    await frame.getByText('You have been shown 50 of 500 rows.').waitFor();
    expect(performance.now() - begun).toBeLessThan(3_000);
    await frame.getByRole('combobox', { name: 'Risk' }).selectOption('high');
    await frame.getByText('71 of 500 rows').waitFor();
    await page.close();
  }, 60_000);
});
