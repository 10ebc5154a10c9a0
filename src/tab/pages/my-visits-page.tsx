import { Button, Subtitle1, Subtitle2 } from '@fluentui/react-components';
import type { SeenVisit } from '../../journeys/seen.ts';
import type { OfficeStatus } from '../../visits/status.ts';
import { useSession } from '../client-context.ts';
import { useLayout } from '../layout.ts';
import { useLive } from '../live.ts';
import { Empty, FailureBar, Waiting } from '../parts/notices.tsx';
import { VisitCards } from '../parts/visit-cards.tsx';
import { go } from '../route.ts';
import { useStill } from '../still.ts';
import { words } from '../words.ts';

const overStatuses: readonly OfficeStatus[] = [
  'returned',
  'cancelled',
  'declined',
  'not authorised',
  'do not visit',
];

const sorted = (visits: readonly SeenVisit[]) => {
  const byStart = visits.toSorted((one, other) => (one.start < other.start ? -1 : 1));
  const over = (visit: SeenVisit) => overStatuses.includes(visit.status);
  return [
    [words.mine.now, byStart.filter((visit) => !over(visit))],
    [words.mine.before, byStart.filter(over).toReversed()],
  ] as const;
};

export const MyVisitsPage = ({ chosen }: { readonly chosen: string | undefined }) => {
  const { client, me } = useSession();
  const live = useLive(client.mine);
  const styles = useLayout();
  const visits = useStill(live.data?.visits);
  if (visits === undefined)
    return live.failure ? <FailureBar failure={live.failure} again={live.reload} /> : <Waiting />;
  return (
    <div className={styles.page}>
      <Subtitle1 as="h1" className={styles.heading}>
        {words.mine.title}
      </Subtitle1>
      <FailureBar failure={live.failure} again={live.reload} />
      {visits.length === 0 && (
        <Empty said={words.mine.nothing}>
          {me.pages.includes('ask') && (
            <Button
              appearance="primary"
              className={styles.touch}
              onClick={() => go({ page: 'ask' })}
            >
              {words.mine.ask}
            </Button>
          )}
        </Empty>
      )}
      {sorted(visits)
        .filter(([, group]) => group.length > 0)
        .map(([title, group]) => (
          <section key={title} className={styles.section} aria-label={title}>
            <Subtitle2 as="h2" className={styles.heading}>
              {title}
            </Subtitle2>
            <VisitCards
              visits={group}
              label={title}
              chosen={chosen}
              onOpen={({ reference }) => go({ page: 'mine', visit: reference })}
            />
          </section>
        ))}
    </div>
  );
};
