/** The facts of a visit. What this person may not know is not in the data, and leaves no gap here. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { SeenVisit, SeenVisitor } from '../../../journeys/seen.ts';
import { schoolTime } from '../../../vocabulary.ts';
import { useNow } from '../../clock.ts';
import { useLayout } from '../../layout.ts';
import { Phone } from '../../parts/phone.tsx';
import { dayAndTime, span } from '../../when.ts';
import { words } from '../../words.ts';
import { namesIn } from '../today/day.ts';

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 15rem), 1fr))',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXL}`,
    margin: 0,
  },
  fact: { minWidth: 0, overflowWrap: 'anywhere' },
  term: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  said: { margin: 0, whiteSpace: 'pre-wrap' },
});

const labels = words.visit.labels;

const factsOf = (
  visit: SeenVisit,
  now: SeenVisit['start'],
): readonly (readonly [string, ReactNode])[] => [
  [labels.times, span(visit.start, visit.dueBack, now)],
  [labels.pupil, [visit.pupil, visit.yearGroup].filter((part) => part !== '').join(', ')],
  [
    labels.parent,
    <>
      {visit.parent} {visit.parentPhone && <Phone number={visit.parentPhone} />}
    </>,
  ],
  [labels.address, visit.address],
  [labels.transport, visit.transport ?? ''],
  [labels.lastHeard, visit.lastHeard ? dayAndTime(visit.lastHeard, now) : ''],
  [labels.purpose, [visit.purpose, visit.purposeNote].filter(Boolean).join('. ')],
  [labels.class, words.classes[visit.class]],
  [labels.people, visit.people],
  [labels.whyNotInSchool, visit.whyNotInSchool],
  [labels.language, visit.language],
  [labels.appointment, visit.appointment],
  ...(visit.details ?? []).map(({ label, said }) => [label, said] as const),
  [labels.requested, `${visit.requestedBy.name}, ${dayAndTime(visit.requestedAt, now)}`],
  [
    labels.decided,
    visit.decidedBy && visit.decidedAt
      ? (visit.decided ?? `${visit.decidedBy.name}, ${dayAndTime(visit.decidedAt, now)}`)
      : '',
  ],
  [labels.departureKnown, visit.departureKnown ?? ''],
  [labels.deciders, visit.decidedBy ? '' : namesIn(visit.deciders)],
];

export const Facts = ({ visit }: { readonly visit: SeenVisit }) => {
  const styles = useStyles();
  const now = useNow();
  return (
    <dl className={styles.facts}>
      {factsOf(visit, now)
        .filter(([, said]) => said !== '')
        .map(([label, said]) => (
          <div key={label} className={styles.fact}>
            <dt className={styles.term}>{label}</dt>
            <dd className={styles.said}>{said}</dd>
          </div>
        ))}
    </dl>
  );
};

const ready = words.visit.ready;
const checks = { passed: ready.passed, failed: ready.failed };

const readiness = (visitor: SeenVisitor, decided: boolean): readonly string[] => [
  visitor.health ? ready.health : ready.noHealth,
  visitor.reading ? ready.reading : ready.noReading,
  ...(visitor.adjustment ? [ready.adjustment[visitor.adjustment]] : []),
  ...(visitor.check || decided ? [visitor.check ? checks[visitor.check] : ready.noCheck] : []),
];

const whereabouts = ({ position, since }: SeenVisitor): string | undefined =>
  position && position !== 'at-school' && since
    ? words.visit.since(words.visit.positions[position], schoolTime(since))
    : undefined;

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

export const Visitors = ({ visit }: { readonly visit: SeenVisit }) => {
  const styles = useLayout();
  return (
    <ul className={styles.list}>
      {visit.visitors.map((visitor) => (
        <li key={visitor.id} className={styles.row}>
          <Text weight="semibold">{visitor.name}</Text>
          {visitor.mobile && <Phone number={visitor.mobile} />}
          <Text className={styles.quiet}>
            {capital(
              whereabouts(visitor) ?? readiness(visitor, visit.status === 'approved').join(', '),
            )}
          </Text>
        </li>
      ))}
    </ul>
  );
};
