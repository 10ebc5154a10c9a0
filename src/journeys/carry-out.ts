/** Decide, write, tell: the only place a visit changes. */

import { isFirstVisit } from '../homes/first-visit.ts';
import { notForYou } from '../people/access.ts';
import { BookClosed, type Cause } from '../register/book.ts';
import { assessmentAfter } from '../risk-assessment/evolve.ts';
import type { Circumstances } from '../visits/circumstances.ts';
import type { VisitCommand } from '../visits/command.ts';
import { decide } from '../visits/decide.ts';
import type { Happening } from '../visits/event.ts';
import { isOpen } from '../visits/evolve-alarms.ts';
import type { Visit } from '../visits/visit.ts';
import type { Decision, Refusal, VisitId } from '../vocabulary.ts';
import { isListenedFor } from './code-words.ts';
import { DiaryClash } from './diary.ts';
import { elsewhere } from './elsewhere.ts';
import { homeChange, knownHomes } from './families.ts';
import { filePage } from './file-visit.ts';
import { followChange, isOfAlarm, isOfRound, isPersonal } from './follow-change.ts';
import { endOf } from './held.ts';
import { hold, putIntent } from './intents.ts';
import { type Written, withWritten } from './join.ts';
import {
  isUnderWay,
  type OpenPage,
  openPage,
  type Page,
  putPage,
  timerFor,
  visitOn,
  withHappenings,
} from './page.ts';
import { policyFor } from './policy-versions.ts';
import type { Answer, World } from './ports.ts';
import { nextReference } from './reference.ts';
import { roundChange } from './round-job.ts';
import { aboutAsking, noteReading } from './standing.ts';
import { tellChanges, untold } from './tell.ts';
import { viewOf } from './view.ts';
import { listSigned } from './weekly-gate.ts';

/** Throws BookClash and DiaryClash where somebody was quicker: read again and ask again. */
export const carryOut = async (
  world: World,
  id: VisitId,
  command: VisitCommand,
  open: OpenPage,
): Promise<Answer> => {
  const given = await circumstances(world, open.page, id, command);
  const visit = visitOn(open.page);
  const decision: Decision<Happening> = decide(command, visit, given);
  if (decision.kind === 'refused') return refusedAs(world, id, command, { visit, ...decision });
  if (decision.events.length === 0) return settled(world, id, open, command);
  await noteReading(world, command);
  const next = withHappenings(world, id, open.page, decision.events);
  const pageDecides = open.page.decides === 'page' || isUnderWay(next);
  if (pageDecides || decision.events.every(isKeptFirst) || isLookWithAlarm(command, visit))
    return keep(world, id, {
      open,
      next: { ...next, decides: pageDecides ? 'page' : 'list' },
      command,
    });
  return fileThenKeep(world, id, { open, next, command });
};

type Step = { readonly open: OpenPage; readonly next: Page; readonly command: VisitCommand };

/** The page first: people are out, or an answer is one person's own. The list follows. */
const keep = async (world: World, id: VisitId, { open, next, command }: Step): Promise<Answer> => {
  const page = await commitPage(world, id, { page: next, version: open.version }, command);
  return { kind: 'done', view: await viewOf(world, id, page) };
};

/** The list first, behind an intent that brings it to an end whatever is killed in between. */
const fileThenKeep = async (
  world: World,
  id: VisitId,
  { open, next, command }: Step,
): Promise<Answer> => {
  // The timer that asked comes again by itself until it is answered.
  const timed = command.verb === 'check-clock';
  if (!timed) await putIntent(world, id, command, { held: false });
  try {
    const filed = await filePage(world, id, next, causeOf(command));
    const written = { before: next, filed, version: open.version };
    const page = await commitWritten(world, id, written, command);
    return { kind: 'done', view: await viewOf(world, id, page) };
  } catch (error) {
    if (error instanceof BookClosed && !timed)
      return hold(world, id, command, open, error.retryAfterSeconds);
    throw error;
  }
};

/** Somebody may have called for help while the list was written: both stand. */
const commitWritten = async (
  world: World,
  id: VisitId,
  written: Written & Pick<OpenPage, 'version'>,
  command: VisitCommand,
): Promise<Page> => {
  try {
    const { filed: page, version } = written;
    return await commitPage(world, id, { page, version }, command);
  } catch (error) {
    if (!(error instanceof DiaryClash)) throw error;
    const now = await openPage(world, id);
    const page = withWritten(world, id, now.page, written);
    return commitPage(world, id, { page, version: now.version }, command);
  }
};

