/** What a press on one visit of a round comes to for the others: one departure check, one due-back, one way back. */
import { reasonsNoRound, roundOf } from '../rounds/plan.ts';
import { reasonsBarred } from '../visits/allowed.ts';
import type { VisitCommand } from '../visits/command.ts';
import { dueBackSaid } from '../visits/inputs-time.ts';
import { outOn } from '../visits/people-out.ts';
import type { KnownVisit, Visit } from '../visits/visit.ts';
import {
  type CommandId,
  commandId,
  type Instant,
  type PersonId,
  type Refusal,
  type VisitId,
} from '../vocabulary.ts';
import { wordsFor } from '../words/words.ts';
import { viewsOf, whereOnRound } from './elsewhere.ts';
import { handleVisit } from './handle-visit.ts';
import { viewCalled } from './pages.ts';
import { policyFor } from './policy-versions.ts';
import type { Answer, VisitView, World } from './ports.ts';
import { visitCalled } from './reference.ts';
import { settleRounds } from './round.ts';

type Asked = {
  readonly verb: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly command: CommandId;
  readonly by: PersonId;
  readonly via: 'chat' | 'tab';
};
type Found = { readonly id: VisitId; readonly visit: Visit };

/** The same press on another visit is a command of its own, and the same one when it is pressed again. */
const commandOn = (command: CommandId, id: VisitId): CommandId => commandId(`${command}@${id}`);

const whereverTheyAre: ReadonlySet<string> = new Set([
  'return',
  'extend',
  'change-plan',
  'call-me',
]);

/** Whoever says that they are back, or late, may hold the card of another home of the round: it is said of the one they are out on. */
export const whereMeant = async (
  world: World,
  { verb, inputs, by }: Asked,
  found: Found,
): Promise<Found> => {
  const { visit } = found;
  if (visit.status === 'unsubmitted' || visit.round === undefined) return found;
  if (!whereverTheyAre.has(verb)) return found;
  const named = (inputs['who'] ?? '').split(',').filter((id) => id !== '');
  const who =
    named.length > 0
      ? named
      : visit.proposal.visitors.includes(by)
        ? [by]
        : visit.proposal.visitors;
  if (outOn(visit).some((id) => who.includes(id))) return found;
  const there = whereOnRound(visit, who, await viewsOf(world));
  return there === undefined ? found : { id: there.id, visit: there.visit };
};

const atAHome: ReadonlySet<string> = new Set(['arrive', 'wait', 'meet', 'enter', 'nearly-there']);

/** Arriving at the next home of a round says that they left for it. Undefined where there was nothing to say. */
export const goOnFirst = async (
  world: World,
  command: VisitCommand,
  { id, visit }: Found,
): Promise<Answer | undefined> => {
  if (visit.status === 'unsubmitted' || visit.round === undefined || !atAHome.has(command.verb))
    return undefined;
  const named = 'who' in command && command.who.length > 0 ? command.who : [command.by];
  const from = whereOnRound(visit, named, await viewsOf(world));
  if (from === undefined || from.id === id) return undefined;
  const who = named.filter((one) => outOn(from.visit).includes(one));
  const depart = {
    verb: 'depart',
    who,
    id: commandOn(command.id, id),
    by: command.by,
    via: command.via,
  } as const;
  return handleVisit(world, id, depart);
};

/** What counts for every visit of the round is kept on each; then what they owe each other is paid. */
export const onTheOthers = async (
  world: World,
  command: VisitCommand,
  { id, visit }: Found,
): Promise<void> => {
  if (!mayConcernOthers.has(command.verb) && !maySettle.has(command.verb) && !isOnRound(visit))
    return;
  const others = (await viewsOf(world)).filter(
    (view) => view.id !== id && isFor(command, visit, view.visit),
  );
  for (const other of others)
    await handleVisit(world, other.id, { ...command, id: commandOn(command.id, other.id) });
  if (maySettle.has(command.verb) || others.length > 0 || isOnRound(visit))
    await settleRounds(world);
};

/** Those that `isFor` may answer for another visit. */
const mayConcernOthers: ReadonlySet<string> = new Set(['check-departure', 'extend', 'return']);

/** Said where no rule let them go, it may be of people who are out elsewhere; and whoever is back may have come from there. */
const maySettle: ReadonlySet<string> = new Set(['already-happened', 'leave-unsafe', 'return']);

const isOnRound = (visit: Visit): boolean =>
  visit.status !== 'unsubmitted' && visit.round !== undefined;

const isFor = (command: VisitCommand, visit: Visit, other: KnownVisit): boolean => {
  const together =
    visit.status !== 'unsubmitted' &&
    visit.round !== undefined &&
    visit.round.round === other.round?.round;
  switch (command.verb) {
    case 'check-departure':
      return (
        together && other.status === 'approved' && other.proposal.visitors.includes(command.by)
      );
    case 'extend':
      return together && outOn(other).length > 0;
    case 'return': {
      // Whoever is back is back from wherever they were.
      const who = command.who.length > 0 ? command.who : [command.by];
      return (
        other.status === 'out' &&
        who.every((one) => other.proposal.visitors.includes(one)) &&
        who.some((one) => isOutOn(other, one))
      );
    }
    default:
      return false;
  }
};

