import { readFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../support/browser.ts';
import { startFixture } from './fixture-server.ts';

const root = join(import.meta.dirname, '../../..');
const axeSource = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');

let dist: string;
let browser: Browser;

// A busy machine draws slowly; a quiet one needs a second or two for each.
jest.setTimeout(60_000);

beforeAll(async () => {
  dist = await mkdtemp(join(tmpdir(), 'workbench-'));
  await cp(join(root, 'dist/workbench'), dist, { recursive: true });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await rm(dist, { recursive: true, force: true });
});

type Fixture = Awaited<ReturnType<typeof startFixture>>;
type Opened = {
  readonly page: Page;
  readonly fixture: Fixture;
  readonly complaints: readonly string[];
};

/** The page as somebody finds it on a fresh machine; afterwards it must have complained of nothing. */
const withPage = async (
  use: (opened: Opened) => Promise<void>,
  size = { width: 1600, height: 1000 },
) => {
  const fixture = await startFixture(dist);
  const context = await browser.newContext({
    viewport: size,
    locale: 'en-GB',
    reducedMotion: 'reduce',
    colorScheme: 'light',
  });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(8000);
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    // What SharePoint refuses is part of the story; a broken content policy is not.
    page.on('console', (line) => {
      if (line.type() === 'error' && !/Failed to load resource/.test(line.text()))
        complaints.push(line.text());
    });
    await page.goto(fixture.address);
    await use({ page, fixture, complaints });
    expect([...new Set(complaints)]).toEqual([]);
  } finally {
    await context.close();
    fixture.stop();
  }
};

const pane = (page: Page, name: RegExp) => page.getByRole('region', { name });
const sam = (page: Page) => pane(page, /^Sam Pike/);
const head = (page: Page) => pane(page, /^Mrs Okafor/);
const clicks = ({ world }: Fixture) =>
  world.calls.filter(({ path }) => path.endsWith('/click')).map(({ body }) => body);

const violations = async (page: Page, options: RunOptions = {}) => {
  await page.evaluate(axeSource);
  // Fluent's focus guards pass the focus on at once; axe cannot see that.
  const found = await page.evaluate<AxeResults>(
    `axe.run({ exclude: ['[data-tabster-dummy]'] }, ${JSON.stringify({ iframes: false, ...options })})`,
  );
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  );
};

