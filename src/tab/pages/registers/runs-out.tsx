/** What has run out or soon does, and which visits it touches: before all else on the page. */
import { Button, Link, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { RunsOut as One } from '../../../people/registers-seen.ts';
import { useSession } from '../../client-context.ts';
import { useLayout } from '../../layout.ts';
import { addressOf } from '../../route.ts';
import { StandingSaid } from './standing.tsx';
import { words } from './words.ts';

const said = words.runsOut;
const shownAtOnce = 5;

const useStyles = makeStyles({
  head: { display: 'grid' },
  one: {
    display: 'grid',
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalL}`,
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 16rem), 1fr))',
    paddingBlockEnd: tokens.spacingVerticalS,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottom: 'none', paddingBlockEnd: 0 },
  },
});

const Visits = ({ visits }: Pick<One, 'visits'>) => {
  const { me } = useSession();
  const { quiet } = useLayout();
  if (visits.length === 0) return <Text className={quiet}>{said.noVisits}</Text>;
  const page = me.pages.includes('today') ? 'today' : 'mine';
  return (
    <Text>
      {said.visits}{' '}
      {visits.map((visit, index) => (
        <span key={visit}>
          {index > 0 && ', '}
          <Link inline href={addressOf({ page, visit })}>
            {visit}
          </Link>
        </span>
      ))}
    </Text>
  );
};

/** The worst first; within that, the soonest. */
const weights = { over: 0, none: 1, soon: 2, good: 3 } as const;
const order = (one: One, other: One): number =>
  weights[one.standing] - weights[other.standing] || (one.until < other.until ? -1 : 1);

export const RunsOut = ({ runsOut }: { readonly runsOut: readonly One[] }) => {
  const styles = useStyles();
  const layout = useLayout();
  const [all, setAll] = useState(false);
  const soon = runsOut.filter(({ standing }) => standing === 'soon').length;
  if (runsOut.length === 0) return <Text className={layout.quiet}>{said.nothing}</Text>;
  const sorted = runsOut.toSorted(order);
  return (
    <section className={layout.card} aria-label={said.title}>
      <div className={styles.head}>
        <Subtitle2 as="h2" className={layout.heading}>
          {said.title}
        </Subtitle2>
        <Text>{said.count(runsOut.length - soon, soon)}</Text>
      </div>
      <ul className={layout.list}>
        {sorted.slice(0, all ? undefined : shownAtOnce).map(({ what, says, ...one }) => (
          <li key={`${what} ${says}`} className={styles.one}>
            <Text weight="semibold">{says}</Text>
            <StandingSaid {...one} />
            <Visits visits={one.visits} />
          </li>
        ))}
      </ul>
      {runsOut.length > shownAtOnce && (
        <div>
          <Button className={layout.touch} aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? said.fewer : said.all(runsOut.length)}
          </Button>
        </div>
      )}
    </section>
  );
};
