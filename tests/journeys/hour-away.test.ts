/** Graph and Entra entirely down for an hour, in three ways, with a restart in the middle: minute by minute, over HTTP. */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { sqliteDiary } from '../../src/diary/sqlite-diary.ts';
import { schoolId } from '../../src/vocabulary.ts';
import { type Hands, idOf, openHands, type Reply } from '../hour-away/hands.ts';
import { makeReady } from '../hour-away/ready.ts';
import {
  alarms,
  approved,
  type Fault,
  held,
  hour,
  listed,
  type Step,
  waiting,
} from '../hour-away/script.ts';
import { type ListItem, openSchool, type School } from '../support/school.ts';

let school: School;
let hands: Hands;
beforeAll(async () => {
  school = await openSchool();
  await school.setClock('2026-11-23T13:00:00Z');
  hands = await openHands(school);
}, 60_000);
afterAll(async () => {
  hands.close();
  await school.close();
});

const failAs = async (kind: Fault): Promise<void> => {
  await school.mend();
  for (const on of ['graph', 'entra'])
    await school.fault({ on, kind, ...(kind === '503' ? { retryAfter: 30 } : {}) });
};

const act = async ([by, verb, visit, inputs = {}]: Step): Promise<Reply> =>
  verb === 'say' ? hands.say(by, inputs['text'] ?? '') : hands.press(by, verb, visit, inputs);

const minutes = [
  ...Array.from({ length: 60 }, (_, index) => `14:${String(index).padStart(2, '0')}`),
  '15:00',
];

type Rang = { readonly at: string; readonly of: string; readonly to: string };

/** Everything in the hour that made a phone ring, by the visit's short name. */
const rang = (references: ReadonlyMap<string, string>): readonly Rang[] =>
  hands
    .told()
    .filter(({ alerts, at }) => alerts && at >= '2026-11-23T14:00' && at < '2026-11-23T15:01')
    .map(({ to, at, text }) => {
      const other = text.startsWith('Concern') ? 'concern' : 'code word';
      const of = [...references].find(([, reference]) => text.includes(reference))?.[0] ?? other;
      return { at, of, to };
    });

const asLine = ({ at, of, to }: Rang): string => `${at.slice(11, 16)} ${of} ${to}`;
const toRing = alarms.flatMap(([of, at, to]) => to.map((one) => `${at} ${of} ${one}`));

/** A moved clock comes due within the second; whatever hangs, hangs for ten. */
const mostLateMs = 8_000;
const patienceMs = 20_000;

const untilRang = async (time: string, references: ReadonlyMap<string, string>): Promise<void> => {
  const wanted = toRing.filter((one) => one.startsWith(time));
  for (const began = performance.now(); performance.now() - began < patienceMs; await pause(20)) {
    const now = new Set(rang(references).map(asLine));
    if (wanted.every((one) => now.has(one))) return;
  }
  throw new Error(`At ${time} not all were told of ${wanted.join(', ')}.`);
};

const waitsForSharePoint = ['submit', 'approve'];

type Event = {
  readonly type: string;
  readonly at: string;
  readonly by: string;
  readonly command: string;
};

/** The references of the visits by their short names, as the tab has them. */
const referencesOf = async (): Promise<ReadonlyMap<string, string>> => {
  const found = [...approved, ...waiting].map(async ({ name }) => {
    const { body } = await hands.tab('pat', `/api/visits/${idOf(name)}`);
    const { visit } = JSON.parse(body) as { readonly visit: { readonly reference: string } };
    return [name, visit.reference] as const;
  });
  return new Map(await Promise.all(found));
};

/** The board says that SharePoint does not answer, and since when. */
const expectOutageSaid = async (): Promise<void> => {
  const { outages } = JSON.parse((await hands.tab('pat', '/api/today')).body);
  expect(outages).toEqual({ sharePoint: expect.stringMatching(/^2026-11-23T14:/u) });
};

/** Goes through the hour, and answers what each press was answered. */
const goThrough = async (
  references: ReadonlyMap<string, string>,
): Promise<readonly (readonly [Step, Reply])[]> => {
  const answers: Promise<readonly [Step, Reply]>[] = [];
  for (const time of minutes) {
    const now = hour.find((one) => one.time === time);
    if (now?.fault !== undefined) await failAs(now.fault);
    if (now?.restart === true) {
      await Promise.all(answers);
      await school.restart();
    }
    await hands.goTo(time);
    for (const step of now?.does ?? []) {
      const answered = act(step).then((reply) => [step, reply] as const);
      answers.push(answered);
      if (!waitsForSharePoint.includes(step[1])) await answered;
    }
    await untilRang(time, references);
    if (time === '14:15') await expectOutageSaid();
  }
  return Promise.all(answers);
};

