import {
  MessageBar,
  MessageBarBody,
  makeStyles,
  Tab,
  TabList,
  Text,
  tokens,
} from '@fluentui/react-components';
import { TableRegular } from '@fluentui/react-icons';
import { useCallback, useMemo } from 'react';
import { useLive } from '../use-live.ts';
import { words } from '../words.ts';
import { isWorking } from './cells.ts';
import { type Contents, type Graph, type List, readContents, type Site } from './graph.ts';
import { ListTable } from './list-table.tsx';
import { Nothing, troubleWith, Waiting } from './nothing.tsx';

const useStyles = makeStyles({
  view: { display: 'flex', flexGrow: 1, minHeight: 0 },
  side: {
    flexShrink: 0,
    padding: tokens.spacingVerticalXS,
    overflowY: 'auto',
    borderRight: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 700px)': { display: 'none' },
  },
  main: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, minHeight: 0 },
  top: { display: 'none', overflowX: 'auto', '@media (max-width: 700px)': { display: 'flex' } },
  count: {
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground3,
  },
});

type ContentsProps = {
  readonly graph: Graph;
  readonly site: Extract<Site, { open: true }>;
  readonly list: List;
  readonly every: boolean;
  readonly onList: (id: string) => void;
};

/** One list, read every two seconds, beside the names of the others in its site. */
export const ListContents = ({ graph, site, list, every, onList }: ContentsProps) => {
  const styles = useStyles();
  const read = useCallback(() => readContents(graph, site.id, list.id), [graph, site.id, list.id]);
  const { value, failure } = useLive(read, 2000);
  const lists = (vertical: boolean) => (
    <TabList
      vertical={vertical}
      size="small"
      selectedValue={list.id}
      aria-label={words.lists.inSite(site.name)}
      onTabSelect={(_, { value: id }) => onList(String(id))}
    >
      {site.lists.map((one) => (
        <Tab key={one.id} value={one.id}>
          {one.name}
        </Tab>
      ))}
    </TabList>
  );
  return (
    <div className={styles.view}>
      <nav className={styles.side}>{lists(true)}</nav>
      <div className={styles.main}>
        <nav className={styles.top}>{lists(false)}</nav>
        {failure && value && (
          <MessageBar intent="warning">
            <MessageBarBody>{troubleWith(failure)}</MessageBarBody>
          </MessageBar>
        )}
        <Shown contents={value} failure={failure} list={list} every={every} />
      </div>
    </div>
  );
};

type ShownProps = {
  readonly contents: Contents | undefined;
  readonly failure: Error | undefined;
  readonly list: List;
  readonly every: boolean;
};

const Shown = ({ contents, failure, list, every }: ShownProps) => {
  const styles = useStyles();
  const columns = useMemo(
    () => (contents?.columns ?? []).filter((column) => every || !isWorking(column)),
    [contents, every],
  );
  if (!contents) return failure ? <Nothing failure={failure} /> : <Waiting />;
  if (contents.items.length === 0) {
    return (
      <Nothing
        icon={<TableRegular />}
        title={words.lists.empty(list.name)}
        text={words.lists.emptyHint}
      />
    );
  }
  return (
    <>
      <ListTable name={list.name} columns={columns} items={contents.items} />
      <Text size={200} className={styles.count}>
        {words.lists.items(contents.items.length)}
      </Text>
    </>
  );
};
