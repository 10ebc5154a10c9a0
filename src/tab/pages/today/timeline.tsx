/** Who is out, on a line of the day with a mark for now. The same is in the table, without the picture. */
import { Button, Link, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { CallRegular } from '@fluentui/react-icons/svg/call';
import type { SeenVisit } from '../../../journeys/seen.ts';
import { type Instant, schoolTime } from '../../../vocabulary.ts';
import { useNow } from '../../clock.ts';
import { useLayout } from '../../layout.ts';
import { StatusBadge } from '../../status-badge.tsx';

import { words } from '../../words.ts';
import { isLate, isOut, namesIn, timeSaid } from './day.ts';
import { type DayLine, placeOn } from './day-line.ts';
import { watchSaid } from './watch-said.ts';

const small = '@container (max-width: 860px)';
const columns = '15rem minmax(8rem, 1fr) 24rem';

const useStyles = makeStyles({
  frame: { containerType: 'inline-size' },
  ruler: {
    display: 'grid',
    gridTemplateColumns: columns,
    columnGap: tokens.spacingHorizontalL,
    paddingInline: tokens.spacingHorizontalM,
    [small]: { gridTemplateColumns: '1fr' },
  },
  ticks: {
    gridColumnStart: 2,
    position: 'relative',
    height: '1.5rem',
    [small]: { gridColumnStart: 1 },
  },
  tick: {
    position: 'absolute',
    transform: 'translateX(-50%)',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    [small]: { ':nth-child(even)': { display: 'none' } },
  },
  rows: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gap: tokens.spacingVerticalS,
  },
  row: {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: columns,
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    alignItems: 'center',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    [small]: { gridTemplateColumns: '1fr' },
  },
  chosen: { outline: `${tokens.strokeWidthThick} solid ${tokens.colorBrandStroke1}` },
  late: { borderLeft: `${tokens.strokeWidthThickest} solid ${tokens.colorPaletteRedBorderActive}` },
  who: { display: 'grid', minWidth: 0 },
  // The whole row is the link's, but for buttons that stand on it.
  open: {
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
    textAlign: 'start',
    '::after': { content: '""', position: 'absolute', inset: 0 },
  },
  place: { color: tokens.colorNeutralForeground2 },
  line: {
    position: 'relative',
    height: '1.75rem',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    overflow: 'hidden',
    [small]: { height: '0.75rem' },
  },
  bar: { position: 'absolute', top: 0, bottom: 0 },
  planned: {
    backgroundColor: tokens.colorBrandBackground2,
    border: `1px solid ${tokens.colorBrandStroke1}`,
    boxSizing: 'border-box',
  },
  passed: { backgroundColor: tokens.colorBrandBackground },
  waiting: { backgroundColor: tokens.colorPaletteYellowBackground3 },
  holding: { backgroundColor: tokens.colorPaletteBerryBackground2 },
  over: { backgroundColor: tokens.colorPaletteRedBackground3 },
  now: {
    position: 'absolute',
    top: 0,
    bottom: 0,
    width: tokens.strokeWidthThick,
    backgroundColor: tokens.colorNeutralForeground1,
  },
  nowLabel: {
    position: 'absolute',
    transform: 'translateX(-50%)',
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase200,
    backgroundColor: tokens.colorNeutralBackground2,
    paddingInline: tokens.spacingHorizontalXS,
    zIndex: 1,
  },
  meta: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: tokens.spacingHorizontalS,
    [small]: { justifyContent: 'flex-start' },
  },
  due: { display: 'grid' },
  above: {
    position: 'relative',
    zIndex: 1,
    whiteSpace: 'nowrap',
    [small]: { marginInlineStart: 'auto' },
  },
  red: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
});

type LineProps = {
  readonly visit: SeenVisit;
  /** Without one there is no picture: what is over, and what nobody has decided, is not on the line of the day. */
  readonly line: DayLine | undefined;
  readonly now: Instant;
};

type OnLine = LineProps & { readonly line: DayLine };

const between = (line: DayLine, from: Instant, to: Instant) => {
  const left = placeOn(line, from);
  return { left: `${left}%`, width: `${Math.max(0, placeOn(line, to) - left)}%` };
};