describe('The workbench', () => {
  it('shows four people side by side, in every theme, with nothing that axe minds', () =>
    withPage(async ({ page }) => {
      await head(page).getByRole('button', { name: 'Approve' }).waitFor();
      await pane(page, /^Safeguarding/)
        .getByText('A worry about a child: C-7KQ2')
        .waitFor();
      await page.frameLocator('iframe').getByText('token: tab-pat').waitFor();
      await page.getByRole('gridcell', { name: 'HV-2026-0042' }).waitFor();
      expect(await violations(page)).toEqual([]);
      for (const theme of ['Dark', 'High contrast']) {
        await page.getByRole('button', { name: 'How it looks' }).click();
        await page.getByRole('menuitemradio', { name: theme }).click();
        // Only the colours are others.
        expect(await violations(page, { runOnly: ['color-contrast'] })).toEqual([]);
      }
      expect(await page.frameLocator('iframe').locator('body').getAttribute('data-theme')).toBe(
        'contrast',
      );
    }));

  it('keeps what somebody is typing while messages, themes and cards change around it', () =>
    withPage(async ({ page, fixture }) => {
      const pupil = sam(page).getByLabel('Pupil');
      await pupil.fill('Carys M');
      const [, form] = fixture.world.chats['sam'] ?? [];
      if (form)
        form.card = { ...(form.card as object), speak: 'another card with the same questions' };
      const answered = page.waitForResponse((response) => response.url().endsWith('/sam/chat'));
      await answered;
      await page.waitForTimeout(1300);
      expect(await pupil.inputValue()).toBe('Carys M');
      expect(await pupil.evaluate((box) => box === document.activeElement)).toBe(true);
    }));

  it('sends what was chosen by its value, and shows why a press failed', () =>
    withPage(async ({ page, fixture }) => {
      const form = sam(page);
      await form.getByLabel('Pupil').fill('Carys M');
      const who = form.getByLabel('Who goes with you');
      expect(await who.inputValue()).toBe('Jo Ashby');
      await who.fill('bev');
      await form.getByText('Mr Bevan').click();
      await form.getByLabel('No', { exact: true }).check();
      await form.getByRole('button', { name: 'Send for approval' }).click();
      await form.getByText('The list for this week is not signed').waitFor();
      expect(clicks(fixture).at(-1)).toEqual({
        message: 's2',
        action: 'Send for approval',
        inputs: {
          pupil: 'Carys M',
          date: '2026-11-23',
          startTime: '14:30',
          visitors: 'bevan',
          q1: 'no',
        },
      });
      expect(await form.getByLabel('Pupil').inputValue()).toBe('Carys M');
    }));

  it('puts the card that an approval brings in the place of the one that was pressed', () =>
    withPage(async ({ page, fixture }) => {
      await head(page).getByRole('button', { name: 'Approve' }).click();
      await head(page).getByText('Approved by Mrs Okafor').waitFor();
      expect(await head(page).getByRole('button', { name: 'Approve' }).count()).toBe(0);
      expect(clicks(fixture)).toEqual([{ message: 'o1', action: 'Approve', inputs: {} }]);
    }));

  it('opens a dialog and presses in it', () =>
    withPage(async ({ page, fixture }) => {
      await head(page).getByRole('button', { name: 'Agree a code word' }).click();
      const dialog = page.getByRole('dialog', { name: 'Agree a code word' });
      await dialog.getByLabel('The words you will say').fill('blue umbrella');
      expect(await violations(page)).toEqual([]);
      await dialog.getByRole('button', { name: 'Agree', exact: true }).click();
      await head(page).getByText('Only you two know it').waitFor();
      expect(clicks(fixture).at(-1)).toEqual({
        message: 'd1',
        action: 'Agree',
        inputs: { phrase: 'blue umbrella' },
      });
      expect(await dialog.count()).toBe(0);
    }));

  it("opens a card's link in that person's tab", () =>
    withPage(async ({ page }) => {
      await head(page).getByRole('link', { name: 'Open' }).click();
      const tab = page.frameLocator('iframe[title*="Mrs Okafor"]');
      await tab.getByText('page: visits/HV-2026-0042').waitFor();
      await tab.getByText('token: tab-okafor').waitFor();
    }));

  it('writes with Enter and shows the answer', () =>
    withPage(async ({ page, fixture }) => {
      const box = head(page).getByLabel('Write a message as Mrs Okafor');
      await box.fill('today');
      await box.press('Enter');
      await head(page).getByText('You said: today').waitFor();
      expect(await head(page).getByText('today', { exact: true }).count()).toBe(1);
      expect(await box.inputValue()).toBe('');
      await sam(page).getByRole('button', { name: 'Departure check' }).click();
      await sam(page).getByText('You said: departure check').waitFor();
      expect(fixture.world.calls.filter(({ path }) => path.endsWith('/chat'))).toHaveLength(2);
    }));

  it('says who may not open a site', () =>
    withPage(async ({ page }) => {
      await page.getByRole('combobox', { name: 'Opened by' }).click();
      await page.getByRole('option', { name: /Pat Doyle/ }).click();
      await page.getByRole('tab', { name: /Safeguarding/ }).click();
      await page.getByText('Pat Doyle may not open the site Safeguarding.').waitFor();
      expect(await page.getByRole('columnheader', { name: 'History' }).count()).toBe(0);
    }));

  it('follows a list, and marks the clock and faults it was told to change', () =>
    withPage(async ({ page, fixture }) => {
      await page.getByRole('button', { name: '+10 min' }).click();
      await page.getByText('Mon 23 Nov · 14:22').waitFor();
      const [, , visit] = fixture.world.items;
      if (visit) visit.fields['Status'] = 'approved';
      await page.getByRole('gridcell', { name: 'approved', exact: true }).waitFor();
      await page.getByRole('button', { name: 'Faults' }).click();
      await page.getByRole('menuitemcheckbox', { name: 'SharePoint is down' }).click();
      await page.keyboard.press('Escape');
      await page.getByText('Switched on: SharePoint is down.').waitFor();
      await page.getByText('SharePoint does not answer').waitFor();
      await page.getByRole('button', { name: 'Switch all off' }).click();
      await page.getByText('SharePoint does not answer').waitFor({ state: 'detached' });
    }));

  it('offers to start a product that is not running, and asks before it deletes', () =>
    withPage(async ({ page, fixture }) => {
      fixture.world.runs = false;
      await page.getByText('The product is not running').waitFor();
      await page.getByRole('button', { name: 'Start it' }).click();
      await page.getByText('The product is not running').waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'More' }).click();
      await page.getByRole('menuitem', { name: 'Start again' }).click();
      const dialog = page.getByRole('alertdialog');
      await dialog.getByText('is deleted').waitFor();
      expect(fixture.world.calls.some(({ path }) => path === '/local')).toBe(false);
      await dialog.getByRole('button', { name: 'Delete everything and start again' }).click();
      await dialog.waitFor({ state: 'detached' });
      expect(
        fixture.world.calls.some(({ method, path }) => method === 'DELETE' && path === '/local'),
      ).toBe(true);
    }));

  it('shows one pane at a time on a phone', () =>
    withPage(
      async ({ page }) => {
        await sam(page).waitFor();
        expect(await head(page).isVisible()).toBe(false);
        await page.getByRole('tab', { name: 'Mrs Okafor' }).click();
        await head(page).getByRole('button', { name: 'Approve' }).waitFor();
        expect(await violations(page)).toEqual([]);
        await page.getByRole('tab', { name: 'Lists' }).click();
        await page.getByRole('gridcell', { name: 'HV-2026-0042' }).waitFor();
        expect(await violations(page)).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
      },
      { width: 360, height: 740 },
    ));

  it('keeps how the panes were arranged', () =>
    withPage(async ({ page }) => {
      await page.getByRole('button', { name: 'Add a pane' }).click();
      await pane(page, /^Jo Ashby/).waitFor();
      await sam(page).getByRole('button', { name: 'Close Sam Pike' }).click();
      await page.reload();
      await pane(page, /^Jo Ashby/).waitFor();
      expect(await sam(page).count()).toBe(0);
    }));
});
