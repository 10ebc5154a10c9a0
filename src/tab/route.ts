/** Where in the tab one is: in the address, so that "back" goes back. */
import { useEffect, useState } from 'react';

export const pageNames = [
  'today',
  'mine',
  'approvals',
  'ask',
  'list',
  'registers',
  'homes',
  'policy',
] as const;
export type PageName = (typeof pageNames)[number];
export type Route = {
  readonly page: PageName | undefined;
  readonly visit?: string;
  /** Which part of a page that has several. */
  readonly part?: string;
};

const isPage = (name: string | undefined): name is PageName =>
  pageNames.some((page) => page === name);
const reference = /^[A-Za-z]+-[\w-]{1,58}$/u;
const partName = /^(?:[a-z]{1,30}|\d{4}-W\d{2})$/u;

/** Reads `today`, `today/HV-2026-0042`, `registers/duty`, and, from links in chat, `HV-2026-0042` and `visit/HV-2026-0042`. */
export const routeOf = (text: string): Route => {
  const [first, second] = text.replace(/^#?\/?/u, '').split('/');
  const visit = [second, first].find((part) => part !== undefined && reference.test(part));
  return {
    page: isPage(first) ? first : undefined,
    ...(visit !== undefined && { visit }),
    ...(second !== undefined && partName.test(second) && { part: second }),
  };
};

export const addressOf = ({ page, visit, part }: Route): string =>
  `#/${[page, visit ?? part].filter((part) => part !== undefined).join('/')}`;

export const go = (route: Route): void => {
  globalThis.location.hash = addressOf(route);
};

export const useRoute = (): Route => {
  const [route, setRoute] = useState(() => routeOf(globalThis.location.hash));
  useEffect(() => {
    const follow = () => setRoute(routeOf(globalThis.location.hash));
    globalThis.addEventListener('hashchange', follow);
    return () => globalThis.removeEventListener('hashchange', follow);
  }, []);
  return route;
};
