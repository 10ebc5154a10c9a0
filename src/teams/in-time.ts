import { cardActivity, textActivity } from './message.ts';
import type { Shown } from './shown.ts';
import { sayToThem, type Turn } from './turn.ts';

/** What came too late for the button comes as a message instead: a refusal must not be lost. */
const sayLate = async (turn: Turn, work: Promise<Shown>): Promise<void> => {
  const { chat } = turn.words;
  try {
    const shown = await work;
    await sayToThem(
      turn,
      'card' in shown ? cardActivity(shown.card, chat.listSummary) : textActivity(shown.message),
    );
  } catch (error) {
    turn.house.report(error);
    await sayToThem(turn, textActivity(chat.failed));
  }
};

/** Teams shows an error, and some clients press again, when a button is not answered within seconds. */
export const inTime = async (
  turn: Turn,
  work: Promise<Shown>,
  patienceMs: number,
): Promise<Shown> => {
  const late = Symbol('late');
  const { promise: patience, resolve } = Promise.withResolvers<typeof late>();
  const timer = setTimeout(() => resolve(late), patienceMs);
  const first = await Promise.race([work, patience]).finally(() => clearTimeout(timer));
  if (typeof first !== 'symbol') return first;
  void sayLate(turn, work);
  return { message: turn.words.chat.working };
};
