/** Every page of the built tab in a real browser: drawn in each look, at each width, and free of what axe can find. */
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Result } from 'axe-core';
import type { Browser, Frame, Page } from 'playwright-core';
import { createFakeHouse } from '../api/fake-house.ts';
import { launchBrowser } from '../support/browser.ts';
import { buildTab, serveTab } from './tab-server.ts';

const looks = ['default', 'dark', 'contrast'] as const;
const widths = { wide: { width: 1280, height: 900 }, phone: { width: 360, height: 740 } } as const;
const pictures = 'screenshots/tab';

const pages = [
  { name: 'today', person: 'pat', hash: '#/today', heading: /4 people are out/ },
  { name: 'today-visit', person: 'pat', hash: '#/today/HV-2026-0042', heading: /HV-2026-0042/ },
  { name: 'my-visits', person: 'sam', hash: '#/mine', heading: 'My visits' },
  { name: 'visit', person: 'okafor', hash: '#/today/HV-2026-0041', heading: /HV-2026-0041/ },
  { name: 'approvals', person: 'okafor', hash: '#/approvals', heading: /2 visits wait for you/ },
  { name: 'ask', person: 'sam', hash: '#/ask', heading: 'Ask for a visit' },
] as const;

describe('the built tab', () => {
  let folder: string;
  let browser: Browser;
  let tab: Awaited<ReturnType<typeof serveTab>>;
  let axe: string;
  const fake = createFakeHouse();

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'built-tab-'));
    await mkdir(pictures, { recursive: true });
    [axe, browser] = await Promise.all([
      readFile('node_modules/axe-core/axe.min.js', 'utf8'),
      launchBrowser(),
      buildTab(folder),
    ]);
    tab = await serveTab(folder, fake.house);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await tab.close();
    await rm(folder, { recursive: true });
  });

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

  /** Fluent's focus stops are hidden on purpose; in a second look only colours can be wrong. */
  const faults = async (frame: Frame, all: boolean): Promise<readonly string[]> => {
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

  const look = async (page: Page, frame: Frame, name: string) => {
    const found: unknown[] = [];
    for (const [width, size] of Object.entries(widths)) {
      await page.setViewportSize(size);
      for (const theme of looks) {
        await page.evaluate(`wear('${theme}')`);
        await page.evaluate(
          'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))',
        );
        found.push(...(await faults(frame, theme === 'default')));
        const [over, height] = await frame.evaluate<[number, number]>(
          '[document.documentElement.scrollWidth - innerWidth, document.documentElement.scrollHeight]',
        );
        if (over > 0) found.push(`${name} is ${over} wider than a ${width} screen`);
        await draw(page, `${name}-${width}-${theme}`, height);
      }
    }
    return found;
  };

  it.each(pages)(
    'draws $name in every look and width, with nothing for axe to find',
    async ({ name, person, hash, heading }) => {
      const { page, complaints } = await newPage(widths.wide);
      const frame = await opened(page, { person, hash });
      await frame
        .getByRole('heading', { name: heading, level: 1 })
        .first()
        .waitFor({ timeout: 15_000 });
      await frame.evaluate(axe);
      expect(await look(page, frame, name)).toEqual([]);
      expect(complaints).toEqual([]);
      await page.close();
    },
    40_000,
  );

  it('opens the form of a verb, each time anew, and draws it with nothing for axe to find', async () => {
    const { page, complaints } = await newPage(widths.phone);
    const frame = await opened(page, { person: 'pat', hash: '#/today' });
    for (const name of ['Log a call from Miss Rao', 'Log a call from Mo Karim']) {
      await frame.getByRole('button', { name }).click({ timeout: 10_000 });
      await frame.getByRole('dialog', { name: 'Log a call' }).getByRole('checkbox').waitFor();
      await frame.getByRole('button', { name: 'Not now' }).click();
      await frame.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await frame.getByRole('button', { name: 'Log a call from Miss Rao' }).click();
    await frame.getByRole('dialog').waitFor();
    await frame.evaluate(axe);
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
    const { page } = await newPage(widths.phone);
    const frame = await opened(page, { person: 'sam', link: 'HV-2026-0042' });
    await frame.getByRole('heading', { name: 'HV-2026-0042 · EJ' }).waitFor({ timeout: 10_000 });
    await page.close();
  });
});
