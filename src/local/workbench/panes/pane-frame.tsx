import { Button, makeStyles, Tab, TabList, Tooltip, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useMemo } from 'react';
import { ChatPane } from '../chat/chat-pane.tsx';
import type { Place } from '../control.ts';
import { TabPane } from '../tab/tab-pane.tsx';
import { words } from '../words.ts';
import { channelTitle, personOf, useWorkbench } from '../workbench.ts';
import { PanePicker } from './pane-picker.tsx';
import type { Pane, Shown } from './panes.ts';

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    minWidth: 0,
    minHeight: 0,
    overflow: 'hidden',
    borderRadius: tokens.borderRadiusXLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
    boxShadow: tokens.shadow4,
  },
  head: {
    display: 'flex',
    flexShrink: 0,
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
    minHeight: '48px',
    boxSizing: 'border-box',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  picker: { flexGrow: 1, minWidth: 0, margin: 0, fontSize: 'inherit' },
});

export const nameOfShown = (shown: Shown, people: Parameters<typeof personOf>[0]): string =>
  shown.kind === 'channel' ? channelTitle(shown.name) : personOf(people, shown.person).name;

type PaneProps = {
  readonly pane: Pane;
  readonly onShow: (id: string, what: Shown) => void;
  readonly onClose: ((id: string) => void) | undefined;
};

/** One pane: whose, what of theirs, and the thing itself. */
export const PaneFrame = ({ pane, onShow, onClose }: PaneProps) => {
  const styles = useStyles();
  const { people } = useWorkbench();
  const { shown } = pane;
  const name = nameOfShown(shown, people);
  return (
    <section className={styles.pane} aria-label={`${name}, ${shown.kind}`}>
      <header className={styles.head}>
        <h2 className={styles.picker}>
          <PanePicker shown={shown} onShow={(what) => onShow(pane.id, what)} />
        </h2>
        {shown.kind !== 'channel' && (
          <TabList
            size="small"
            selectedValue={shown.kind}
            aria-label={words.panes.what}
            onTabSelect={(_, { value }) =>
              onShow(pane.id, { kind: value === 'tab' ? 'tab' : 'chat', person: shown.person })
            }
          >
            <Tab value="chat">{words.panes.chat}</Tab>
            <Tab value="tab">{words.panes.tab}</Tab>
          </TabList>
        )}
        {onClose && (
          <Tooltip content={words.panes.close(name)} relationship="label">
            <Button
              appearance="subtle"
              size="small"
              icon={<DismissRegular />}
              onClick={() => onClose(pane.id)}
            />
          </Tooltip>
        )}
      </header>
      <Content shown={shown} />
    </section>
  );
};

const Content = ({ shown }: { readonly shown: Shown }) => {
  const key = shown.kind === 'channel' ? shown.name : '';
  // A place keeps its identity while it is the same place, or it would be read afresh each second.
  const place = useMemo<Place>(
    () =>
      key === ''
        ? { kind: 'chat', person: shown.person }
        : { kind: 'channel', name: key, person: shown.person },
    [key, shown.person],
  );
  return shown.kind === 'tab' ? (
    <TabPane person={shown.person} link={shown.link} />
  ) : (
    <ChatPane key={`${key} ${shown.person}`} place={place} />
  );
};