/** Page, timer, messages and the end of the intent, in one commit. Throws DiaryClash where somebody was quicker. */
export const commitPage = async (
  world: World,
  id: VisitId,
  { page, version }: OpenPage,
  command: VisitCommand | undefined,
): Promise<Page> => {
  const policy = await policyFor(world, visitOn(page));
  const given = { policy, roster: await world.roster() };
  const told = tellChanges(world, id, page, given);
  const fresh = untold(page).map(({ event }) => event);
  const changes = [
    putPage(world, id, { page: told.page, version }),
    await timerFor(world, id, told.page),
    ...told.changes,
    followChange(world, id, told.page),
    ...homeChange(world, id, fresh),
    ...roundChange(world, id, fresh),
    ...(command === undefined
      ? []
      : await endOf(world, id, command, { visit: visitOn(page), end: { kind: 'done' } })),
  ];
  if ((await world.diary.commit(changes)) === 'clash')
    throw new DiaryClash('The page changed since it was read.');
  return told.page;
};

/** Seen before, or nothing to add: nothing changes, and what was left behind is cleared away. */
export const settled = async (
  world: World,
  id: VisitId,
  { page }: OpenPage,
  command: VisitCommand,
): Promise<Answer> => {
  const visit = visitOn(page);
  if (visit.status === 'unsubmitted') {
    const refusals = [notForYou(await world.policy())];
    return refusedAs(world, id, command, { visit, refusals });
  }
  await world.diary.commit(await endOf(world, id, command, { visit, end: { kind: 'done' } }));
  return { kind: 'done', view: await viewOf(world, id, page) };
};

const refusedAs = async (
  world: World,
  id: VisitId,
  command: VisitCommand,
  { visit, refusals }: { readonly visit: Visit; readonly refusals: readonly Refusal[] },
): Promise<Answer> => {
  const end = { kind: 'refused', refusals } as const;
  await world.diary.commit(await endOf(world, id, command, { visit, end }));
  return { kind: 'refused', refusals };
};

const circumstances = async (
  world: World,
  page: Page,
  id: VisitId,
  command: VisitCommand,
): Promise<Circumstances> => {
  const visit = visitOn(page);
  const reference =
    visit.status === 'unsubmitted'
      ? await nextReference(world, id, { learn: command.verb === 'submit' })
      : visit.reference;
  return { ...(await factsFor(world, page, id, command)), reference };
};

/** All a decision is told but for the number a new visit takes: asking for these keeps nothing. */
export const factsFor = async (
  world: World,
  page: Page,
  id: VisitId,
  command: VisitCommand,
): Promise<Omit<Circumstances, 'reference'>> => {
  const visit = visitOn(page);
  const [policy, roster, registers] = await Promise.all([
    policyFor(world, visit),
    world.roster(),
    world.registers(),
  ]);
  return {
    now: world.now(),
    policy,
    roster,
    registers,
    assessment: assessmentAfter(page.restricted),
    firstVisit: await firstVisit(world, command),
    ...(await aboutOf(world, command)),
    ...(await elsewhere(world, id, visit, command)),
    hash: world.keys.hmac,
    ...(command.verb === 'depart' && visit.status !== 'unsubmitted'
      ? {
          listSigned: await listSigned(world, { id, visit }, policy),
          codeWord: await isListenedFor(world, id),
        }
      : {}),
    policyReaders: await world.policyReaders(),
  };
};

const firstVisit = async (world: World, command: VisitCommand): Promise<boolean> => {
  if (command.verb !== 'submit' && command.verb !== 'edit') return true;
  const { address, pupil } = command.form.proposal;
  return isFirstVisit(address, pupil, await knownHomes(world));
};

/** Only asking and leaving look at it. */
const aboutOf = async (world: World, command: VisitCommand) => {
  switch (command.verb) {
    case 'submit':
    case 'edit':
      return aboutAsking(world, command.form.proposal.address);
    case 'depart':
    case 'already-happened':
      return aboutAsking(world, '');
    default:
      return {};
  }
};

/** What one person says for themselves goes into the list with the next write; a call for help, and all that answers it, waits for no list. */
const isKeptFirst = ({ event }: Happening): boolean =>
  isPersonal(event) || isOfAlarm(event) || isOfRound(event);

/** An alarm that climbs waits for no list, whatever else has come due with it. */
const isLookWithAlarm = ({ verb }: VisitCommand, visit: Visit): boolean =>
  verb === 'check-clock' && visit.status !== 'unsubmitted' && visit.alarms.some(isOpen);

const causeOf = (command: VisitCommand): Cause =>
  command.via === 'product' || command.via === 'list' ? 'background' : 'click';
