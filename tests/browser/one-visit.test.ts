/** One visit in the real workbench, tapped and typed by everybody who has a part in it. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { openSchool, type School } from '../support/school.ts';
import { monday } from '../support/visit.ts';
import {
  button,
  cardWith,
  createThumb,
  desk,
  faultsIn,
  openWorkbench,
  pane,
  radio,
  tabOf,
} from './workbench.ts';

jest.setTimeout(120_000);
// A page that draws itself anew under a finger is tried once more, and the first failure is printed.
jest.retryTimes(1, { logErrorsBeforeRetry: true });

let school: School;
let browser: Browser;
let page: Page;
let complaints: readonly string[];

beforeAll(async () => {
  [school, browser] = await Promise.all([openSchool(), launchBrowser()]);
  await school.setClock(monday);
  ({ page, complaints } = await openWorkbench(browser, school.address, desk));
});
afterAll(async () => {
  await browser?.close();
  await school?.close();
});

const sam = () => pane(page, 'Sam Pike');
const jo = () => pane(page, 'Jo Ashby');
const head = () => pane(page, 'Mrs Okafor');
const pat = () => pane(page, 'Pat Doyle');
const reference = 'HV-2026-0001';
const visitCard = (who: Locator) => cardWith(who, `Home visit ${reference}`);
const status = (name: string) => page.getByRole('gridcell', { name, exact: true }).waitFor();

const show = (who: Locator, what: 'Chat' | 'Tab') =>
  who.getByRole('tab', { name: what, exact: true }).click();

/** What a visitor answers for themselves. */
const answer = async (who: Locator) => {
  const card = visitCard(who);
  await button(card, 'Health question').click();
  await card.getByRole('radio', { name: 'Nothing' }).click();
  await button(card, 'Save my answer').click();
  await button(card, 'Health question').waitFor({ state: 'detached' });
  await button(card, 'I have read the risk assessment').click();
  await button(card, 'I have read the risk assessment').waitFor({ state: 'detached' });
};

/** What a card says of one of those who go. */
const said = (who: Locator, name: string, what: string) =>
  visitCard(who).locator('tr').filter({ hasText: name }).getByText(what, { exact: true }).waitFor();

const check = async (who: Locator, name: string) => {
  const card = visitCard(who);
  await button(card, 'Check before you leave').click();
  for (const yes of await card.getByRole('radio', { name: 'Yes' }).all()) await yes.click();
  await button(card, 'I have checked').click();
  await said(who, name, 'Done');
};

/** Presses for oneself alone, and waits until the list says so. */
const alone = async (who: Locator, verb: string) => {
  // Cards follow each other within a second; nobody presses faster than they read.
  await page.waitForTimeout(1_200);
  const card = visitCard(who);
  const whom = card.getByRole('combobox', { name: 'For whom' });
  if ((await whom.count()) > 0) await whom.selectOption('Just me');
  await button(card, verb).click();
};

const enter = async (who: Locator) => {
  await alone(who, 'Going in');
  const card = visitCard(who);
  await radio(card, 'Who invited you in?', 'Parent').click();
  await radio(card, 'Is the parent there?', 'Yes').click();
  await radio(card, 'Animals', 'None').click();
  await button(card, 'We are going in').click();
};

const risks = [
  ['Has there been violence in this home?', 'No'],
  ['Does anybody in the family use illegal drugs?', 'No'],
  ['Are there animals in the home that could hurt somebody?', 'No'],
  ['Is there an illness in the family that could be caught?', 'No'],
  ['Have the school’s safeguarding records been checked to verify these answers?', 'Yes'],
  ['Your own judgement of the risk', 'Medium'],
] as const;

