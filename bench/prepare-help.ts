/** A school in the morning: everybody has opened the app, visits are asked for, and some have a code word. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Json } from '../src/local/json.ts';
import { openPeople, type People } from './people.ts';
import type { Bot, Place } from './place.ts';
import {
  howMany,
  isOf,
  type Names,
  type Press,
  phraseOf,
  press,
  referenceIn,
  visitOf,
} from './presses.ts';
import { type Message, type Post, type Reading, readTold, type Told } from './told.ts';
import { morning, visitForm } from './visit-form.ts';

export type Ready = {
  readonly place: Place;
  readonly people: People;
  readonly reading: Reading;
  readonly names: Names;
  readonly told: Told;
};

const staff = ['okafor', 'bevan', 'rao', 'lind', 'sam', 'jo', 'pat', 'hart'] as const;

/** `told`: what the product posted for a press of each kind, where another bot is to post the same. */
export const prepareHelp = async (place: Place, bot: Bot, told?: Told): Promise<Ready> => {
  const { offsetMs } = await place.control<{ offsetMs: number }>('POST', '/local/clock', {
    now: morning,
  });
  for (const person of staff)
    await place.control('POST', `/local/people/${person}/chat`, { text: 'hello' });
  const people = await openPeople(place);
  const reading = readTold(place, offsetMs);
  if (bot === 'product') await askForVisits(people);
  const names = new Map<string, number>();
  const ready = { place, people, reading, names };
  return { ...ready, told: told ?? (await pressEachOnce(ready, names)) };
};

const asksAtOnce = 4;

const askForVisits = async (people: People): Promise<void> => {
  let next = 0;
  const ask = async (): Promise<void> => {
    for (let number = next++; number < howMany.help; number = next++) {
      const form = { ...visitForm(number), command: `before-${number}` };
      expectOk('submit', await people.press('sam', 'submit', form));
      if (number < howMany.word)
        expectOk('code word', await people.submitDialog('sam', agreed(number)));
    }
  };
  await Promise.all(Array.from({ length: asksAtOnce }, ask));
};

const agreed = (number: number): Json => ({
  verb: 'agree-code-word',
  visit: visitOf(number),
  phrase: phraseOf(number),
  command: `word-${number}`,
});

const expectOk = (what: string, { status, body }: { status: number; body: string }): void => {
  if (status !== 200) throw new Error(`${what}: ${status} ${body}`);
};

type Opened = Omit<Ready, 'told'>;

/** Help once, to see who is told what; every code word once, to learn what each silent alarm is called. */
const pressEachOnce = async (ready: Opened, names: Map<string, number>): Promise<Told> => {
  await pause(settleMs);
  const helped = await toldOf(ready, { kind: 'help', number: 0 });
  const words: (readonly Message[])[] = [];
  for (let number = 0; number < howMany.word; number += 1) {
    const heard = await toldOf(ready, { kind: 'word', number });
    const reference = heard.map(referenceIn).find((one) => one !== undefined);
    if (reference === undefined) throw new Error(`Nobody was told of ${phraseOf(number)}.`);
    names.set(reference, number);
    words.push(heard);
  }
  const known = { help: helped, word: words[0] ?? [] };
  return {
    help: postsIn(known.help, { kind: 'help', number: 0 }, ready.names),
    word: postsIn(known.word, { kind: 'word', number: 0 }, ready.names),
  };
};

const postsIn = (messages: readonly Message[], one: Press, names: Names): readonly Post[] =>
  messages
    .filter((message) => isOf(message, one, names))
    .map(({ conversation, text }) => ({ conversation, activity: JSON.parse(text) as Json }));

const settleMs = 1_500;
const quietMs = 250;
const longestMs = 20_000;

/** What is told because of this alone: waited for until nothing more comes. */
const toldOf = async ({ people, reading }: Opened, one: Press): Promise<readonly Message[]> => {
  const before = reading.count();
  await press(people, one, `first-${one.kind}-${one.number}`);
  const isNews = ({ text }: Message): boolean =>
    one.kind === 'word' ? /S-[0-9A-Z]{6}/u.test(text) : text.includes(visitOf(one.number));
  for (let waited = 0; waited < longestMs; waited += quietMs) {
    const count = reading.count();
    await pause(quietMs);
    const found = reading.since(before);
    if (reading.count() === count && found.some(isNews)) return found;
  }
  throw new Error(`Nobody was told within ${longestMs} ms.`);
};
