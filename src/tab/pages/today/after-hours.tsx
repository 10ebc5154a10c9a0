/** In red above everything: people are out, the office has closed, and nobody waits for them. */
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import type { SeenVisit } from '../../../journeys/seen.ts';
import { type Instant, schoolTime } from '../../../vocabulary.ts';
import type { Act } from '../../acts/use-act.ts';
import type { Today } from '../../client.ts';
import { useNow } from '../../clock.ts';
import { useLayout } from '../../layout.ts';
import { words } from '../../words.ts';
import { namesIn, peopleOut, stillOut } from './day.ts';
import { isUnwatched } from './watch-said.ts';

type Props = { readonly visits: readonly SeenVisit[]; readonly act: Act };

const closedAt = (visits: readonly SeenVisit[]): Instant | undefined =>
  visits.flatMap(({ handover }) => handover?.closes ?? []).toSorted()[0];

export const AfterHours = ({ visits, act }: Props) => {
  const layout = useLayout();
  const now = useNow();
  const alone = visits.filter((visit) => isUnwatched(visit, now));
  const closed = closedAt(alone);
  if (closed === undefined) return null;
  const asked = alone.flatMap(({ handover }) => handover?.asked ?? []);
  const { board } = words;
  return (
    <MessageBar intent="error" layout="multiline" politeness="assertive">
      <MessageBarBody>
        <MessageBarTitle>
          {board.closed(peopleOut(alone).length, schoolTime(closed))}
        </MessageBarTitle>{' '}
        {alone.map((visit) => `${visit.reference}: ${namesIn(stillOut(visit))}. `)}
        {asked.length > 0 && board.asked(namesIn(asked))}
        {board.ring}
      </MessageBarBody>
      <MessageBarActions>
        {alone
          .filter(({ relations }) => !relations.includes('visitor'))
          .map((visit) => (
            <Button
              key={visit.reference}
              className={layout.touch}
              appearance="primary"
              aria-label={board.takeOverFor(visit.reference)}
              onClick={() => act.start(visit, 'take-over')}
            >
              {alone.length === 1 ? board.takeOver : board.takeOverFor(visit.reference)}
            </Button>
          ))}
      </MessageBarActions>
    </MessageBar>
  );
};

/** Who of those who answer alarms may not get one. */
export const Unreached = ({ people }: { readonly people: Today['unreached'] }) => {
  const { board } = words;
  return people.length === 0 ? null : (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{board.unreached(people.length)}</MessageBarTitle>{' '}
        {board.unreachedNext(namesIn(people))}
      </MessageBarBody>
    </MessageBar>
  );
};
