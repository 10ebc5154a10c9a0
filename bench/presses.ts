/** Presses of Help and code words: how each is made, and by what its messages are known. */
import type { People, Reply } from './people.ts';
import type { Kind, Message } from './told.ts';

export type Press = { readonly kind: Kind; readonly number: number };

export const howMany: Readonly<Record<Kind, number>> = { help: 200, word: 40 };

export const visitOf = (number: number): string => `school-before-${number}`;

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** Letters only: `folder number aax`, `folder number abx`, and so on; each visit's own. */
export const phraseOf = (number: number): string =>
  `folder number ${letters[Math.floor(number / 26)]}${letters[number % 26]}x`;

const sentence = (number: number): string =>
  `I may be a bit late back today. Could somebody please look for ${phraseOf(number)} on my desk and ring me about it? Thank you.`;

export const press = (people: People, { kind, number }: Press, command: string): Promise<Reply> =>
  kind === 'help'
    ? people.press('sam', 'help', { visit: visitOf(number), command })
    : people.write('sam', sentence(number));

/** How a silent alarm is called, where it was told of. */
export const referenceIn = ({ text }: Message): string | undefined =>
  /S-[0-9A-Z]{6}/u.exec(text)?.[0];

/** Which visit's words began each silent alarm, by its reference: only the bot knows. */
export type Names = ReadonlyMap<string, number>;

/** What a press tells is known by the visit, by the silent alarm, or by how the bare bot marks it. */
export const isOf = (message: Message, { kind, number }: Press, names: Names): boolean => {
  const { text } = message;
  if (text.includes(`"summary":"${markOf({ kind, number })}"`)) return true;
  if (kind === 'help') return text.includes(`"visit":"${visitOf(number)}"`);
  const reference = referenceIn(message);
  return reference !== undefined && names.get(reference) === number;
};

const markOf = ({ kind, number }: Press): string =>
  `${kind === 'help' ? visitOf(number) : phraseOf(number)} told`;
