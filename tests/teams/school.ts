/** A house that writes down what it was asked, and answers as a test wants. */

import { randomUUID } from 'node:crypto';
import { sqliteDiary } from '../../src/diary/sqlite-diary.ts';
import type { SeenVisit } from '../../src/journeys/seen.ts';
import { keysFrom } from '../../src/keys.ts';
import type { House, Press, PressAnswer } from '../../src/teams/house.ts';
import { type PersonId, personId } from '../../src/vocabulary.ts';
import { quietPolicyDoor } from '../builders/policy-door.ts';
import { listDoor } from '../weekly-list/seen.ts';
import { at, family, policy, school, staff, visit } from './story.ts';

export type TestHouse = Omit<House, 'visitsOf' | 'now'> & {
  readonly presses: Press[];
  readonly concerns: unknown[];
  readonly reported: unknown[];
  /** What the next press comes to. */
  answer: (press: Press) => PressAnswer | Promise<PressAnswer>;
  /** What looking a form over comes to. */
  checked: (form: Parameters<House['check']>[0]) => Awaited<ReturnType<House['check']>>;
  /** What each person sees of the one visit. */
  seen: (by: PersonId) => SeenVisit | undefined;
  before: Awaited<ReturnType<House['beforeAsking']>>;
  visits: readonly SeenVisit[];
  visitsOf: House['visitsOf'];
  now: House['now'];
};

export const house = (): TestHouse => {
  const presses: Press[] = [];
  const concerns: unknown[] = [];
  const reported: unknown[] = [];
  const it: TestHouse = {
    school,
    diary: sqliteDiary(':memory:'),
    keys: keysFrom(Buffer.alloc(32, 7).toString('base64')),
    now: () => at('13:48'),
    newId: randomUUID,
    policy: async () => policy,
    formPolicy: async () => policy,
    person: async (id) => staff.find((one) => one.id === id),
    see: async (id, by) => (id === 'v1' || id === 'HV-2026-0042' ? it.seen(by) : undefined),
    visitsOf: async () => it.visits,
    today: async () => it.visits,
    press: async (press) => {
      presses.push(press);
      return it.answer(press);
    },
    check: async (form) => it.checked(form),
    policyDoor: quietPolicyDoor(),
    reach: { tapped: async () => {} },
    weeklyList: listDoor(),
    duress: {
      listen: async () => undefined,
      agreeForSchool: async () => [],
      press: async () => [],
    },
    refused: async () => undefined,
    beforeAsking: async () => it.before,
    families: async () => [family],
    family: async (key) => (key === 'f1' ? family : undefined),
    colleagues: async () => [{ id: personId('jo'), name: 'Jo Ashby' }],
    cars: async () => [],
    raiseConcern: async (raise) => {
      concerns.push(raise);
      if (raise.what === '') {
        const because = 'Say what you saw or heard.';
        return {
          kind: 'refused',
          refusals: [{ rule: 'concern/what', clause: 'Rule', because, next: '', field: 'what' }],
        };
      }
      return { kind: 'done', concern: 'c1', reference: 'C-7Q2K', told: ['Miss Rao'] } as never;
    },
    pressConcern: async () => ({ kind: 'done', note: 'Miss Rao has it.' }),
    report: (error) => void reported.push(error),
    before: {},
    presses,
    concerns,
    reported,
    answer: () => ({ kind: 'done', seen: visit(), note: '' }),
    seen: () => visit(),
    checked: () => ({ refusals: [], says: ['Mrs Okafor decides (3.1).'] }),
    visits: [],
  };
  return it;
};
