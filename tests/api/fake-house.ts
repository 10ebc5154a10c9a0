import type { House, Press, Pressed, RaiseConcern } from '../../src/api/house.ts';
import { relationsTo } from '../../src/people/access.ts';
import { concernId } from '../../src/vocabulary.ts';
import { homesDoorWith } from '../builders/homes-door.ts';
import { quietPolicyDoor } from '../builders/policy-door.ts';
import { registersSeen } from '../tab/registers-seen.ts';
import { allVisits, now, policy, staff, visit } from '../tab/school.ts';
import { listDoor } from '../weekly-list/seen.ts';

/** A house with nothing behind it: it keeps what it was asked, and answers as it was told to. */
export const createFakeHouse = (
  answer: Pressed = { kind: 'done', seen: visit(), note: 'Done.' },
) => {
  const presses: Press[] = [];
  const concerns: RaiseConcern[] = [];
  const refused: string[] = [];
  const checks: Press['inputs'][] = [];
  const state = { answer, fails: false };
  const house: House = {
    person: async (id) => {
      if (state.fails) throw new Error('a secret of the house');
      return staff.find((one) => one.id === id);
    },
    policy: async () => policy,
    now: () => now,
    see: async (reference, by) => {
      const found = allVisits.find((one) => one.reference === reference);
      if (found === undefined || by.roles.includes('teacher')) return undefined;
      const visitors = found.visitors.map((one) => one.id);
      const subject = { requestedBy: found.requestedBy.id, visitors };
      return { ...found, relations: relationsTo(subject, by, policy) };
    },
    letter: async (reference, by) =>
      by.roles.includes('teacher') || reference !== visit().reference
        ? undefined
        : { name: 'letter.docx', bytes: new TextEncoder().encode('a letter') },
    visits: async ({ kind }) =>
      kind === 'waiting'
        ? allVisits.filter((one) => one.status === 'awaiting approval')
        : allVisits,
    press: async (press) => {
      presses.push(press);
      return state.answer;
    },
    formPolicy: async (reference) =>
      reference === undefined ? policy : { ...policy, version: `of ${reference}` },
    check: async ({ inputs }) => {
      checks.push(inputs);
      return { refusals: [], says: ['Mrs Okafor decides (3.1).'] };
    },
    policyDoor: quietPolicyDoor(),
    reach: { unreached: async () => [] },
    outages: () => ({}),
    weeklyList: listDoor(),
    registers: {
      see: async () => registersSeen(),
      change: async () => ({ kind: 'done', note: 'Saved.' }),
    },
    homes: homesDoorWith(),
    refused: async (tried, by) => {
      refused.push(`${by} ${tried}`);
    },
    raiseConcern: async (raised) => {
      concerns.push(raised);
      return { kind: 'done', concern: concernId('c'), reference: 'C-7KQ2', told: ['Miss Rao'] };
    },
    families: async () => [
      {
        pupil: 'Elin Jones',
        yearGroup: 'Year 8',
        parent: 'Mair Jones',
        parentPhone: '01248 555 014',
        address: '14 Ffordd y Môr',
      },
    ],
    colleagues: async () => staff.map(({ id, name }) => ({ id, name })),
    cars: async () => ['Ford Fiesta AB12 CDE'],
  };
  return { house, presses, checks, concerns, refused, state };
};
