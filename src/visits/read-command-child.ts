/** Readers of what is said about a child who is alone or in danger. */
import { type ChildFound, childCalled } from './command.ts';
import { read, refusalsOf, textOf, unclear, yesOrNo } from './inputs.ts';
import { choice } from './inputs-choice.ts';
import type { AskReader } from './read-command-given.ts';
import { note } from './read-command-request.ts';
import { shortened } from './shortened.ts';

const found =
  (verb: ChildFound): AskReader =>
  (inputs) =>
    read({ verb, words: shortened(textOf(inputs, 'words')) });

const advise: AskReader = (inputs, given) => {
  const advice = note(inputs, 'advice', given);
  const callReference = note(inputs, 'callReference', given);
  const called = choice(inputs, 'called', childCalled, { policy: given.policy, without: 'nobody' });
  if (advice.kind === 'unclear' || callReference.kind === 'unclear' || called.kind === 'unclear')
    return unclear(...refusalsOf([advice, called, callReference]));
  return read({
    verb: 'advise',
    advice: advice.value,
    called: called.value,
    callReference: callReference.value,
    referred: yesOrNo(textOf(inputs, 'referred')) === 'yes',
  });
};

export const childReaders = {
  'child-alone': found('child-alone'),
  'child-in-danger': found('child-in-danger'),
  'all-well': () => read({ verb: 'all-well' }),
  'hand-over': (inputs) =>
    read({
      verb: 'hand-over',
      to: shortened(textOf(inputs, 'to')),
      relation: shortened(textOf(inputs, 'relation')),
      policeReference: shortened(textOf(inputs, 'policeReference')),
    }),
} as const satisfies Record<string, AskReader>;

export const adviceReaders = { advise } as const satisfies Record<string, AskReader>;
