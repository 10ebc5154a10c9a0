/** Whether something is in date, and whether somebody or something will do: icon and word. */
import {
  Badge,
  type BadgeProps,
  makeStyles,
  mergeClasses,
  Text,
  tokens,
} from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { DismissCircleRegular } from '@fluentui/react-icons/svg/dismiss-circle';
import { HourglassRegular } from '@fluentui/react-icons/svg/hourglass';
import { QuestionCircleRegular } from '@fluentui/react-icons/svg/question-circle';
import type { ReactElement, ReactNode } from 'react';
import type { Standing } from '../../../people/registers-seen.ts';
import { type Refusal, schoolDay } from '../../../vocabulary.ts';
import { useNow } from '../../clock.ts';
import { daySaid, daysFrom } from './days.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  line: { display: 'inline-flex', gap: tokens.spacingHorizontalXS, alignItems: 'start' },
  icon: { display: 'inline-flex', flexShrink: 0, fontSize: tokens.fontSizeBase400 },
  good: { color: tokens.colorStatusSuccessForeground1 },
  soon: { color: tokens.colorStatusWarningForeground1 },
  over: { color: tokens.colorStatusDangerForeground1 },
  none: { color: tokens.colorNeutralForeground2 },
  reasons: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  clause: { display: 'block', color: tokens.colorNeutralForeground2 },
});

const icons: Readonly<Record<Standing, ReactElement>> = {
  good: <CheckmarkCircleRegular />,
  soon: <HourglassRegular />,
  over: <DismissCircleRegular />,
  none: <QuestionCircleRegular />,
};

const saidOf = (standing: Standing, until: string, today: string): string => {
  switch (standing) {
    case 'good':
      return until === '' ? words.standing.forEver : words.standing.good(daySaid(until));
    case 'soon':
      return words.standing.soon(daySaid(until), daysFrom(today, until));
    case 'over':
      return words.standing.over(daySaid(until));
    case 'none':
      return words.standing.none;
    default:
      return standing satisfies never;
  }
};

type Props = { readonly standing: Standing; readonly until: string };

/** "Runs out 12 Dec 2026, in 20 days." */
export const StandingSaid = ({ standing, until }: Props) => {
  const styles = useStyles();
  const today = schoolDay(useNow());
  return (
    <span className={styles.line}>
      <span className={mergeClasses(styles.icon, styles[standing])} aria-hidden>
        {icons[standing]}
      </span>
      <Text>{saidOf(standing, until, today)}</Text>
    </span>
  );
};

type StateProps = {
  readonly against: readonly Refusal[];
  readonly clear: string;
  readonly notClear: string;
};

const looks: Readonly<Record<'clear' | 'not', Pick<BadgeProps, 'color'> & { icon: ReactElement }>> =
  {
    clear: { color: 'success', icon: <CheckmarkCircleRegular /> },
    not: { color: 'danger', icon: <DismissCircleRegular /> },
  };

type BadgeParts = { readonly good: boolean; readonly children: ReactNode };

export const StateBadge = ({ good, children }: BadgeParts) => (
  <Badge appearance="tint" size="large" {...looks[good ? 'clear' : 'not']}>
    {children}
  </Badge>
);

/** Whether it will do for a visit, or every reason why not with its clause. */
export const Clearance = ({ against, clear, notClear }: StateProps) => {
  const styles = useStyles();
  const stopped = against.length > 0;
  return (
    <>
      <StateBadge good={!stopped}>{stopped ? notClear : clear}</StateBadge>
      {stopped && (
        <ul className={styles.reasons}>
          {against.map(({ rule, because, next, clause }) => (
            <li key={`${rule} ${because}`}>
              {because} {next}
              <Text size={200} className={styles.clause}>
                {clause}
              </Text>
            </li>
          ))}
        </ul>
      )}
    </>
  );
};