const Bar = ({ visit, line, now }: OnLine) => {
  const styles = useStyles();
  const until = visit.dueBack < now ? visit.dueBack : now;
  return (
    <div className={styles.line} aria-hidden>
      <div
        className={mergeClasses(styles.bar, styles.planned)}
        style={between(line, visit.start, visit.dueBack)}
      />
      {isOut(visit) && (
        <div
          className={mergeClasses(styles.bar, styles.passed)}
          style={between(line, visit.start, until)}
        />
      )}
      {visit.waits && (
        <div
          className={mergeClasses(styles.bar, styles.waiting)}
          style={between(line, visit.waits.from, visit.waits.until)}
        />
      )}
      {visit.holdingSince && (
        <div
          className={mergeClasses(styles.bar, styles.holding)}
          style={between(line, visit.holdingSince, now)}
        />
      )}
      {isLate(visit, now) && (
        <div
          className={mergeClasses(styles.bar, styles.over)}
          style={between(line, visit.dueBack, now)}
        />
      )}
      <div className={styles.now} style={{ left: `${placeOn(line, now)}%` }} />
    </div>
  );
};

/** Labels that the one for now would cover give way to it. */
const clearOf = (line: DayLine, now: Instant) =>
  line.ticks.filter(({ at }) => Math.abs(placeOn(line, at) - placeOn(line, now)) > 9);

const Ruler = ({ line, now }: Omit<OnLine, 'visit'>) => {
  const styles = useStyles();
  return (
    <div className={styles.ruler} aria-hidden>
      <div className={styles.ticks}>
        {clearOf(line, now).map(({ at, label }) => (
          <span key={at} className={styles.tick} style={{ left: `${placeOn(line, at)}%` }}>
            {label}
          </span>
        ))}
        <span className={styles.nowLabel} style={{ left: `${placeOn(line, now)}%` }}>
          {schoolTime(now)}
        </span>
      </div>
    </div>
  );
};

export type RowActs = {
  readonly chosen: string | undefined;
  readonly open: (visit: SeenVisit) => void;
  readonly logCall: ((visit: SeenVisit) => void) | undefined;
};

type RowProps = LineProps & { readonly acts: RowActs };

const Row = ({ visit, line, now, acts }: RowProps) => {
  const styles = useStyles();
  const layout = useLayout();
  const late = isLate(visit, now);
  const names = namesIn(visit.visitors);
  const { logCall } = acts;
  const said = watchSaid(visit);
  return (
    <li
      className={mergeClasses(
        styles.row,
        late && styles.late,
        acts.chosen === visit.reference && styles.chosen,
      )}
    >
      <div className={styles.who}>
        <Link as="button" className={styles.open} onClick={() => acts.open(visit)}>
          {names}
        </Link>
        <Text size={200} className={styles.place}>
          {visit.reference} · {visit.initials} · {visit.address}
        </Text>
        {visit.round && (
          <Text size={200} weight="semibold" className={styles.place}>
            {words.today.round(visit.round.name, visit.round.stops.length)}
          </Text>
        )}
      </div>
      {line ? <Bar visit={visit} line={line} now={now} /> : <span />}
      <div className={styles.meta}>
        <StatusBadge status={visit.status} />
        <Text className={late ? styles.red : undefined} title={schoolTime(visit.dueBack)}>
          {timeSaid(visit, now)}
        </Text>
        {said.length > 0 && (
          <Text size={200} className={styles.place}>
            {said.join(' · ')}
          </Text>
        )}
        {logCall && visit.verbs.includes('log-call') && (
          <Button
            className={mergeClasses(layout.touch, styles.above)}
            size="small"
            icon={<CallRegular />}
            aria-label={words.today.logCallFor(names)}
            onClick={() => logCall(visit)}
          >
            {words.today.logCall}
          </Button>
        )}
      </div>
    </li>
  );
};

type Props = {
  readonly visits: readonly SeenVisit[];
  readonly line: DayLine | undefined;
  readonly acts: RowActs;
  readonly label: string;
  readonly ruler?: boolean;
};

export const Timeline = ({ visits, line, acts, label, ruler = false }: Props) => {
  const styles = useStyles();
  const now = useNow();
  return (
    <div className={styles.frame}>
      {ruler && line && <Ruler line={line} now={now} />}
      <ul className={styles.rows} aria-label={label}>
        {visits.map((visit) => (
          <Row key={visit.reference} visit={visit} line={line} now={now} acts={acts} />
        ))}
      </ul>
    </div>
  );
};
