/** The week's list: what is on it, what is signed, and what is not. */
import { Button, Subtitle1, Text } from '@fluentui/react-components';
import { ChevronLeftRegular } from '@fluentui/react-icons/svg/chevron-left';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { useCallback, useState } from 'react';
import type { SeenList } from '../../../journeys/weekly-seen.ts';
import { daysAfter, mondayOf, weekOf } from '../../../vocabulary.ts';
import { csvOf } from '../../../weekly-list/cells.ts';
import type { OneList } from '../../client.ts';
import { useSession } from '../../client-context.ts';
import { useLayout } from '../../layout.ts';
import { type Live, useLive } from '../../live.ts';
import { Empty, FailureBar, Waiting } from '../../parts/notices.tsx';
import { RefusalList } from '../../parts/refusal-list.tsx';
import { go, useRoute } from '../../route.ts';
import { saveCsv } from '../../save-file.ts';
import { words as tabWords } from '../../words.ts';
import { dayText } from './days.ts';
import { History } from './history.tsx';
import { ListFilters, ListRows, PageButtons } from './list-table.tsx';
import { PutFigures } from './put-figures.tsx';
import { RiskChart } from './risk-chart.tsx';
import { everything, pageSize, rowsFor, useShown } from './rows.ts';
import { Said } from './said.tsx';
import { SignPanel } from './sign-panel.tsx';
import { type ListAct, useList } from './use-list.ts';
import { listWords, words } from './words.ts';

const isWeek = (part: string | undefined): part is string =>
  part !== undefined && mondayOf(part) !== undefined;

const besideOf = (week: string, days: number): string =>
  weekOf(daysAfter(mondayOf(week) ?? '', days));

const Weeks = ({ list }: { readonly list: SeenList }) => {
  const { row, touch } = useLayout();
  const to = (days: number) => go({ page: 'list', part: besideOf(list.week, days) });
  return (
    <div className={row}>
      <Button
        className={touch}
        icon={<ChevronLeftRegular />}
        aria-label={words.before}
        onClick={() => to(-7)}
      />
      <Button className={touch} onClick={() => go({ page: 'list' })}>
        {words.thisWeek}
      </Button>
      <Button
        className={touch}
        icon={<ChevronRightRegular />}
        aria-label={words.after}
        onClick={() => to(7)}
      />
    </div>
  );
};

/** The columns of the policy, and who goes when: what is saved is what is seen. */
const save = (list: SeenList): void => {
  const { columns, card } = listWords;
  const heads = [
    ...Object.values(columns),
    words.filters.day,
    words.filters.staff,
    words.filters.risk,
    words.table.signature,
  ];
  const rows = list.rows.map((row) => [
    row.pupil,
    row.address,
    row.parents,
    row.contacts,
    row.attendance,
    row.visit?.day ?? '',
    row.visit?.visitors ?? '',
    row.visit === undefined ? '' : card.levels[row.visit.risk],
    words.table.states[row.state],
  ]);
  saveCsv(words.csv.name(list.week), csvOf([heads, ...rows]));
};

const Standing = ({ list, act }: { readonly list: SeenList; readonly act: ListAct }) => {
  const styles = useLayout();
  const { standing, send } = words;
  const { rows, unsigned, removed } = list;
  return (
    <section className={styles.card} aria-label={words.chart.label}>
      <Text weight="semibold">
        {unsigned === 0 ? standing.signed(rows.length) : standing.unsigned(rows.length, unsigned)}
      </Text>
      <RiskChart list={list} />
      {removed > 0 && <Text>{standing.removed(removed)}</Text>}
      <Text>{standing.who(list.signers, list.clause)}</Text>
      <Text className={styles.quiet}>{standing.each}</Text>
      <div className={styles.row}>
        {list.mayCompile && unsigned > 0 && (
          <Button
            className={styles.touch}
            appearance={list.sent || list.signable.length > 0 ? 'secondary' : 'primary'}
            disabledFocusable={act.sending}
            onClick={() => void act.press('send-list', {})}
          >
            {list.sent ? send.again : send.button}
          </Button>
        )}
        <Button className={styles.touch} onClick={() => save(list)}>
          {words.csv.button}
        </Button>
      </div>
    </section>
  );
};

const Rows = ({ list, act }: { readonly list: SeenList; readonly act: ListAct }) => {
  const styles = useLayout();
  const [filters, setFilters] = useState(everything);
  const [wanted, setPage] = useState(0);
  const rows = rowsFor(list, filters);
  const pages = Math.max(1, Math.ceil(rows.length / pageSize));
  const page = Math.min(wanted, pages - 1);
  const onScreen = rows.slice(page * pageSize, (page + 1) * pageSize);
  const shown = useShown(list, onScreen);
  return (
    <>
      <section className={styles.section} aria-label={words.table.label}>
        <ListFilters
          list={list}
          filters={filters}
          onChange={(next) => {
            setFilters(next);
            setPage(0);
          }}
        />
        <Text aria-live="polite">
          {words.filters.found(rows.length, list.rows.length)}. {words.table.first}
        </Text>
        <ListRows
          rows={onScreen}
          onRemove={
            list.mayCompile ? ({ id }) => void act.press('compile-list', { remove: id }) : undefined
          }
        />
        <PageButtons page={page} pages={pages} onPage={setPage} />
      </section>
      {list.maySign && <SignPanel list={list} shown={shown} act={act} />}
    </>
  );
};

const Week = ({ list, live }: { readonly list: SeenList; readonly live: Live<OneList> }) => {
  const styles = useLayout();
  const act = useList(live, list.week);
  return (
    <div className={styles.page}>
      <div className={styles.spread}>
        <div>
          <Subtitle1 as="h1" className={styles.heading}>
            {words.title(list.number)}
          </Subtitle1>
          <Text block>{words.span(dayText(list.from), dayText(list.until))}</Text>
        </div>
        <Weeks list={list} />
      </div>
      <FailureBar failure={live.failure} again={live.reload} />
      <Said said={act.said} />
      {act.refusals.length > 0 && <RefusalList refusals={act.refusals} />}
      {list.rows.length === 0 ? (
        <Empty said={words.standing.empty} />
      ) : (
        <>
          <Standing list={list} act={act} />
          <Rows list={list} act={act} />
        </>
      )}
      {list.mayCompile && <PutFigures act={act} />}
      <History list={list} />
    </div>
  );
};

export const WeeklyListPage = () => {
  const { client } = useSession();
  const { part } = useRoute();
  const week = isWeek(part) ? part : undefined;
  const live = useLive(useCallback(() => client.weeklyList(week), [client, week]));
  if (live.gone) return <Empty said={tabWords.nowhere} />;
  if (live.data === undefined)
    return live.failure ? <FailureBar failure={live.failure} again={live.reload} /> : <Waiting />;
  const { list } = live.data;
  return <Week key={list.week} list={list} live={live} />;
};
