/** Readers of what is said at the door and inside. */
import type { InvitedBy } from '../safety/doorstep.ts';
import type { Animals } from './command.ts';
import { type Inputs, type Read, read, refusalsOf, textOf, unclear, yesOrNo } from './inputs.ts';
import { choice } from './inputs-choice.ts';
import { dueBackSaid } from './inputs-time.ts';
import type { AskReader, Given } from './read-command-given.ts';
import { asking, note } from './read-command-request.ts';
import { whoReported, whoSaid } from './read-command-who.ts';
import { shortened } from './shortened.ts';

const footings: readonly (InvitedBy | '')[] = [
  'parent',
  'delegated-adult',
  'other-adult',
  'child',
  '',
];

const footingIn = (
  field: 'invitedBy' | 'footing',
  inputs: Inputs,
  { policy }: Given,
): Read<InvitedBy | undefined> => {
  const said = choice(inputs, field, footings, { policy, without: '' });
  if (said.kind === 'unclear') return said;
  return read(said.value === '' ? undefined : said.value);
};

const enter: AskReader = (inputs, given) => {
  const who = whoSaid('enter', inputs, given);
  const hazards = note(inputs, 'hazards', given);
  const permission = note(inputs, 'permission', given);
  const invitedBy = footingIn('invitedBy', inputs, given);
  const kept: readonly (Animals | '')[] = ['none', 'secured', 'loose', ''];
  const animals = choice(inputs, 'animals', kept, { policy: given.policy, without: '' });
  if (
    who.kind === 'unclear' ||
    hazards.kind === 'unclear' ||
    permission.kind === 'unclear' ||
    invitedBy.kind === 'unclear' ||
    animals.kind === 'unclear'
  )
    return unclear(...refusalsOf([who, invitedBy, permission, animals, hazards]));
  return read({
    verb: 'enter',
    who: who.value,
    invitedBy: invitedBy.value,
    parentPresent: yesOrNo(textOf(inputs, 'parentPresent')) === 'yes',
    ...(permission.value === '' ? {} : { permission: permission.value }),
    animals: animals.value === '' ? undefined : animals.value,
    hazards: hazards.value,
  });
};

/** What can't be read of a report is left out of it; who came to the door is what it is about. */
const meet: AskReader = (inputs, given) => {
  const footing = footingIn('footing', inputs, given);
  if (footing.kind === 'unclear') return footing;
  return read({
    verb: 'meet',
    who: whoReported('meet', inputs, given),
    spokeTo: shortened(textOf(inputs, 'spokeTo')),
    footing: footing.value,
  });
};

const lateness: AskReader = (inputs, given) => {
  const text = textOf(inputs, 'expected');
  if (text === '') return read({ verb: 'notice-of-lateness' });
  const { policy, now, visit } = given;
  const said = dueBackSaid(text, { field: 'expected', policy, now, visit }, startOf(given));
  return asking(said, (expected) => ({ verb: 'notice-of-lateness', expected }));
};

/** "Twenty minutes late" is twenty after the appointed time. */
const startOf = ({ visit, now }: Given) =>
  visit.status === 'unsubmitted' ? now : visit.proposal.start;

export const doorReaders = {
  enter,
  meet,
  'notice-of-lateness': lateness,
  'parent-left': () => read({ verb: 'parent-left' }),
  'go-upstairs': (inputs) =>
    read({
      verb: 'go-upstairs',
      why: shortened(textOf(inputs, 'why') || textOf(inputs, 'words')),
      with: shortened(textOf(inputs, 'with')),
    }),
  'nearly-there': (inputs, given) =>
    read({ verb: 'nearly-there', who: whoReported('nearly-there', inputs, given) }),
  'write-reason': (inputs, given) =>
    asking(note(inputs, 'reason', given), (reason) => ({ verb: 'write-reason', reason })),
} as const satisfies Record<string, AskReader>;
