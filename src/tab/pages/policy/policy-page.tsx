/** The school's policy: what it says, its versions, who has read it, and how it is changed. */
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
  Subtitle1,
  Subtitle2,
  Text,
  tokens,
} from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { SeenPolicy, SeenReaders } from '../../../journeys/policy-seen.ts';
import { useSession } from '../../client-context.ts';
import { useLayout } from '../../layout.ts';
import { useLive } from '../../live.ts';
import { Empty, FailureBar, Waiting } from '../../parts/notices.tsx';
import { RefusalList } from '../../parts/refusal-list.tsx';
import { words as tabWords } from '../../words.ts';
import { Monitoring } from './monitoring.tsx';
import { ParentsCopy } from './parents-copy.tsx';
import { Propose } from './propose.tsx';
import { type PolicyAct, usePolicyAct } from './use-policy.ts';
import { Versions } from './versions.tsx';
import { words } from './words.ts';

const useStyles = makeStyles({
  lines: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
  // Columns, so that a short part leaves no hole beside a long one.
  groups: {
    columns: '24rem',
    columnGap: tokens.spacingHorizontalL,
    '& > section': { breakInside: 'avoid', marginBlockEnd: tokens.spacingHorizontalL },
  },
});

type Line = { readonly say: string; readonly place: string };

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => {
  const layout = useLayout();
  return (
    <section className={layout.card} aria-label={title}>
      <Subtitle2 as="h2" className={layout.heading}>
        {title}
      </Subtitle2>
      {children}
    </section>
  );
};

const Lines = ({ lines }: { readonly lines: readonly Line[] }) => {
  const styles = useStyles();
  const { quiet } = useLayout();
  return (
    <ul className={styles.lines}>
      {lines.map(({ say, place }) => (
        <li key={`${say} ${place}`}>
          <Text>{say}</Text>
          {place !== '' && <Text className={quiet}> {words.place(place)}</Text>}
        </li>
      ))}
    </ul>
  );
};

/** A policy that has lapsed warns, and never blocks. */
const Review = ({ review }: Pick<SeenPolicy, 'review'>) =>
  review.state === 'lapsed' || review.state === 'soon' ? (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{review.says}</MessageBarBody>
    </MessageBar>
  ) : (
    <Text>{review.says}</Text>
  );

const Read = ({ seen, act }: { readonly seen: SeenPolicy; readonly act: PolicyAct }) => {
  const layout = useLayout();
  if (seen.read) return <Text className={layout.quiet}>{words.read.done}</Text>;
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>{words.read.ask}</MessageBarBody>
      <MessageBarActions>
        <Button
          className={layout.touch}
          disabledFocusable={act.sending}
          onClick={() => void act.send('confirm-policy-read', { version: seen.version })}
        >
          {words.read.button}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
};

const Readers = ({ read, notYet }: SeenReaders) => (
  <Part title={words.read.title}>
    <Text>{words.read.notYet(notYet.length)}</Text>
    <Lines lines={notYet.map((name) => ({ say: name, place: '' }))} />
    <Text>{words.read.read(read.length)}</Text>
    <Lines lines={read.map(({ name, day }) => ({ say: name, place: day }))} />
  </Part>
);

const Papers = ({ seen }: { readonly seen: SeenPolicy }) => {
  const contacts = seen.contacts.map(({ name, reach, place }) => ({
    say: `${name}: ${reach || words.noReach}`,
    place,
  }));
  const parts: readonly (readonly [string, readonly Line[]])[] = [
    [words.law, seen.law.map(({ name, note = '' }) => ({ say: name, place: note }))],
    [words.linked, seen.linked.map((name) => ({ say: name, place: '' }))],
    [words.contacts, contacts],
  ];
  return parts.map(([title, lines]) => (
    <Part key={title} title={title}>
      {lines.length === 0 ? <Text>{words.nothingNamed}</Text> : <Lines lines={lines} />}
    </Part>
  ));
};

const Policy = ({ seen, act }: { readonly seen: SeenPolicy; readonly act: PolicyAct }) => {
  const styles = useStyles();
  const layout = useLayout();
  const [proposing, setProposing] = useState(false);
  return (
    <>
      <Review review={seen.review} />
      <Read seen={seen} act={act} />
      {act.refusals.length > 0 && !proposing && <RefusalList refusals={act.refusals} />}
      {act.said && !proposing && (
        <MessageBar intent={act.said.intent} layout="multiline">
          <MessageBarBody>{act.said.text}</MessageBarBody>
        </MessageBar>
      )}
      {proposing ? (
        <Propose seen={seen} act={act} onDone={() => setProposing(false)} />
      ) : (
        <>
          <Versions seen={seen} act={act} />
          {seen.mayPropose && (
            <div className={layout.row}>
              <Button
                appearance="primary"
                className={layout.touch}
                onClick={() => setProposing(true)}
              >
                {words.propose.open}
              </Button>
            </div>
          )}
        </>
      )}
      <div className={styles.groups}>
        {seen.groups.map(({ id, title, lines }) => (
          <Part key={id} title={title}>
            <Lines lines={lines} />
          </Part>
        ))}
        <Papers seen={seen} />
        {seen.readers && <Readers {...seen.readers} />}
        {seen.mayMonitor && <Monitoring />}
        <ParentsCopy seen={seen} />
      </div>
    </>
  );
};

export const PolicyPage = () => {
  const { client } = useSession();
  const layout = useLayout();
  const live = useLive(client.policy);
  const act = usePolicyAct((policy) => {
    if (live.data) live.show({ ...live.data, policy });
  });
  const seen = live.data?.policy;
  return (
    <div className={layout.page}>
      <header className={layout.section}>
        <Subtitle1 as="h1" className={layout.heading}>
          {seen?.title ?? tabWords.pages.policy}
        </Subtitle1>
        {seen && <Text className={layout.quiet}>{words.version(seen.version)}</Text>}
      </header>
      <FailureBar failure={live.failure} again={live.reload} />
      {live.gone && <Empty said={tabWords.nowhere} />}
      {seen === undefined && !live.failure && !live.gone && <Waiting rows={5} />}
      {seen && <Policy seen={seen} act={act} />}
    </div>
  );
};
