/** The registers in a real browser: each part in each look, at each width, free of what axe can find. */
import type { Frame, Page } from 'playwright-core';
import { createFakeHouse } from '../api/fake-house.ts';
import { look, openTab, widths } from './looks.ts';
import { registersSeen } from './registers-seen.ts';
import { now, okafor } from './school.ts';

const me = {
  now,
  person: { id: okafor.id, name: okafor.name },
  pages: ['today', 'mine', 'approvals', 'ask', 'registers'],
  mayLogCalls: false,
  mayRaiseConcern: true,
  waiting: 2,
};

const parts = [
  { part: 'staff', shows: 'Jo Ashby' },
  { part: 'vehicles', shows: 'CX70 FGH' },
  { part: 'devices', shows: 'School phone 3' },
  { part: 'duty', shows: 'Mr Wells' },
  { part: 'calendar', shows: 'Training day' },
] as const;

const forms = [
  { part: 'staff', press: 'Change Jo Ashby', title: /on record for Jo Ashby/ },
  { part: 'vehicles', press: 'Add a vehicle', title: 'Add a vehicle' },
  { part: 'duty', press: 'Name a stand-in', title: 'Name a stand-in' },
] as const;

describe('the registers', () => {
  let tab: Awaited<ReturnType<typeof openTab>>;
  beforeAll(async () => {
    tab = await openTab(createFakeHouse().house);
  }, 120_000);
  afterAll(() => tab.close());

  const openPart = async (page: Page, part: string): Promise<Frame> => {
    await page.route('**/api/me', (route) => route.fulfill({ json: me }));
    await page.route('**/api/registers', (route) => route.fulfill({ json: registersSeen() }));
    const frame = await tab.opened(page, { person: 'okafor', hash: `#/registers/${part}` });
    await frame.getByRole('heading', { name: 'Registers', level: 1 }).waitFor({ timeout: 15_000 });
    await frame.getByRole('table').or(frame.getByRole('list')).first().waitFor();
    await frame.evaluate(tab.axe);
    return frame;
  };

  it.each(parts)(
    'draws $part in every look and width, with nothing for axe to find',
    async ({ part, shows }) => {
      const { page, complaints } = await tab.newPage(widths.wide);
      const frame = await openPart(page, part);
      await frame.getByText(shows).first().waitFor();
      expect(await look(page, frame, `registers-${part}`)).toEqual([]);
      expect(complaints).toEqual([]);
      await page.close();
    },
    60_000,
  );

  it.each(forms)(
    'draws the form behind "$press" in every look and width, with nothing for axe to find',
    async ({ part, press, title }) => {
      const { page, complaints } = await tab.newPage(widths.wide);
      const frame = await openPart(page, part);
      await frame.getByRole('button', { name: press }).click();
      await frame.getByRole('dialog', { name: title }).waitFor();
      expect(await look(page, frame, `registers-${part}-form`)).toEqual([]);
      expect(complaints).toEqual([]);
      await page.close();
    },
    60_000,
  );

  it('is worked by keys alone, and gives the place back where one came from', async () => {
    const { page } = await tab.newPage(widths.wide);
    const frame = await openPart(page, 'devices');
    const change = frame.getByRole('button', { name: 'Change School phone 3' });
    await change.focus();
    await page.keyboard.press('Enter');
    await frame.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await frame.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await change.evaluate((button) => button === document.activeElement)).toBe(true);
    await frame.getByRole('tab', { name: 'Devices' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await frame.getByRole('heading', { name: 'On duty now' }).waitFor();
    await page.close();
  }, 40_000);
});
