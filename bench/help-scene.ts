/** One measurement: presses of Help and code words, each timed to the last responder's message. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openPeople, type People } from './people.ts';
import { type Bot, openPlace, type Place } from './place.ts';
import { type Message, type Reading, readTold, type Told } from './told.ts';
import { morning, visitForm } from './visit-form.ts';

export type Scene = {
  readonly bot: Bot;
  /** How many forms arrive each second meanwhile. */
  readonly submits: number;
  readonly graphDown: boolean;
  readonly presses: number;
  readonly env?: Readonly<Record<string, string>>;
};

export type Measured = {
  /** From sending a press to the last responder's message, in milliseconds, of each that was told to all. */
  readonly times: readonly number[];
  /** Presses that not everybody was told of within half a minute. */
  readonly missing: number;
  readonly submitted: { readonly sent: number; readonly answered: number };
  readonly told: Told;
};

const visits = 20;
const staff = ['okafor', 'bevan', 'rao', 'lind', 'sam', 'jo', 'pat', 'hart'] as const;
const latestMs = 30_000;

const visitOf = (number: number): string => `school-before-${number}`;
/** Letters only: `number a`, `number b`, and so on. */
const phraseOf = (number: number): string => `folder number ${'abcdefghijklmnopqrst'[number]}x`;
const sentence = (number: number): string =>
  `I may be a bit late back today. Could somebody please look for ${phraseOf(number)} on my desk and ring me about it? Thank you.`;

type Kind = keyof Told;
type Pressed = { readonly kind: Kind; readonly number: number };

const now = (): number => performance.timeOrigin + performance.now();

/** How each kind of message names the press it answers; filled in where only the bot knows the name. */
type Names = ReadonlyMap<string, string>;

const markOf = (message: Message, names: Names): string | undefined => {
  const { summary } = message.activity;
  if (typeof summary === 'string' && summary.endsWith(' told')) return summary.slice(0, -5);
  const [reference] = /S-[0-9A-Z]{6}/u.exec(message.text) ?? [];
  if (reference !== undefined) return names.get(reference);
  return /"visit":"(school-before-\d+)"/u.exec(message.text)?.[1];
};

const markFor = ({ kind, number }: Pressed): string =>
  kind === 'help' ? visitOf(number) : phraseOf(number);

const everyVisit = Array.from({ length: visits }, (_, number) => number);

const expectOk = (what: string, { status, body }: { status: number; body: string }): void => {
  if (status !== 200) throw new Error(`${what}: ${status} ${body}`);
};

type Ready = {
  readonly place: Place;
  readonly people: People;
  readonly reading: Reading;
  readonly names: Names;
  readonly told: Told;
};

/** Everybody has opened the app; twenty visits are asked for, and each has a code word. Each is pressed once. */
const prepare = async (place: Place, bot: Bot): Promise<Ready> => {
  const { offsetMs } = await place.control<{ offsetMs: number }>('POST', '/local/clock', {
    now: morning,
  });
  for (const person of staff)
    await place.control('POST', `/local/people/${person}/chat`, { text: 'hello' });
  const people = await openPeople(place);
  const reading = readTold(place, offsetMs);
  if (bot === 'product') await ask(people);
  const names = new Map<string, string>();
  let told: Told = { help: [], word: [] };
  for (const number of everyVisit) {
    const help = await quietly(reading, () =>
      people.press('sam', 'help', { visit: visitOf(number), command: `first-${number}` }),
    );
    const word = await quietly(reading, () => people.write('sam', sentence(number)));
    const [reference] = word.flatMap(({ text }) => /S-[0-9A-Z]{6}/u.exec(text) ?? []);
    if (reference !== undefined) names.set(reference, phraseOf(number));
    told = {
      help: longer(told.help, answering(help, names)),
      word: longer(told.word, answering(word, names)),
    };
  }
  return { place, people, reading, names, told };
};

const longer = (one: Told['help'], other: Told['help']): Told['help'] =>
  one.length > other.length ? one : other;

const ask = async (people: People): Promise<void> => {
  for (const number of everyVisit) {
    const command = `before-${number}`;
    expectOk('submit', await people.press('sam', 'submit', { ...visitForm(number), command }));
    const agreed = { verb: 'agree-code-word', visit: visitOf(number), phrase: phraseOf(number) };
    expectOk('code word', await people.submitDialog('sam', { ...agreed, command: `w${number}` }));
  }
};

