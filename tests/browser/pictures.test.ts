/** A picture of every kind of card and every page of the tab, light and dark, wide and on a phone: to be looked at. */
import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { openSchool, type School } from '../support/school.ts';
import { answer, approve, ask, checkDeparture, enterWith, form, monday } from '../support/visit.ts';
import { type Look, openWorkbench, pane, type Shown, tabOf } from './workbench.ts';

jest.setTimeout(90_000);
// A page that draws itself anew under a finger is tried once more, and the first failure is printed.
jest.retryTimes(1, { logErrorsBeforeRetry: true });

const folder = 'screenshots/workbench';
const names: Readonly<Record<string, string>> = {
  sam: 'Sam Pike',
  jo: 'Jo Ashby',
  okafor: 'Mrs Okafor',
  pat: 'Pat Doyle',
  rao: 'Miss Rao',
  wells: 'Mr Wells',
  safeguarding: 'Safeguarding',
};
const chats: readonly Shown[] = [
  ...['sam', 'jo', 'okafor', 'pat', 'rao', 'wells'].map(
    (person) => ({ kind: 'chat', person }) as const,
  ),
  { kind: 'channel', name: 'safeguarding', person: 'rao' },
];

// Tall, so that a whole card is seen; the wide ones side by side, each as wide as Teams draws it.
const looks: Readonly<Record<string, Look>> = {
  'wide-light': { theme: 'default', width: 4200, height: 2600 },
  'wide-dark': { theme: 'dark', width: 4200, height: 2600 },
  'phone-light': { theme: 'default', width: 360, height: 3000 },
  'phone-dark': { theme: 'dark', width: 360, height: 3000 },
};

let school: School;
let browser: Browser;
type Opened = Awaited<ReturnType<typeof openWorkbench>> & { readonly look: string };
let opened: readonly Opened[];

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  [school, browser] = await Promise.all([openSchool(), launchBrowser()]);
  await school.setClock(monday);
  opened = await Promise.all(
    Object.entries(looks).map(async ([look, size]) => ({
      look,
      ...(await openWorkbench(browser, school.address, size, chats)),
    })),
  );
});
afterAll(async () => {
  await browser?.close();
  await school?.close();
});

type Says = string | RegExp;

const paneOf = async (page: Page, whose: string): Promise<Locator> => {
  const name = names[whose] ?? whose;
  const tab = page.getByRole('navigation').getByRole('tab', { name, exact: true });
  if ((await tab.count()) > 0) await tab.click();
  return pane(page, name);
};

const newest = (where: Locator) => where.getByRole('group', { name: 'Card' }).last();

/** The newest card of somebody, once it says this. */
const draw = async ({ page, look: as }: Opened, name: string, whose: string, says: Says) => {
  const where = await paneOf(page, whose);
  await where.getByText(says).last().waitFor();
  await newest(where).screenshot({ path: `${folder}/${name}-${as}.png`, animations: 'disabled' });
  const over = await where.evaluate((one) =>
    [...one.querySelectorAll('.hv-card')].some((each) => each.scrollWidth > each.clientWidth),
  );
  return over ? [`${name} is wider than its pane: ${as}`] : [];
};

/** In every look. */
const look = async (name: string, whose: string, says: Says) => {
  const over = await Promise.all(opened.map((one) => draw(one, name, whose, says)));
  expect(over.flat()).toEqual([]);
};

const whenAsked = process.env['PICTURES'] === '1' ? describe : describe.skip;

