/** Readers of what is asked before anybody leaves. */
import type { Refusal } from '../vocabulary.ts';
import type { VisitAsk } from './command.ts';
import { formSoFar, readForm } from './form.ts';
import { reasonsNotToAsk } from './form-rules.ts';
import {
  type Inputs,
  limited,
  noteLimit,
  peopleNamed,
  type Read,
  read,
  refusalsOf,
  textOf,
  unclear,
  yesOrNo,
} from './inputs.ts';
import type { AskReader, Given } from './read-command-given.ts';

export const note = (inputs: Inputs, field: string, { policy }: Given): Read<string> =>
  limited(inputs, field, noteLimit, policy);

/** What was read, as a command; or why not. */
export const asking = <T>(field: Read<T>, ask: (value: T) => VisitAsk): Read<VisitAsk> =>
  field.kind === 'unclear' ? field : read(ask(field.value));

const sending =
  (verb: 'submit' | 'edit'): AskReader =>
  (inputs, given) => {
    const form = readForm(inputs, given);
    return form.kind === 'read'
      ? read({ verb, form: form.form })
      : unclear(...form.refusals, ...whatElse(inputs, form.refusals, given));
  };

/** What the school's rules say of the rest of the form, so that nobody has to send it twice to hear of it. */
const whatElse = (
  inputs: Inputs,
  unreadable: readonly Refusal[],
  given: Given,
): readonly Refusal[] => {
  const { now, policy, roster, visit, by } = given;
  const known = visit.status === 'unsubmitted' ? undefined : visit;
  const reasons = reasonsNotToAsk(formSoFar(inputs, given), known?.requestedBy ?? by, {
    now,
    policy,
    roster,
    assessment: undefined,
    ...given.about,
    firstVisit: known?.firstVisit ?? false,
    hash: (text) => text,
    reference: '',
    ...(known === undefined ? {} : { startBefore: known.proposal.start }),
  });
  const said = new Set(
    unreadable.flatMap(({ field }) => (field === undefined ? [] : together(field))),
  );
  return reasons.filter(({ field }) => !said.has(field ?? 'visitors'));
};

/** Where one of these can't be read, nothing can be said of the others. */
const together = (field: string): readonly string[] =>
  ['date', 'startTime', 'dueBackTime'].includes(field)
    ? ['date', 'startTime', 'dueBackTime', 'eveningReason']
    : [field];

const decision = (inputs: Inputs) => ({ content: textOf(inputs, 'content') });

/** Why not, and how the family is reached without a visit, where somebody says. */
export const reasonAndInstead = (
  inputs: Inputs,
  given: Given,
): Read<{ readonly reason: string; readonly instead?: string }> => {
  const reason = note(inputs, 'reason', given);
  const instead = note(inputs, 'instead', given);
  if (reason.kind === 'unclear' || instead.kind === 'unclear')
    return unclear(...refusalsOf([reason, instead]));
  return read({
    reason: reason.value,
    ...(instead.value === '' ? {} : { instead: instead.value }),
  });
};

const answerHealth: AskReader = (inputs, given) => {
  const what = note(inputs, 'what', given);
  const adjustment = adjustmentIn(textOf(inputs, 'adjustment'));
  return asking(what, (text) => ({
    verb: 'answer-health',
    adjustment,
    ...(adjustment === 'needed' && text !== '' ? { sealedWhat: given.seal(text) } : {}),
  }));
};

const adjustmentIn = (text: string): 'none' | 'needed' | undefined => {
  const said = text.toLocaleLowerCase('en-GB');
  if (said === 'none' || said === 'needed') return said;
  const answer = yesOrNo(said);
  if (answer === undefined) return undefined;
  return answer === 'yes' ? 'needed' : 'none';
};

/** Only what the policy asks; an answer that can't be read is no answer. */
const checkDeparture: AskReader = (inputs, { policy }) => {
  const answers = policy.departure.checks.flatMap(({ id }) => {
    const answer = yesOrNo(textOf(inputs, id));
    return answer === undefined ? [] : [[id, answer]];
  });
  return read({ verb: 'check-departure', answers: Object.fromEntries(answers) });
};

export const requestReaders = {
  submit: sending('submit'),
  edit: sending('edit'),
  approve: (inputs, given) =>
    asking(note(inputs, 'note', given), (text) => ({
      verb: 'approve',
      ...decision(inputs),
      note: text,
    })),
  decline: (inputs, given) =>
    asking(reasonAndInstead(inputs, given), (words) => ({
      verb: 'decline',
      ...decision(inputs),
      ...words,
    })),
  'ask-for-changes': (inputs, given) =>
    asking(note(inputs, 'what', given), (what) => ({
      verb: 'ask-for-changes',
      ...decision(inputs),
      what,
    })),
  'withdraw-approval': (inputs, given) =>
    asking(note(inputs, 'reason', given), (reason) => ({ verb: 'withdraw-approval', reason })),
  'adopt-assessment': (inputs) => read({ verb: 'adopt-assessment', ...decision(inputs) }),
  'log-approval': (inputs, given) => {
    const named = peopleNamed(textOf(inputs, 'from'), { ...given, field: 'from' });
    return asking(named, ([from]) => ({ verb: 'log-approval', from }));
  },
  'break-glass': (inputs, given) =>
    asking(note(inputs, 'reason', given), (reason) => ({
      verb: 'break-glass',
      ...decision(inputs),
      reason,
    })),
  'second-break-glass': (inputs) => read({ verb: 'second-break-glass', ...decision(inputs) }),
  'review-break-glass': (inputs, given) =>
    asking(note(inputs, 'note', given), (text) => ({ verb: 'review-break-glass', note: text })),
  'confirm-told': () => read({ verb: 'confirm-told' }),
  'open-details': (inputs) => read({ verb: 'open-details', ...decision(inputs) }),
  'answer-health': answerHealth,
  'agree-code-word': () => read({ verb: 'agree-code-word' }),
  'confirm-reading': () => read({ verb: 'confirm-reading' }),
  'check-departure': checkDeparture,
} as const satisfies Record<string, AskReader>;
