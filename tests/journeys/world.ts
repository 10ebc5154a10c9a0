/** A world of real parts in one process: the diary in SQLite, the books over HTTP, real keys; only Teams is a list of what was sent. */
import { randomBytes } from 'node:crypto';
import { sqliteDiary } from '../../src/diary/sqlite-diary.ts';
import type { Diary } from '../../src/journeys/diary.ts';
import { createRunner } from '../../src/journeys/due.ts';
import { handleVisit } from '../../src/journeys/handle-visit.ts';
import { doRecord, startJobs } from '../../src/journeys/jobs.ts';
import { openPage, visitOn } from '../../src/journeys/page.ts';
import { viewer } from '../../src/journeys/pages.ts';
import type { Answer, Books, Outgoing, PostResult, World } from '../../src/journeys/ports.ts';
import { type KeptRegisters, putRegisters } from '../../src/journeys/registers-kept.ts';
import { keysFrom } from '../../src/keys.ts';
import type { Registers } from '../../src/people/registers.ts';
import type { Roster, StaffMember } from '../../src/people/staff.ts';
import type { Policy } from '../../src/policy/policy.ts';
import type { VisitAsk } from '../../src/visits/command.ts';
import type { KnownVisit } from '../../src/visits/visit.ts';
import {
  commandId,
  type Instant,
  minutesAfter,
  schoolId,
  type VisitId,
  visitId,
} from '../../src/vocabulary.ts';
import { createWorld } from '../../src/world.ts';
import { at, jo, okafor, policy, roster, sam } from '../builders/cast.ts';
import { allWell, form } from '../builders/visits.ts';
import type { Tenant } from './tenant.ts';

const school = schoolId('school');
const keys = keysFrom(Buffer.alloc(32, 7).toString('base64'));

/** The school's clock, in the hands of the story. */
export const createClock = (time = '09:00') => {
  let now = at(time);
  return {
    now: () => now,
    set: (to: string | Instant) => {
      now = to.length === 5 ? at(to) : (to as Instant);
    },
    wait: (minutes: number) => {
      now = minutesAfter(now, minutes);
    },
  };
};
export type Clock = ReturnType<typeof createClock>;

export type Sent = Outgoing & { readonly to: string };

type Given = {
  readonly tenant: Pick<Tenant, 'books'>;
  readonly clock: Clock;
  /** Where the diary is; two worlds may share one. */
  readonly path?: string;
  readonly books?: (books: Books) => Books;
  readonly diary?: (diary: Diary) => Diary;
  readonly post?: (outgoing: Outgoing) => Promise<PostResult>;
  /** Another than the product's own. */
  readonly policy?: Policy;
  /** Others than those of every story. */
  readonly staff?: Roster;
  /** What the school keeps on record; nothing where a story does not say. */
  readonly registers?: Pick<Registers, 'vehicles' | 'devices' | 'calendar'>;
};

export type Playing = Awaited<ReturnType<typeof openWorld>>;

export const openWorld = async (given: Given) => {
  const { tenant, clock, path = ':memory:' } = given;
  const kept = sqliteDiary(path);
  const sent: Sent[] = [];
  const faults: unknown[] = [];
  const post = given.post ?? (async () => ({ kind: 'sent' }) as const);
  const world: World = createWorld(
    {
      school,
      now: clock.now,
      newId: () => randomBytes(16).toString('base64url'),
      keys,
      books: given.books?.(tenant.books) ?? tenant.books,
      policy: async () => given.policy ?? policy,
      report: (error) => faults.push(error),
    },
    given.diary?.(kept) ?? kept,
    {
      post: async (outgoing) => {
        const result = await post(outgoing);
        const { recipient } = outgoing;
        const to = 'person' in recipient ? recipient.person : `#${recipient.channel}`;
        if (result.kind === 'sent') sent.push({ ...outgoing, to });
        return result;
      },
      changed: () => undefined,
    },
  );
  await kept.commit([
    {
      put: { school, partition: 'roster', kind: 'kept', id: 'roster' },
      value: keys.seal(JSON.stringify({ roster: given.staff ?? roster, at: clock.now() })),
    },
  ]);
  const views = viewer(world);
  if (given.registers !== undefined)
    await kept.commit([putRegisters({ school, keys }, keptOf(given.registers, clock), 'absent')]);
  const runner = createRunner(
    world,
    (record) => doRecord(world, record, views),
    randomBytes(4).toString('hex'),
  );
  await startJobs(world);
  return {
    world,
    kept,
    sent,
    faults,
    runner,
    /** Goes on minute by minute, and does what is due at each. */
    pass: async (minutes: number, step = 1) => {
      for (let gone = 0; gone < minutes; gone += step) {
        clock.wait(step);
        await runner.settle();
      }
    },
    told: (to: string, kind?: string) =>
      // The week's test message comes to everybody who answers alarms, and is asked for by its kind.
      sent.filter(
        (one) =>
          one.to === to &&
          (kind === undefined ? one.message.kind !== 'test' : one.message.kind === kind),
      ),
    visit: async (id: VisitId): Promise<KnownVisit> => {
      const visit = visitOn((await openPage(world, id)).page);
      if (visit.status === 'unsubmitted') throw new Error('There is no such visit.');
      return visit;
    },
    events: async (id: VisitId) => (await openPage(world, id)).page.events.map(({ type }) => type),
  };
};

