/** The homes of one outing, in the order they were planned; they may be done in any. */
import { Link, mergeClasses, Text } from '@fluentui/react-components';
import type { SeenRound } from '../../../journeys/seen.ts';
import { schoolTime } from '../../../vocabulary.ts';
import { wordsFor } from '../../../words/words.ts';
import { useLayout } from '../../layout.ts';
import { go, routeOf } from '../../route.ts';
import { StatusBadge } from '../../status-badge.tsx';

export const wordsOfRounds = wordsFor('en-GB').rounds;

export const Round = ({ round }: { readonly round: SeenRound }) => {
  const styles = useLayout();
  return (
    <>
      <Text>{wordsOfRounds.count(round.stops.length, schoolTime(round.dueBack))}</Text>
      <ul className={styles.list}>
        {round.stops.map((stop) => (
          <li key={stop.reference} className={mergeClasses(styles.row)}>
            <Link
              as="button"
              onClick={() => go({ ...routeOf(globalThis.location.hash), visit: stop.reference })}
            >
              {wordsOfRounds.stop(stop.reference, stop.initials, schoolTime(stop.start))}
            </Link>
            <StatusBadge status={stop.status} />
            <Text className={styles.quiet}>{stop.here ? wordsOfRounds.here : stop.address}</Text>
          </li>
        ))}
      </ul>
    </>
  );
};
