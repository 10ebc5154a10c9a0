/** What people do as it comes through the door: in words, with the card of any visit of their round in hand. */
import type { Press } from '../../src/journeys/press.ts';
import type { VisitAsk } from '../../src/visits/command.ts';
import { type PersonId, schoolTime } from '../../src/vocabulary.ts';

const named = (who: readonly PersonId[]) => ({ who: who.join(',') });

/** Undefined where this is not how it is said here. */
export const saidAs = (ask: VisitAsk): Pick<Press, 'verb' | 'inputs'> | undefined => {
  const { verb } = ask;
  switch (verb) {
    case 'depart':
    case 'arrive':
    case 'wait':
    case 'return':
    case 'nearly-there':
    case 'leave-unsafe':
    case 'safe-now':
      return { verb, inputs: named(ask.who) };
    case 'leave':
      return { verb, inputs: { ...named(ask.who), next: ask.next } };
    case 'already-happened':
      return { verb, inputs: { ...named(ask.who), what: ask.what } };
    case 'enter':
      return {
        verb,
        inputs: {
          ...named(ask.who),
          invitedBy: ask.invitedBy ?? '',
          parentPresent: ask.parentPresent ? 'yes' : 'no',
          animals: ask.animals ?? '',
          hazards: ask.hazards,
        },
      };
    case 'extend':
      return {
        verb,
        inputs: { dueBack: ask.dueBack === undefined ? '' : schoolTime(ask.dueBack) },
      };
    case 'check-departure':
      return { verb, inputs: ask.answers };
    default:
      return undefined;
  }
};
