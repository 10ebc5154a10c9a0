/** Date, start and due-back of the form, on the school's clock. */
import type { Policy } from '../policy/policy.ts';
import {
  atSchool,
  daysAfter,
  type Instant,
  minutesBetween,
  schoolDay,
  wallTime,
} from '../vocabulary.ts';
import {
  formWordsOf,
  type Inputs,
  type Read,
  read,
  refusalAt,
  refusalsOf,
  textOf,
  unclear,
  yesOrNo,
} from './inputs.ts';
import { againOf, clockTime, dayInWords } from './inputs-time.ts';

export type Times = { readonly start: Instant; readonly dueBack: Instant };

export const readTimes = (inputs: Inputs, policy: Policy): Read<Times> => {
  const day = dayOf(inputs, policy);
  const startTime = timeOf(inputs, 'startTime', policy);
  const dueTime = timeOf(inputs, 'dueBackTime', policy);
  if (day.kind === 'unclear' || startTime.kind === 'unclear' || dueTime.kind === 'unclear')
    return unclear(...refusalsOf([day, startTime, dueTime]));
  const dueDay = yesOrNo(textOf(inputs, 'nextDay')) === 'yes' ? daysAfter(day.value, 1) : day.value;
  const start = momentOf(
    { inputs, field: 'startTime', day: day.value, time: startTime.value },
    policy,
  );
  const dueBack = momentOf(
    { inputs, field: 'dueBackTime', day: dueDay, time: dueTime.value },
    policy,
  );
  if (start.kind === 'unclear' || dueBack.kind === 'unclear')
    return unclear(...refusalsOf([start, dueBack]));
  if (dueBack.value > start.value) return read({ start: start.value, dueBack: dueBack.value });
  const { because, next } = formWordsOf(policy).dueBackFirst;
  const why = { because: because(dueTime.value, startTime.value), next };
  return unclear(refusalAt(policy, 'dueBackTime', 'input/due-back-first', why));
};

const dayOf = (inputs: Inputs, policy: Policy): Read<string> =>
  textOf(inputs, 'date') === '' ? missing('date', policy) : readDay(inputs, 'date', policy);

/** A day as `yyyy-mm-dd`; empty where none is said. */
export const readDay = (inputs: Inputs, field: string, policy: Policy): Read<string> => {
  const text = textOf(inputs, field);
  if (text === '') return read('');
  const day = text.slice(0, 10);
  if (/^\d{4}-\d{2}-\d{2}(T|$)/u.test(text) && atSchool(day, '12:00') !== undefined)
    return read(day);
  const { because, next } = formWordsOf(policy).badDate;
  return unclear(refusalAt(policy, field, 'input/bad-date', { because: because(text), next }));
};

const timeOf = (inputs: Inputs, field: string, policy: Policy): Read<string> => {
  const text = textOf(inputs, field);
  if (text === '') return missing(field, policy);
  const time = clockTime(text);
  if (time !== undefined) return read(time);
  const { because, next } = formWordsOf(policy).badTime;
  return unclear(refusalAt(policy, field, 'input/bad-time', { because: because(text), next }));
};

type Wall = {
  readonly inputs: Inputs;
  readonly field: 'startTime' | 'dueBackTime';
  readonly day: string;
  readonly time: string;
};

const momentOf = ({ inputs, field, day, time }: Wall, policy: Policy): Read<Instant> => {
  const first = atSchool(day, time);
  if (first === undefined) {
    const { because, next } = formWordsOf(policy).skippedTime;
    return unclear(
      refusalAt(policy, field, 'input/no-such-time', {
        because: because(time, dayInWords(day)),
        next,
      }),
    );
  }
  const second = yesOrNo(textOf(inputs, secondTime[field])) === 'yes' ? againOf(first) : undefined;
  return read(second ?? first);
};

/** Said with `yes`: the second of two moments the clock shows alike, when it goes back. */
const secondTime = { startTime: 'startSecond', dueBackTime: 'dueBackSecond' } as const;

export const missing = (field: string, policy: Policy): Read<never> => {
  const words = formWordsOf(policy);
  const why = {
    because: words.missing.because(words.fields[field] ?? field),
    next: words.missing.next,
  };
  return unclear(refusalAt(policy, field, 'form/needed', why));
};

export const timeInputs = ({ start, dueBack }: Times): Record<string, string> => ({
  date: schoolDay(start),
  startTime: wallTime(start),
  dueBackTime: wallTime(dueBack),
  nextDay: schoolDay(dueBack) === schoolDay(start) ? '' : 'yes',
  startSecond: isSecond(start) ? 'yes' : '',
  dueBackSecond: isSecond(dueBack) ? 'yes' : '',
});

const isSecond = (moment: Instant): boolean => {
  const first = atSchool(schoolDay(moment), wallTime(moment));
  return first !== undefined && minutesBetween(first, moment) >= 60;
};
