import type { Refusal } from '../vocabulary.ts';
import { alarmCard } from './cards/alarm-card.ts';
import type { Drawing } from './cards/drawing.ts';
import { refusalCard } from './cards/hello-card.ts';
import type { Card } from './cards/parts.ts';
import type { Refused } from './cards/refusal.ts';
import { visitCard } from './cards/visit-card.ts';
import type { Pressed } from './pressed.ts';
import { drawingOf, type Turn } from './turn.ts';

/** What the presser sees: a card in place of the one pressed, or a sentence. */
export type Shown = { readonly card: Card } | { readonly message: string };

/** The card for a visit: the alarm's where an alarm's button was pressed. */
export const draw = (drawing: Drawing, { inputs: { alarm = '' } }: Pressed): Card =>
  alarm === '' ? visitCard(drawing) : alarmCard(drawing, alarm);

export const refuse = async (
  turn: Turn,
  pressed: Pressed,
  refusals: readonly Refusal[],
): Promise<Shown> => {
  const refused: Refused = { verb: pressed.verb, refusals, inputs: pressed.inputs };
  const seen =
    pressed.visit === undefined ? undefined : await turn.house.see(pressed.visit, turn.person.id);
  if (seen === undefined) return { card: refusalCard(refused, turn.words.cards) };
  return { card: draw({ ...drawingOf(turn, seen), refused }, pressed) };
};
