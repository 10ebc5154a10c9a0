import type { TabLink } from '../panes/panes.ts';

const fromTeams = (url: URL): TabLink | undefined => {
  const [, page] = /^\/l\/entity\/[^/]+\/([^/]+)/.exec(url.pathname) ?? [];
  if (!page) return undefined;
  return { pageId: decodeURIComponent(page), subPageId: subPage(url.searchParams.get('context')) };
};

const subPage = (context: string | null): string | undefined => {
  try {
    const { subEntityId, subPageId } = JSON.parse(context ?? '{}');
    const found = subPageId ?? subEntityId;
    return typeof found === 'string' ? found : undefined;
  } catch {
    return undefined;
  }
};

/** Where in the tab a link leads, or undefined if it leads anywhere else. */
export const tabLinkOf = (link: string, product: string): TabLink | undefined => {
  const url = URL.parse(link);
  if (!url) return undefined;
  if (url.hostname === 'teams.microsoft.com') return fromTeams(url);
  if (url.origin !== product || !url.pathname.startsWith('/tab')) return undefined;
  return {
    pageId: 'home',
    subPageId: url.searchParams.get('subPageId') ?? (url.hash.replace(/^#\/?/, '') || undefined),
  };
};
