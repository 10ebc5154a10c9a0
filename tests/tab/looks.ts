/** A page of the built tab in a real browser: drawn in each look, at each width, and searched by axe. */
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Result } from 'axe-core';
import type { Frame, Page } from 'playwright-core';
import type { House } from '../../src/api/house.ts';
import { launchBrowser } from '../support/browser.ts';
import { buildTab, serveTab } from './tab-server.ts';

const looks = ['default', 'dark', 'contrast'] as const;
export const widths = {
  wide: { width: 1280, height: 900 },
  phone: { width: 360, height: 740 },
} as const;
export const pictures = 'screenshots/tab';

/** Fluent's focus stops are hidden on purpose; in a second look only colours can be wrong. */
export const faults = async (frame: Frame, all: boolean): Promise<readonly string[]> => {
  const runOnly = all ? undefined : ['color-contrast'];
  const asked = JSON.stringify({ resultTypes: ['violations'], runOnly });
  const found = await frame.evaluate<Result[]>(
    `axe.run({ exclude: [['[data-tabster-dummy]']] }, ${asked}).then(({ violations }) => violations)`,
  );
  return found.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map((node) => `${node.html} ${node.failureSummary}`).join(' ')}`,
  );
};

const draw = async (page: Page, name: string, height: number) => {
  const size = page.viewportSize() ?? widths.wide;
  await page.setViewportSize({ ...size, height: Math.min(3000, Math.max(size.height, height)) });
  await page.screenshot({ path: `${pictures}/${name}.png` });
  await page.setViewportSize(size);
};

/** Pictures for people to look at, in every look at every width, are drawn where they are asked for. */
const forPeople = process.env['PICTURES'] !== undefined;
const everyOne = (['wide', 'phone'] as const).flatMap((width) =>
  looks.map((theme) => [width, theme] as const),
);
const drawn = forPeople
  ? everyOne
  : ([
      ['wide', 'default'],
      ['wide', 'contrast'],
      ['phone', 'dark'],
    ] as const);

/** Everything that is wrong with the page as it stands open, in any look, at any width. */
export const look = async (page: Page, frame: Frame, name: string): Promise<readonly unknown[]> => {
  const found: unknown[] = [];
  // Colours that are still on their way to the next look are nobody's fault.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const [width, theme] of drawn) {
    await page.setViewportSize(widths[width]);
    await page.evaluate(`wear('${theme}')`);
    await page.evaluate(
      'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))',
    );
    await page.waitForTimeout(200);
    found.push(...(await faults(frame, theme === 'default')));
    const [over, height] = await frame.evaluate<[number, number]>(
      '[document.documentElement.scrollWidth - innerWidth, document.documentElement.scrollHeight]',
    );
    if (over > 0) found.push(`${name} is ${over} wider than a ${width} screen`);
    if (forPeople) await draw(page, `${name}-${width}-${theme}`, height);
  }
  return found;
};

/** The tab as it is built, before this house. */
export const openTab = async (house: House) => {
  const folder = await mkdtemp(join(tmpdir(), 'built-tab-'));
  await mkdir(pictures, { recursive: true });
  // A build that fails leaves no browser open behind it.
  await buildTab(folder);
  const [axe, browser] = await Promise.all([
    readFile('node_modules/axe-core/axe.min.js', 'utf8'),
    launchBrowser(),
  ]);
  const tab = await serveTab(folder, house);

  const opened = async (page: Page, query: Readonly<Record<string, string>>): Promise<Frame> => {
    await page.goto(`${tab.origin}/host?${new URLSearchParams(query)}`);
    const frame = page.frames().find((one) => one.url().includes('/tab/'));
    if (frame === undefined) throw new Error('the host frames no tab');
    return frame;
  };

  const newPage = async (size: { width: number; height: number }) => {
    const page = await browser.newPage({
      viewport: size,
      reducedMotion: 'reduce',
      locale: 'en-GB',
    });
    const complaints: string[] = [];
    page.on('console', (said) => {
      if (said.type() === 'error' && !/ERR_FAILED|ERR_NAME_NOT/u.test(said.text()))
        complaints.push(said.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.route('https://**', (route) => route.abort());
    return { page, complaints };
  };

  const close = async () => {
    await browser.close();
    await tab.close();
    await rm(folder, { recursive: true });
  };
  return { axe, opened, newPage, close };
};
