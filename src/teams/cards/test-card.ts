/** One button, to show that messages arrive. */
import type { Message } from '../../visits/message.ts';
import type { Words } from '../../words/words.ts';
import { type Card, card, execute, text, title } from './parts.ts';

type TestDrawing = {
  readonly message: Extract<Message, { kind: 'test' }>;
  /** The visit it comes before; undefined for the week's. */
  readonly visit: string | undefined;
  readonly words: Words;
  readonly newId: () => string;
};

export const testText = ({ message, words }: Pick<TestDrawing, 'message' | 'words'>): string =>
  message.week === ''
    ? words.watch.notices.test(message.reference)
    : words.watch.notices.weeklyTest;

export const testCard = (drawing: TestDrawing): Card => {
  const { message, visit, words, newId } = drawing;
  const { cards } = words.watch;
  const weekly = message.week !== '';
  return card(
    [title(cards.testTitle), text(testText(drawing))],
    [
      execute({
        verb: weekly ? 'tap-weekly-test' : 'test-received',
        title: cards.test,
        style: 'positive',
        data: weekly ? { command: newId(), week: message.week } : { command: newId(), visit },
        alone: true,
      }),
    ],
  );
};
