import { findBrowser, launchBrowser, type Machine } from './browser.ts';

const machine = (
  platform: Machine['platform'],
  files: readonly string[],
  env: Machine['env'] = {},
): Machine => ({ platform, env, exists: (path) => files.includes(path) });

describe('a browser for the tests', () => {
  it('is the one CHROME_PATH names, before any other', () => {
    const files = ['/usr/bin/chromium', '/opt/mine'];
    expect(findBrowser(machine('linux', files, { CHROME_PATH: '/opt/mine' }))).toBe('/opt/mine');
  });

  it('is not another when CHROME_PATH names none', () => {
    const wrong = machine('linux', ['/usr/bin/chromium'], { CHROME_PATH: '/opt/gone' });
    expect(() => findBrowser(wrong)).toThrow('CHROME_PATH names no file: /opt/gone');
  });

  it.each([
    ['on the path of Linux', 'linux', '/opt/tools/google-chrome', { PATH: '/bin:/opt/tools' }],
    ['of Debian, with no path', 'linux', '/usr/bin/chromium', {}],
    ['of a Mac', 'darwin', '/Applications/Chromium.app/Contents/MacOS/Chromium', {}],
    [
      'that comes with Windows',
      'win32',
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
      { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' },
    ],
  ] as const)('is the one %s', (...[, platform, path, env]) => {
    expect(findBrowser(machine(platform, [path], env))).toBe(path);
  });

  it('is none where there is none', () => {
    expect(findBrowser(machine('linux', [], { PATH: '/bin' }))).toBeUndefined();
  });

  it('draws a page', async () => {
    const browser = await launchBrowser();
    const page = await browser.newPage();
    await page.setContent('<h1>Who is out</h1>');
    const heading = await page.getByRole('heading').textContent();
    await browser.close();
    expect(heading).toBe('Who is out');
  }, 60_000);
});
