/** The workbench in a headless browser, in front of the whole product: what a person sees, and what they tap. */
import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContext, Frame, Locator, Page } from 'playwright-core';

export type Look = {
  readonly theme: 'default' | 'dark' | 'contrast';
  readonly width: number;
  readonly height: number;
};

export const desk: Look = { theme: 'default', width: 1600, height: 1000 };

export type Shown =
  | { readonly kind: 'chat' | 'tab'; readonly person: string }
  | { readonly kind: 'channel'; readonly name: string; readonly person: string };

const axe = readFileSync(`${import.meta.dirname}/../../node_modules/axe-core/axe.min.js`, 'utf8');

/** With no internet teams-js cannot fetch its list of hosts, and a shut site is asked on purpose. */
const expected = /ERR_NAME_NOT_RESOLVED|ERR_INTERNET_DISCONNECTED|ERR_FAILED|status of 403/u;

/** Opens it as somebody finds it, or with panes of one's own; `complaints` is all that the browser minds. */
export const openWorkbench = async (
  browser: Browser,
  address: string,
  look: Look,
  panes?: readonly Shown[],
) => {
  const context = await browser.newContext({
    viewport: { width: look.width, height: look.height },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
    colorScheme: look.theme === 'default' ? 'light' : 'dark',
    hasTouch: look.width < 700,
    isMobile: look.width < 700,
  });
  await keep(context, 'theme', look.theme);
  if (panes) {
    const kept = panes.map((shown, index) => ({ id: `p${index + 1}`, shown }));
    await keep(context, 'panes', JSON.stringify(kept));
  }
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (line) => {
    if (line.type() === 'error' && !expected.test(line.text())) complaints.push(line.text());
  });
  await page.goto(address);
  return { page, complaints, close: () => context.close() };
};

const keep = (context: BrowserContext, name: string, text: string) =>
  context.addInitScript(
    ([key = '', value = '']) => {
      // Once only: what the page keeps afterwards is its own affair.
      if (window.top === window && localStorage.getItem(key) === null)
        localStorage.setItem(key, value);
    },
    [`workbench.${name}`, text],
  );

export const pane = (page: Page, name: string): Locator =>
  page.getByRole('region', { name: new RegExp(`^${name}, `, 'u') });

/** The newest card of a pane that says this. */
export const cardWith = (where: Locator, text: string | RegExp): Locator =>
  where.getByRole('group', { name: 'Card' }).filter({ hasText: text }).last();

/** The tab inside a pane. */
export const tabOf = async (page: Page, name: string): Promise<Frame> => {
  const handle = await pane(page, name).locator('iframe').elementHandle();
  const frame = await handle?.contentFrame();
  if (!frame) throw new Error(`No tab is open for ${name}.`);
  return frame;
};

/** Counts what a thumb does: every tap is one, also the tap that opens a picker or a place to write. */
export const createThumb = () => {
  let taps = 0;
  return {
    taps: () => taps,
    tap: async (what: Locator) => {
      taps += 1;
      await what.click();
    },
    write: async (what: Locator, words: string) => {
      taps += 1;
      await what.click();
      await what.pressSequentially(words);
    },
  };
};

type Options = { readonly colours?: boolean };

/** What axe finds. Fluent's focus guards pass the focus on at once, which it cannot see. */
export const faultsIn = async (
  frame: Frame,
  { colours = false }: Options = {},
): Promise<readonly string[]> => {
  await frame.evaluate(axe);
  const options = JSON.stringify({
    iframes: false,
    ...(colours && { runOnly: ['color-contrast'] }),
  });
  const found = await frame.evaluate<AxeResults>(
    `axe.run({ exclude: ['[data-tabster-dummy]'] }, ${options})`,
  );
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`,
  );
};

export const button = (where: Locator, name: string): Locator =>
  where.getByRole('button', { name, exact: true });

export const radio = (card: Locator, question: string, answer: string): Locator =>
  card
    .getByRole('radiogroup', { name: question })
    .getByRole('radio', { name: answer, exact: true });
