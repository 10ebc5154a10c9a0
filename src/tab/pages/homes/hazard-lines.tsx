/** Hazards of a home: what each is, who noted it, and when somebody looks at it again. */
import { Badge, makeStyles, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { WarningFilled } from '@fluentui/react-icons/svg/warning';
import type { ReactNode } from 'react';
import type { SeenHazard } from '../../../journeys/homes-seen.ts';
import { useLayout } from '../../layout.ts';
import { dayOf, homesWords, longDay } from './words.ts';

const useStyles = makeStyles({
  one: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'start',
  },
  icon: {
    fontSize: tokens.fontSizeBase500,
    lineHeight: 0,
    color: tokens.colorPaletteDarkOrangeForeground1,
  },
  over: { fontSize: tokens.fontSizeBase500, lineHeight: 0 },
  said: { display: 'grid', gap: tokens.spacingVerticalXXS, minWidth: 0, overflowWrap: 'anywhere' },
  lines: { gap: tokens.spacingVerticalL },
});

type Props = {
  readonly hazards: readonly SeenHazard[];
  /** What may be done about each. */
  readonly actions?: (hazard: SeenHazard) => ReactNode;
};

const { tab } = homesWords;

const Review = ({ hazard }: { readonly hazard: SeenHazard }) => {
  const { quiet } = useLayout();
  const { reviewBy, overdue, resolved } = hazard;
  if (resolved !== undefined)
    return <Text>{tab.resolved(resolved.by.name, longDay(resolved.at), resolved.why)}</Text>;
  return overdue ? (
    <Badge appearance="tint" color="danger" size="large">
      {tab.lateReview(dayOf(reviewBy))}
    </Badge>
  ) : (
    <Text className={quiet}>{tab.lookAgain(dayOf(reviewBy))}</Text>
  );
};

const Noted = ({ hazard }: { readonly hazard: SeenHazard }) => {
  const { notedBy, notedAt, visit, reviewed } = hazard;
  const noted = tab.noted(notedBy.name, longDay(notedAt));
  return (
    <Text size={200} className={useLayout().quiet}>
      {[
        visit === '' ? noted : `${noted} ${tab.seenOn(visit)}`,
        ...(reviewed === undefined ? [] : [tab.reviewed(reviewed.by.name, longDay(reviewed.at))]),
      ].join(' · ')}
    </Text>
  );
};

export const HazardLines = ({ hazards, actions }: Props) => {
  const styles = useStyles();
  const layout = useLayout();
  if (hazards.length === 0) return <Text className={layout.quiet}>{tab.noHazards}</Text>;
  return (
    <ul className={`${layout.list} ${styles.lines}`}>
      {hazards.map((hazard) => (
        <li key={hazard.key} className={styles.one}>
          {hazard.resolved === undefined ? (
            <WarningFilled className={styles.icon} aria-hidden />
          ) : (
            <CheckmarkCircleRegular className={styles.over} aria-hidden />
          )}
          <span className={styles.said}>
            <Text>
              <Text weight="semibold">{homesWords.kinds[hazard.kind]}:</Text> {hazard.what}
            </Text>
            <span>
              <Review hazard={hazard} />
            </span>
            <Noted hazard={hazard} />
            {actions?.(hazard)}
          </span>
        </li>
      ))}
    </ul>
  );
};
