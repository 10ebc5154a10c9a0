/** The attempts at contact that a form lists, one a line: `2026-11-24 09:10 phone 01632 960001`. */
import type { Policy } from '../policy/policy.ts';
import { refusal } from '../policy/refusal.ts';
import { atSchool, schoolDay, wallTime } from '../vocabulary.ts';
import { type Inputs, limited, noteLimit, type Read, read, refusalsOf, unclear } from './inputs.ts';
import { type ContactAttempt, contactChannels } from './proposal.ts';

const field = 'contactAttempts';

export const readAttempts = (inputs: Inputs, policy: Policy): Read<readonly ContactAttempt[]> => {
  const text = limited(linesOf(inputs), field, noteLimit, policy);
  if (text.kind === 'unclear') return text;
  const lines = text.value.split('\n').filter((line) => line.trim() !== '');
  const attempts = lines.map((line) => readLine(line, policy));
  const refusals = refusalsOf(attempts);
  return refusals.length > 0
    ? unclear(...refusals)
    : read(attempts.flatMap((one) => (one.kind === 'read' ? [one.value] : [])));
};

/** A list of lines is as good as lines of text. */
const linesOf = (inputs: Inputs): Inputs => {
  const said = inputs[field];
  return Array.isArray(said) ? { [field]: said.map(String).join('\n') } : inputs;
};

const readLine = (line: string, policy: Policy): Read<ContactAttempt> => {
  const [day = '', time = '', channel = '', ...rest] = line.trim().split(/\s+/u);
  const at = atSchool(day, time);
  const by = contactChannels.find((one) => one === channel.toLocaleLowerCase('en-GB'));
  return at === undefined || by === undefined || !/^\d{4}-\d{2}-\d{2}$/u.test(day)
    ? unclear(refusal(policy, 'form/attempt-clear', { line: line.trim(), field }))
    : read({ at, by, to: rest.join(' ') });
};

export const attemptLines = (attempts: readonly ContactAttempt[]): string =>
  attempts
    .map(({ at, by, to }) => `${schoolDay(at)} ${wallTime(at)} ${by} ${to}`.trim())
    .join('\n');
