/** Whom a command is about: those named, or those it must mean. */
import type { PersonId } from '../vocabulary.ts';
import {
  formWordsOf,
  type Inputs,
  peopleNamed,
  type Read,
  read,
  refusalAt,
  textOf,
  unclear,
} from './inputs.ts';
import { outOn, positionOf } from './people-out.ts';
import type { Given } from './read-command-given.ts';
import type { KnownVisit } from './visit.ts';

const everyoneWords = [
  'both',
  'both of us',
  'all',
  'all of us',
  'everyone',
  'everybody',
  'us',
  'we',
];

/** The presser alone unless said; where the presser is not on the visit, everybody it can be about. */
export const whoSaid = (verb: string, inputs: Inputs, given: Given): Read<readonly PersonId[]> => {
  const text = textOf(inputs, 'who');
  if (text === '') return read(whoMeant(verb, given));
  if (everyoneWords.includes(text.toLocaleLowerCase('en-GB'))) return read(everyone(verb, given));
  if (['me', 'i', 'just me'].includes(text.toLocaleLowerCase('en-GB'))) return read([given.by]);
  return named(text, 'who', given);
};

/** A report is never sent back for a name that can't be read: it is about those it must mean. */
export const whoReported = (verb: string, inputs: Inputs, given: Given): readonly PersonId[] => {
  const said = whoSaid(verb, inputs, given);
  return said.kind === 'read' && said.value.length > 0 ? said.value : everyone(verb, given);
};

/** Those spoken to, by name. Silence means nobody in particular unless there is only one it could be. */
export const spokenTo = (
  field: 'to' | 'spokeTo',
  inputs: Inputs,
  given: Given,
): Read<readonly PersonId[]> => {
  const text = textOf(inputs, field) || textOf(inputs, field === 'to' ? 'spokeTo' : 'to');
  const possible = everyone('spoke', given);
  if (everyoneWords.includes(text.toLocaleLowerCase('en-GB'))) return read(possible);
  if (text !== '') return named(text, field, given);
  if (possible.length === 1) return read(possible);
  return unclear(
    refusalAt(given.policy, field, 'form/needed', formWordsOf(given.policy).nobodyNamed),
  );
};

const whoMeant = (verb: string, given: Given): readonly PersonId[] =>
  isVisitor(given) ? [given.by] : everyone(verb, given);

const isVisitor = ({ visit, by }: Given): boolean =>
  visit.status === 'unsubmitted' || visit.proposal.visitors.includes(by);

/** Everybody who is out; before anybody has left, everybody who is to go. */
const everyone = (verb: string, { visit, by }: Given): readonly PersonId[] => {
  if (visit.status === 'unsubmitted') return [by];
  const out = verb === 'depart' ? waitingToLeave(visit) : outOn(visit);
  return out.length > 0 ? out : visit.proposal.visitors;
};

/** Some may have left and some be waiting still. */
const waitingToLeave = (visit: KnownVisit): readonly PersonId[] =>
  visit.status === 'out'
    ? visit.proposal.visitors.filter((id) => positionOf(visit.outing, id) === 'at-school')
    : [];

const named = (text: string, field: string, given: Given): Read<readonly PersonId[]> => {
  const { policy, roster, visit, by } = given;
  const among = visit.status === 'unsubmitted' ? [by] : visit.proposal.visitors;
  return peopleNamed(text, { field, policy, roster, among });
};
