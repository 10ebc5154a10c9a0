/** Each alarm that stands: what happened, to whom, since when, who has it, and what is next. */
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { SeenAlarm, SeenVisit } from '../../journeys/seen.ts';
import type { VisitVerb } from '../../people/access.ts';
import { schoolTime } from '../../vocabulary.ts';
import { labelOf } from '../acts/fields.ts';
import type { Act } from '../acts/use-act.ts';
import { useNow } from '../clock.ts';
import { useLayout } from '../layout.ts';
import { isLate, namesIn, openAlarms, stillOut } from '../pages/today/day.ts';
import { dueSaid } from '../when.ts';
import { words } from '../words.ts';
import { Phone } from './phone.tsx';

const useStyles = makeStyles({
  title: { display: 'block' },
  actions: { flexWrap: 'wrap', rowGap: tokens.spacingVerticalS },
});

type Props = {
  readonly visit: SeenVisit;
  readonly act: Act;
  readonly onOpen?: (visit: SeenVisit) => void;
};

const answers: readonly VisitVerb[] = [
  'acknowledge',
  'spoke',
  'no-answer',
  'record-police',
  'stand-down',
  'log-call',
];

/** To have it; once this person has, to say that they spoke to them. */
const firstAnswer = ({ verbs }: SeenVisit): VisitVerb =>
  verbs.includes('acknowledge') ? 'acknowledge' : 'spoke';

const Phones = ({ visit }: { readonly visit: SeenVisit }) => {
  const phones = stillOut(visit).filter(({ mobile }) => mobile !== undefined && mobile !== '');
  if (phones.length === 0) return <>{words.alarms.noPhone}</>;
  return (
    <>
      {words.alarms.next}{' '}
      {phones.map(({ id, name, mobile = '' }, index) => (
        <span key={id}>
          {index > 0 && ', '}
          {name} <Phone number={mobile} />
        </span>
      ))}
      {words.alarms.thenSay}
    </>
  );
};

const told = (alarm: SeenAlarm): string => {
  const { rungs, lastRungAt } = alarm;
  return rungs > 0 && lastRungAt !== undefined
    ? words.alarms.told(rungs, schoolTime(lastRungAt))
    : '';
};

const AlarmBar = ({
  visit,
  act,
  onOpen,
  alarm,
}: Props & { readonly alarm: SeenAlarm | undefined }) => {
  const styles = useLayout();
  const own = useStyles();
  const now = useNow();
  const who = namesIn(stillOut(visit).length > 0 ? stillOut(visit) : visit.visitors);
  const late = words.alarms.overdue(who, dueSaid(visit.dueBack, now));
  const title =
    alarm === undefined || alarm.kind === 'overdue' ? late : words.alarms[alarm.kind](who);
  const { holder, spokenTo = [] } = alarm ?? {};
  return (
    <MessageBar
      intent={alarm?.state === 'amber' ? 'warning' : 'error'}
      layout="multiline"
      politeness="assertive"
    >
      <MessageBarBody>
        <MessageBarTitle className={own.title}>{title}</MessageBarTitle>
        {visit.reference} · {visit.address}. {alarm?.state === 'amber' && `${words.alarms.amber} `}
        {holder ? words.alarms.holder(holder.name) : words.alarms.noHolder} {alarm && told(alarm)}{' '}
        {visit.lastHeard && `${words.alarms.lastHeard(schoolTime(visit.lastHeard))} `}
        {visit.transport && `${words.alarms.vehicle(visit.transport)} `}
        {alarm?.police &&
          `${words.alarms.police[alarm.police.called](schoolTime(alarm.police.at))} `}
        {alarm?.policeDue === true && <strong>{words.alarms.decidePolice} </strong>}
        {spokenTo.length > 0 && `${words.alarms.spoken(namesIn(spokenTo))} `}
        <Phones visit={visit} />
      </MessageBarBody>
      <MessageBarActions className={own.actions}>
        {answers
          // On the visit's own page it stands among the other acts.
          .filter((verb) => visit.verbs.includes(verb) && (onOpen || verb !== 'log-call'))
          .map((verb) => (
            <Button
              key={verb}
              className={styles.touch}
              appearance={verb === firstAnswer(visit) ? 'primary' : 'secondary'}
              onClick={() => act.start(visit, verb)}
            >
              {labelOf(verb, visit)}
            </Button>
          ))}
        {onOpen && (
          <Button className={styles.touch} onClick={() => onOpen(visit)}>
            {words.today.open(visit.reference)}
          </Button>
        )}
      </MessageBarActions>
    </MessageBar>
  );
};

/** A visit that is late says so from the first minute, before any alarm has been raised. */
export const AlarmBars = (props: Props) => {
  const now = useNow();
  const alarms = openAlarms(props.visit);
  if (alarms.length === 0)
    return isLate(props.visit, now) ? <AlarmBar {...props} alarm={undefined} /> : null;
  return alarms.map((alarm) => <AlarmBar key={alarm.id} {...props} alarm={alarm} />);
};