describe('one visit in the workbench', () => {
  it('begins with four people, the lists beneath, and nothing that axe minds', async () => {
    await pane(page, 'Safeguarding').getByText('Nothing has been posted here yet.').waitFor();
    const office = await tabOf(page, 'Pat Doyle');
    await office.getByRole('heading', { name: /Nobody is out/u }).waitFor();
    await page.getByText('Nothing in Visits yet.').waitFor();
    expect(await faultsIn(page.mainFrame())).toEqual([]);
    expect(await faultsIn(office)).toEqual([]);
  });

  it('is asked for with 12 taps at most, for a family the school knows', async () => {
    const thumb = createThumb();
    await thumb.tap(button(sam(), 'New visit'));
    await thumb.tap(sam().getByRole('button', { name: /^Siân O'Neill/u }));
    const form = cardWith(sam(), 'Ask for a home visit');
    await form.getByLabel('Another family').waitFor({ state: 'detached' });
    await expect(form.getByLabel('Address').inputValue()).resolves.toContain('14 Ffordd y Môr');
    await thumb.write(form.getByLabel('Why can this not be dealt'), 'She cannot leave the baby.');
    await thumb.write(form.getByLabel('Second member of staff'), 'jo');
    await thumb.tap(form.getByText('Jo Ashby'));
    for (const [question, given] of risks) await thumb.tap(radio(form, question, given));
    await thumb.tap(button(form, 'Send for approval'));
    await visitCard(sam()).getByText('Awaiting approval').waitFor();
    expect(thumb.taps()).toBeLessThanOrEqual(12);
    await status('awaiting approval');
  });

  it('is approved on a card, and everybody is told', async () => {
    const card = visitCard(head());
    await card.getByText('Medium: no risks').waitFor();
    await button(card, 'Approve').click();
    const decided = cardWith(head(), 'Approved by Mrs Okafor');
    await decided.getByText('still to be adopted').waitFor();
    await button(decided, 'Details').click();
    await button(decided, 'Adopt the risk assessment').click();
    await decided.getByText(/^Risk assessment adopted by Mrs Okafor/u).waitFor();
    await sam().getByText(`Mrs Okafor approved ${reference}`).waitFor();
    await status('approved');
  });

  it('is refused to leave too early, with the clause, what to do, and a way to report it all the same', async () => {
    await button(visitCard(sam()), 'Something else').click();
    await button(visitCard(sam()), 'We are leaving school').click();
    const card = visitCard(sam());
    await card.getByText('Not yet', { exact: true }).waitFor();
    await card
      .getByText(/default policy \d/u)
      .first()
      .waitFor();
    await card
      .getByText(/^Next: /u)
      .first()
      .waitFor();
    await button(card, 'It has already happened').waitFor();
    expect(await faultsIn(page.mainFrame())).toEqual([]);
  });

  it('is prepared by both, and the office sees them go, live', async () => {
    await page.getByRole('button', { name: 'Add a pane' }).click();
    await answer(sam());
    await said(jo(), 'Sam Pike', 'still to do: departure check');
    await answer(jo());
    await said(sam(), 'Jo Ashby', 'still to do: departure check');
    await check(sam(), 'Sam Pike');
    await said(jo(), 'Sam Pike', 'Done');
    await check(jo(), 'Jo Ashby');
    await said(sam(), 'Jo Ashby', 'Done');
    await page.waitForTimeout(1_200);
    await button(visitCard(sam()), 'We are leaving school').click();
    await status('out');
    const office = await tabOf(page, 'Pat Doyle');
    await office.getByRole('heading', { name: /2 people are out/u }).waitFor();
  });

  it('moves its status as the two of them go about it, one by one', async () => {
    for (const [who, verb, becomes] of [
      [sam, 'Arrived', 'at the door'],
      [jo, 'Arrived', 'at the door'],
    ] as const) {
      await alone(who(), verb);
      await status(becomes);
    }
    await enter(sam());
    await status('inside');
    await enter(jo());
    await (await tabOf(page, 'Pat Doyle')).getByText('inside').first().waitFor();
  });

  it('tells its story on the page of the visit, and stands among the visits of those who go', async () => {
    await show(sam(), 'Tab');
    const tab = await tabOf(page, 'Sam Pike');
    await tab.getByRole('heading', { name: 'My visits' }).waitFor();
    expect(await faultsIn(tab)).toEqual([]);
    await tab.getByText(reference).first().click();
    await tab.getByText(/Mrs Okafor approved/u).waitFor();
    expect(await faultsIn(tab)).toEqual([]);
    await show(sam(), 'Chat');
  });

  it('lets a worry through to the safeguarding channel, by reference and without a word of it', async () => {
    await button(visitCard(sam()), 'Raise a concern').click();
    const dialog = page.getByRole('dialog', { name: 'Raise a concern' });
    await radio(dialog, 'It is about', 'A child').click();
    await dialog.getByLabel('Who', { exact: true }).fill('Siân');
    await dialog.getByLabel('What you saw or heard').fill('A bruise on the left arm.');
    await button(dialog, 'Send to the safeguarding leads').click();
    await dialog.waitFor({ state: 'detached' });
    const channel = pane(page, 'Safeguarding');
    await channel.getByText(/A concern has been raised: /u).waitFor();
    expect(await channel.getByText('bruise').count()).toBe(0);
    await button(channel, 'I have it').click();
    await channel
      .getByText(/Miss Rao/u)
      .last()
      .waitFor();
  });

  it('alarms the office when they are late, by name and number, until somebody has it', async () => {
    await show(pat(), 'Chat');
    // The clock runs on by itself while all this goes on.
    for (const time of [/Mon 23 Nov · 14:0\d/u, /Mon 23 Nov · 15:0\d/u]) {
      await button(page.locator('header'), '+1 h').first().click();
      await page.getByText(time).waitFor();
      await page
        .getByRole('progressbar', { name: /clock is moving/u })
        .waitFor({ state: 'detached' });
    }
    const alarm = cardWith(pat(), `Overdue: ${reference}`);
    await alarm.getByText('07700 900105').waitFor();
    await button(alarm, 'I have it').click();
    await pat().getByRole('log').getByText('Pat Doyle', { exact: true }).last().waitFor();
  });

  it('is over when each of them is back, by name', async () => {
    await alone(sam(), 'Leaving the home');
    await alone(jo(), 'Leaving the home');
    await status('left');
    await alone(sam(), 'Back at school');
    await alone(jo(), 'Back at school');
    await status('returned');
    expect(complaints).toEqual([]);
  });
});
