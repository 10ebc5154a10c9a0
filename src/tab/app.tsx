/** The frame round every page: which there are, and where one is. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useEffect } from 'react';
import { useSession } from './client-context.ts';
import { narrow, wide } from './layout.ts';
import { PageTabs } from './page-tabs.tsx';
import { ApprovalsPage } from './pages/approvals-page.tsx';
import { MyVisitsPage } from './pages/my-visits-page.tsx';
import { TodayPage } from './pages/today/today-page.tsx';
import { VisitPage } from './pages/visit/visit-page.tsx';
import { Empty, Waiting } from './parts/notices.tsx';
import { PolicyNotices } from './parts/policy-notices.tsx';
import { go, type PageName, type Route, useRoute } from './route.ts';
import { words } from './words.ts';

/** The form is long, and most looks at the tab are not at it. */
const AskPage = lazy(async () => ({ default: (await import('./pages/ask/ask-page.tsx')).AskPage }));

/** Where the policy has a list, and for those who keep or sign it. */
const WeeklyListPage = lazy(async () => ({
  default: (await import('./pages/weekly-list/weekly-list-page.tsx')).WeeklyListPage,
}));

const HomesPage = lazy(async () => ({
  default: (await import('./pages/homes/homes-page.tsx')).HomesPage,
}));

/** Read once a version. */
const PolicyPage = lazy(async () => ({
  default: (await import('./pages/policy/policy-page.tsx')).PolicyPage,
}));

/** Opened by those few who keep them. */
const RegistersPage = lazy(async () => ({
  default: (await import('./pages/registers/registers-page.tsx')).RegistersPage,
}));

const useStyles = makeStyles({
  app: {
    display: 'grid',
    gridTemplateRows: 'auto 1fr',
    minHeight: '100%',
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
  },
  main: {
    padding: tokens.spacingHorizontalXXL,
    minWidth: 0,
    width: '100%',
    maxWidth: '96rem',
    boxSizing: 'border-box',
    [narrow]: { padding: tokens.spacingHorizontalM },
  },
  panes: {
    display: 'grid',
    gap: tokens.spacingHorizontalXXL,
    alignItems: 'start',
    [wide]: { gridTemplateColumns: 'minmax(0, 1fr) minmax(26rem, 36rem)' },
  },
  // With one visit open there is no room for the list beside it.
  behind: { minWidth: 0, display: 'none', [wide]: { display: 'block' } },
});

type Place = { readonly page: PageName; readonly visit: string | undefined };

const Page = ({ page, visit }: Place) => {
  switch (page) {
    case 'today':
      return <TodayPage chosen={visit} />;
    case 'mine':
      return <MyVisitsPage chosen={visit} />;
    case 'approvals':
      return <ApprovalsPage chosen={visit} />;
    case 'ask':
      return (
        <Suspense fallback={<Waiting rows={5} />}>
          <AskPage key={visit} editing={visit} />
        </Suspense>
      );
    case 'list':
      return (
        <Suspense fallback={<Waiting rows={5} />}>
          <WeeklyListPage />
        </Suspense>
      );
    case 'policy':
      return (
        <Suspense fallback={<Waiting rows={5} />}>
          <PolicyPage />
        </Suspense>
      );
    case 'registers':
      return (
        <Suspense fallback={<Waiting rows={5} />}>
          <RegistersPage />
        </Suspense>
      );
    case 'homes':
      return (
        <Suspense fallback={<Waiting rows={5} />}>
          <HomesPage />
        </Suspense>
      );
    default:
      return page satisfies never;
  }
};

/** Approvals and the form show a visit in their own way. */
const opensBeside = (page: PageName): boolean => page === 'today' || page === 'mine';

const Content = ({ page, visit }: Place) => {
  const styles = useStyles();
  if (visit === undefined || !opensBeside(page)) return <Page page={page} visit={visit} />;
  return (
    <div className={styles.panes}>
      <div className={styles.behind}>
        <Page page={page} visit={visit} />
      </div>
      <VisitPage key={visit} reference={visit} onClose={() => go({ page })} />
    </div>
  );
};

/** A link to a page this person has not got leads to their first. */
const placeOf = (route: Route, pages: readonly PageName[]): Place | undefined => {
  const page = pages.find((one) => one === route.page) ?? pages[0];
  return page && { page, visit: route.visit };
};

export const App = () => {
  const styles = useStyles();
  const { me } = useSession();
  const place = placeOf(useRoute(), me.pages);
  const { page, visit } = place ?? {};
  useEffect(() => {
    document.title = [visit, page && words.pages[page], words.app].filter(Boolean).join(' · ');
    globalThis.scrollTo?.(0, 0);
  }, [page, visit]);
  if (place === undefined) return <Empty said={words.nowhere} />;
  return (
    <div className={styles.app}>
      <PageTabs page={place.page} />
      <main className={styles.main}>
        <PolicyNotices here={place.page === 'policy'} />
        <Content {...place} />
      </main>
    </div>
  );
};
