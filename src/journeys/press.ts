/** Somebody presses a button, sends a form or writes words: found, checked, read, done, answered. */

import { may, notForYou, relationsTo, type VisitVerb } from '../people/access.ts';
import { memberOf, type StaffMember } from '../people/staff.ts';
import { refusal } from '../policy/refusal.ts';
import { reasonsBarred } from '../visits/allowed.ts';
import { subjectOf } from '../visits/asking.ts';
import type { VisitCommand } from '../visits/command.ts';
import { outOn } from '../visits/people-out.ts';
import { readCommand } from '../visits/read-command.ts';
import type { KnownVisit, Visit } from '../visits/visit.ts';
import {
  type CommandId,
  type PersonId,
  type Refusal,
  type VisitId,
  visitId,
} from '../vocabulary.ts';
import { wordsFor } from '../words/words.ts';
import { handleVisit, waitsInTurn } from './handle-visit.ts';
import { agreeCodeWord, listenIn } from './listen.ts';
import { openPage, type Page, visitOn } from './page.ts';
import { policyFor } from './policy-versions.ts';
import type { Answer, VisitView, World } from './ports.ts';
import { visitCalled } from './reference.ts';
import { goOnFirst, onTheOthers, planRound, whereMeant } from './round-press.ts';
import { reasonsToDoubtHome } from './same-home.ts';
import { seenBy } from './see.ts';
import type { SeenVisit } from './seen.ts';
import { sightOf } from './sight.ts';
import { aboutAsking } from './standing.ts';
import { viewWith } from './view.ts';
import { onLists } from './weekly-gate.ts';

export type Press = {
  readonly verb: VisitVerb;
  /** Its id or reference; undefined for a visit that is being asked for, and for help without one. */
  readonly visit: string | undefined;
  readonly inputs: Readonly<Record<string, string>>;
  readonly command: CommandId;
  readonly by: PersonId;
  readonly via: 'chat' | 'tab';
};

export type Pressed =
  | { readonly kind: 'done'; readonly seen: SeenVisit | undefined; readonly note: string }
  | { readonly kind: 'held'; readonly reference: string; readonly note: string }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

type Views = () => Promise<readonly VisitView[]>;

/** `views` answers every visit there is, for finding where somebody who calls for help is out. */
export const press = async (world: World, views: Views, written: Press): Promise<Pressed> => {
  const asked = await heardOut(world, views, written);
  const roster = await world.roster();
  const person = memberOf(roster, asked.by);
  const found = await openFor(world, views, asked);
  if (found === undefined) return refusedTo(world, asked, [notForYou(await world.policy())]);
  const { id, visit } = await whereMeant(world, asked, found);
  const policy = await policyFor(world, visit);
  const { page } = await openPage(world, id);
  if (isSeen(page, asked)) return answered(world, doneBefore(id, page), person);
  const barred = reasonsBarred(asked, visit, { policy, roster });
  if (barred.length > 0) return refusedTo(world, asked, barred);
  if (asked.verb === 'plan-round' && visit.status !== 'unsubmitted')
    return afterPlanning(world, asked, await planRound(world, asked, { id, visit }));
  const read = readCommand(asked.verb, asked.inputs, {
    id: asked.command,
    by: asked.by,
    via: asked.via,
    now: world.now(),
    policy,
    roster,
    visit,
    ...(asked.verb === 'submit' || asked.verb === 'edit'
      ? { about: await aboutAsking(world, asked.inputs['address'] ?? '') }
      : {}),
    seal: (text) => world.keys.seal(`${asked.by} ${text}`),
  });
  if (asked.verb === 'agree-code-word' && !(await agreeCodeWord(world, id, phraseIn(asked))))
    return {
      kind: 'refused',
      refusals: [refusal(policy, 'code/too-short', { field: 'phrase' })],
    };
  const doubts = await reasonsToDoubtHome(world, asked, policy);
  if (read.kind === 'unclear') return { kind: 'refused', refusals: [...read.refusals, ...doubts] };
  if (doubts.length > 0) return { kind: 'refused', refusals: doubts };
  const first = await goOnFirst(world, read.command, { id, visit });
  if (first?.kind === 'refused') return refusedTo(world, asked, first.refusals);
  const answer = await carry(world, id, read.command);
  if (answer.kind === 'done')
    await onTheOthers(world, read.command, { id, visit }).catch(world.report);
  if (answer.kind === 'refused') return refusedTo(world, asked, answer.refusals);
  const said = await answered(world, answer, person);
  // Whoever opened something to read has saved nothing.
  return said.kind === 'done' && asked.verb === 'open-details' ? { ...said, note: '' } : said;
};

const afterPlanning = async (world: World, asked: Press, answer: Answer): Promise<Pressed> =>
  answer.kind === 'refused'
    ? refusedTo(world, asked, answer.refusals)
    : answered(world, answer, memberOf(await world.roster(), asked.by));

/** Before anything is parsed or kept: what is done goes on with nothing left of a code word in it. */
const heardOut = async (world: World, views: Views, asked: Press): Promise<Press> => {
  // Here the words are agreed, not said.
  if (asked.verb === 'agree-code-word') return asked;
  const { inputs: texts, by, command, visit: name = '' } = asked;
  const on = async () => {
    if (name === '') return undefined;
    const { id, visit } = await opened(world, await visitCalled(world, name));
    return (await maySee(world, visit, by)) ? id : undefined;
  };
  const inputs = await listenIn(world, views, { texts, by, command, on });
  return inputs === undefined ? asked : { ...asked, inputs };
};