const lastOf = (reading: Reading, from = 0): number => reading.since(from).at(-1)?.number ?? from;

/** What is told because of this alone: waited for until nothing more comes. */
const quietly = async (
  reading: Reading,
  act: () => Promise<unknown>,
): Promise<readonly Message[]> => {
  const before = lastOf(reading);
  await act();
  let [count, quiet] = [-1, 0];
  for (;;) {
    const found = reading.since(before);
    quiet = found.length > 0 && found.length === count ? quiet + 1 : 0;
    if (quiet === 3) return found;
    count = found.length;
    await pause(200);
  }
};

const answering = (messages: readonly Message[], names: Names): Told['help'] =>
  messages
    .filter((message) => markOf(message, names) !== undefined)
    .map(({ conversation, activity }) => ({ conversation, activity }));

/** One after another: each press once everybody was told of the one before, so that nobody has several waiting. */
const pressAll = async (ready: Ready, { presses }: Scene) => {
  const times: number[] = [];
  const answers: Promise<unknown>[] = [];
  let cursor = lastOf(ready.reading);
  let missing = 0;
  for (let at = 0; at < presses; at += 1) {
    const number = Math.floor(at / 2) % visits;
    const kind = at % 2 === 0 ? 'help' : 'word';
    const sentAt = now();
    answers.push(pressOne(ready, { kind, number, command: `press-${at}` }));
    const lastAt = await toldAll(ready, { kind, number, sentAt, cursor });
    if (lastAt === undefined) missing += 1;
    else times.push(lastAt - sentAt);
    cursor = lastOf(ready.reading, cursor);
    await pause(betweenMs);
  }
  await Promise.allSettled(answers);
  return { times, missing };
};

const betweenMs = 20;

const pressOne = (
  { people }: Ready,
  { kind, number, command }: Pressed & { readonly command: string },
): Promise<unknown> =>
  kind === 'help'
    ? people.press('sam', 'help', { visit: visitOf(number), command })
    : people.write('sam', sentence(number));

/** When the last of those who answer was told; undefined where somebody was not within half a minute. */
const toldAll = async (
  { reading, told, names }: Ready,
  one: Pressed & { readonly sentAt: number; readonly cursor: number },
): Promise<number | undefined> => {
  const mark = markFor(one);
  const wanted = told[one.kind].map(({ conversation }) => conversation);
  while (now() < one.sentAt + latestMs) {
    const mine = reading.since(one.cursor).filter((message) => markOf(message, names) === mark);
    const firsts = wanted.map((who) => mine.find(({ conversation }) => conversation === who)?.at);
    if (firsts.every((time) => time !== undefined)) return Math.max(...firsts);
    await pause(5);
  }
  return undefined;
};

/** Forms arrive at an even pace, whatever has become of those before, until `isOver`. */
const submitAll = async ({ people }: Ready, { submits }: Scene, isOver: () => boolean) => {
  let answered = 0;
  const answers: Promise<unknown>[] = [];
  const start = now();
  for (let at = 0; submits > 0 && !isOver(); at += 1) {
    const wait = start + (at * 1_000) / submits - now();
    if (wait > 0) await pause(wait);
    const form = { ...visitForm(1_000 + at), command: `meanwhile-${at}` };
    answers.push(
      people.press('jo', 'submit', form).then(({ status }) => {
        if (status === 200) answered += 1;
      }),
    );
  }
  await Promise.race([Promise.allSettled(answers), pause(latestMs)]);
  return { sent: answers.length, answered };
};

const measure = async (ready: Ready, scene: Scene): Promise<Measured> => {
  if (scene.graphDown)
    await ready.place.control('POST', '/local/faults', { on: 'graph', kind: 'down' });
  let over = false;
  const pressing = pressAll(ready, scene).finally(() => {
    over = true;
  });
  const [pressed, submitted] = await Promise.all([pressing, submitAll(ready, scene, () => over)]);
  return { ...pressed, submitted, told: ready.told };
};

export const playScene = async (scene: Scene): Promise<Measured> => {
  const place = await openPlace(scene.bot, scene.env);
  try {
    const ready = await prepare(place, scene.bot);
    try {
      return await measure(ready, scene);
    } finally {
      ready.reading.close();
    }
  } catch (error) {
    throw new Error(`${String(error)}\n${logOf(place)}`, { cause: error });
  } finally {
    await place.close();
  }
};

const logOf = ({ folder }: Place): string =>
  readFileSync(join(folder, 'product.log'), 'utf8').slice(-2_000);
