import { BookClosed } from '../register/book.ts';
import {
  commandId,
  type Instant,
  laterOf,
  minutesAfter,
  personId,
  visitId,
} from '../vocabulary.ts';
import type { Change, DiaryRecord } from './diary.ts';
import { handleVisit } from './handle-visit.ts';
import { waitMinutes } from './intents.ts';
import { openPage, timerFor } from './page.ts';
import type { World } from './ports.ts';

/** A timer has come due. What has come due with it is read off the visit itself, so each look may go by a name of its own. */
export const lookAtClock = async (world: World, record: DiaryRecord): Promise<void> => {
  const id = visitId(record.partition);
  const command = {
    verb: 'check-clock',
    id: commandId(`clock ${world.newId()}`),
    by: product,
    via: 'product',
  } as const;
  const look = () => handleVisit(world, id, command);
  try {
    // An alarm does not stand behind a slow write of the same visit.
    await (record.lane === 'alarm' ? look() : world.inTurn(id, look));
    await setAgain(world, record, minutesAfter(world.now(), shortestMinutes));
  } catch (error) {
    if (!(error instanceof BookClosed)) throw error;
    await setAgain(world, record, minutesAfter(world.now(), waitMinutes(error.retryAfterSeconds)));
  }
};

/** Where nobody has set it since, it is set by the visit as it stands, and never to a moment that has passed. */
const setAgain = async (world: World, record: DiaryRecord, atLeast: Instant): Promise<void> => {
  const now = await world.diary.read(record);
  if (now?.version !== record.version) return;
  const { page } = await openPage(world, visitId(record.partition));
  const change: Change = await timerFor(world, visitId(record.partition), page);
  const due =
    'due' in change && change.due !== undefined ? laterOf(change.due, atLeast) : undefined;
  await world.diary.commit([
    { ...change, ...(due === undefined ? {} : { due }), expects: record.version },
  ]);
};

const shortestMinutes = 1 / 3;

/** The product does what no person asked for under its own name. */
const product = personId('home-visits');
