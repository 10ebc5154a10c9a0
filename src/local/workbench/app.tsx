import { FluentProvider, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { channels, people, readAddresses } from './control.ts';
import { useKept } from './kept.ts';
import { Notices } from './notices.tsx';
import { type TabLink, withTabAt } from './panes/panes.ts';
import { usePanes } from './panes/use-panes.ts';
import { firstTheme, type ThemeName, themes } from './theme.ts';
import { useLive } from './use-live.ts';
import { words } from './words.ts';
import { type Workbench, WorkbenchContext } from './workbench.ts';
import { WorkbenchPage } from './workbench-page.tsx';

const useStyles = makeStyles({
  root: {
    height: '100dvh',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground4,
  },
  wait: { flexGrow: 1 },
});

const asText = (theme: ThemeName) => theme;

/** Reads who and where, then shows the page; goes on by itself when the tenant comes (back) up. */
export const App = () => {
  const styles = useStyles();
  const [theme, changeTheme] = useKept<ThemeName>('theme', firstTheme, asText);
  const school = useLive(readSchool, 15_000);
  const panes = usePanes();
  const [epoch, setEpoch] = useState(0);
  const { change } = panes;
  const openTab = useCallback(
    (person: string, link: TabLink) => change((before) => withTabAt(before, person, link)),
    [change],
  );
  const workbench = useMemo<Workbench | undefined>(
    () => school.value && { ...school.value, theme, openTab },
    [school.value, theme, openTab],
  );
  useEffect(() => {
    document.documentElement.style.colorScheme = theme === 'default' ? 'light' : 'dark';
  }, [theme]);
  return (
    <FluentProvider theme={themes[theme]}>
      {/* Not on the provider: its class goes on every menu and dialog too. */}
      <div className={styles.root}>
        {workbench ? (
          <WorkbenchContext.Provider value={workbench}>
            <WorkbenchPage
              panes={panes}
              epoch={epoch}
              onTheme={(name) => changeTheme(() => name)}
              onStarted={() => setEpoch(epoch + 1)}
            />
          </WorkbenchContext.Provider>
        ) : (
          <main className={styles.wait}>
            {school.failure ? (
              <Notices notices={[{ intent: 'error', text: words.tenantDown }]} />
            ) : (
              <Spinner label={words.loading} />
            )}
          </main>
        )}
      </div>
    </FluentProvider>
  );
};

const readSchool = async () => {
  const [found, rooms, addresses] = await Promise.all([people(), channels(), readAddresses()]);
  return { people: found, channels: rooms, addresses };
};
