/** The story that "Show me" plays, under each of the six policies, pressed on the whole product. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { answer, person, policyInShort, tabAnswer } from '../../src/local/workbench/shapes.ts';
import type { Hands } from '../../src/local/workbench/show/hands.ts';
import { SaidNo } from '../../src/local/workbench/show/said-no.ts';
import { type Step, storyOf } from '../../src/local/workbench/show/story.ts';
import { openSchool, type School } from '../support/school.ts';

jest.setTimeout(90_000);

let school: School;
beforeAll(async () => {
  school = await openSchool();
});
afterAll(async () => {
  await school?.close();
});

const call = async (path: string, body?: unknown): Promise<unknown> => {
  const response = await fetch(`${school.address}${path}`, {
    ...(body !== undefined && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  });
  return response.json();
};

const pressAs = async (who: string, what: object) =>
  answer.parse(await call(`/local/people/${who}/click`, what));

const hands: Hands = {
  say: (who, text) => school.say(who, text),
  press: (who, action, inputs, dialog) => pressAs(who, { action, inputs, message: dialog }),
  tab: async (who, path, body) =>
    tabAnswer.parse(await call(`/local/people/${who}/tab`, { method: 'POST', path, body })),
  setClock: (now) => school.setClock(now),
  advance: (minutes) => school.advance(`PT${minutes}M`),
};

let commands = 0;
const newId = () => {
  commands += 1;
  return `show-me-${commands}`;
};

const storyUnder = async (pack: string): Promise<readonly Step[]> => {
  await call('/local/packs', { pack });
  const policy = policyInShort.parse(await call('/local/policy'));
  const people = person.array().parse(await call('/local/people'));
  return storyOf({ policy, people, newId });
};

const play = async (steps: readonly Step[]): Promise<void> => {
  for (const { id, act } of steps)
    await act(hands).catch((thrown: unknown) => {
      throw new Error(`${id}: ${String(thrown)}`);
    });
};

const newest = async () => (await school.items('HomeVisits', 'Visits')).at(-1)?.fields['Status'];

/** What one policy has in its story and another has not. */
const own = ['figures', 'sign-list', 'adopt', 'code-word'];

const stories: readonly (readonly [pack: string, decider: string, some: readonly string[]])[] = [
  ['default', 'okafor', ['adopt', 'code-word']],
  ['holy-cross', 'bevan', ['figures', 'sign-list', 'adopt']],
  ['broadening-horizons', 'okafor', ['code-word']],
  ['rookeries', 'okafor', []],
  ['willows', 'okafor', []],
  ['hsp', 'okafor', []],
];
/** Each takes a while: all of them in the soak. */
const packs = process.env['SOAK_PACKS'] === 'all' ? stories : stories.slice(0, 1);

describe('the story of one visit', () => {
  it.each(packs)('is played to its end under %s', async (pack, decider, some) => {
    const steps = await storyUnder(pack);
    expect(steps.filter(({ id }) => own.includes(id)).map(({ id }) => id)).toEqual(some);
    expect(steps.find(({ id }) => id === 'decide')?.by).toBe(decider);
    await play(steps);
    expect(await newest()).toBe('returned');
  });

  it('stops at what the product refuses, in its own words and with the clause', async () => {
    const steps = await storyUnder('broadening-horizons');
    const upTo = steps.findIndex(({ id }) => id === 'code-word');
    await play(steps.slice(0, upTo));
    const leave = steps.find(({ id }) => id === 'depart');
    const refused = await leave?.act(hands).catch((thrown: unknown) => thrown);
    expect(refused).toBeInstanceOf(SaidNo);
    expect(String(refused)).toMatch(/code word \(Broadening Horizons home visit policy “Action/u);
  });
});