const place = { item: '1', revision: '1' };

const keptOf = (
  { vehicles, devices, calendar }: Pick<Registers, 'vehicles' | 'devices' | 'calendar'>,
  clock: Clock,
): KeptRegisters => ({
  at: clock.now(),
  staff: [],
  vehicles: vehicles.map((one) => ({ ...one, place })),
  devices: devices.map((one) => ({ ...one, place })),
  duty: [],
  dates: [
    ...calendar.terms.map((one) => ({ ...one, id: one.from, kind: 'term' as const, place })),
    ...calendar.closures.map(({ why: name, ...one }) => ({
      ...one,
      name,
      id: one.from,
      kind: 'closure' as const,
      place,
    })),
  ],
  hours: { opens: calendar.officeOpens, closes: calendar.officeCloses },
});

let count = 0;
const newName = (): string => {
  count += 1;
  return `command-${count}`;
};

type Asking = { readonly id?: string; readonly outOfTurn?: boolean };

/** As the door does it: in turn, but for what concerns somebody's safety. */
export const act = (
  { world }: Pick<Playing, 'world'>,
  visit: VisitId,
  by: StaffMember,
  ask: VisitAsk,
  { id = newName(), outOfTurn = false }: Asking = {},
): Promise<Answer> => {
  const command = { id: commandId(id), by: by.id, via: 'chat', ...ask } as const;
  const work = () => handleVisit(world, visit, command);
  return outOfTurn ? work() : world.inTurn(visit, work);
};

export const who = [sam.id, jo.id];
export const submitting: VisitAsk = { verb: 'submit', form: form() };
export const helping: VisitAsk = { verb: 'help', words: 'please come' };

type Pair = readonly [StaffMember, StaffMember];

export const ask = async (
  playing: Playing,
  name = newName(),
  [one, other]: Pair = [sam, jo],
): Promise<VisitId> => {
  const id = visitId(`school-${name}`);
  const visitors = [one.id, other.id];
  await act(playing, id, one, { verb: 'submit', form: form({ visitors }) }, { id: name });
  return id;
};

export const approving = async (playing: Playing, id: VisitId): Promise<VisitAsk> => ({
  verb: 'approve',
  content: (await playing.visit(id)).content,
  note: '',
});

/** The headteacher opens the risk assessment and makes it her own. */
const adopt = async (playing: Playing, id: VisitId): Promise<void> => {
  const { content } = await playing.visit(id);
  await act(playing, id, okafor, { verb: 'open-details', content });
  await act(playing, id, okafor, { verb: 'adopt-assessment', content });
};

export const makeReady = async (
  playing: Playing,
  id: VisitId,
  pair: Pair = [sam, jo],
): Promise<void> => {
  await adopt(playing, id);
  for (const person of pair) {
    await act(playing, id, person, { verb: 'answer-health', adjustment: 'none' });
    await act(playing, id, person, { verb: 'confirm-reading' });
    await act(playing, id, person, { verb: 'check-departure', answers: allWell });
  }
};

/** From nothing to both of them out, at the time the clock shows. */
export const goOut = async (
  playing: Playing,
  clock: Clock,
  pair: Pair = [sam, jo],
): Promise<VisitId> => {
  const id = await ask(playing, newName(), pair);
  await act(playing, id, okafor, await approving(playing, id));
  clock.set('13:50');
  await makeReady(playing, id, pair);
  await act(playing, id, pair[0], { verb: 'depart', who: pair.map((one) => one.id) });
  await playing.runner.settle();
  return id;
};

/** What the list says happened, in order. */
export const listedEvents = async (tenant: Tenant, id: VisitId) => {
  const item = (await tenant.itemsOf(tenant.books.visits)).find(
    ({ columns }) => columns['VisitKey'] === id,
  );
  const text = String(item?.columns['History'] ?? '[]');
  return JSON.parse(text) as readonly { type: string; at: string; command: string }[];
};

/** Whether a message is a sentence with these words. */
export const says = (message: Outgoing['message'], words: string): boolean =>
  message.kind === 'notice' && message.text.includes(words);
