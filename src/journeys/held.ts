/** What waited for SharePoint comes to an end, and whoever was told that it waits is told how it ended. */
import { holders } from '../people/staff.ts';
import type { VisitCommand } from '../visits/command.ts';
import type { Visit } from '../visits/visit.ts';
import type { Instant, PersonId, Refusal, VisitId } from '../vocabulary.ts';
import { wordsFor } from '../words/words.ts';
import type { Change } from './diary.ts';
import { clearIntent, type Intent, intentCalled, isLeftBehind } from './intents.ts';
import { policyFor } from './policy-versions.ts';
import type { World } from './ports.ts';
import { nextReference } from './reference.ts';
import { putOutgoing } from './tell.ts';

export type HeldEnd =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }
  | { readonly kind: 'lapsed' };

/** The intent goes, and the news of a held one comes, in one commit. */
export const endOf = async (
  world: World,
  id: VisitId,
  command: VisitCommand,
  { visit, end }: { readonly visit: Visit; readonly end: HeldEnd },
): Promise<readonly Change[]> => {
  const gone = clearIntent(world, id, command);
  const intent = await intentCalled(world, id, command);
  const byProduct = command.via === 'product' || command.via === 'list';
  if (intent === undefined || byProduct || !isAwaited(intent, end, world.now())) return [gone];
  const reference =
    visit.status === 'unsubmitted' ? await nextReference(world, id) : visit.reference;
  const text = await textOf(world, reference, end);
  const people = await toldOf(world, command, visit, end);
  return [
    gone,
    ...people.map((person) => {
      const message = { kind: 'notice', to: { people: [person] }, text } as const;
      const waiting = { recipient: { person }, message, tries: 0 };
      return putOutgoing(world, id, `held.${command.id}.${person}`, waiting);
    }),
  ];
};

/** News to its sender: it was held; or whatever was to answer was killed, and it came to nothing. */
const isAwaited = (intent: Intent, { kind }: HeldEnd, now: Instant): boolean =>
  intent.held || (kind !== 'done' && isLeftBehind(intent, now));

const textOf = async (world: World, reference: string, end: HeldEnd): Promise<string> => {
  const words = wordsFor((await world.policy()).language).journeys;
  switch (end.kind) {
    case 'done':
      return words.heldDone(reference);
    case 'lapsed':
      return words.heldLapsed(reference);
    case 'refused': {
      const reasons = end.refusals.map(({ because, next }) => `${because} ${next}`).join(' ');
      return words.heldRefused(reference, reasons);
    }
    default:
      return end satisfies never;
  }
};

/** The sender always; where it came to nothing, whoever may decide and whoever asked, too. */
const toldOf = async (
  world: World,
  { verb, by }: VisitCommand,
  visit: Visit,
  { kind }: HeldEnd,
): Promise<readonly PersonId[]> => {
  if (kind === 'done' || (kind === 'refused' && verb === 'submit')) return [by];
  const [policy, roster] = await Promise.all([policyFor(world, visit), world.roster()]);
  const deciders = holders(roster, policy.approval.roles).map((member) => member.id);
  const asker = visit.status === 'unsubmitted' ? [] : [visit.requestedBy];
  return [...new Set([by, ...asker, ...deciders])];
};
