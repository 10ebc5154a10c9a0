/** A short list of visits, each a large target that opens one. */
import { Link, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { SeenVisit } from '../../journeys/seen.ts';
import { useNow } from '../clock.ts';
import { useLayout } from '../layout.ts';
import { isOut, namesIn } from '../pages/today/day.ts';
import { LevelBadge, StatusBadge } from '../status-badge.tsx';
import { dueSaid, span } from '../when.ts';

const useStyles = makeStyles({
  card: {
    position: 'relative',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  chosen: { outline: `${tokens.strokeWidthThick} solid ${tokens.colorBrandStroke1}` },
  open: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'start',
    '::after': { content: '""', position: 'absolute', inset: 0 },
  },
});

type Props = {
  readonly visits: readonly SeenVisit[];
  readonly label: string;
  readonly chosen: string | undefined;
  readonly levels?: boolean;
  readonly onOpen: (visit: SeenVisit) => void;
};

export const VisitCards = ({ visits, label, chosen, levels = false, onOpen }: Props) => {
  const styles = useStyles();
  const layout = useLayout();
  const now = useNow();
  return (
    <ul className={layout.list} aria-label={label}>
      {visits.map((visit) => (
        <li
          key={visit.reference}
          className={mergeClasses(
            layout.card,
            styles.card,
            chosen === visit.reference && styles.chosen,
          )}
        >
          <div className={layout.spread}>
            <Link as="button" className={styles.open} onClick={() => onOpen(visit)}>
              {visit.reference} · {visit.initials}
            </Link>
            {levels ? (
              <LevelBadge level={visit.risk.level} />
            ) : (
              <StatusBadge status={visit.status} />
            )}
          </div>
          <Text>
            {span(visit.start, visit.dueBack, now)}
            {isOut(visit) && ` · ${dueSaid(visit.dueBack, now)}`}
          </Text>
          <Text className={layout.quiet}>
            {namesIn(visit.visitors)} · {visit.purpose}
          </Text>
        </li>
      ))}
    </ul>
  );
};
