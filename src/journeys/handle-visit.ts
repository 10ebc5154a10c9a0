/** One command to one visit, from wherever it came: read, decide, write, tell, and again where somebody was quicker. */
import { BookClash, BookClosed } from '../register/book.ts';
import type { VisitCommand } from '../visits/command.ts';
import type { VisitId } from '../vocabulary.ts';
import { carryOut, settled } from './carry-out.ts';
import { DiaryClash } from './diary.ts';
import { hold, intentsOf, putIntent } from './intents.ts';
import { hasSeen, openPage, type Page } from './page.ts';
import type { Answer, World } from './ports.ts';
import { readsFirst, rereadAssessment, rereadVisit } from './reread.ts';

const attempts = 8;

/** Answers what the command came to. Throws only where the machine failed before anything was kept. */
export const handleVisit = async (
  world: World,
  id: VisitId,
  command: VisitCommand,
): Promise<Answer> => {
  for (let left = attempts; ; left -= 1) {
    try {
      return await tryOnce(world, id, command);
    } catch (error) {
      if (!(error instanceof BookClash || error instanceof DiaryClash)) throw error;
      if (error instanceof DiaryClash && left === 1) throw error;
      const waits = error instanceof BookClash && !(await readAgain(world, id, left));
      if (waits) return holdUnlessTimed(world, id, command);
      if (left === 1) throw error;
    }
  }
};

/** A look at the clock is not held: its timer comes again by itself. Throws BookClosed. */
const holdUnlessTimed = async (
  world: World,
  id: VisitId,
  command: VisitCommand,
): Promise<Answer> => {
  if (command.verb === 'check-clock')
    throw new BookClosed('Somebody wrote to the list, and it cannot be read now.');
  return hold(world, id, command, await openPage(world, id));
};

/** False where the list cannot be read now, or always says something else: the command waits until it can. */
const readAgain = async (world: World, id: VisitId, left: number): Promise<boolean> => {
  try {
    await rereadVisit(world, id, 'click');
    return left > 1;
  } catch (error) {
    if (error instanceof BookClosed) return false;
    if (error instanceof BookClash || error instanceof DiaryClash) return left > 1;
    throw error;
  }
};

const tryOnce = async (world: World, id: VisitId, command: VisitCommand): Promise<Answer> => {
  const open = await openPage(world, id);
  if (hasSeen(open.page, command.id)) return settled(world, id, open, command);
  const ahead = await commandsAhead(world, id, open.page, command);
  if (ahead) return hold(world, id, command, open);
  // Its sender may be told that it is being worked on while SharePoint is silent: a kill does not make that untrue.
  if (readsFirst(command)) await putIntent(world, id, command, { held: false });
  const reread = await rereadAssessment(world, id, open, command);
  if (reread.kind === 'closed') return hold(world, id, command, open);
  return carryOut(world, id, command, reread.open);
};

/** While something of this visit waits for SharePoint nothing overtakes it but what concerns people's safety. */
const commandsAhead = async (
  world: World,
  id: VisitId,
  page: Page,
  command: VisitCommand,
): Promise<boolean> => {
  if (page.decides === 'page' || !waitsInTurn.has(command.verb)) return false;
  const held = await intentsOf(world, id);
  const first = held.find((intent) => intent.held);
  return first !== undefined && first.command.id !== command.id;
};

/** They are decided in the order they came, and wait for SharePoint to be decided. */
export const waitsInTurn: ReadonlySet<string> = new Set([
  'submit',
  'edit',
  'approve',
  'decline',
  'ask-for-changes',
  'withdraw-approval',
  'log-approval',
  'break-glass',
  'second-break-glass',
  'review-break-glass',
]);
