/** "Show me" in the real workbench: with the keyboard alone, and honest where the product says no. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { openSchool, type School } from '../support/school.ts';
import { button, desk, faultsIn, openWorkbench, pane } from './workbench.ts';

jest.setTimeout(90_000);
jest.retryTimes(1, { logErrorsBeforeRetry: true });

let school: School;
let browser: Browser;
let page: Page;
let complaints: readonly string[];
let story: Locator;

beforeAll(async () => {
  [school, browser] = await Promise.all([openSchool(), launchBrowser()]);
  // A Sunday, when nobody asks for visits.
  await school.setClock('2026-11-22T08:00:00Z');
  ({ page, complaints } = await openWorkbench(browser, school.address, desk));
  page.setDefaultTimeout(30_000);
  story = page.getByRole('region', { name: 'The story of one visit' });
});
afterAll(async () => {
  await browser?.close();
  await school?.close();
});

const atStep = (number: number) => story.getByText(`Step ${number} of `).waitFor();

describe('the story of one visit, shown', () => {
  it('moves the clock to a school morning first, and says so', async () => {
    await button(page.locator('header'), 'Show me').click();
    await atStep(1);
    await story.getByText(/so the clock is moved on to Monday/u).waitFor();
    expect(await faultsIn(page.mainFrame())).toEqual([]);
    await page.keyboard.press('Enter');
    await atStep(2);
    await page.getByText('Mon 23 Nov · 09:00').waitFor();
  });

  it('asks in Sam’s own chat, with who, why and the clause', async () => {
    await story.getByText('Sam Pike:').waitFor();
    await story.getByText(/default policy 1\.1/u).waitFor();
    await page.keyboard.press('Enter');
    await atStep(3);
    await pane(page, 'Sam Pike').getByText('Awaiting approval').last().waitFor();
    await story.getByText(/Opens the risk assessment and adopts it/u).waitFor();
    await page.keyboard.press('Enter');
    await atStep(4);
  });

  it('shows what the product said where a step fails, and goes no further', async () => {
    await school.click('okafor', 'decline', { reason: 'Ring them first.' });
    await page.keyboard.press('Enter');
    await story.getByText('Home Visits said:').waitFor();
    await button(story, 'Try again').waitFor();
    await atStep(4);
    expect((await school.items('HomeVisits', 'Visits')).at(-1)?.fields['Status']).toBe('declined');
  });

  it('is stopped with one press, and gives the keyboard back', async () => {
    await button(story, 'Stop').click();
    await story.waitFor({ state: 'detached' });
    const focused = await page.evaluate(() => document.activeElement?.textContent);
    expect(focused).toBe('Show me');
    expect(complaints).toEqual([]);
  });
});
