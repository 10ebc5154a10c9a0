/** The one place where card inputs, API bodies and typed words become commands. Nothing is decided here; what can't be read is said. */
import type { Refusal } from '../vocabulary.ts';
import type { VisitCommand } from './command.ts';
import { formWordsOf, type Inputs, refusalAt, textOf } from './inputs.ts';
import { adviceReaders, childReaders } from './read-command-child.ts';
import { doorReaders } from './read-command-door.ts';
import type { AskReader, Given } from './read-command-given.ts';
import { alarmReaders, outReaders } from './read-command-out.ts';
import { requestReaders } from './read-command-request.ts';

export type ReadCommand =
  | { readonly kind: 'read'; readonly command: VisitCommand }
  | { readonly kind: 'unclear'; readonly refusals: readonly Refusal[] };

export const readCommand = (verb: string, inputs: Inputs, given: Given): ReadCommand =>
  verb === 'log-call' ? readCall(inputs, given) : readAsk(verb, inputs, given);

/** What those who are out can say, themselves or through the office. */
const sayable = { ...outReaders, ...doorReaders, ...childReaders };

const readers = new Map<string, AskReader>(
  Object.entries({ ...requestReaders, ...sayable, ...alarmReaders, ...adviceReaders }),
);

const readAsk = (verb: string, inputs: Inputs, given: Given): ReadCommand => {
  const { id, by, via, policy } = given;
  const reader = readers.get(verb);
  if (reader === undefined) {
    const { because, next } = formWordsOf(policy).unknownVerb;
    const why = { because: because(verb.slice(0, 40)), next };
    return { kind: 'unclear', refusals: [refusalAt(policy, 'verb', 'input/unknown-verb', why)] };
  }
  const ask = reader(inputs, given);
  return ask.kind === 'unclear' ? ask : { kind: 'read', command: { ...ask.value, id, by, via } };
};

/** What a visitor said on the phone, as if they had pressed it, with the name of who took the call. */
const readCall = (inputs: Inputs, given: Given): ReadCommand => {
  const { policy } = given;
  const said = textOf(inputs, 'said');
  const { words = '', verb = 'depart' } = inputs;
  if (Object.hasOwn(sayable, said)) {
    const noted = { reason: words, what: words, next: words, ...inputs };
    const call = said === 'already-happened' ? { ...noted, what: verb } : noted;
    return readAsk(said, call, { ...given, via: 'phone' });
  }
  const { because, next } = formWordsOf(policy).noCall;
  const why = {
    because: because(said.slice(0, 40)),
    next: next(Object.keys(sayable).join(', ')),
  };
  return { kind: 'unclear', refusals: [refusalAt(policy, 'said', 'input/unknown-verb', why)] };
};
