import { fork } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const here = join(import.meta.dirname, '../..');

type Site = { readonly config: string; readonly out: string };

const sites: readonly Site[] = [
  { config: 'vite.config.ts', out: 'dist/tab/index.html' },
  { config: 'vite.workbench.config.ts', out: 'dist/workbench/index.html' },
];

const newestIn = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce(
      (newest, entry) => Math.max(newest, statSync(join(entry.parentPath, entry.name)).mtimeMs),
      0,
    );

const isOld = (root: string, { config, out }: Site, sources: number): boolean => {
  const built = join(root, out);
  if (!existsSync(built)) return true;
  const { mtimeMs } = statSync(built);
  return mtimeMs < sources || mtimeMs < statSync(join(root, config)).mtimeMs;
};

/** In a process of its own: bundling would keep the tenant from answering. */
const build = (root: string, { config }: Site): Promise<void> =>
  new Promise((resolve, reject) => {
    const vite = join(root, 'node_modules/vite/bin/vite.js');
    const args = ['build', '--config', config, '--logLevel', 'error'];
    const child = fork(vite, args, {
      cwd: root,
      execArgv: [],
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let complaint = '';
    child.stderr?.on('data', (piece) => {
      complaint += String(piece);
    });
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${config} could not be built\n${complaint}`));
    });
  });

/** Builds the tab and the workbench where their sources are newer than what was built. */
export const buildWeb = async (root: string = here): Promise<void> => {
  const sources = newestIn(join(root, 'src'));
  const old = sites.filter(
    (site) => existsSync(join(root, site.config)) && isOld(root, site, sources),
  );
  await Promise.all(old.map((site) => build(root, site)));
};
