/** Plays the day, with the product killed as it was drawn, and answers what came of it. */
import { setTimeout as pause } from 'node:timers/promises';
import { readPack } from '../../src/pack.ts';
import { visitAfter } from '../../src/visits/evolve.ts';
import { isOpen } from '../../src/visits/evolve-alarms.ts';
import { nextCheck } from '../../src/visits/next-check.ts';
import { outOn } from '../../src/visits/people-out.ts';
import { instant, laterOf, minutesAfter } from '../../src/vocabulary.ts';
import type { Chance } from '../soak/random.ts';
import type { ListItem, School } from '../support/school.ts';
import { type Hands, openHands } from './hands.ts';
import { drawKills, openKiller } from './kills.ts';
import { type LeftBehind, readLeftBehind } from './left-behind.ts';
import { type Press, presses, times } from './script.ts';
import { countPosted, listenFrom, type Posted, postedIn } from './told.ts';

export const policy = readPack('default');
const at = (time: string): string => `2026-11-23T${time}:00Z`;

export type Day = {
  readonly left: LeftBehind;
  readonly posted: readonly Posted[];
  /** The lists as they stood at the end: of visits, of what is restricted of them, of worries and of silent alarms. */
  readonly listed: readonly ListItem[];
  readonly restricted: readonly ListItem[];
  readonly worries: readonly ListItem[];
  readonly incidents: readonly ListItem[];
  /** Each time it died: how many messages there were when the moment of the day before this one began, whose last ones may still be on their way, and how many when it was dead. */
  readonly kills: readonly { readonly from: number; readonly until: number }[];
  /** Who was out or called for help, and had no next alarm, when the product died. */
  readonly forgotten: readonly string[];
  /** The command of each press, in the order of the script. */
  readonly commands: readonly string[];
  /** What each was answered, for whoever looks into what went wrong. */
  readonly answers: ReadonlyMap<string, string>;
};

const commandOf = (day: string, press: Press): string =>
  press.verb === 'submit'
    ? `${day}-${press.visit}`
    : `${day}-${press.visit}-${presses.indexOf(press)}`;

/** The names that only the messages tell: of a worry, and of a silent alarm. */
const namedIn = (posted: readonly Posted[], key: 'concern' | 'duress'): string =>
  posted.map(({ whole }) => new RegExp(`"${key}":"([^"]+)"`, 'u').exec(whole)?.[1]).find(Boolean) ??
  '';

const decisions = ['open-details', 'adopt-assessment', 'approve', 'decline'];

/** Whoever is out has a timer at the time that something comes next, whatever else was lost. */
const forgottenIn = (left: LeftBehind, now: string): readonly string[] =>
  left.pages.flatMap(({ id, events }) => {
    const visit = visitAfter(events);
    if (visit.status === 'unsubmitted') return [];
    if (outOn(visit).length === 0 && !visit.alarms.some(isOpen)) return [];
    const timer = left.timers.find(({ partition }) => partition === id)?.due;
    const next = nextCheck(visit, policy);
    const latest = minutesAfter(laterOf(instant(now), next ?? instant(now)), 1);
    return timer !== undefined && next !== undefined && timer <= latest
      ? []
      : [`${id} at ${now}: timer ${timer}, next ${next}`];
  });

export const playDay = async (school: School, chance: Chance, count: number): Promise<Day> => {
  const name = `d${chance.upTo(1_000_000)}`;
  const { folder } = school;
  const forgotten: string[] = [];
  const kills: Day['kills'][number][] = [];
  let now = at('07:55');
  let [before, from] = [0, 0];
  const asItLies = async (): Promise<void> => {
    forgotten.push(...forgottenIn(await readLeftBehind(folder), now));
    kills.push({ from: before, until: countPosted(folder) });
  };
  await school.setClock(now);
  for (const { id } of await school.people()) await school.say(id, 'hello');
  listenFrom(folder);
  const killer = openKiller(school, asItLies);
  const hands = await openHands(school, name, { back: killer.back, chance });
  const doomed = drawKills(chance, count, times);
  const answers = new Map<string, string>();
  const drawn = (time: string, moment: 'presses' | 'clock') =>
    doomed.find((kill) => kill.time === time && kill.moment === moment);
  for (const time of times) {
    now = at(time);
    [before, from] = [from, countPosted(folder)];
    await killer.during(drawn(time, 'clock'), () => school.setClock(now));
    // What the dead held is another's by then, and nobody answers an alarm before it is told.
    if (drawn(time, 'clock') !== undefined) await school.advance('PT20S');
    await killer.during(drawn(time, 'presses'), () => pressAll(time));
  }
  /** Those on one visit one after the other, those on several at once. */
  async function pressAll(time: string): Promise<void> {
    const due = Map.groupBy(
      presses.filter((press) => press.time === time),
      ({ visit }) => visit,
    );
    await Promise.all(
      [...due.values()].map(async (ofVisit) => {
        for (const press of ofVisit) {
          const command = commandOf(name, press);
          answers.set(command, await pressOne({ hands, folder, name }, press, command));
        }
      }),
    );
  }
  for (const minutes of [1, 1, 5, 5]) await school.advance(`PT${minutes}M`);
  const lists = {
    listed: await school.items('HomeVisits', 'Visits'),
    restricted: await school.items('Safeguarding', 'RiskAssessments'),
    worries: await school.items('Safeguarding', 'Concerns'),
    incidents: await school.items('Safeguarding', 'Incidents'),
  };
  const { product } = await school.processes();
  if (product !== null) process.kill(product, 'SIGKILL');
  while ((await school.processes()).product !== null) await pause(5);
  return {
    left: await readLeftBehind(folder),
    posted: postedIn(folder),
    ...lists,
    kills,
    forgotten,
    commands: presses.map((press) => commandOf(name, press)),
    answers,
  };
};

type Around = { readonly hands: Hands; readonly folder: string; readonly name: string };

const pressOne = async (
  { hands, folder, name }: Around,
  press: Press,
  command: string,
): Promise<string> => {
  const { verb, visit, by, inputs } = press;
  const id = `school-${name}-${visit}`;
  if (verb === 'submit') return hands.press(press, command, inputs);
  if (decisions.includes(verb)) {
    const { content } = await hands.look(by, visit);
    return hands.press(press, command, { visit: id, content, ...inputs });
  }
  if (verb.endsWith('-concern') && verb !== 'raise-concern')
    return hands.press(press, command, { concern: namedIn(postedIn(folder), 'concern') });
  if (verb.endsWith('-duress'))
    return hands.press(press, command, { duress: namedIn(postedIn(folder), 'duress'), ...inputs });
  const others = verb === 'plan-round' ? { visits: `school-${name}-round-2` } : {};
  return hands.press(press, command, { visit: id, ...others, ...inputs });
};
