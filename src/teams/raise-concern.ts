import type { Refusal } from '../vocabulary.ts';
import type { Pressed } from './pressed.ts';
import type { Turn } from './turn.ts';

export type Raised =
  | { readonly kind: 'done'; readonly note: string }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

/** From a dialog and from a card in the chat alike. */
export const raiseConcern = async (turn: Turn, pressed: Pressed): Promise<Raised> => {
  const { about = '', person = '', what = '' } = pressed.inputs;
  const { command, visit } = pressed;
  const answer = await turn.house.raiseConcern({
    about,
    person,
    what,
    ...(visit !== undefined && { visit }),
    command,
    by: turn.person.id,
  });
  if (answer.kind === 'refused') return answer;
  const { concern, and } = turn.words.cards;
  const told = answer.told.length > 0 ? [concern.told(and(answer.told))] : [];
  return { kind: 'done', note: [concern.sent(answer.reference), ...told].join(' ') };
};
