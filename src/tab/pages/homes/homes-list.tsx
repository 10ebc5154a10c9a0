/** The homes this person may open: those whose review is overdue first. */
import {
  Badge,
  Button,
  Field,
  makeStyles,
  mergeClasses,
  SearchBox,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { SeenHome } from '../../../journeys/homes-seen.ts';
import { useSession } from '../../client-context.ts';
import { useLayout } from '../../layout.ts';
import { useLive } from '../../live.ts';
import { Empty, FailureBar, Waiting } from '../../parts/notices.tsx';
import { dayOf, homesWords, longDay } from './words.ts';

const { tab } = homesWords;

const useStyles = makeStyles({
  one: {
    width: '100%',
    justifyContent: 'start',
    textAlign: 'start',
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusXLarge,
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
  },
  search: { maxWidth: '28rem' },
});

const plain = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase('en-GB').trim();

const isLike = ({ address, families, hazards, alsoWritten }: SeenHome, typed: string): boolean =>
  plain(
    [
      address,
      ...alsoWritten,
      ...families.map(({ pupil }) => pupil),
      ...hazards.map(({ kind, what }) => `${homesWords.kinds[kind]} ${what}`),
    ].join(' '),
  ).includes(plain(typed));

/** The soonest review that is still to come. */
const nextReview = ({ hazards }: SeenHome): string | undefined =>
  hazards
    .filter(({ resolved }) => resolved === undefined)
    .map(({ reviewBy }) => reviewBy)
    .toSorted()[0];

const Hazards = ({ home }: { readonly home: SeenHome }) => {
  const styles = useLayout();
  const open = home.hazards.filter(({ resolved }) => resolved === undefined);
  const late = open.filter(({ overdue }) => overdue).length;
  const review = nextReview(home);
  if (open.length === 0) return <Text className={styles.quiet}>{tab.noHazards}</Text>;
  return (
    <span className={styles.row}>
      <Badge appearance="tint" color="warning" size="large">
        {tab.open(open.length)}
      </Badge>
      {late > 0 ? (
        <Badge appearance="tint" color="danger" size="large">
          {tab.overdue(late)}
        </Badge>
      ) : (
        review !== undefined && <Text className={styles.quiet}>{tab.lookAgain(dayOf(review))}</Text>
      )}
    </span>
  );
};

type OneProps = { readonly home: SeenHome; readonly onOpen: (key: string) => void };

const One = ({ home, onOpen }: OneProps) => {
  const styles = useLayout();
  const own = useStyles();
  return (
    <li>
      <Button className={mergeClasses(styles.touch, own.one)} onClick={() => onOpen(home.key)}>
        <Text weight="semibold">{home.address}</Text>
        <Text>{home.families.map(({ pupil }) => pupil).join(' · ')}</Text>
        <Hazards home={home} />
        <Text size={200} className={styles.quiet}>
          {home.lastCompleted === undefined
            ? tab.neverVisited
            : tab.lastVisit(longDay(home.lastCompleted))}
        </Text>
      </Button>
    </li>
  );
};

export const HomesList = ({ onOpen }: { readonly onOpen: (key: string) => void }) => {
  const { client } = useSession();
  const styles = useLayout();
  const own = useStyles();
  const live = useLive(client.homes);
  const [typed, setTyped] = useState('');
  const homes = live.data?.homes;
  const found = (homes ?? []).filter((home) => isLike(home, typed));
  return (
    <div className={styles.section}>
      <FailureBar failure={live.failure} again={live.reload} />
      {homes === undefined && !live.failure && <Waiting />}
      {homes?.length === 0 && <Empty said={tab.nothing} />}
      {homes !== undefined && homes.length > 0 && (
        <>
          <Field label={tab.search} className={own.search}>
            <SearchBox value={typed} onChange={(_, { value }) => setTyped(value)} />
          </Field>
          <Text className={styles.quiet} aria-live="polite">
            {tab.count(found.length)}
          </Text>
          {found.length === 0 && <Empty said={tab.noMatch} />}
          <ul className={styles.list}>
            {found.map((home) => (
              <One key={home.key} home={home} onOpen={onOpen} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
};
