/** Somebody presses a button, sends a form or writes words: found, checked, read, done, answered. */
import { may, notForYou, relationsTo, type VisitVerb } from '../people/access.ts';
import { memberOf, type StaffMember } from '../people/staff.ts';
import type { VisitCommand } from '../visits/command.ts';
import { readCommand } from '../visits/read-command.ts';
import {
  type CommandId,
  type PersonId,
  type Refusal,
  type VisitId,
  visitId,
} from '../vocabulary.ts';
import { wordsFor } from '../words/words.ts';
import { handleVisit } from './handle-visit.ts';
import { openPage, visitOn } from './page.ts';
import type { Answer, VisitView, World } from './ports.ts';
import { visitCalled } from './reference.ts';
import { seenBy } from './see.ts';
import type { SeenVisit } from './seen.ts';

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

/** `views` answers every visit there is, for finding where somebody who calls for help is out. */
export const press = async (
  world: World,
  views: () => Promise<readonly VisitView[]>,
  asked: Press,
): Promise<Pressed> => {
  const [policy, roster] = await Promise.all([world.policy(), world.roster()]);
  const person = memberOf(roster, asked.by);
  const id = await whichVisit(world, views, asked);
  const { page } = await openPage(world, id);
  const visit = visitOn(page);
  if (!(await mayTry(world, asked, person, id))) return refusedTo(world, asked);
  const read = readCommand(asked.verb, asked.inputs, {
    id: asked.command,
    by: asked.by,
    via: asked.via,
    now: world.now(),
    policy,
    roster,
    visit,
    seal: (text) => world.keys.seal(`${asked.by} ${text}`),
  });
  if (read.kind === 'unclear') return { kind: 'refused', refusals: read.refusals };
  const answer = await carry(world, id, read.command);
  return answered(world, answer, person);
};

/** Safety does not queue behind SharePoint; everything else of one visit is done in turn. */
const carry = (world: World, id: VisitId, command: VisitCommand): Promise<Answer> =>
  outOfTurn.has(command.verb)
    ? handleVisit(world, id, command)
    : world.inTurn(id, () => handleVisit(world, id, command));

const outOfTurn: ReadonlySet<string> = new Set([
  'help',
  'danger',
  'unwell',
  'injured',
  'leave-unsafe',
  'safe-now',
]);

const startsAnew: ReadonlySet<string> = new Set(['submit', 'already-happened', ...outOfTurn]);

const whichVisit = async (
  world: World,
  views: () => Promise<readonly VisitView[]>,
  { visit, verb, command, by }: Press,
): Promise<VisitId> => {
  if (visit !== undefined && visit !== '') return visitCalled(world, visit);
  if (verb !== 'submit') {
    const out = (await views()).find(({ visit: one }) => isOut(one, by));
    if (out !== undefined) return out.id;
  }
  return visitId(`${world.school}-${command}`);
};

const isOut = (visit: VisitView['visit'], person: PersonId): boolean =>
  visit.status === 'out' &&
  visit.outing.positions[person] !== undefined &&
  visit.outing.positions[person].position !== 'back';

/** Who may not know of the visit learns nothing of it; what they lack the right for is said by the rules. */
const mayTry = async (
  world: World,
  { verb }: Press,
  person: StaffMember | undefined,
  id: VisitId,
): Promise<boolean> => {
  const { page } = await openPage(world, id);
  const visit = visitOn(page);
  if (visit.status === 'unsubmitted') return startsAnew.has(verb) && may(startsAs(verb), person);
  const subject = { requestedBy: visit.requestedBy, visitors: visit.proposal.visitors };
  const relations = person === undefined ? [] : relationsTo(subject, person, await world.policy());
  return may('see-visit', person, relations);
};

/** An outing nobody asked for may be reported by whoever may call for help. */
const startsAs = (verb: VisitVerb): VisitVerb => (verb === 'already-happened' ? 'help' : verb);

const refusedTo = async (world: World, { verb, by }: Press): Promise<Pressed> => {
  const policy = await world.policy();
  await world.note({ what: 'refused', verb, by });
  return { kind: 'refused', refusals: [notForYou(policy)] };
};

const answered = async (
  world: World,
  answer: Answer,
  person: StaffMember | undefined,
): Promise<Pressed> => {
  const [policy, roster] = await Promise.all([world.policy(), world.roster()]);
  const words = wordsFor(policy.language).journeys;
  switch (answer.kind) {
    case 'refused':
      return answer;
    case 'held':
      return { kind: 'held', reference: answer.reference, note: words.held(answer.reference) };
    case 'done': {
      const seen = seenBy(answer.view, person, { policy, roster });
      return { kind: 'done', seen, note: answer.view.filed ? words.filed : words.following };
    }
    default:
      return answer satisfies never;
  }
};
