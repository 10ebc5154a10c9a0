import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { useCallback, useState } from 'react';
import { restartProduct } from './control.ts';
import { useFaults } from './header/faults.ts';
import { HeaderBar } from './header/header-bar.tsx';
import { useKept } from './kept.ts';
import { ListsDrawer } from './lists/lists-drawer.tsx';
import { ListsView } from './lists/lists-view.tsx';
import { type Notice, Notices } from './notices.tsx';
import { nameOfShown } from './panes/pane-frame.tsx';
import { PaneRow } from './panes/pane-row.tsx';
import type { Panes } from './panes/use-panes.ts';
import { ShowMe } from './show/show-me.tsx';
import { showWords } from './show/show-words.ts';
import type { Look } from './show/story.ts';
import { useStory } from './show/use-story.ts';
import type { ThemeName } from './theme.ts';
import { useNarrow } from './use-narrow.ts';
import { useProductHealth } from './use-product-health.ts';
import { words } from './words.ts';
import { useWorkbench } from './workbench.ts';

const useStyles = makeStyles({
  main: { display: 'flex', flexGrow: 1, minHeight: 0, minWidth: 0 },
  tabs: {
    flexShrink: 0,
    overflowX: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
});

type PageProps = {
  readonly panes: Panes;
  /** Counts fresh starts: nothing read before one is kept. */
  readonly epoch: number;
  readonly onTheme: (theme: ThemeName) => void;
  readonly onStarted: () => void;
};

const isOpen = (stored: string | null) => stored !== 'shut';
const openText = (open: boolean) => (open ? 'open' : 'shut');

export const WorkbenchPage = ({ panes, epoch, onTheme, onStarted }: PageProps) => {
  const styles = useStyles();
  const { theme } = useWorkbench();
  const narrow = useNarrow();
  const faults = useFaults();
  const product = useProductHealth();
  const [failed, setFailed] = useState<string>();
  const [listsOpen, setListsOpen] = useKept('lists', isOpen, openText);
  const { bringIn, setFront } = panes;
  const look = useCallback(
    (what: Look) => {
      if (what.kind !== 'lists') return bringIn(what);
      setListsOpen(() => true);
      setFront('lists');
    },
    [bringIn, setFront, setListsOpen],
  );
  const story = useStory(look, () => setFailed(showWords.unread));
  const chooseFaults = (names: readonly string[]) =>
    void faults.choose(names).catch(() => setFailed(words.faults.failed));
  const restart = () =>
    void product.during(restartProduct()).catch(() => setFailed(words.product.failed));
  const notices: readonly Notice[] = [
    ...noticesOf(product, restart),
    ...(faults.on.length > 0 ? [faultNotice(faults.on, () => chooseFaults([]))] : []),
    ...(failed
      ? [
          {
            intent: 'error',
            text: failed,
            act: { label: words.close, onAct: () => setFailed(undefined) },
          } as const,
        ]
      : []),
  ];
  const front = narrow ? (panes.front ?? panes.panes[0]?.id ?? 'lists') : undefined;
  return (
    <>
      <HeaderBar
        narrow={narrow}
        theme={theme}
        onTheme={onTheme}
        faults={faults.on}
        onFaults={chooseFaults}
        onAddPane={panes.add}
        onShowMe={story.begin}
        onRestart={restart}
        onStarted={() => {
          story.stop();
          onStarted();
        }}
        onFailed={setFailed}
      />
      <Notices notices={notices} />
      <ShowMe story={story} onClosed={backToButton} />
      {narrow && <PaneTabs panes={panes} front={front ?? 'lists'} />}
      {front === 'lists' ? (
        <main className={styles.main}>
          <ListsView key={epoch} />
        </main>
      ) : (
        <PaneRow
          key={epoch}
          panes={panes.panes}
          only={front}
          onShow={panes.show}
          onClose={panes.close}
        />
      )}
      {!narrow && (
        <ListsDrawer
          key={`lists ${epoch}`}
          open={listsOpen}
          onOpen={(open) => setListsOpen(() => open)}
        />
      )}
    </>
  );
};

const backToButton = () => document.querySelector<HTMLButtonElement>('[data-show-me]')?.focus();

const faultNotice = (on: readonly string[], onAct: () => void): Notice => ({
  intent: 'warning',
  text: words.faults.on(on.map((name) => words.faults.names[name] ?? name).join(', ')),
  act: { label: words.faults.allOff, onAct },
});

const noticesOf = (
  { runs, restarting }: ReturnType<typeof useProductHealth>,
  onAct: () => void,
): readonly Notice[] => {
  if (restarting) return [{ intent: 'info', text: words.product.restarting }];
  return runs === false
    ? [{ intent: 'error', text: words.product.down, act: { label: words.product.start, onAct } }]
    : [];
};

const PaneTabs = ({ panes, front }: { readonly panes: Panes; readonly front: string }) => {
  const styles = useStyles();
  const { people } = useWorkbench();
  return (
    <nav className={styles.tabs} aria-label={words.panes.label}>
      <TabList
        selectedValue={front}
        aria-label={words.panes.label}
        onTabSelect={(_, { value }) => panes.setFront(String(value))}
      >
        {panes.panes.map(({ id, shown }) => (
          <Tab key={id} value={id}>
            {nameOfShown(shown, people)}
          </Tab>
        ))}
        <Tab value="lists">{words.panes.lists}</Tab>
      </TabList>
    </nav>
  );
};
