import {
  Button,
  MessageBar,
  MessageBarBody,
  Subtitle1,
  Subtitle2,
  Text,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { type ReactNode, useCallback } from 'react';
import type { SeenVisit } from '../../../journeys/seen.ts';
import { ActDialog, ActSaid } from '../../acts/act-dialog.tsx';
import { useAct } from '../../acts/use-act.ts';
import { useSession } from '../../client-context.ts';
import { useNow } from '../../clock.ts';
import { useLayout } from '../../layout.ts';
import { useLive } from '../../live.ts';
import { AlarmBars } from '../../parts/alarm-bars.tsx';
import { Reminders } from '../../parts/briefing.tsx';
import { DecisionLines } from '../../parts/decision-lines.tsx';
import { Empty, FailureBar, Waiting } from '../../parts/notices.tsx';
import { VerbButtons } from '../../parts/verb-buttons.tsx';
import { StatusBadge } from '../../status-badge.tsx';
import { dueSaid, span } from '../../when.ts';
import { words } from '../../words.ts';
import { isOut } from '../today/day.ts';
import { Facts, Visitors } from './facts.tsx';
import { LetterButton } from './letter-button.tsx';
import { Risk, RiskAnswers } from './risk.tsx';
import { Round, wordsOfRounds } from './round.tsx';
import { Story } from './story.tsx';

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => {
  const styles = useLayout();
  return (
    <section className={styles.card} aria-label={title}>
      <Subtitle2 as="h2" className={styles.heading}>
        {title}
      </Subtitle2>
      {children}
    </section>
  );
};

const Header = ({
  visit,
  onClose,
}: {
  readonly visit: SeenVisit;
  readonly onClose: () => void;
}) => {
  const styles = useLayout();
  const now = useNow();
  return (
    <header className={styles.section}>
      <div className={styles.spread}>
        <Subtitle1 as="h1" className={styles.heading}>
          {words.visit.heading(visit.reference, visit.initials)}
        </Subtitle1>
        <Button
          className={styles.touch}
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={words.close}
          onClick={onClose}
        />
      </div>
      <div className={styles.row}>
        <StatusBadge status={visit.status} />
        <Text weight="semibold">
          {isOut(visit) ? dueSaid(visit.dueBack, now) : span(visit.start, visit.dueBack, now)}
        </Text>
      </div>
      {visit.why && (
        <Text>
          {words.visit.why}: {visit.why}
        </Text>
      )}
    </header>
  );
};

const Marks = ({ visit }: { readonly visit: SeenVisit }) => {
  const held = visit.held.map((what) => words.visit.held(what));
  const marks = [
    ...(visit.filed || held.length > 0 ? [] : [words.visit.notFiled]),
    ...held,
    ...(visit.breaches > 0 ? [words.visit.breaches(visit.breaches)] : []),
  ];
  return marks.map((mark) => (
    <MessageBar key={mark} intent="info" layout="multiline">
      <MessageBarBody>{mark}</MessageBarBody>
    </MessageBar>
  ));
};

type Props = { readonly reference: string; readonly onClose: () => void };

export const VisitPage = ({ reference, onClose }: Props) => {
  const { client } = useSession();
  const live = useLive(useCallback(() => client.visit(reference), [client, reference]));
  const act = useAct(live.show);
  const styles = useLayout();
  if (live.gone) return <Empty said={words.visit.gone} />;
  if (live.data === undefined)
    return live.failure ? <FailureBar failure={live.failure} again={live.reload} /> : <Waiting />;
  const { visit } = live.data;
  return (
    <article className={styles.page}>
      <Header visit={visit} onClose={onClose} />
      <FailureBar failure={live.failure} again={live.reload} />
      <AlarmBars visit={visit} act={act} />
      <ActSaid act={act} />
      <Marks visit={visit} />
      <DecisionLines visit={visit} />
      <section className={styles.section} aria-label={words.visit.actions}>
        <VerbButtons
          visit={visit}
          act={act}
          // The alarm's own button is the one to press first.
          quiet={visit.verbs.includes('acknowledge') || visit.verbs.includes('spoke')}
        />
        <LetterButton visit={visit} />
      </section>
      {visit.briefing !== undefined && visit.briefing.length > 0 && (
        <Part title={words.briefing.title}>
          {visit.briefing.map((group) => (
            <Reminders key={group.moment} {...group} />
          ))}
        </Part>
      )}
      {visit.round && (
        <Part title={wordsOfRounds.title(visit.round.name)}>
          <Round round={visit.round} />
        </Part>
      )}
      <Part title={words.visit.people}>
        <Visitors visit={visit} />
      </Part>
      <Part title={words.visit.facts}>
        <Facts visit={visit} />
      </Part>
      <Part title={words.visit.risk}>
        <Risk visit={visit} />
        <RiskAnswers visit={visit} />
      </Part>
      {(visit.policySays.length > 0 || visit.askedUnder) && (
        <Part title={words.visit.policy}>
          {visit.askedUnder && (
            <Text className={styles.quiet}>{words.visit.askedUnder(visit.askedUnder)}</Text>
          )}
          {visit.policySays.map((sentence) => (
            <Text key={sentence}>{sentence}</Text>
          ))}
        </Part>
      )}
      <Part title={words.visit.story}>
        <Story lines={visit.story} />
      </Part>
      <ActDialog act={act} />
    </article>
  );
};
