/** On the form: what is known of the home, and the school's general assessment, each with a tick that it was read. */
import {
  Checkbox,
  Field,
  makeStyles,
  mergeClasses,
  Subtitle2,
  Text,
  tokens,
} from '@fluentui/react-components';
import type { BeforeAsking, SeenVisitThere } from '../../../journeys/homes-seen.ts';
import { saidBeside } from '../../acts/act-field.tsx';
import { useLayout } from '../../layout.ts';
import { type Draft, refusalsAt } from '../ask/ask-field.tsx';
import { HazardLines } from './hazard-lines.tsx';
import { homesWords, longDay } from './words.ts';

const useStyles = makeStyles({
  says: { whiteSpace: 'pre-line' },
  warned: {
    borderLeftWidth: tokens.strokeWidthThickest,
    borderLeftStyle: 'solid',
    borderLeftColor: tokens.colorPaletteDarkOrangeBorder2,
  },
});

type Props = { readonly draft: Draft; readonly before: BeforeAsking };
type Tick = {
  readonly draft: Draft;
  readonly name: string;
  readonly label: string;
  /** What the tick says that was read. */
  readonly value: string;
};

const ReadTick = ({ draft, name, label, value }: Tick) => {
  const said = refusalsAt(draft, name).map(saidBeside).join(' ');
  const ticked = draft.inputs[name] === value;
  return (
    <Field
      validationMessage={said === '' || ticked ? null : said}
      validationState={said === '' || ticked ? 'none' : 'error'}
    >
      <Checkbox
        className={useLayout().touch}
        label={label}
        checked={ticked}
        onChange={(_, { checked }) => draft.set(name, checked === true ? value : '')}
      />
    </Field>
  );
};

const VisitLines = ({ visits }: { readonly visits: readonly SeenVisitThere[] }) => {
  const styles = useLayout();
  return (
    <ul className={styles.list}>
      {visits.map(({ reference, start, status }) => (
        <li key={reference}>
          <Text className={styles.quiet}>
            {homesWords.card.visit(longDay(start), reference, status)}
          </Text>
        </li>
      ))}
    </ul>
  );
};

/** Nothing where nothing is known. */
export const HomeKnown = ({ draft, before }: Props) => {
  const styles = useLayout();
  const own = useStyles();
  const { home } = before;
  if (home === undefined) return null;
  const { ask } = homesWords.tab;
  return (
    <section
      className={mergeClasses(styles.card, home.hazards.length > 0 && own.warned)}
      aria-label={ask.heading}
    >
      <Subtitle2 as="h2" className={styles.heading}>
        {ask.heading}
      </Subtitle2>
      <HazardLines hazards={home.hazards} />
      {home.animals && <Text weight="semibold">{ask.locally}</Text>}
      {home.lastCompleted !== undefined && (
        <Text>{homesWords.tab.lastVisit(longDay(home.lastCompleted))}</Text>
      )}
      <VisitLines visits={home.visits} />
      <ReadTick draft={draft} name="homeSeen" label={homesWords.card.seen} value={home.shown} />
    </section>
  );
};

/** Once per version; where the policy does not ask for it, only which version stands. */
export const GeneralRead = ({ draft, before }: Props) => {
  const styles = useLayout();
  const own = useStyles();
  const { general } = before;
  if (general === undefined) return null;
  const day = longDay(general.madeAt);
  const named = homesWords.card.general(general.version, day);
  if (general.read || !general.needed) return <Text className={styles.quiet}>{named}</Text>;
  return (
    <section className={styles.card} aria-label={named}>
      <Subtitle2 as="h2" className={styles.heading}>
        {named}
      </Subtitle2>
      <Text className={own.says}>{general.says}</Text>
      <ReadTick
        draft={draft}
        name="generalRead"
        label={homesWords.card.generalRead(general.version, day)}
        value={String(general.version)}
      />
    </section>
  );
};