const saidTo = (to: string, words: string, reference: string): readonly string[] =>
  hands
    .told()
    .filter((one) => one.to === to && one.text.includes(words) && one.text.includes(reference))
    .map(({ text }) => text);

const lineOf = (at: string, type: string): string =>
  `${['submitted', 'approved'].includes(type) ? 'held' : at.slice(11, 16)} ${type}`;

const historyOf = (fields: Readonly<Record<string, unknown>>): readonly Event[] =>
  JSON.parse(String(fields['History']));

/** SharePoint asked to be left alone for half a minute, of whatever clock: what is held waits so long. */
const listedWhole = async (): Promise<readonly ListItem[]> => {
  const diary = sqliteDiary(join(school.folder, 'product', 'diary.sqlite'));
  for (let left = 120; left > 0; left -= 1) {
    await school.advance('PT1S');
    if ((await diary.list(schoolId('school'), 'intent')).length === 0) {
      const items = await school.items('HomeVisits', 'Visits');
      const worries = await school.items('Safeguarding', 'Concerns');
      const silent = await school.items('Safeguarding', 'Incidents');
      if (isWhole(items) && worries.length > 0 && silent.length > 0) break;
    }
    await pause(500);
  }
  await diary.close();
  await school.forgetUsage();
  return school.items('HomeVisits', 'Visits');
};

const isWhole = (items: readonly ListItem[]): boolean =>
  Object.entries(listed).every(([name, lines]) => {
    const own = items.filter(({ fields }) => fields['VisitKey'] === idOf(name));
    const events = own.flatMap(({ fields }) => historyOf(fields));
    return (
      events.filter(({ at, by }) => at >= '2026-11-23T14' && by !== 'home-visits').length >=
      lines.length
    );
  });

it('leaves nobody who is out alone, and afterwards the lists hold everything once, when it happened', async () => {
  await makeReady(school, hands);
  const references = await referencesOf();
  const answers = await goThrough(references);

  // Whoever is out was answered at once; a request or an approval is held, and says so.
  for (const [step, { status, body }] of answers) {
    expect([step, status, /"statusCode":[45]/u.test(body)]).toEqual([step, 200, false]);
    const isHeld = /not yet in SharePoint"|saved here|Working on it/u.test(body);
    if (waitsForSharePoint.includes(step[1])) expect([step, isHeld]).toEqual([step, true]);
    else expect([step, body]).toEqual([step, expect.not.stringContaining('Working on it')]);
  }
  expect(rang(references).map(asLine).toSorted()).toEqual(toRing.toSorted());

  await school.mend();
  for (const time of ['15:01', '15:02', '15:03']) await school.setClock(`2026-11-23T${time}:00Z`);
  const items = await listedWhole();
  const found = Object.keys(listed).map((name) => {
    const own = items.filter(({ fields }) => fields['VisitKey'] === idOf(name));
    const events = own.flatMap(({ fields }) => historyOf(fields));
    const byPeople = events.filter(({ at, by }) => at >= '2026-11-23T14' && by !== 'home-visits');
    return [name, byPeople.map(({ at, type }) => lineOf(at, type))] as const;
  });
  expect(Object.fromEntries(found)).toEqual(listed);
  expect(items).toHaveLength(found.length);
  expect(await school.items('Safeguarding', 'RiskAssessments')).toHaveLength(found.length);
  for (const [list, since] of [
    ['Concerns', { RaisedAt: '2026-11-23T14:31:00Z' }],
    ['Incidents', { Since: '2026-11-23T14:36:00Z' }],
  ] as const) {
    const restricted = await school.items('Safeguarding', list);
    expect(restricted.map(({ fields }) => fields)).toEqual([expect.objectContaining(since)]);
  }

  // No alarm stood behind anything that hung.
  for (const { fields } of items) {
    const rungs = historyOf(fields).filter(({ type }) =>
      ['rung-raised', 'help-called', 'child-found'].includes(type),
    );
    const alone = rang(new Map([['it', String(fields['Title'])]])).filter(({ of }) => of === 'it');
    for (const { at, to } of alone) {
      const late = Math.min(
        ...rungs.map((rung) => Date.parse(at) - Date.parse(rung.at)).filter((ms) => ms >= 0),
      );
      expect([to, at, late < mostLateMs]).toEqual([to, at, true]);
    }
  }

  for (const [name, by] of held) {
    const item = items.find(({ fields }) => fields['VisitKey'] === idOf(name));
    const ended = saidTo(by, 'is in SharePoint now', String(item?.fields['Title']));
    expect([name, ended.length]).toEqual([name, 1]);
  }
  const diary = sqliteDiary(join(school.folder, 'product', 'diary.sqlite'));
  expect(await diary.list(schoolId('school'), 'intent')).toEqual([]);
  await diary.close();
}, 180_000);
