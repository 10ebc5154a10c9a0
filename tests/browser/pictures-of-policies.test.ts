/** The same request, as the card of whoever decides, under each of the six policies: for the docs, drawn anew only when asked for. */
import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { answer } from '../../src/local/workbench/shapes.ts';
import { request, ticks, timesFrom } from '../../src/local/workbench/show/request.ts';
import { noIn } from '../../src/local/workbench/show/said-no.ts';
import { launchBrowser } from '../support/browser.ts';
import { openSchool, type School } from '../support/school.ts';
import { monday } from '../support/visit.ts';
import { cardWith, openWorkbench, pane } from './workbench.ts';

jest.setTimeout(120_000);

const folder = 'docs/pictures/policies';
const packs = [
  ['default', 'okafor', 'Mrs Okafor'],
  ['broadening-horizons', 'okafor', 'Mrs Okafor'],
  ['rookeries', 'okafor', 'Mrs Okafor'],
  ['willows', 'okafor', 'Mrs Okafor'],
  ['holy-cross', 'bevan', 'Mr Bevan'],
  ['hsp', 'bevan', 'Mr Bevan'],
] as const;

const whenAsked = process.env['PICTURES'] === '1' ? describe : describe.skip;

whenAsked('pictures of the same request', () => {
  let school: School;
  let browser: Browser;
  beforeAll(async () => {
    mkdirSync(folder, { recursive: true });
    [school, browser] = await Promise.all([openSchool(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await school?.close();
  });

  const post = (path: string, body: object) =>
    fetch(`${school.address}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  it.each(packs)('under %s', async (pack, person, name) => {
    await school.startAfresh();
    await post('/local/packs', { pack });
    await school.setClock(monday);
    await school.say('sam', 'new visit');
    const inputs = { ...request, ...timesFrom(monday), ...ticks };
    const sent = await post('/local/people/sam/click', { action: 'submit', inputs });
    const no = noIn(answer.parse(await sent.json()));
    if (no !== undefined) throw new Error(no);
    const look = { theme: 'default', width: 560, height: 1400 } as const;
    const { page, close } = await openWorkbench(browser, school.address, look, [
      { kind: 'chat', person },
    ]);
    const card = cardWith(pane(page, name), 'Home visit HV-2026-0001');
    await card.waitFor();
    await card.screenshot({ path: `${folder}/${pack}.png`, animations: 'disabled' });
    await close();
  });
});
