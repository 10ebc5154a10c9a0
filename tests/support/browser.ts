/** A headless browser for the tests: the one that is on this machine, else one installed for them. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

/** What of a machine tells where its browser is. */
export type Machine = {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly exists: (path: string) => boolean;
};

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Dates and times are drawn the way the browser's own language has them.
  '--lang=en-GB',
];

const linuxNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const macPlaces = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);
const windowsPlaces = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];
const windowsRoots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];

const placesOn = ({ platform, env }: Machine): readonly string[] => {
  if (platform === 'darwin') return macPlaces;
  if (platform === 'win32') {
    const roots = windowsRoots.flatMap((name) => env[name] ?? []);
    return windowsPlaces.flatMap((place) => roots.map((root) => `${root}\\${place}`));
  }
  const folders = [...(env['PATH'] ?? '').split(':'), '/usr/bin', '/snap/bin'];
  return linuxNames.flatMap((name) => folders.map((folder) => `${folder}/${name}`));
};

/** What CHROME_PATH names is taken at its word: a wrong one is said, never quietly passed over. */
export const findBrowser = (machine: Machine): string | undefined => {
  const named = machine.env['CHROME_PATH'];
  if (named === undefined || named === '') return placesOn(machine).find(machine.exists);
  if (!machine.exists(named)) throw new Error(`CHROME_PATH names no file: ${named}`);
  return named;
};

const here: Machine = { platform: process.platform, env: process.env, exists: existsSync };
const run = promisify(execFile);
const playwright = join(import.meta.dirname, '../../node_modules/playwright-core/cli.js');

const itsOwn = (): string | undefined =>
  existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;

const fromPlaywright = async (): Promise<string | undefined> => {
  await run(process.execPath, [playwright, 'install', 'chromium']);
  return itsOwn();
};

/** Two tests may want one at the same time: the second waits for the first's lock. */
const fromDebian = async (): Promise<string | undefined> => {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  const wait = ['-o', 'DPkg::Lock::Timeout=300'];
  await run('apt-get', [...wait, 'update']);
  await run('apt-get', [...wait, 'install', '-y', '--no-install-recommends', 'chromium']);
  return findBrowser(here);
};

const install = async (): Promise<string> => {
  const found = (await fromPlaywright().catch(() => undefined)) ?? (await fromDebian());
  if (found !== undefined) return found;
  throw new Error(
    'These tests need Chrome, Chromium or Edge. None was found here and none could be installed: install one, or name it in CHROME_PATH.',
  );
};

export const launchBrowser = async (): Promise<Browser> =>
  chromium.launch({
    executablePath: findBrowser(here) ?? itsOwn() ?? (await install()),
    args: flags,
  });
