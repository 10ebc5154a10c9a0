/** The assessments that stand: the school's general one, which each person reads, and one for each who may go alone. */
import { Badge, Button, makeStyles, Subtitle2, Text } from '@fluentui/react-components';
import { useCallback } from 'react';
import type { SeenStanding } from '../../../journeys/homes-seen.ts';
import { daysAfter, schoolDay } from '../../../vocabulary.ts';
import type { StandingList } from '../../client.ts';
import { useSession } from '../../client-context.ts';
import { useNow } from '../../clock.ts';
import { useLayout } from '../../layout.ts';
import { useLive } from '../../live.ts';
import { Empty, FailureBar, Waiting } from '../../parts/notices.tsx';
import { HomesDialog, HomesSaid } from './homes-dialog.tsx';
import { type HomesAct, type Started, useHomesAct } from './use-homes-act.ts';
import { dayOf, homesWords, longDay } from './words.ts';

const { tab } = homesWords;

const useStyles = makeStyles({ says: { whiteSpace: 'pre-line', overflowWrap: 'anywhere' } });

const renewal = (
  one: SeenStanding | undefined,
  kind: SeenStanding['kind'],
  nextYear: string,
): Started => ({
  verb: 'renew-standing',
  title: one === undefined && kind === 'general' ? tab.addGeneral : tab.verbs['renew-standing'],
  ...(one?.person === undefined ? {} : { note: one.person.name }),
  fields: [
    { name: 'says', label: tab.fields.says, kind: 'long' },
    { name: 'reviewBy', label: tab.fields.reviewBy, kind: 'day' },
  ],
  start: {
    kind,
    person: one?.person?.id ?? '',
    says: one?.says ?? '',
    reviewBy: nextYear,
  },
});

type OneProps = {
  readonly one: SeenStanding;
  readonly title: string;
  readonly mayRenew: boolean;
  readonly act: HomesAct;
};

const State = ({ one }: { readonly one: SeenStanding }) =>
  one.stale === undefined ? (
    <Badge appearance="tint" color="success" size="large">
      {tab.upToDate(dayOf(one.reviewBy))}
    </Badge>
  ) : (
    <Badge appearance="tint" color="danger" size="large">
      {tab.stale[one.stale]}
    </Badge>
  );

const Readers = ({ readers }: Pick<SeenStanding, 'readers'>) => {
  const styles = useLayout();
  if (readers === undefined) return null;
  return (
    <Text className={styles.quiet}>
      {readers.length === 0
        ? tab.nobodyRead
        : tab.readers(readers.map(({ name }) => name).join(', '))}
    </Text>
  );
};

const Acts = ({ one, mayRenew, act }: Omit<OneProps, 'title'>) => {
  const styles = useLayout();
  const { me } = useSession();
  const nextYear = daysAfter(schoolDay(useNow()), 365);
  const own = one.person?.id === me.person.id;
  const { verbs } = tab;
  return (
    <div className={styles.row}>
      {one.kind === 'general' && !one.read && (
        <Button
          appearance="primary"
          className={styles.touch}
          onClick={() =>
            act.start({
              verb: 'read-general',
              title: verbs['read-general'],
              fields: [],
              start: { version: String(one.version) },
            })
          }
        >
          {verbs['read-general']}
        </Button>
      )}
      {mayRenew && (
        <Button
          className={styles.touch}
          onClick={() => act.start(renewal(one, one.kind, nextYear))}
        >
          {verbs['renew-standing']}
        </Button>
      )}
      {one.stale !== 'changed' && (mayRenew || own) && one.kind === 'lone-worker' && (
        <Button
          className={styles.touch}
          onClick={() =>
            act.start({
              verb: 'say-changed',
              title: verbs['say-changed'],
              note: tab.changedNote,
              fields: [],
              start: { key: one.key },
            })
          }
        >
          {verbs['say-changed']}
        </Button>
      )}
    </div>
  );
};

const One = ({ one, title, mayRenew, act }: OneProps) => {
  const styles = useLayout();
  const own = useStyles();
  return (
    <section className={styles.card} aria-label={title}>
      <div className={styles.spread}>
        <Subtitle2 as="h2" className={styles.heading}>
          {title}
        </Subtitle2>
        <State one={one} />
      </div>
      <Text className={styles.quiet}>
        {tab.version(one.version, one.madeBy.name, longDay(one.madeAt))}
      </Text>
      <Text className={own.says}>{one.says}</Text>
      {one.kind === 'general' && one.read && <Text>{tab.read}</Text>}
      {one.kind === 'general' && <Readers {...one} />}
      <Acts one={one} mayRenew={mayRenew} act={act} />
    </section>
  );
};

const Lone = ({ data, act }: { readonly data: StandingList; readonly act: HomesAct }) => {
  const styles = useLayout();
  const nextYear = daysAfter(schoolDay(useNow()), 365);
  const { lone, mayRenew } = data.standing;
  const without = data.people.filter(({ id }) => lone.every(({ person }) => person?.id !== id));
  const started = renewal(undefined, 'lone-worker', nextYear);
  const choices = without.map(({ id, name }) => [id, name] as const);
  const person = { name: 'person', label: tab.fields.person, kind: 'choice', choices } as const;
  return (
    <>
      <div className={styles.spread}>
        <Subtitle2 as="h2" className={styles.heading}>
          {tab.lone}
        </Subtitle2>
        {mayRenew && without.length > 0 && (
          <Button
            className={styles.touch}
            onClick={() =>
              act.start({
                ...started,
                title: tab.addLone,
                fields: [person, ...started.fields],
                start: { ...started.start, person: without[0]?.id ?? '' },
              })
            }
          >
            {tab.addLone}
          </Button>
        )}
      </div>
      <Text className={styles.quiet}>{tab.loneNote}</Text>
      {lone.length === 0 && <Text className={styles.quiet}>{tab.noLone}</Text>}
      {lone.map((one) => (
        <One
          key={one.key}
          one={one}
          title={one.person?.name ?? one.key}
          mayRenew={mayRenew}
          act={act}
        />
      ))}
    </>
  );
};

const General = ({ data, act }: { readonly data: StandingList; readonly act: HomesAct }) => {
  const styles = useLayout();
  const nextYear = daysAfter(schoolDay(useNow()), 365);
  const { general, mayRenew } = data.standing;
  if (general !== undefined)
    return <One one={general} title={tab.general} mayRenew={mayRenew} act={act} />;
  return (
    <Empty said={tab.noGeneral}>
      {mayRenew && (
        <Button
          appearance="primary"
          className={styles.touch}
          onClick={() => act.start(renewal(undefined, 'general', nextYear))}
        >
          {tab.addGeneral}
        </Button>
      )}
    </Empty>
  );
};

export const StandingPart = () => {
  const { client } = useSession();
  const styles = useLayout();
  const live = useLive(client.standing);
  const { reload } = live;
  const act = useHomesAct(useCallback(() => reload(), [reload]));
  return (
    <div className={styles.section}>
      <FailureBar failure={live.failure} again={live.reload} />
      {live.data === undefined && !live.failure && <Waiting />}
      <HomesSaid act={act} />
      {live.data && (
        <>
          <General data={live.data} act={act} />
          <Lone data={live.data} act={act} />
        </>
      )}
      <HomesDialog act={act} />
    </div>
  );
};
