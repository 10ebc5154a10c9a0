/** How well the policy is working: a picture of the weeks, and the counts in words beside it. */
import { makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import type { Monitoring as Counts } from '../../../visits/monitoring.ts';
import { monitoringWords as words } from '../../../words/en-GB/monitoring.ts';
import { registerWords } from '../../../words/en-GB/register.ts';
import { useSession } from '../../client-context.ts';
import { useLayout } from '../../layout.ts';
import { useLive } from '../../live.ts';
import { FailureBar, Waiting } from '../../parts/notices.tsx';
import { daySaid } from '../registers/days.ts';

const useStyles = makeStyles({
  chart: {
    display: 'grid',
    gridAutoFlow: 'column',
    gridAutoColumns: '1fr',
    alignItems: 'end',
    gap: tokens.spacingHorizontalXS,
    height: '8rem',
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  week: { display: 'grid', alignContent: 'end', height: '100%', textAlign: 'center' },
  bar: {
    backgroundColor: tokens.colorBrandBackground,
    // Drawn in forced colours, too.
    border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusSmall,
    minHeight: '2px',
  },
  breaches: { backgroundColor: tokens.colorPaletteRedBackground3 },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    margin: 0,
  },
  number: { textAlign: 'end', margin: 0 },
});

const Weeks = ({ weeks }: Pick<Counts, 'weeks'>) => {
  const styles = useStyles();
  const { quiet } = useLayout();
  const most = weeks.reduce((top, { visits, breaches }) => Math.max(top, visits, breaches), 1);
  const share = (count: number) => ({ height: `${(count * 75) / most}%` });
  return (
    <ul className={styles.chart} aria-label={words.chart}>
      {weeks.map(({ week, visits, breaches }) => (
        <li key={week} className={styles.week} aria-label={words.week(week, visits, breaches)}>
          {breaches > 0 && (
            <div
              aria-hidden
              className={`${styles.bar} ${styles.breaches}`}
              style={share(breaches)}
            />
          )}
          <div aria-hidden className={styles.bar} style={share(visits)} />
          <Text aria-hidden className={quiet}>
            {words.weekShort(week)}
          </Text>
        </li>
      ))}
    </ul>
  );
};

type Fact = readonly [what: string, said: string | number];

const Facts = ({ title, facts, none }: { title: string; facts: readonly Fact[]; none: string }) => {
  const styles = useStyles();
  const { heading } = useLayout();
  return (
    <>
      <Subtitle2 as="h3" className={heading}>
        {title}
      </Subtitle2>
      {facts.length === 0 ? (
        <Text>{none}</Text>
      ) : (
        <dl className={styles.facts}>
          {facts.map(([what, said]) => (
            <div key={what} style={{ display: 'contents' }}>
              <dt>{what}</dt>
              <dd className={styles.number}>{said}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
};

const decisionsOf = ({ decisions, changedByHand }: Counts): readonly Fact[] => [
  [words.asked, decisions.asked],
  [words.approved, decisions.approved],
  [words.declined, decisions.declined],
  [words.ranOut, decisions.ranOut],
  [words.onTwoNames, decisions.onTwoNames],
  ...(decisions.toReview > 0 ? [[words.toReview, decisions.toReview] as const] : []),
  [words.changedByHand, changedByHand],
];

const kinds = registerWords.alarms;

const capital = (text: string): string =>
  text.slice(0, 1).toLocaleUpperCase('en-GB') + text.slice(1);

/** For those who answer for the policy; asked for only by them. */
export const Monitoring = () => {
  const { client } = useSession();
  const layout = useLayout();
  const live = useLive(client.monitoring);
  const { data } = live;
  if (data === undefined)
    return live.failure === undefined ? (
      <Waiting rows={3} />
    ) : (
      <FailureBar failure={live.failure} again={live.reload} />
    );
  const { monitoring } = data;
  return (
    <section className={layout.card} aria-label={words.title}>
      <Subtitle2 as="h2" className={layout.heading}>
        {words.title}
      </Subtitle2>
      <Text>{words.period(daySaid(monitoring.from), daySaid(monitoring.until))}</Text>
      {monitoring.decisions.asked === 0 ? (
        <Text>{words.none}</Text>
      ) : (
        <>
          <Weeks weeks={monitoring.weeks} />
          <Facts title={words.decisions} facts={decisionsOf(monitoring)} none="" />
          <Facts
            title={words.outcomes}
            none={words.noOutcomes}
            facts={monitoring.outcomes.map(({ outcome, count }) => [capital(outcome), count])}
          />
          <Facts
            title={words.breaches}
            none={words.noBreaches}
            facts={monitoring.breaches.map(({ clause, count }) => [clause, count])}
          />
          <Facts
            title={words.alarms}
            none={words.noAlarms}
            facts={monitoring.alarms.map(({ kind, count, minutesToVoice }) => [
              capital(kinds[kind]),
              words.minutes(count, minutesToVoice),
            ])}
          />
          <Text className={layout.quiet}>{words.next}</Text>
        </>
      )}
    </section>
  );
};