const phraseIn = ({ inputs }: Press): string => inputs['phrase'] ?? '';

/** The same press, delivered twice: it was done, and its words are not read again under another clock. */
const isSeen = ({ events }: Page, { command, by }: Press): boolean =>
  events.some((event) => event.command === command && event.by === by);

const doneBefore = (id: VisitId, page: Page): Answer => ({
  kind: 'done',
  view: viewWith(id, page, []),
});

/** Safety does not queue behind SharePoint; everything else of one visit is done in turn. */
const carry = (world: World, id: VisitId, command: VisitCommand): Promise<Answer> =>
  outOfTurn.has(command.verb)
    ? handleVisit(world, id, command)
    : world.inTurn(id, () => handleVisit(world, id, command), patienceFor(command));

/** A slow write of the same visit holds up what waits for SharePoint itself, and nobody who is at the door. */
const patienceFor = ({ verb }: VisitCommand) =>
  waitsInTurn.has(verb) ? undefined : { seconds: 1.5 };

/** Calls for help: nothing else is ever done before them. */
export const outOfTurn: ReadonlySet<string> = new Set([
  'help',
  'danger',
  'unwell',
  'injured',
  'leave-unsafe',
  'child-alone',
  'child-in-danger',
  'safe-now',
]);

/** Heard whatever was named with it: where that is not theirs to know, it is about the speaker alone. */
const heardAnyway: ReadonlySet<string> = new Set([
  'help',
  'danger',
  'unwell',
  'injured',
  'leave-unsafe',
  'child-alone',
  'child-in-danger',
]);

const startsAnew: ReadonlySet<string> = new Set(['submit', 'already-happened', ...heardAnyway]);

type Opened = { readonly id: VisitId; readonly visit: Visit };

/** Undefined where what was named is not theirs to know, and alike where it is not there at all. */
const openFor = async (world: World, views: Views, asked: Press): Promise<Opened | undefined> => {
  const { visit: name = '', verb, by } = asked;
  if (name === '') return openUnnamed(world, views, asked);
  const named = await opened(world, await visitCalled(world, name));
  if (await maySee(world, named.visit, by)) return named;
  return heardAnyway.has(verb) ? openUnnamed(world, views, asked) : undefined;
};

const openUnnamed = async (
  world: World,
  views: Views,
  { verb, command, by }: Press,
): Promise<Opened | undefined> => {
  const out = verb === 'submit' ? undefined : await outOf(views, by);
  const found = await opened(world, out ?? visitId(`${world.school}-${command}`));
  const theirs =
    found.visit.status === 'unsubmitted'
      ? startsAnew.has(verb)
      : await maySee(world, found.visit, by);
  return theirs ? found : undefined;
};

const opened = async (world: World, id: VisitId): Promise<Opened> => {
  const { page } = await openPage(world, id);
  return { id, visit: visitOn(page) };
};

const maySee = async (world: World, visit: Visit, by: PersonId): Promise<boolean> => {
  if (visit.status === 'unsubmitted') return false;
  const person = memberOf(await world.roster(), by);
  if (person === undefined) return false;
  return may(
    'see-visit',
    person,
    relationsTo(subjectOf(visit), person, await policyFor(world, visit)),
  );
};

/** Where somebody is out now, if they are; else where they were to go with others who are. */
const outOf = async (views: Views, by: PersonId): Promise<VisitId | undefined> => {
  const all = await views();
  const found = all.find(({ visit }) => outOn(visit).includes(by));
  return (found ?? all.find(({ visit }) => isExpected(visit, by)))?.id;
};

const isExpected = (visit: KnownVisit, person: PersonId): boolean =>
  visit.status === 'out' && visit.outing.positions[person]?.position === 'at-school';

/** Rules about who one is. Whoever breaks one of these tried what was not theirs. */
const isAboutWho = ({ rule }: Refusal): boolean =>
  /^(?:access|approval\/(?:right-role|not-own-visit)|alarm\/not-your-own|visits\/already-decided)/u.test(
    rule,
  );

const refusedTo = async (
  world: World,
  { verb, by }: Press,
  refusals: readonly Refusal[],
): Promise<Pressed> => {
  if (refusals.some(isAboutWho)) await world.note({ what: 'refused', verb, by });
  return { kind: 'refused', refusals };
};

const answered = async (
  world: World,
  answer: Answer,
  person: StaffMember | undefined,
): Promise<Pressed> => {
  const policy = await world.policy();
  const words = wordsFor(policy.language).journeys;
  switch (answer.kind) {
    case 'refused':
      return answer;
    case 'held':
      return { kind: 'held', reference: answer.reference, note: words.held(answer.reference) };
    case 'done': {
      const seen = seenBy(answer.view, person, {
        ...(await sightOf(world, answer.view.visit)),
        lists: await onLists(world, [answer.view]),
      });
      return { kind: 'done', seen, note: answer.view.filed ? words.filed : words.following };
    }
    default:
      return answer satisfies never;
  }
};
