import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWeb } from '../../../src/local/build-web.ts';

const root = mkdtempSync(join(tmpdir(), 'web-'));
const at = (...parts: readonly string[]) => join(root, ...parts);
const built = at('dist/tab/index.html');
const says = (words: string) => writeFileSync(at('src/index.html'), `<title>${words}</title>`);
const title = () => readFileSync(built, 'utf8');

beforeAll(() => {
  symlinkSync(join(import.meta.dirname, '../../../node_modules'), at('node_modules'));
  writeFileSync(at('package.json'), '{"type":"module"}');
  mkdirSync(at('src'));
  says('first');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('building the pages', () => {
  it('leaves out what has no settings yet', async () => {
    await buildWeb(root);
    expect(existsSync(built)).toBe(false);
  });

  it('builds what is missing, and builds again only what is older than its sources', async () => {
    const config = "export default { root: 'src', build: { outDir: '../dist/tab' } };";
    writeFileSync(at('vite.config.ts'), config);
    await buildWeb(root);
    expect(title()).toContain('first');

    says('second');
    const long = new Date('2026-01-01T00:00:00Z');
    for (const file of ['src/index.html', 'vite.config.ts']) utimesSync(at(file), long, long);
    await buildWeb(root);
    expect(title()).toContain('first');

    says('third');
    const soon = new Date(Date.now() + 5_000);
    utimesSync(at('src/index.html'), soon, soon);
    await buildWeb(root);
    expect(title()).toContain('third');
  }, 60_000);

  it('says which one could not be built', async () => {
    writeFileSync(at('vite.config.ts'), 'export default { root: "nowhere" };');
    utimesSync(at('vite.config.ts'), new Date(), new Date(Date.now() + 9_000));
    await expect(buildWeb(root)).rejects.toThrow('vite.config.ts could not be built');
  }, 60_000);
});
