/** What waits for this person's decision, one after another, risk first. */
import { Button, makeStyles, Subtitle1, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { useCallback } from 'react';
import type { SeenVisit } from '../../journeys/seen.ts';
import type { VisitVerb } from '../../people/access.ts';
import { ActDialog, ActSaid } from '../acts/act-dialog.tsx';
import { type Act, useAct } from '../acts/use-act.ts';
import { useSession } from '../client-context.ts';
import { useNow } from '../clock.ts';
import { useLayout, wide } from '../layout.ts';
import { useLive } from '../live.ts';
import { Reminders } from '../parts/briefing.tsx';
import { DecisionLines } from '../parts/decision-lines.tsx';
import { Empty, FailureBar, Waiting } from '../parts/notices.tsx';
import { VerbButtons } from '../parts/verb-buttons.tsx';
import { VisitCards } from '../parts/visit-cards.tsx';
import { go } from '../route.ts';
import { useStill } from '../still.ts';
import { span } from '../when.ts';
import { words } from '../words.ts';
import { namesIn } from './today/day.ts';
import { Facts, Visitors } from './visit/facts.tsx';
import { Risk, RiskAnswers } from './visit/risk.tsx';

const useStyles = makeStyles({
  panes: {
    display: 'grid',
    gap: tokens.spacingHorizontalXXL,
    alignItems: 'start',
    [wide]: { gridTemplateColumns: 'minmax(16rem, 22rem) minmax(0, 1fr)' },
  },
  // Decided one after another: on a phone the list comes after what is being decided.
  one: { order: -1, [wide]: { order: 0 } },
});

const decisions: readonly VisitVerb[] = [
  'adopt-assessment',
  'approve',
  'second-break-glass',
  'break-glass',
  'review-break-glass',
  'ask-for-changes',
  'decline',
];

const mayOpenDetails = ({ verbs, detailsOpened }: SeenVisit): boolean =>
  verbs.includes('open-details') && !detailsOpened;
const detailsFirst = (visit: SeenVisit): boolean =>
  visit.risk.level === 'high' && mayOpenDetails(visit);

const Details = ({ visit, act }: { readonly visit: SeenVisit; readonly act: Act }) => {
  const styles = useLayout();
  const mayOpen = mayOpenDetails(visit);
  const first = detailsFirst(visit);
  return (
    <>
      {first && <Text weight="semibold">{words.approvals.detailsFirst}</Text>}
      {mayOpen ? (
        <div>
          <Button
            className={styles.touch}
            size="large"
            appearance={first ? 'primary' : 'secondary'}
            onClick={() => act.start(visit, 'open-details')}
          >
            {words.approvals.details}
          </Button>
        </div>
      ) : (
        <RiskAnswers visit={visit} />
      )}
    </>
  );
};

/** What the policy asks of whoever decides. */
const toDecide = ({ briefing = [] }: SeenVisit) =>
  briefing.filter(({ moment }) => moment === 'deciding');

type OneProps = { readonly visit: SeenVisit; readonly act: Act; readonly place: string };

const One = ({ visit, act, place }: OneProps) => {
  const styles = useLayout();
  const now = useNow();
  return (
    <article className={styles.section} aria-label={visit.reference}>
      <div className={styles.spread}>
        <Subtitle2 as="h2" className={styles.heading}>
          {words.visit.heading(visit.reference, visit.initials)}
        </Subtitle2>
        <Text className={styles.quiet}>{place}</Text>
      </div>
      <Text>
        {span(visit.start, visit.dueBack, now)} · {namesIn(visit.visitors)}
      </Text>
      <DecisionLines visit={visit} />
      {toDecide(visit).map((group) => (
        <section key={group.moment} className={styles.card} aria-label={words.briefing.title}>
          <Reminders {...group} />
        </section>
      ))}
      <section className={styles.card} aria-label={words.visit.risk}>
        <Risk visit={visit} />
        <Details visit={visit} act={act} />
      </section>
      {visit.policySays.length > 0 && (
        <section className={styles.card} aria-label={words.visit.policy}>
          {visit.policySays.map((sentence) => (
            <Text key={sentence}>{sentence}</Text>
          ))}
        </section>
      )}
      <VerbButtons visit={visit} act={act} only={decisions} quiet={detailsFirst(visit)} />
      <section className={styles.card} aria-label={words.visit.facts}>
        <Facts visit={visit} />
        <Visitors visit={visit} />
        <div>
          <Button
            className={styles.touch}
            onClick={() => go({ page: 'mine', visit: visit.reference })}
          >
            {words.approvals.full}
          </Button>
        </div>
      </section>
    </article>
  );
};

export const ApprovalsPage = ({ chosen }: { readonly chosen: string | undefined }) => {
  const { client } = useSession();
  const live = useLive(client.waiting);
  const { reload } = live;
  const act = useAct(useCallback(() => reload(), [reload]));
  const styles = useLayout();
  const own = useStyles();
  const visits = useStill(live.data?.visits);
  if (visits === undefined)
    return live.failure ? <FailureBar failure={live.failure} again={live.reload} /> : <Waiting />;
  const index = Math.max(
    0,
    visits.findIndex(({ reference }) => reference === chosen),
  );
  const visit = visits[index];
  return (
    <div className={styles.page}>
      <Subtitle1 as="h1" className={styles.heading} aria-live="polite">
        {visit ? words.approvals.count(visits.length) : words.approvals.title}
      </Subtitle1>
      <FailureBar failure={live.failure} again={live.reload} />
      <ActSaid act={act} />
      {visit === undefined ? (
        <Empty said={words.approvals.nothing} />
      ) : (
        <div className={own.panes}>
          <VisitCards
            visits={visits}
            label={words.approvals.list}
            chosen={visit.reference}
            levels
            onOpen={({ reference }) => go({ page: 'approvals', visit: reference })}
          />
          <div className={own.one}>
            <One
              key={visit.reference}
              visit={visit}
              act={act}
              place={words.approvals.place(index + 1, visits.length)}
            />
          </div>
        </div>
      )}
      <ActDialog act={act} />
    </div>
  );
};
