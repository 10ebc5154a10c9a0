/** Readers of what is said from departure until everyone is back. */
import type { Instant } from '../vocabulary.ts';
import {
  type CallOff,
  type ChildCalled,
  childCalled,
  type HelpKind,
  type VisitAsk,
} from './command.ts';
import { type Inputs, type Read, read, refusalsOf, textOf, unclear } from './inputs.ts';
import { choice } from './inputs-choice.ts';
import { type Asked, dueBackSaid, laterThanDue } from './inputs-time.ts';
import type { AskReader, Given } from './read-command-given.ts';
import { asking, note, reasonAndInstead } from './read-command-request.ts';
import { spokenTo, whoReported, whoSaid } from './read-command-who.ts';
import { shortened } from './shortened.ts';

const askedAt = ({ policy, now, visit }: Given): Asked => ({
  field: 'dueBack',
  policy,
  now,
  visit,
});

/** A due-back, where one was said. */
const maybeDueBack = (inputs: Inputs, given: Given): Read<{ readonly dueBack?: Instant }> => {
  const text = textOf(inputs, 'dueBack');
  if (text === '') return read({});
  const due = dueBackSaid(text, askedAt(given), given.now);
  return due.kind === 'unclear' ? due : read({ dueBack: due.value });
};

const depart: AskReader = (inputs, given) => {
  const who = whoSaid('depart', inputs, given);
  const due = maybeDueBack(inputs, given);
  if (who.kind === 'unclear' || due.kind === 'unclear') return unclear(...refusalsOf([who, due]));
  return read({ verb: 'depart', who: who.value, ...due.value });
};

/** Never sent back: what can't be read of a report is left out of it. */
const alreadyHappened: AskReader = (inputs, given) => {
  const due = maybeDueBack(inputs, given);
  const what = textOf(inputs, 'what') || textOf(inputs, 'verb');
  return read({
    verb: 'already-happened',
    what: what === '' ? 'depart' : shortened(what),
    who: whoReported('already-happened', inputs, given),
    ...(due.kind === 'read' ? due.value : {}),
  });
};

const movement =
  (verb: 'arrive' | 'wait' | 'return' | 'safe-now'): AskReader =>
  (inputs, given) =>
    asking(whoSaid(verb, inputs, given), (who) => ({ verb, who }));

const leave: AskReader = (inputs, given) => {
  const who = whoSaid('leave', inputs, given);
  const next = note(inputs, 'next', given);
  if (who.kind === 'unclear' || next.kind === 'unclear') return unclear(...refusalsOf([who, next]));
  return read({ verb: 'leave', who: who.value, next: next.value });
};

const extend: AskReader = (inputs, given) => {
  const text = textOf(inputs, 'dueBack');
  if (text === '') return read({ verb: 'extend', dueBack: undefined });
  const asked = askedAt(given);
  return asking(dueBackSaid(text, asked, laterThanDue(asked)), (dueBack) => ({
    verb: 'extend',
    dueBack,
  }));
};

const callOff =
  (verb: CallOff): AskReader =>
  (inputs, given) =>
    asking(reasonAndInstead(inputs, given), (words) => ({ verb, ...words }));

/** Help is never sent back, however much is said with it. */
const help =
  (verb: HelpKind): AskReader =>
  (inputs) =>
    read({ verb, words: shortened(textOf(inputs, 'words')) });

/** The alarm named, or the one that is open. */
const alarmIn = (inputs: Inputs, { visit }: Given): string => {
  const named = textOf(inputs, 'alarm');
  if (named !== '' || visit.status === 'unsubmitted') return named;
  return visit.alarms.findLast(({ state }) => state !== 'settled')?.id ?? '';
};

const spoke: AskReader = (inputs, given) => {
  const to = spokenTo('to', inputs, given);
  const due = maybeDueBack(inputs, given);
  if (to.kind === 'unclear' || due.kind === 'unclear') return unclear(...refusalsOf([to, due]));
  return read({ verb: 'spoke', alarm: alarmIn(inputs, given), to: to.value, ...due.value });
};

/** Whom somebody rang in vain; everybody it could be, where they do not say. */
const noAnswer: AskReader = (inputs, given) =>
  read({
    verb: 'no-answer',
    alarm: alarmIn(inputs, given),
    to: whoReported(
      'spoke',
      textOf(inputs, 'to') === '' ? inputs : { ...inputs, who: textOf(inputs, 'to') },
      given,
    ),
  });

const standDown: AskReader = (inputs, given) =>
  asking(
    spokenTo('spokeTo', inputs, given),
    (who): VisitAsk => ({
      verb: 'stand-down',
      alarm: alarmIn(inputs, given),
      spokeTo: who,
    }),
  );

const recordPolice: AskReader = (inputs, given) => {
  const choices: readonly (ChildCalled | '')[] = [...childCalled, ''];
  const called = choice(inputs, 'called', choices, { policy: given.policy, without: '' });
  if (called.kind === 'unclear') return called;
  return read({
    verb: 'record-police',
    alarm: alarmIn(inputs, given),
    called: called.value === '' ? undefined : called.value,
    reference: shortened(textOf(inputs, 'callReference')),
    words: shortened(textOf(inputs, 'words')),
  });
};

export const outReaders = {
  depart,
  'already-happened': alreadyHappened,
  arrive: movement('arrive'),
  wait: movement('wait'),
  leave,
  return: movement('return'),
  extend,
  'change-plan': (inputs, given) =>
    asking(note(inputs, 'what', given), (what) => ({ verb: 'change-plan', what })),
  'cannot-go': callOff('cannot-go'),
  'turn-back': callOff('turn-back'),
  'feel-unsafe': callOff('feel-unsafe'),
  'animals-loose': callOff('animals-loose'),
  cancel: callOff('cancel'),
  'leave-unsafe': (inputs, given) =>
    read({ verb: 'leave-unsafe', who: whoReported('leave-unsafe', inputs, given) }),
  'safe-now': movement('safe-now'),
  'send-test': (inputs, given) =>
    read({ verb: 'send-test', who: whoReported('depart', inputs, given) }),
  reached: (inputs, given) =>
    asking(whoSaid('depart', inputs, given), (who) => ({ verb: 'reached', who })),
  'call-me': () => read({ verb: 'call-me' }),
  help: help('help'),
  danger: help('danger'),
  unwell: help('unwell'),
  injured: help('injured'),
} as const satisfies Record<string, AskReader>;

export const alarmReaders = {
  acknowledge: (inputs, given) => read({ verb: 'acknowledge', alarm: alarmIn(inputs, given) }),
  spoke,
  'stand-down': standDown,
  'record-police': recordPolice,
  'no-answer': noAnswer,
  'take-over': () => read({ verb: 'take-over' }),
  'test-received': () => read({ verb: 'test-received' }),
} as const satisfies Record<string, AskReader>;
