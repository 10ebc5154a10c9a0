import {
  Dropdown,
  makeStyles,
  Option,
  Switch,
  Tab,
  TabList,
  Text,
  tokens,
} from '@fluentui/react-components';
import { LockClosedRegular, TableRegular } from '@fluentui/react-icons';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { useLive } from '../use-live.ts';
import { words } from '../words.ts';
import { personOf, titleOf, useWorkbench } from '../workbench.ts';
import { type Graph, graphAs, readSites, type Site } from './graph.ts';
import { ListContents } from './list-contents.tsx';
import { Nothing, Waiting } from './nothing.tsx';

const useStyles = makeStyles({
  view: {
    display: 'flex',
    minWidth: 0,
    flexDirection: 'column',
    flexGrow: 1,
    minHeight: 0,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    paddingInline: tokens.spacingHorizontalM,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  tabs: { flexGrow: 1, flexShrink: 1, maxWidth: '100%', overflowX: 'auto', minWidth: 0 },
  viewer: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  label: { '@media (max-width: 700px)': { display: 'none' } },
  dropdown: { minWidth: '150px' },
});

/** SharePoint as one chosen person finds it. */
export const ListsView = ({ lead }: { readonly lead?: ReactNode }) => {
  const styles = useStyles();
  const { people } = useWorkbench();
  const [viewer, setViewer] = useState('okafor');
  const [path, setPath] = useState('HomeVisits');
  const [every, setEvery] = useState(false);
  const graph = useMemo(() => graphAs(viewer), [viewer]);
  const read = useCallback(() => readSites(graph), [graph]);
  const { value: sites, failure } = useLive(read, 10_000);
  const site = sites?.find((one) => one.path === path);
  const who = personOf(people, viewer);
  return (
    <div className={styles.view}>
      <div className={styles.bar}>
        {lead}
        <TabList
          className={styles.tabs}
          size="small"
          selectedValue={path}
          aria-label={words.lists.sites}
          onTabSelect={(_, { value }) => setPath(String(value))}
        >
          {(sites ?? []).map((one) => (
            <Tab
              key={one.path}
              value={one.path}
              {...(one.open ? {} : { icon: <LockClosedRegular aria-label={words.lists.closed} /> })}
            >
              {one.name}
            </Tab>
          ))}
        </TabList>
        <Switch
          label={words.lists.all}
          checked={every}
          onChange={(_, { checked }) => setEvery(checked)}
        />
        <span className={styles.viewer}>
          <Text size={200} className={styles.label}>
            {words.lists.viewer}
          </Text>
          <Dropdown
            className={styles.dropdown}
            size="small"
            aria-label={words.lists.viewer}
            value={who.name}
            selectedOptions={[viewer]}
            onOptionSelect={(_, { optionValue }) => optionValue && setViewer(optionValue)}
          >
            {people.map((one) => (
              <Option key={one.id} value={one.id} text={one.name}>
                {`${one.name}, ${titleOf(one)}`}
              </Option>
            ))}
          </Dropdown>
        </span>
      </div>
      <SiteContents site={site} graph={graph} failure={failure} viewer={who.name} every={every} />
    </div>
  );
};

type SiteProps = {
  readonly site: Site | undefined;
  readonly graph: Graph;
  readonly failure: Error | undefined;
  readonly viewer: string;
  readonly every: boolean;
};

const SiteContents = ({ site, graph, failure, viewer, every }: SiteProps) => {
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  if (!site) return failure ? <Nothing failure={failure} /> : <Waiting />;
  if (!site.open) {
    return (
      <Nothing
        icon={<LockClosedRegular />}
        title={words.lists.mayNot(viewer, site.name)}
        text={words.lists.mayNotWhy}
      />
    );
  }
  const list = site.lists.find((one) => one.id === chosen[site.path]) ?? site.lists[0];
  if (!list) return <Nothing icon={<TableRegular />} title={words.lists.noLists} />;
  return (
    <ListContents
      key={list.id}
      graph={graph}
      site={site}
      list={list}
      every={every}
      onList={(id) => setChosen({ ...chosen, [site.path]: id })}
    />
  );
};
