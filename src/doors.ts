/** The house as chat and tab each come to it. */
import type { House as ApiHouse } from './api/house.ts';
import type { ConcernAbout } from './concerns/concern.ts';
import { concernAbouts } from './concerns/concern.ts';
import { concernCalled } from './journeys/concern-reference.ts';
import { handleConcern } from './journeys/concerns.ts';
import type { House } from './journeys/house.ts';
import { type Letter, letterFor } from './journeys/letter.ts';
import type { Outages } from './journeys/outage.ts';
import type { ConcernAnswer, World } from './journeys/ports.ts';
import { may, notForYou } from './people/access.ts';
import type { House as TeamsHouse } from './teams/house.ts';
import { type CommandId, concernId, type PersonId } from './vocabulary.ts';
import { wordsFor } from './words/words.ts';

type Raise = {
  readonly about: string;
  readonly person: string;
  readonly what: string;
  readonly visit?: string | undefined;
  readonly command: CommandId;
  readonly by: PersonId;
};

/** What is not one of the kinds we know is about a child: the safest reading. */
const aboutOf = (text: string): ConcernAbout =>
  concernAbouts.find((about) => about === text) ?? 'child';

const raise = async (world: World, house: House, asked: Raise): Promise<ConcernAnswer> => {
  const policy = await world.policy();
  if (!may('raise-concern', await house.person(asked.by))) {
    await house.refused('raise-concern', asked.by);
    return { kind: 'refused', refusals: [notForYou(policy)] };
  }
  const { visit, command, by } = asked;
  const written = { about: asked.about, person: asked.person, what: asked.what };
  const heard = await house.duress.listen({ texts: written, by, command });
  const { about, person, what } = { ...written, ...heard };
  // Named after who raises it, too: nobody reaches another's by sending its command again.
  return handleConcern(world, concernId(`${world.school}-${by}-${command}`), {
    verb: 'raise-concern',
    id: command,
    by,
    about: aboutOf(about),
    person,
    what,
    ...(visit === undefined || visit === '' ? {} : { visit }),
  });
};

/** Loaded with the first letter: it is large, and nothing that is due at a start waits for it. */
const inWord = async (letter: Letter): Promise<Uint8Array> =>
  (await import('./letters/docx.ts')).docxOf(letter);

/** As the school calls itself, and where it is rung. */
export type Sender = { readonly school: string; readonly phone: string };

type Around = Sender & { readonly outages: () => Outages };

export const apiHouse = (world: World, house: House, sender: Around): ApiHouse => ({
  outages: sender.outages,
  homes: house.homes,
  person: house.person,
  policy: house.policy,
  refused: house.refused,
  now: house.now,
  see: (reference, by) => house.see(reference, by.id),
  letter: async (reference, by) => {
    const seen = await house.see(reference, by.id);
    const letter = seen && letterFor(seen, { ...sender, now: world.now() });
    return letter && { name: letter.file, bytes: await inWord(letter) };
  },
  visits: (wanted, by) => house.visits(wanted, by.id),
  press: async (asked) => {
    const pressed = await house.press({ ...asked, by: asked.by.id });
    if (pressed.kind !== 'done') return pressed;
    return pressed.seen === undefined ? { kind: 'unknown' } : { ...pressed, seen: pressed.seen };
  },
  formPolicy: (visit, by) => house.formPolicy(visit, by.id),
  check: (asked) => house.check({ ...asked, by: asked.by.id }),
  policyDoor: house.policyDoor,
  reach: house.reach,
  weeklyList: house.weeklyList,
  registers: house.registers,
  raiseConcern: ({ inputs, command, by }) =>
    raise(world, house, {
      about: inputs['about'] ?? '',
      person: inputs['person'] ?? '',
      what: inputs['what'] ?? '',
      visit: inputs['visit'],
      command,
      by: by.id,
    }),
  families: async (text, by) =>
    (await house.families(text, by.id)).map(({ form }) => ({
      pupil: form['pupil'] ?? '',
      yearGroup: form['yearGroup'] ?? '',
      parent: form['parent'] ?? '',
      parentPhone: form['parentPhone'] ?? '',
      address: form['address'] ?? '',
    })),
  colleagues: (text, by, visit) => house.colleagues(text, by.id, visit),
  cars: (by) => house.cars(by.id),
});

const over: ReadonlySet<string> = new Set([
  'declined',
  'not authorised',
  'do not visit',
  'returned',
  'cancelled',
]);

export const teamsHouse = (world: World, house: House): TeamsHouse => ({
  school: world.school,
  diary: world.diary,
  keys: world.keys,
  now: world.now,
  newId: world.newId,
  policy: house.policy,
  beforeAsking: house.homes.before,
  refused: house.refused,
  person: house.person,
  see: house.see,
  visitsOf: async (by) =>
    (await house.visits({ kind: 'mine' }, by)).filter(
      ({ status, alarms }) =>
        !over.has(status) || alarms.some((alarm) => alarm.state !== 'settled'),
    ),
  today: (by) => house.visits({ kind: 'today' }, by),
  press: (asked) => house.press({ ...asked, visit: asked.visit }),
  formPolicy: house.formPolicy,
  check: house.check,
  policyDoor: house.policyDoor,
  reach: house.reach,
  weeklyList: house.weeklyList,
  duress: house.duress,
  families: house.families,
  family: async (key, by) => (await house.families('', by)).find((family) => family.key === key),
  colleagues: house.colleagues,
  cars: house.cars,
  raiseConcern: (asked) => raise(world, house, asked),
  pressConcern: async ({ verb, concern, command, by }) => {
    const policy = await world.policy();
    if (!may(verb, await house.person(by))) {
      await house.refused(verb, by);
      return { kind: 'refused', refusals: [notForYou(policy)] };
    }
    const id = await concernCalled(world, concern);
    const answer = await handleConcern(world, id, { verb, id: command, by });
    if (answer.kind === 'refused') return answer;
    return { kind: 'done', note: wordsFor(policy.language).journeys.filed };
  },
  report: world.report,
});