const isOutOn = (visit: KnownVisit, person: PersonId): boolean => outOn(visit).includes(person);

/** Makes several visits one round, or adds to the one that this visit is on. */
export const planRound = async (
  world: World,
  asked: Asked,
  found: { readonly id: VisitId; readonly visit: KnownVisit },
): Promise<Answer> => {
  const policy = await policyFor(world, found.visit);
  const chosen = await chosenVisits(world, asked, found);
  if ('refusals' in chosen) return { kind: 'refused', refusals: chosen.refusals };
  const due = dueBackIn(asked, found.visit, { policy, now: world.now() });
  if (due.kind === 'unclear') return { kind: 'refused', refusals: due.refusals };
  const round =
    chosen.views.flatMap(({ visit }) => visit.round?.round ?? [])[0] ?? `round ${asked.command}`;
  const visits = chosen.views.map(({ visit }) => visit);
  const planned = { visits, dueBack: due.value };
  const refusals = reasonsNoRound(planned, round, { now: world.now(), policy });
  if (refusals.length > 0) return { kind: 'refused', refusals };
  const ask = {
    verb: 'plan-round',
    round: roundOf(planned, round),
    by: asked.by,
    via: asked.via,
  } as const;
  const last = chosen.views.findLast(({ id }) => id === found.id) ?? found;
  for (const { id } of chosen.views.filter((view) => view.id !== last.id)) {
    const answer = await world.inTurn(id, () =>
      handleVisit(world, id, { ...ask, id: commandOn(asked.command, id) }),
    );
    if (answer.kind !== 'done') return answer;
  }
  const answer = await world.inTurn(last.id, () =>
    handleVisit(world, last.id, { ...ask, id: asked.command }),
  );
  await tellThoseAtSchool(world, asked, { round: ask.round, added: chosen.views });
  return answer;
};

type Due =
  | { readonly kind: 'read'; readonly value: Instant | undefined }
  | { readonly kind: 'unclear'; readonly refusals: readonly Refusal[] };

const dueBackIn = (
  { inputs }: Asked,
  visit: KnownVisit,
  given: Pick<Parameters<typeof dueBackSaid>[1], 'policy' | 'now'>,
): Due => {
  const text = (inputs['roundDueBack'] ?? '').trim();
  if (text === '') return { kind: 'read', value: undefined };
  return dueBackSaid(text, { field: 'roundDueBack', visit, ...given }, given.now);
};

/** The visit itself, those already on its round, and those that were named; each must be theirs to plan. */
const chosenVisits = async (
  world: World,
  asked: Asked,
  { id, visit }: { readonly id: VisitId; readonly visit: KnownVisit },
): Promise<
  { readonly views: readonly VisitView[] } | { readonly refusals: readonly Refusal[] }
> => {
  const names = (asked.inputs['visits'] ?? '').split(',').map((name) => name.trim());
  const ids = await Promise.all(
    names.filter((name) => name !== '').map((name) => visitCalled(world, name)),
  );
  const already = (await viewsOf(world)).filter(
    ({ visit: other }) =>
      visit.round !== undefined && other.round?.round === visit.round.round && !isOver(other),
  );
  const all = new Set([id, ...ids, ...already.map((view) => view.id)]);
  const found = await Promise.all([...all].map((one) => viewCalled(world, one)));
  const given = { policy: await policyFor(world, visit), roster: await world.roster() };
  const unsubmitted = { status: 'unsubmitted' } as const;
  const barred = found.flatMap((view) =>
    reasonsBarred({ verb: 'plan-round', by: asked.by }, view?.visit ?? unsubmitted, given),
  );
  return barred.length > 0 ? { refusals: barred } : { views: found.flatMap((view) => view ?? []) };
};

const isOver = ({ status }: KnownVisit): boolean =>
  status === 'returned' || status === 'cancelled' || status === 'declined';

/** While they are out, another home on the round is a change of plan, and the office hears of it. */
const tellThoseAtSchool = async (
  world: World,
  asked: Asked,
  {
    round,
    added,
  }: { readonly round: { readonly round: string }; readonly added: readonly VisitView[] },
): Promise<void> => {
  const out = added.find(
    ({ visit }) => visit.round?.round === round.round && outOn(visit).length > 0,
  );
  const joined = added.filter(({ visit }) => visit.round === undefined);
  if (out === undefined || joined.length === 0) return;
  const { rounds } = wordsFor((await policyFor(world, out.visit)).language);
  const what = rounds.added(joined.map(({ visit }) => visit.reference).join(', '));
  const { by, via } = asked;
  await handleVisit(world, out.id, {
    verb: 'change-plan',
    what,
    id: commandOn(asked.command, out.id),
    by,
    via,
  });
};
