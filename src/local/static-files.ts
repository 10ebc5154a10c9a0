import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { Answer, Call } from './http.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.map': 'application/json',
};

/** The file a path means; undefined when it would lead out of the folder. */
const fileAt = (folder: string, path: string): string | undefined => {
  const wanted = path.replace(/^\/workbench(?=\/|$)/, '').replace(/\/$/, '') || '/index.html';
  const file = normalize(join(folder, wanted));
  return file.startsWith(folder + sep) ? file : undefined;
};

/** The workbench's own files, at `/` and below `/workbench/`. */
export const createFiles =
  (folder: string, policy: () => string) =>
  async ({ method, path }: Call): Promise<Answer | undefined> => {
    const file = method === 'GET' ? fileAt(folder, path) : undefined;
    const body = file && (await readFile(file).catch(() => undefined));
    if (!file || !body) return undefined;
    const type = types[extname(file)] ?? 'application/octet-stream';
    const headers = { 'content-type': type, 'content-security-policy': policy() };
    return { status: 200, body, headers };
  };
