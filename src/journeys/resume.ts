/** Takes up a command that was held, or left behind by something that was killed. */
import { BookClosed } from '../register/book.ts';
import type { VisitCommand } from '../visits/command.ts';
import { type VisitId, visitId } from '../vocabulary.ts';
import type { DiaryRecord } from './diary.ts';
import { handleVisit } from './handle-visit.ts';
import { endOf } from './held.ts';
import { intentOf, startOf } from './intents.ts';
import { hasSeen, openPage, visitOn } from './page.ts';
import type { World } from './ports.ts';
import { rereadVisit } from './reread.ts';

export const resume = (world: World, record: DiaryRecord): Promise<void> => {
  const id = visitId(record.partition);
  return world.inTurn(id, async () => {
    const now = await world.diary.read(record);
    if (now === undefined) return;
    const { command, held } = intentOf(world, now);
    if (held && (await hasPassed(world, id, command))) await lapse(world, id, command);
    else await handleVisit(world, id, command);
  });
};

const lapses: ReadonlySet<string> = new Set(['submit', 'edit', 'approve']);

/** Nobody is let go by a permission that comes after they should have left. */
const hasPassed = async (world: World, id: VisitId, command: VisitCommand): Promise<boolean> => {
  if (!lapses.has(command.verb)) return false;
  const { page } = await openPage(world, id);
  const start = startOf(command, visitOn(page));
  return start !== undefined && start <= world.now() && !hasSeen(page, command.id);
};

/** It may stand in the list all the same, where only the answer was lost. */
const lapse = async (world: World, id: VisitId, command: VisitCommand): Promise<void> => {
  await rereadVisit(world, id, 'background').catch((error: unknown) => {
    if (!(error instanceof BookClosed)) throw error;
  });
  const { page } = await openPage(world, id);
  const kind = hasSeen(page, command.id) ? 'done' : 'lapsed';
  await world.diary.commit(
    await endOf(world, id, command, { visit: visitOn(page), end: { kind } }),
  );
};
