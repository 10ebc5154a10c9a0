import {
  Button,
  makeStyles,
  Subtitle1,
  Subtitle2,
  Tab,
  TabList,
  Text,
  tokens,
} from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { useState } from 'react';
import type { SeenVisit } from '../../../journeys/seen.ts';
import { type Instant, schoolDate, schoolDay, schoolTime } from '../../../vocabulary.ts';
import { ActDialog, ActSaid } from '../../acts/act-dialog.tsx';
import { useAct } from '../../acts/use-act.ts';
import { useSession } from '../../client-context.ts';
import { useNow } from '../../clock.ts';
import { useLayout } from '../../layout.ts';
import { useLive } from '../../live.ts';
import { AlarmBars } from '../../parts/alarm-bars.tsx';
import { Empty, FailureBar, Waiting } from '../../parts/notices.tsx';
import { go } from '../../route.ts';
import { saveCsv } from '../../save-file.ts';
import { useStill } from '../../still.ts';
import { words } from '../../words.ts';
import { AfterHours, Unreached } from './after-hours.tsx';
import { type Day, dayOf, needsLooking, openAlarms, peopleLate, peopleOut } from './day.ts';
import { dayCsv } from './day-csv.ts';
import { dayLine } from './day-line.ts';
import { DayTable } from './day-table.tsx';
import { OutageBars } from './outage-bars.tsx';
import { type RowActs, Timeline } from './timeline.tsx';

const useStyles = makeStyles({
  views: { marginInlineStart: 'auto' },
  time: { color: tokens.colorNeutralForeground2 },
});

const headline = (visits: readonly SeenVisit[], now: Instant): string => {
  const late = peopleLate(visits, now).length;
  // Who is late is counted already.
  const alarms = visits.flatMap(openAlarms).filter(({ kind }) => kind !== 'overdue').length;
  const first = `${words.today.out(peopleOut(visits).length)} ${words.today.late(late)}`;
  return alarms === 0 ? first : `${first} ${words.today.alarms(alarms)}`;
};

const Groups = ({ day, acts }: { readonly day: Day; readonly acts: RowActs }) => {
  const styles = useLayout();
  const now = useNow();
  const line = dayLine([...day.out, ...day.later], now);
  const groups = [
    [words.today.outNow, day.out, line],
    [words.today.laterToday, day.later, line],
    [words.today.waiting, day.waiting, undefined],
    [words.today.back, day.over, undefined],
  ] as const;
  return groups
    .filter(([, visits]) => visits.length > 0)
    .map(([title, visits, picture], index) => (
      <section key={title} className={styles.section} aria-label={title}>
        <Subtitle2 as="h2" className={styles.heading}>
          {title}
        </Subtitle2>
        <Timeline visits={visits} line={picture} acts={acts} label={title} ruler={index === 0} />
      </section>
    ));
};

const Views = ({
  view,
  onView,
}: {
  readonly view: string;
  readonly onView: (view: string) => void;
}) => (
  <TabList
    size="small"
    className={useStyles().views}
    selectedValue={view}
    onTabSelect={(_, { value }) => onView(String(value))}
    aria-label={words.today.view}
  >
    <Tab value="timeline">{words.today.asTimeline}</Tab>
    <Tab value="table">{words.today.asTable}</Tab>
  </TabList>
);

type PageProps = { readonly chosen: string | undefined };

export const TodayPage = ({ chosen }: PageProps) => {
  const { client, me } = useSession();
  const live = useLive(client.today);
  const act = useAct(live.reload);
  const now = useNow();
  const [view, setView] = useState('timeline');
  const styles = useLayout();
  const own = useStyles();
  const visits = useStill(live.data?.visits);
  const acts: RowActs = {
    chosen,
    open: ({ reference }) => go({ page: 'today', visit: reference }),
    logCall: me.mayLogCalls ? (visit) => act.start(visit, 'log-call') : undefined,
  };
  if (visits === undefined)
    return live.failure ? <FailureBar failure={live.failure} again={live.reload} /> : <Waiting />;
  const day = dayOf(visits, now);
  const inOrder = [...day.out, ...day.later, ...day.waiting, ...day.over];
  return (
    <div className={styles.page}>
      <div className={styles.spread}>
        <Subtitle1 as="h1" className={styles.heading} aria-live="polite">
          {headline(day.out, now)}
        </Subtitle1>
        <Text className={own.time}>
          {schoolDate(now)} · {schoolTime(now)}
        </Text>
      </div>
      <FailureBar failure={live.failure} again={live.reload} />
      <ActSaid act={act} />
      <OutageBars outages={live.data?.outages} />
      {day.out
        .filter((visit) => needsLooking(visit, now))
        .map((visit) => (
          <AlarmBars key={visit.reference} visit={visit} act={act} onOpen={acts.open} />
        ))}
      <AfterHours visits={visits} act={act} />
      <Unreached people={live.data?.unreached ?? []} />
      {visits.length === 0 ? (
        <Empty said={words.today.nothing} />
      ) : (
        <>
          <div className={styles.spread}>
            <Button
              className={styles.touch}
              appearance="subtle"
              icon={<ArrowDownloadRegular />}
              onClick={() => saveCsv(words.today.csv.name(schoolDay(now)), dayCsv(inOrder))}
            >
              {words.today.csv.save}
            </Button>
            <Views view={view} onView={setView} />
          </div>
          {view === 'timeline' ? (
            <Groups day={day} acts={acts} />
          ) : (
            <DayTable visits={inOrder} acts={acts} />
          )}
        </>
      )}
      <ActDialog act={act} />
    </div>
  );
};
