import type { PersonId } from '../vocabulary.ts';
import type { VisitEvent } from './event.ts';
import { outOn, whoIsOut, whoWent } from './people-out.ts';
import type { Alarm, AlarmKind, KnownVisit, Outing } from './visit.ts';

type Happened<Type extends VisitEvent['type']> = Extract<VisitEvent, { type: Type }>;

export const isOpen = (alarm: Alarm): boolean => alarm.state !== 'settled';

/** Alarms of one kind are numbered; one that is open goes by the name it has. */
export const alarmIdFor = (alarms: readonly Alarm[], kind: AlarmKind): string => {
  const same = alarms.filter((alarm) => alarm.kind === kind);
  return same.find(isOpen)?.id ?? `${kind}-${same.length + 1}`;
};

export const respondersRung = 'responders';

const changeAlarm = (
  alarms: readonly Alarm[],
  id: string,
  change: (alarm: Alarm) => Alarm,
): readonly Alarm[] => alarms.map((alarm) => (alarm.id === id ? change(alarm) : alarm));

/** The alarms with one more rung raised; the first rung is the birth of its alarm. */
export const withRung = (
  alarms: readonly Alarm[],
  { id, kind, rung, event }: { id: string; kind: AlarmKind; rung: string; event: VisitEvent },
): readonly Alarm[] => {
  const raised = { rung, at: event.at };
  if (alarms.some((alarm) => alarm.id === id))
    return changeAlarm(alarms, id, (alarm) => ({ ...alarm, raised: [...alarm.raised, raised] }));
  const born: Alarm = {
    id,
    kind,
    since: event.at,
    by: event.by,
    raised: [raised],
    holder: undefined,
    spokenTo: [],
    state: 'red',
  };
  return [...alarms, born];
};

export const helpCalled = <Known extends KnownVisit>(
  visit: Known,
  event: Happened<'help-called'>,
): Known => {
  const { alarm: id, kind } = event;
  return {
    ...visit,
    alarms: withRung(visit.alarms, { id, kind, rung: respondersRung, event }),
  };
};

export const leftUnsafe = <Known extends KnownVisit>(visit: Known, event: VisitEvent): Known => {
  const kind = 'left-unsafe';
  const id = alarmIdFor(visit.alarms, kind);
  return { ...visit, alarms: withRung(visit.alarms, { id, kind, rung: respondersRung, event }) };
};

export const rungRaised = (visit: KnownVisit, event: Happened<'rung-raised'>): KnownVisit => {
  const { alarm: id, rung } = event;
  if (event.quiet === true && visit.status === 'out') {
    const reminders = [...(visit.outing.reminders ?? []), { rung, at: event.at }];
    return { ...visit, outing: { ...visit.outing, reminders } };
  }
  const alarms = withRung(visit.alarms, { id, kind: 'overdue', rung, event });
  return { ...visit, alarms: changeAlarm(alarms, id, heardAfresh) };
};

/** Those who stay with a child did not answer when they were asked: somebody has to speak to them afresh. */
const heardAfresh = (alarm: Alarm): Alarm =>
  alarm.kind === 'child-alone' || alarm.kind === 'child-in-danger'
    ? { ...alarm, spokenTo: [] }
    : alarm;

export const policeRecorded = (
  visit: KnownVisit,
  { alarm: id, called, by, at }: Happened<'police-recorded'>,
): KnownVisit => ({
  ...visit,
  alarms: changeAlarm(visit.alarms, id, (alarm) => ({ ...alarm, police: { called, by, at } })),
});

export const acknowledged = (visit: KnownVisit, event: Happened<'acknowledged'>): KnownVisit => ({
  ...visit,
  alarms: changeAlarm(visit.alarms, event.alarm, (alarm) => ({ ...alarm, holder: event.by })),
});

/** Whom a voice check has to cover before an overdue alarm is over. */
export const mustBeHeard = (visit: KnownVisit): readonly PersonId[] => {
  const out = outOn(visit);
  if (out.length > 0) return out;
  return visit.status === 'returned' || visit.status === 'out' ? whoWent(visit.outing) : [];
};

export const spokenTo = (visit: KnownVisit, event: Happened<'spoken-to'>): KnownVisit => {
  const alarms = changeAlarm(visit.alarms, event.alarm, (alarm) => {
    const heard = [...new Set([...alarm.spokenTo, ...event.to])];
    const everybody = mustBeHeard(visit).every((id) => heard.includes(id));
    const settled = alarm.kind === 'overdue' && everybody;
    return { ...alarm, spokenTo: heard, state: settled ? 'settled' : alarm.state };
  });
  const settledNow = alarms.some(
    (alarm) => alarm.id === event.alarm && alarm.kind === 'overdue' && !isOpen(alarm),
  );
  return settledNow && visit.status === 'out'
    ? { ...visit, alarms, outing: newDueBack(visit.outing, event.dueBack) }
    : { ...visit, alarms };
};

export const stoodDown = (visit: KnownVisit, event: Happened<'stood-down'>): KnownVisit => ({
  ...visit,
  alarms: changeAlarm(visit.alarms, event.alarm, (alarm) => ({
    ...alarm,
    spokenTo: [...new Set([...alarm.spokenTo, ...event.spokeTo])],
    state: 'settled',
  })),
});

/** A new due-back begins the ladder again from the foot. */
export const newDueBack = (outing: Outing, dueBack: Outing['dueBack']): Outing => ({
  ...outing,
  dueBack,
  reminders: [],
});

/** A new due-back stands: nobody is overdue until it has passed. */
export const withOverdueSettled = (alarms: readonly Alarm[]): readonly Alarm[] =>
  alarms.map((alarm) => (alarm.kind === 'overdue' ? { ...alarm, state: 'settled' } : alarm));

/** They say that they are back; somebody has still to see or hear them. */
export const withOverdueAmber = (alarms: readonly Alarm[]): readonly Alarm[] =>
  alarms.map((alarm) =>
    alarm.kind === 'overdue' && isOpen(alarm) ? { ...alarm, state: 'amber' } : alarm,
  );

/** Somebody said to be back is out after all. */
export const withOverdueRed = (outing: Outing, alarms: readonly Alarm[]): readonly Alarm[] =>
  whoIsOut(outing).length === 0
    ? alarms
    : alarms.map((alarm) => (alarm.state === 'amber' ? { ...alarm, state: 'red' } : alarm));
