/** One home: what is known of it, what may be done about it, and the visits to it that this person may see. */
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Subtitle2,
  Text,
} from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left';
import { useCallback } from 'react';
import { hazardKinds } from '../../../homes/hazard.ts';
import type { OpenedHome, SeenHazard } from '../../../journeys/homes-seen.ts';
import { daysAfter, schoolDay } from '../../../vocabulary.ts';
import { useSession } from '../../client-context.ts';
import { useNow } from '../../clock.ts';
import { useLayout } from '../../layout.ts';
import { useLive } from '../../live.ts';
import { Empty, FailureBar, Waiting } from '../../parts/notices.tsx';
import { go } from '../../route.ts';
import { HazardLines } from './hazard-lines.tsx';
import { HomesDialog, HomesSaid } from './homes-dialog.tsx';
import { type HomesAct, useHomesAct } from './use-homes-act.ts';
import { homesWords, longDay } from './words.ts';

const { tab } = homesWords;
const halfAYear = 182;
const review = { name: 'reviewBy', label: tab.fields.reviewBy, kind: 'day' } as const;
const kinds = hazardKinds.map((kind) => [kind, homesWords.kinds[kind]] as const);

const Hazards = ({ home, act }: { readonly home: OpenedHome; readonly act: HomesAct }) => {
  const styles = useLayout();
  const later = daysAfter(schoolDay(useNow()), halfAYear);
  const open = home.hazards.filter(({ resolved }) => resolved === undefined);
  const over = home.hazards.filter(({ resolved }) => resolved !== undefined);
  const actions = ({ key }: SeenHazard) => (
    <div className={styles.row}>
      <Button
        className={styles.touch}
        onClick={() =>
          act.start({
            verb: 'review-hazard',
            title: tab.verbs['review-hazard'],
            fields: [review],
            start: { hazard: key, reviewBy: later },
          })
        }
      >
        {tab.verbs['review-hazard']}
      </Button>
      <Button
        className={styles.touch}
        onClick={() =>
          act.start({
            verb: 'resolve-hazard',
            title: tab.verbs['resolve-hazard'],
            fields: [{ name: 'why', label: tab.fields.why, kind: 'text' }],
            start: { hazard: key },
          })
        }
      >
        {tab.verbs['resolve-hazard']}
      </Button>
    </div>
  );
  const add = () =>
    act.start({
      verb: 'add-hazard',
      title: tab.verbs['add-hazard'],
      note: home.address,
      fields: [
        { name: 'kind', label: tab.fields.kind, kind: 'choice', choices: kinds },
        { name: 'what', label: tab.fields.what, kind: 'text' },
        review,
      ],
      start: { address: home.address, kind: 'animals', reviewBy: later },
    });
  return (
    <section className={styles.card} aria-label={tab.hazards}>
      <div className={styles.spread}>
        <Subtitle2 as="h3" className={styles.heading}>
          {tab.hazards}
        </Subtitle2>
        <Button className={styles.touch} appearance="primary" onClick={add}>
          {tab.verbs['add-hazard']}
        </Button>
      </div>
      <HazardLines hazards={open} {...(home.mayReview ? { actions } : {})} />
      {over.length > 0 && (
        <>
          <Text weight="semibold">{tab.resolvedHazards}</Text>
          <HazardLines hazards={over} />
        </>
      )}
    </section>
  );
};

/** Two spellings of one address are one home, so that what is known of it is not lost to a slip of the pen. */
const LooksLike = ({ home, act }: { readonly home: OpenedHome; readonly act: HomesAct }) => {
  const styles = useLayout();
  const { looksLike } = home;
  if (looksLike === undefined || !home.mayMerge) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{tab.looksLike(looksLike.address)}</MessageBarBody>
      <MessageBarActions>
        <Button
          className={styles.touch}
          onClick={() =>
            act.start({
              verb: 'merge-homes',
              title: tab.verbs['merge-homes'],
              note: tab.mergeNote(looksLike.address, home.address),
              fields: [],
              start: { address: looksLike.address, sameHome: home.address },
            })
          }
        >
          {tab.verbs['merge-homes']}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
};

const Visits = ({ home }: { readonly home: OpenedHome }) => {
  const styles = useLayout();
  return (
    <section className={styles.card} aria-label={tab.visits}>
      <Subtitle2 as="h3" className={styles.heading}>
        {tab.visits}
      </Subtitle2>
      {home.visits.length === 0 && <Text className={styles.quiet}>{tab.noVisits}</Text>}
      <ol className={styles.list}>
        {home.visits.map(({ reference, start, status, visitors }) => (
          <li key={reference} className={styles.spread}>
            <Text>
              {longDay(start)} · {status} · {visitors.map(({ name }) => name).join(', ')}
            </Text>
            <Button className={styles.touch} onClick={() => go({ page: 'mine', visit: reference })}>
              {reference}
            </Button>
          </li>
        ))}
      </ol>
    </section>
  );
};

const About = ({ home }: { readonly home: OpenedHome }) => {
  const styles = useLayout();
  return (
    <>
      <Text>
        {home.families
          .map(({ pupil, yearGroup }) => [pupil, yearGroup].filter(Boolean).join(', '))
          .join(' · ')}
      </Text>
      {home.alsoWritten.length > 0 && (
        <Text className={styles.quiet}>{tab.alsoWritten(home.alsoWritten.join('; '))}</Text>
      )}
      <Text className={styles.quiet}>
        {home.lastCompleted === undefined
          ? tab.neverVisited
          : tab.lastVisit(longDay(home.lastCompleted))}
      </Text>
    </>
  );
};

type Props = { readonly home: string; readonly onClose: () => void };

export const OneHome = ({ home: key, onClose }: Props) => {
  const { client } = useSession();
  const styles = useLayout();
  const live = useLive(useCallback(() => client.home(key), [client, key]));
  const act = useHomesAct(live.reload);
  const home = live.data?.home;
  return (
    <article className={styles.section} aria-label={home?.address ?? tab.title}>
      <div>
        <Button className={styles.touch} icon={<ArrowLeftRegular />} onClick={onClose}>
          {tab.back}
        </Button>
      </div>
      <FailureBar failure={live.failure} again={live.reload} />
      {live.gone && <Empty said={tab.gone} />}
      {home === undefined && !live.gone && !live.failure && <Waiting />}
      {home && (
        <>
          <Subtitle2 as="h2" className={styles.heading}>
            {home.address}
          </Subtitle2>
          <About home={home} />
          <HomesSaid act={act} />
          <LooksLike home={home} act={act} />
          <Hazards home={home} act={act} />
          <Visits home={home} />
        </>
      )}
      <HomesDialog act={act} />
    </article>
  );
};
