import { tenant } from '../tenant.ts';
import { badRequest } from './refusal.ts';

/** What a Graph address points at, before anybody has looked whether it is there. */
export type Address =
  | { readonly kind: 'users'; readonly id: string | undefined }
  | {
      readonly kind: 'site';
      readonly site: { readonly id: string } | { readonly path: string };
      readonly rest: readonly string[];
      /** The token of `delta(token='…')`, the other way to write it. */
      readonly token?: string;
    };

/** Reads `/v1.0/…`; undefined when it is not an address of Graph's at all. */
export const addressOf = (pathname: string): Address => {
  const path = decoded(pathname.replace(/^\/v1\.0/i, '').replace(/\/$/, ''));
  const users = /^\/users(?:\/([^/]+))?$/.exec(path);
  if (users !== null) return { kind: 'users', id: users[1] };
  return byPath(path) ?? byId(path);
};

const byPath = (path: string): Address | undefined => {
  const match = /^\/sites\/([^/:,]+):(\/[^:]+?)(?::(\/.*)?)?$/.exec(path);
  if (match === null) return undefined;
  const [, host = '', sitePath = '', rest = ''] = match;
  return siteAt({ path: host === tenant.sharePointHost ? sitePath : `//${host}` }, rest);
};

const byId = (path: string): Address => {
  const match = /^\/sites\/([^/:]+)(\/.*)?$/.exec(path);
  if (match === null)
    throw badRequest(`Resource not found for the segment '${path.split('/')[1] ?? ''}'.`);
  const [, id = '', rest = ''] = match;
  return siteAt({ id }, rest);
};

const delta = /^(?:microsoft\.graph\.)?delta(?:\((?:token='([^']*)')?\))?$/;

const siteAt = (
  site: { readonly id: string } | { readonly path: string },
  rest: string,
): Address => {
  const parts = rest.split('/').filter((part) => part !== '');
  const match = delta.exec(parts.at(-1) ?? '');
  if (match === null) return { kind: 'site', site, rest: parts };
  const [, token] = match;
  return {
    kind: 'site',
    site,
    rest: [...parts.slice(0, -1), 'delta'],
    ...(token === undefined ? {} : { token }),
  };
};

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    throw badRequest('The address is not well encoded.');
  }
};
