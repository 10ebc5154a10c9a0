/** One school's world: its diary tells when something new is due, and its roster is remembered for a minute, so that what another instance has read is known here, too. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Diary } from './journeys/diary.ts';
import { oneAtATime } from './journeys/one-at-a-time.ts';
import { openVersions } from './journeys/policy-versions.ts';
import type { ActivityEntry, Outgoing, PostResult, World } from './journeys/ports.ts';
import { keptRegisters } from './journeys/registers.ts';
import { keptRoster } from './journeys/roster.ts';
import { rosterAt } from './people/duty.ts';
import type { Registers } from './people/registers.ts';
import type { Roster } from './people/staff.ts';
import { parsePolicy } from './policy/parse-policy.ts';
import type { Policy } from './policy/policy.ts';
import { type Instant, minutesAfter } from './vocabulary.ts';

type Parts = Pick<World, 'school' | 'now' | 'newId' | 'keys' | 'books' | 'report'> & {
  /** What the school began with. */
  readonly policy: () => Promise<Policy>;
  /** Left out, a version has no gaps to fill. */
  readonly readPolicy?: World['readPolicy'];
};

type Copies = {
  readonly roster: Roster;
  readonly registers: Registers;
  readonly since: Instant;
};

type Around = {
  readonly post: (outgoing: Outgoing) => Promise<PostResult>;
  /** Something may be due now. */
  readonly changed: () => void;
};

export const createWorld = (parts: Parts, kept: Diary, { post, changed }: Around): World => {
  let known: Copies | undefined;
  let noted = { minute: '', ids: new Set<string>() };
  const readPolicy = parts.readPolicy ?? ((settings: unknown) => parsePolicy(settings));
  const { written, ...versions } = openVersions({
    ...parts,
    readPolicy,
    first: parts.policy,
    diary: kept,
  });
  const diary: Diary = {
    ...kept,
    commit: async (changes) => {
      const outcome = await kept.commit(changes);
      if (outcome === 'done') {
        if (changes.some((change) => 'put' in change && change.put.partition === 'roster'))
          known = undefined;
        for (const change of changes)
          written('put' in change ? change.put.partition : change.remove.partition);
        if (changes.some((change) => 'put' in change && change.due !== undefined)) changed();
      }
      return outcome;
    },
  };
  /** What was read is remembered; who is on duty by it is worked out each time, so that no turn outlasts its end. */
  const copies = async (): Promise<Copies> => {
    const now = parts.now();
    if (known !== undefined && known.since <= now && now < minutesAfter(known.since, 1))
      return known;
    const given = { school: parts.school, diary, keys: parts.keys };
    const [roster, registers] = await Promise.all([keptRoster(given), keptRegisters(given)]);
    known = { roster, registers, since: now };
    return known;
  };
  return {
    ...parts,
    ...versions,
    readPolicy,
    diary,
    post,
    inTurn: oneAtATime((seconds) => pause(seconds * 1_000, undefined, { ref: false })),
    roster: async () => {
      const [{ roster, registers }, policy] = await Promise.all([copies(), versions.policy()]);
      return rosterAt(roster, registers, parts.now(), policy);
    },
    registers: async () => (await copies()).registers,
    note: async (entry) => {
      const { school, now } = parts;
      const at = now();
      const minute = at.slice(0, 16);
      // Tried again and again within a minute it is one line: nobody can flood the list.
      const id = `${minute} ${entry.what} ${entry.verb} ${entry.by} ${entry.about ?? ''}`.trim();
      if (noted.minute !== minute) noted = { minute, ids: new Set() };
      if (noted.ids.has(id)) return;
      const put = { school, partition: 'activity', kind: 'job', id } as const;
      const value: ActivityEntry & { at: string } = { ...entry, at };
      await diary.commit([{ put, value, due: at, lane: 'ordinary' }]);
      noted.ids.add(id);
    },
  };
};