whenAsked('pictures of the cards', () => {
  it('of asking', async () => {
    await school.say('wells', 'hi');
    await look('hello', 'wells', 'Ask for a home visit, sign out');
    await school.say('wells', 'help');
    await look('help', 'wells', 'How it works');
    await school.say('sam', 'new visit');
    await look('form-empty', 'sam', 'Who is it about?');
    await school.click('sam', 'submit', { ...form, whyNotInSchool: '', q1: '', q4Action: '' });
    await look('form-refused', 'sam', 'Not sent yet. Nothing you typed is lost.');
    await school.click('sam', 'submit', form);
    await look('visitor-awaiting', 'sam', 'Awaiting approval');
    await look('approval-medium', 'okafor', 'Medium: 1 risk, with an action');
    await school.click('okafor', 'open-details');
    await look('approval-details', 'okafor', /14 Ffordd y Môr/u);
  });

  it('of going', async () => {
    await approve(school);
    await look('decided', 'okafor', /Approved by Mrs Okafor/u);
    await look('visitor-approved', 'sam', 'Approved. Finish the steps below');
    await school.click('sam', 'depart', { who: 'sam,jo' });
    await look('refused', 'sam', 'Not yet');
    await answer(school);
    await checkDeparture(school);
    await school.click('sam', 'depart', { who: 'sam,jo' });
    await look('visitor-out', 'sam', 'You are out. Tap what happens.');
    await school.click('sam', 'arrive', { who: 'sam,jo' });
    await look('visitor-at-the-door', 'sam', 'At the door');
    await school.click('sam', 'enter', enterWith('sam,jo'));
    await look('visitor-inside', 'sam', 'Inside');
    await school.say('pat', 'today');
    await look('today', 'pat', '1 visit is out. Nobody is late.');
    await school.click('pat', 'open-visit');
    await look('office-out', 'pat', /Home visit HV-2026-0001/u);
  });

  it('of being late, and of coming back', async () => {
    await school.setClock('2026-11-23T15:41:00Z');
    await look('alarm', 'pat', 'Overdue: HV-2026-0001');
    await school.click('pat', 'acknowledge');
    await look('alarm-held', 'pat', 'Pat Doyle');
    await school.click('sam', 'leave', { who: 'sam,jo' });
    await look('visitor-left', 'sam', 'Left');
    await school.click('sam', 'return', { who: 'sam,jo' });
    await look('alarm-amber', 'pat', /Somebody still has to see or speak to them/u);
    await school.click('pat', 'spoke', { to: 'sam,jo' });
    await look('alarm-stood-down', 'pat', /stood down/u);
    await look('visitor-returned', 'sam', 'Returned');
  });

  it('of a worry', async () => {
    await school.say('jo', 'raise a concern');
    await look('concern-form', 'jo', 'What you saw or heard, in your words');
    await school.click('jo', 'raise-concern', {
      about: 'child',
      person: 'Siân',
      what: 'A bruise.',
    });
    await look('concern-sent', 'jo', /Recorded as/u);
    await look('concern-alert', 'safeguarding', /A concern has been raised/u);
  });

  it('of what is decided elsewhere', async () => {
    await ask(school, {
      pupil: 'Tomos Reid',
      address: '3 Mill Lane, Porthcawl CF36 5TT',
      visitors: 'jo,bevan',
      startTime: '16:00',
      dueBackTime: '17:00',
      level: 'high',
      q1: 'yes',
      q1Action: 'Meet at the gate.',
    });
    await look('approval-high', 'okafor', /High risk: open the details/u);
    await look('requester', 'sam', /HV-2026-0002/u);
    await school.click('okafor', 'decline', { reason: 'The family has asked for a call instead.' });
    await look('declined', 'okafor', /Declined by Mrs Okafor/u);
  });
});

/** The README's own: drawn anew only when asked for. */
const forReadme = process.env['PICTURES'] === '1' ? describe : describe.skip;

forReadme('pictures for the README', () => {
  it('of a visit under way', async () => {
    mkdirSync('docs/pictures', { recursive: true });
    await school.startAfresh();
    await school.setClock(monday);
    const into = (name: string) => `docs/pictures/${name}.png`;
    await ask(school, { startTime: '13:10', dueBackTime: '14:30' });
    const desk = await openWorkbench(browser, school.address, size('default', 1600, 1000));
    await pane(desk.page, 'Mrs Okafor').getByText('Medium: 1 risk').waitFor();
    await newest(pane(desk.page, 'Mrs Okafor')).screenshot({ path: into('approval') });
    await approve(school);
    await answer(school);
    await checkDeparture(school);
    await school.click('sam', 'depart', { who: 'sam,jo' });
    await school.advance('PT15M');
    await school.click('sam', 'arrive', { who: 'sam,jo' });
    await school.click('sam', 'enter', enterWith('sam,jo'));
    await school.click('sam', 'raise-concern', {
      about: 'child',
      person: 'Siân',
      what: 'A bruise.',
    });
    await school.say('jo', 'new visit');
    await school.click('jo', 'submit', {
      ...form,
      pupil: 'Tomos Reid',
      yearGroup: 'Year 10',
      parent: 'Alan Reid',
      parentPhone: '07700 900202',
      address: '3 Mill Lane, Porthcawl CF36 5TT',
      visitors: 'jo,bevan',
      startTime: '15:00',
      dueBackTime: '16:00',
    });
    await pane(desk.page, 'Safeguarding').getByText('A concern has been raised').waitFor();
    await (await tabOf(desk.page, 'Pat Doyle')).getByText(/2 people are out/u).waitFor();
    await desk.page.getByRole('gridcell', { name: 'inside', exact: true }).waitFor();
    await desk.page.waitForTimeout(2_500);
    await desk.page.screenshot({ path: into('workbench') });
    const dark = await openWorkbench(browser, school.address, size('dark', 1280, 1000), [
      { kind: 'tab', person: 'pat' },
    ]);
    await (await tabOf(dark.page, 'Pat Doyle')).getByText(/2 people are out/u).waitFor();
    await pane(dark.page, 'Pat Doyle').screenshot({ path: into('today-dark') });
    const hand = await openWorkbench(browser, school.address, size('default', 360, 740), [
      { kind: 'chat', person: 'sam' },
    ]);
    await pane(hand.page, 'Sam Pike').getByText('Home visit HV-2026-0001').last().waitFor();
    await hand.page.waitForTimeout(1_500);
    await hand.page.screenshot({ path: into('phone') });
  });
});

const size = (theme: Look['theme'], width: number, height: number): Look => ({
  theme,
  width,
  height,
});
