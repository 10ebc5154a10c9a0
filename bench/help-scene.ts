/** One measurement: presses of Help and code words, each timed to the last responder's message. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Json } from '../src/local/json.ts';
import { type Chance, chanceOf } from '../tests/soak/random.ts';
import { type Bot, openPlace, type Place } from './place.ts';
import { prepareHelp, type Ready } from './prepare-help.ts';
import { howMany, isOf, type Press, press } from './presses.ts';
import type { Kind, Told } from './told.ts';
import { visitForm } from './visit-form.ts';

export type Scene = {
  readonly bot: Bot;
  readonly kinds: readonly Kind[];
  readonly presses: number;
  readonly seed: number;
  /** How many forms arrive each second meanwhile, for a minute at least. */
  readonly submits: number;
  /** What is wrong with Graph meanwhile. */
  readonly fault?: Json;
  /** What the product posted for a press of each kind. */
  readonly told?: Told;
  readonly env?: Readonly<Record<string, string>>;
};

export type Measured = {
  /** From sending a press to the last responder's message, in milliseconds, of each that was told to all. */
  readonly times: readonly number[];
  /** Presses that not everybody was told of within half a minute. */
  readonly missing: number;
  /** How long each form took to be answered, in milliseconds, and how many were not. */
  readonly answers: readonly number[];
  readonly unanswered: number;
  readonly told: Told;
};

const latestMs = 30_000;
const minuteMs = 60_000;

const now = (): number => performance.timeOrigin + performance.now();

type Running = { readonly ready: Ready; readonly scene: Scene; readonly chance: Chance };

/**
 * One after another: each press once everybody was told of the one before, so that nobody has several waiting, and
 * then after a pause of any length, so that no rhythm of the product's own is met each time.
 */
const pressAll = async ({ ready, scene, chance }: Running) => {
  const { kinds, presses, submits } = scene;
  const times: number[] = [];
  const replies: Promise<unknown>[] = [];
  const until = now() + (submits > 0 ? minuteMs : 0);
  let missing = 0;
  for (let at = 0; at < presses || now() < until; at += 1) {
    const kind = kinds[at % kinds.length] ?? 'help';
    const one = { kind, number: chance.upTo(howMany[kind]) };
    const before = ready.reading.count();
    const sentAt = now();
    replies.push(press(ready.people, one, `press-${at}`));
    const lastAt = await lastTold(ready, one, { before, sentAt });
    if (lastAt === undefined) missing += 1;
    else times.push(lastAt - sentAt);
    await pause(chance.upTo(longestPauseMs));
  }
  await Promise.allSettled(replies);
  return { times, missing };
};

const longestPauseMs = 40;
const lookEveryMs = 3;

/** When the last of those who answer was told; undefined where somebody was not within half a minute. */
const lastTold = async (
  { reading, told, names }: Ready,
  one: Press,
  { before, sentAt }: { readonly before: number; readonly sentAt: number },
): Promise<number | undefined> => {
  const firsts = new Map<string, number>();
  const wanted = told[one.kind].map(({ conversation }) => conversation);
  for (let looked = before; now() < sentAt + latestMs; ) {
    const news = reading.since(looked);
    looked += news.length;
    for (const message of news.filter((each) => isOf(each, one, names)))
      firsts.set(message.conversation, firsts.get(message.conversation) ?? message.at);
    const times = wanted.flatMap((conversation) => firsts.get(conversation) ?? []);
    if (times.length === wanted.length) return Math.max(...times);
    await pause(lookEveryMs);
  }
  return undefined;
};

/** Forms arrive at an even pace, whatever has become of those before, until `isOver`. */
const submitAll = async (
  { ready: { people }, scene: { submits } }: Running,
  isOver: () => boolean,
) => {
  const answers: number[] = [];
  const sent: Promise<unknown>[] = [];
  const start = now();
  for (let at = 0; submits > 0 && !isOver(); at += 1) {
    const wait = start + (at * 1_000) / submits - now();
    if (wait > 0) await pause(wait);
    const form = { ...visitForm(1_000 + at), command: `meanwhile-${at}` };
    const sentAt = now();
    const answered = ({ status }: { readonly status: number }): void => {
      if (status === 200) answers.push(now() - sentAt);
    };
    // One that is never answered is counted by its absence.
    sent.push(people.press('jo', 'submit', form).then(answered, () => undefined));
  }
  await Promise.race([Promise.all(sent), pause(latestMs)]);
  return { answers, unanswered: sent.length - answers.length };
};

const measure = async (ready: Ready, scene: Scene): Promise<Measured> => {
  const running = { ready, scene, chance: chanceOf(scene.seed) };
  if (scene.fault !== undefined) await ready.place.control('POST', '/local/faults', scene.fault);
  let over = false;
  const pressing = pressAll(running).finally(() => {
    over = true;
  });
  const [pressed, submitted] = await Promise.all([pressing, submitAll(running, () => over)]);
  return { ...pressed, ...submitted, told: ready.told };
};

export const playScene = async (scene: Scene): Promise<Measured> => {
  const place = await openPlace(scene.bot, scene.env);
  try {
    const ready = await prepareHelp(place, scene.bot, scene.told);
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
