/** A week of the rota, each turn a bar on a line of the days, and in words beside it. */
import { Badge, Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { ArrowUndoRegular } from '@fluentui/react-icons/svg/arrow-undo';
import type { DutySeen } from '../../../people/registers-seen.ts';
import { schoolDay } from '../../../vocabulary.ts';
import { useNow } from '../../clock.ts';
import { useLayout } from '../../layout.ts';
import { ChangeButton, useOpener } from './change-button.tsx';
import { momentSaid, weekdaySaid } from './days.ts';
import { doesSaid, dutyForm, dutySaid, spanSaid, takeBackForm } from './duty-form.ts';
import type { Change } from './use-change.ts';
import { endOf, placeIn, type Week } from './week.ts';
import { words } from './words.ts';

const said = words.duty;
const small = '@container (max-width: 820px)';
const columns = '15rem minmax(8rem, 1fr) 15rem';

const useStyles = makeStyles({
  frame: { containerType: 'inline-size', display: 'grid', gap: tokens.spacingVerticalS },
  ruler: {
    display: 'grid',
    gridTemplateColumns: columns,
    columnGap: tokens.spacingHorizontalL,
    paddingInline: tokens.spacingHorizontalM,
    [small]: { gridTemplateColumns: '1fr' },
  },
  days: {
    display: 'grid',
    gridTemplateColumns: 'repeat(7, minmax(0, 1fr))',
    gridColumnStart: 2,
    [small]: { gridColumnStart: 1 },
  },
  day: {
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    paddingInlineStart: tokens.spacingHorizontalXS,
    borderLeft: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
  },
  part: { paddingInlineEnd: tokens.spacingHorizontalXS, [small]: { display: 'block' } },
  today: { fontWeight: tokens.fontWeightBold, color: tokens.colorNeutralForeground1 },
  row: {
    display: 'grid',
    gridTemplateColumns: columns,
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    alignItems: 'center',
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    [small]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  who: { display: 'grid', gap: tokens.spacingVerticalXXS, justifyItems: 'start', minWidth: 0 },
  line: {
    position: 'relative',
    height: '1.75rem',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    overflow: 'hidden',
    [small]: { height: '0.75rem' },
  },
  tick: {
    position: 'absolute',
    top: 0,
    bottom: 0,
    width: tokens.strokeWidthThin,
    backgroundColor: tokens.colorNeutralStroke2,
  },
  bar: { position: 'absolute', top: 0, bottom: 0, minWidth: tokens.strokeWidthThickest },
  'on-duty': { backgroundColor: tokens.colorBrandBackground },
  'stands-in': {
    backgroundColor: tokens.colorBrandBackground2,
    boxSizing: 'border-box',
    border: `${tokens.strokeWidthThick} solid ${tokens.colorBrandStroke1}`,
  },
  away: { backgroundColor: tokens.colorNeutralForeground4 },
  idle: {
    backgroundColor: 'transparent',
    boxSizing: 'border-box',
    border: `${tokens.strokeWidthThick} dashed ${tokens.colorNeutralStroke1Hover}`,
  },
  now: {
    position: 'absolute',
    top: 0,
    bottom: 0,
    width: tokens.strokeWidthThick,
    backgroundColor: tokens.colorNeutralForeground1,
  },
  acts: { justifyContent: 'flex-end', [small]: { justifyContent: 'flex-start' } },
});

/** What it is is in the words beside it. */
const Line = ({ duty, week }: { readonly duty: DutySeen; readonly week: Week }) => {
  const styles = useStyles();
  const now = useNow();
  const from = placeIn(week, duty.from);
  const width = placeIn(week, endOf(duty)) - from;
  const counts = duty.effect !== 'nothing' && duty.effect !== 'revoked';
  return (
    <div className={styles.line} aria-hidden>
      {[1, 2, 3, 4, 5, 6].map((day) => (
        <span key={day} className={styles.tick} style={{ left: `${(day * 100) / 7}%` }} />
      ))}
      <span
        className={mergeClasses(styles.bar, styles[counts ? duty.kind : 'idle'])}
        style={{ left: `${from}%`, width: `${width}%` }}
      />
      {week.from <= now && now < week.until && (
        <span className={styles.now} style={{ left: `${placeIn(week, now)}%` }} />
      )}
    </div>
  );
};

const effectColors = {
  now: 'brand',
  ahead: 'informative',
  over: 'subtle',
  revoked: 'subtle',
  nothing: 'warning',
} as const satisfies Record<DutySeen['effect'], string>;

const Words = ({ duty }: { readonly duty: DutySeen }) => {
  const styles = useStyles();
  const { quiet } = useLayout();
  const { person, effect, because, revoked, madeBy } = duty;
  return (
    <div className={styles.who}>
      <Text weight="semibold">{person.name}</Text>
      <Text>{doesSaid(duty)}</Text>
      <Text>{spanSaid(duty)}</Text>
      <Badge appearance="tint" color={effectColors[effect]}>
        {said.effects[effect]}
      </Badge>
      {because && <Text>{because}</Text>}
      <Text size={200} className={quiet}>
        {revoked
          ? said.revokedBy(revoked.by.name, momentSaid(revoked.at))
          : said.madeBy(madeBy.name)}
      </Text>
    </div>
  );
};

/** What is over stays as it was. */
const mayChange = ({ effect }: DutySeen): boolean => effect !== 'over' && effect !== 'revoked';

const Acts = ({ duty, change }: { readonly duty: DutySeen; readonly change: Change }) => {
  const layout = useLayout();
  return (
    <div className={mergeClasses(layout.row, useStyles().acts)}>
      <ChangeButton
        what={dutySaid(duty)}
        onPress={() => change.start(dutyForm(duty.kind, duty.id))}
      />
      <Button
        {...useOpener()}
        icon={<ArrowUndoRegular />}
        aria-label={said.takeBackOne(dutySaid(duty))}
        onClick={() => change.start(takeBackForm(duty.id))}
      >
        {said.takeBack}
      </Button>
    </div>
  );
};

type Props = {
  readonly week: Week;
  readonly duty: readonly DutySeen[];
  /** Undefined for whoever only reads. */
  readonly change: Change | undefined;
};

export const DutyWeek = ({ week, duty, change }: Props) => {
  const styles = useStyles();
  const layout = useLayout();
  const today = schoolDay(useNow());
  return (
    <div className={styles.frame}>
      <div className={styles.ruler} aria-hidden>
        <div className={styles.days}>
          {week.days.map((day) => (
            <span key={day} className={mergeClasses(styles.day, day === today && styles.today)}>
              {weekdaySaid(day).map((part) => (
                <span key={part} className={styles.part}>
                  {part}
                </span>
              ))}
            </span>
          ))}
        </div>
      </div>
      <ul className={layout.list} aria-label={said.weekList}>
        {duty.map((one) => (
          <li key={one.id} className={styles.row}>
            <Words duty={one} />
            <Line duty={one} week={week} />
            {change && mayChange(one) && <Acts duty={one} change={change} />}
          </li>
        ))}
      </ul>
    </div>
  );
};
