/** The day as a plain table: everything the timeline shows, in words. */
import {
  Button,
  Link,
  makeStyles,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
} from '@fluentui/react-components';
import type { SeenVisit } from '../../../journeys/seen.ts';
import { useNow } from '../../clock.ts';
import { useLayout } from '../../layout.ts';
import { StatusBadge } from '../../status-badge.tsx';
import { span } from '../../when.ts';
import { words } from '../../words.ts';
import { namesIn, timeSaid } from './day.ts';
import type { RowActs } from './timeline.tsx';
import { watchSaid } from './watch-said.ts';

const useStyles = makeStyles({
  scroll: { overflowX: 'auto' },
  table: { minWidth: '56rem' },
});

const heads = Object.values(words.today.columns);

type Props = { readonly visits: readonly SeenVisit[]; readonly acts: RowActs };

export const DayTable = ({ visits, acts }: Props) => {
  const styles = useStyles();
  const layout = useLayout();
  const now = useNow();
  const { logCall } = acts;
  return (
    <section className={styles.scroll} aria-label={words.today.table}>
      <Table className={styles.table} aria-label={words.today.table}>
        <TableHeader>
          <TableRow>
            {heads.map((head) => (
              <TableHeaderCell key={head}>{head}</TableHeaderCell>
            ))}
          </TableRow>
        </TableHeader>
        <TableBody>
          {visits.map((visit) => (
            <TableRow key={visit.reference}>
              <TableCell>{namesIn(visit.visitors)}</TableCell>
              <TableCell>
                <Link as="button" onClick={() => acts.open(visit)}>
                  {visit.reference}
                </Link>
              </TableCell>
              <TableCell>{visit.address}</TableCell>
              <TableCell>
                <StatusBadge status={visit.status} />
              </TableCell>
              <TableCell>{span(visit.start, visit.dueBack, now)}</TableCell>
              <TableCell>{[timeSaid(visit, now), ...watchSaid(visit)].join(' · ')}</TableCell>
              <TableCell>{visit.round?.name ?? ''}</TableCell>
              <TableCell>
                {logCall && visit.verbs.includes('log-call') && (
                  <Button
                    className={layout.touch}
                    size="small"
                    aria-label={words.today.logCallFor(namesIn(visit.visitors))}
                    onClick={() => logCall(visit)}
                  >
                    {words.today.logCall}
                  </Button>
                )}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </section>
  );
};
