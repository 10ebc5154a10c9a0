/** A worry: sealed in the diary before any answer, told at once by reference, then filed in the list its subject cannot open. */
import type { ConcernCommand, ConcernEvent } from '../concerns/concern.ts';
import { decide } from '../concerns/decide.ts';
import { concernAfter } from '../concerns/evolve.ts';
import { messagesFor } from '../concerns/react.ts';
import { notForYou } from '../people/access.ts';
import { nameOf } from '../people/staff.ts';
import { sealEvents } from '../register/history.ts';
import { type ConcernId, commandId, personId } from '../vocabulary.ts';
import { commitConcern, concernOf, concernTimer, openConcern } from './concern-kept.ts';
import { newConcernReference } from './concern-reference.ts';
import { DiaryClash, type DiaryRecord } from './diary.ts';
import type { ConcernAnswer, World } from './ports.ts';

const attempts = 8;

/** Works with SharePoint away: nothing here waits for it. */
export const handleConcern = async (
  world: World,
  id: ConcernId,
  command: ConcernCommand,
): Promise<ConcernAnswer> => {
  for (let left = attempts; ; left -= 1) {
    try {
      return await tryOnce(world, id, command);
    } catch (error) {
      if (!(error instanceof DiaryClash) || left === 1) throw error;
    }
  }
};

const tryOnce = async (
  world: World,
  id: ConcernId,
  command: ConcernCommand,
): Promise<ConcernAnswer> => {
  const [{ kept, version }, policy, roster] = await Promise.all([
    openConcern(world, id),
    world.policy(),
    world.roster(),
  ]);
  if (kept.events.some((event) => event.command === command.id))
    return answerOf(world, id, kept.events);
  const concern = concernAfter(kept.events);
  const reference =
    concern.status === 'unraised' ? await newConcernReference(world, id) : concern.reference;
  const decision = decide(command, concern, { now: world.now(), policy, roster, reference });
  if (decision.kind === 'refused') return decision;
  const events = sealEvents(id, kept.events, decision.events, world.keys.hmac);
  if (decision.events.length > 0)
    await commitConcern(world, id, { kept: { ...kept, events }, version });
  return answerOf(world, id, events);
};

const answerOf = async (
  world: World,
  id: ConcernId,
  events: readonly ConcernEvent[],
): Promise<ConcernAnswer> => {
  const given = { policy: await world.policy(), roster: await world.roster() };
  const concern = concernAfter(events);
  const first = events[0];
  if (concern.status === 'unraised' || first === undefined)
    return { kind: 'refused', refusals: [notForYou(given.policy)] };
  const people = messagesFor(first, concern, given).flatMap((message) => message.to.people);
  const told = [...new Set(people)].map((person) => nameOf(given.roster, person));
  return { kind: 'done', concern: id, reference: concern.reference, told };
};

export const clockOfConcern = async (world: World, record: DiaryRecord): Promise<void> => {
  const id = concernOf(record);
  // What has come due is read off the concern itself, so each look may go by a name of its own.
  const command = commandId(`clock ${world.newId()}`);
  await handleConcern(world, id, { verb: 'check-clock', id: command, by: product });
  const now = await world.diary.read(record);
  if (now?.version !== record.version) return;
  const { kept } = await openConcern(world, id);
  await world.diary.commit([{ ...concernTimer(world, id, kept), expects: record.version }]);
};

/** The product does what no person asked for under its own name. */
const product = personId('home-visits');
