/** Somebody says on a card that they have read the policy. */
import { noteCard } from './cards/hello-card.ts';
import { visitCard } from './cards/visit-card.ts';
import type { Pressed } from './pressed.ts';
import { refuse, type Shown } from './shown.ts';
import { drawingOf, type Turn } from './turn.ts';

/** On a visit's card the card goes on; the card that asked becomes one line. */
export const confirmPolicy = async (turn: Turn, pressed: Pressed): Promise<Shown> => {
  const { house, person } = turn;
  const { command, inputs, visit } = pressed;
  const answer = await house.policyDoor.press({
    verb: 'confirm-policy-read',
    inputs,
    command,
    by: person.id,
  });
  if (answer.kind === 'refused') return refuse(turn, pressed, answer.refusals);
  const seen = visit === undefined ? undefined : await house.see(visit, person.id);
  return {
    card:
      seen === undefined
        ? noteCard(answer.note)
        : visitCard({ ...drawingOf(turn, seen), note: answer.note }),
  };
};
