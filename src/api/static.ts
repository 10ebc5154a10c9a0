/** Serves the built tab, and what a build cannot know: which tenant and hosts it is for. */
import { readFile, realpath } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import type { Handles } from './api.ts';

/** What `/tab/config.json` says. It holds nothing secret. */
export type TabConfig = {
  readonly tenant: string;
  readonly tabAppId: string;
  /** Names the sign-in service to MSAL; always https, even where it is only a name. */
  readonly authority: string;
  /** Where the sign-in service really is, for a tenant on one's own machine. */
  readonly authorityMetadata?: string;
  /** Hosts besides Teams itself that may frame the tab and speak to it. */
  readonly hostOrigins: readonly string[];
};

type Settings = {
  /** The folder of the build. */
  readonly folder: string;
  readonly config: TabConfig;
  /** Who may frame the tab: Teams, or the workbench. */
  readonly frameAncestors: readonly string[];
  /** The origin people sign in at, which an ordinary browser speaks to and frames. */
  readonly signInOrigin: string;
};

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Fluent adds empty style elements and fills them through the CSS object model: only the hash of nothing is allowed inline. */
const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

const contentSecurityPolicy = ({ frameAncestors, signInOrigin }: Settings): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' ${emptyStyle}`,
    "img-src 'self' data:",
    "font-src 'self'",
    // The second is where teams-js keeps its list of hosts.
    `connect-src 'self' https://res.cdn.office.net ${signInOrigin}`,
    `frame-src 'self' ${signInOrigin}`,
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    // Itself, for the page that hands over a silent sign-in.
    `frame-ancestors 'self' ${frameAncestors.join(' ')}`,
  ].join('; ');

/** Undefined for whatever is not a file of the build, however it is spelt. */
const fileFor = async (folder: string, path: string): Promise<string | undefined> => {
  const root = await realpath(folder);
  const wanted = resolve(join(root, path === '' ? 'index.html' : path));
  if (!wanted.startsWith(`${root}${sep}`) || types[extname(wanted)] === undefined) return undefined;
  const real = await realpath(wanted);
  return real.startsWith(`${root}${sep}`) ? real : undefined;
};

const pathIn = (request: IncomingMessage): string | undefined => {
  const [path = ''] = (request.url ?? '').split('?');
  try {
    const decoded = decodeURIComponent(path);
    return decoded.startsWith('/tab/') && !decoded.includes('\0') ? decoded.slice(5) : undefined;
  } catch {
    return undefined;
  }
};

/** The build names these files by what is in them. */
const cacheControl = (path: string): string =>
  /^assets\/.+-[\w-]{8}\.\w+$/u.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';

const contentOf = async (
  path: string,
  settings: Settings,
): Promise<string | Buffer | undefined> => {
  if (path === 'config.json') return JSON.stringify(settings.config);
  try {
    const file = await fileFor(settings.folder, path);
    return file === undefined ? undefined : await readFile(file);
  } catch {
    return undefined;
  }
};

const answer = async (response: ServerResponse, path: string | undefined, settings: Settings) => {
  const content = path === undefined ? undefined : await contentOf(path, settings);
  const found = content === undefined ? undefined : path;
  response.writeHead(found === undefined ? 404 : 200, {
    'content-type':
      found === undefined ? 'text/plain' : (types[extname(found)] ?? types['.html'] ?? ''),
    'cache-control': found === undefined ? 'no-store' : cacheControl(found),
    'content-security-policy': contentSecurityPolicy(settings),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'permissions-policy': 'geolocation=(), camera=(), microphone=()',
  });
  response.end(content ?? '');
};

export const createTabFiles = (settings: Settings): Handles => ({
  handle: async (request, response) => {
    const url = request.url ?? '';
    if (/^\/tab(?:\?.*)?$/u.test(url)) {
      response.writeHead(308, { location: url.replace('/tab', '/tab/') }).end();
      return true;
    }
    if (!url.startsWith('/tab/')) return false;
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return true;
    }
    await answer(response, pathIn(request), settings);
    return true;
  },
});
