/** The frame round every page: which there are, and where one is. */
import { CounterBadge, makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { AddCircleRegular } from '@fluentui/react-icons/svg/add-circle';
import { CalendarLtrRegular } from '@fluentui/react-icons/svg/calendar-ltr';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { PersonRegular } from '@fluentui/react-icons/svg/person';
import { lazy, type ReactElement, Suspense, useEffect } from 'react';
import { useSession } from './client-context.ts';
import { narrow, wide } from './layout.ts';
import { ApprovalsPage } from './pages/approvals-page.tsx';
import { MyVisitsPage } from './pages/my-visits-page.tsx';
import { TodayPage } from './pages/today/today-page.tsx';
import { VisitPage } from './pages/visit/visit-page.tsx';
import { Empty, Waiting } from './parts/notices.tsx';
import { go, type PageName, type Route, useRoute } from './route.ts';
import { words } from './words.ts';

/** The form is long, and most looks at the tab are not at it. */
const AskPage = lazy(async () => ({ default: (await import('./pages/ask/ask-page.tsx')).AskPage }));

const useStyles = makeStyles({
  app: {
    display: 'grid',
    gridTemplateRows: 'auto 1fr',
    minHeight: '100%',
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
  },
  bar: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    paddingInline: tokens.spacingHorizontalM,
    position: 'sticky',
    top: 0,
    zIndex: 2,
    [narrow]: { paddingInline: 0 },
  },
  tabs: { [narrow]: { display: 'grid', gridAutoFlow: 'column', justifyContent: 'space-between' } },
  // On a phone the words matter more than the pictures.
  tab: {
    minHeight: '44px',
    [narrow]: {
      paddingInline: tokens.spacingHorizontalXS,
      textAlign: 'center',
      '& .fui-Tab__icon': { display: 'none' },
      '& .fui-Tab__content': { fontSize: tokens.fontSizeBase200 },
    },
  },
  label: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
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

const icons: Readonly<Record<PageName, ReactElement>> = {
  today: <CalendarLtrRegular />,
  mine: <PersonRegular />,
  approvals: <CheckmarkCircleRegular />,
  ask: <AddCircleRegular />,
};

const Pages = ({ page }: { readonly page: PageName }) => {
  const styles = useStyles();
  const { me } = useSession();
  return (
    <nav className={styles.bar} aria-label={words.pageNavigation}>
      <TabList
        className={styles.tabs}
        selectedValue={page}
        onTabSelect={(_, { value }) => {
          const to = me.pages.find((one) => one === value);
          if (to !== undefined) go({ page: to });
        }}
      >
        {me.pages.map((one) => (
          <Tab key={one} value={one} icon={icons[one]} className={styles.tab}>
            <span className={styles.label}>
              {words.pages[one]}
              {one === 'approvals' && me.waiting > 0 && (
                <CounterBadge
                  count={me.waiting}
                  size="small"
                  color="danger"
                  aria-label={words.waitingCount(me.waiting)}
                />
              )}
            </span>
          </Tab>
        ))}
      </TabList>
    </nav>
  );
};

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
      <Pages page={place.page} />
      <main className={styles.main}>
        <Content {...place} />
      </main>
    </div>
  );
};
