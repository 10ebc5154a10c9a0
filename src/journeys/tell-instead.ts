/** Somebody cannot be told of something urgent: others hear that, and why. Nobody's alarm vanishes. */
import { holders, nameOf } from '../people/staff.ts';
import { safeguardingRoles } from '../visits/telling.ts';
import type { PersonId } from '../vocabulary.ts';
import { wordsFor } from '../words/words.ts';
import { hearersOfConcern } from './concern-kept.ts';
import type { Change, DiaryRecord } from './diary.ts';
import { policyFor } from './policy-versions.ts';
import type { Recipient, VisitView, World } from './ports.ts';
import { putOutgoing, type Waiting } from './tell.ts';

export type ToOne = Waiting & { readonly recipient: Recipient };

type Unsent = {
  readonly waiting: ToOne;
  readonly view: VisitView | undefined;
  readonly because: string;
};

export const toldInstead = async (
  world: World,
  record: DiaryRecord,
  { waiting, view, because }: Unsent,
): Promise<readonly Change[]> => {
  const { message, recipient } = waiting;
  if (
    message.kind !== 'alarm' &&
    message.kind !== 'concern-alert' &&
    message.kind !== 'duress-alert'
  )
    return [];
  const [policy, roster] = await Promise.all([
    view === undefined ? world.policy() : policyFor(world, view.visit),
    world.roster(),
  ]);
  const words = wordsFor(policy.language).journeys;
  const name = 'person' in recipient ? nameOf(roster, recipient.person) : words.channel;
  const reference = message.kind === 'alarm' ? (view?.visit.reference ?? '') : message.reference;
  const text = words.unreachable(name, reference, because);
  const others =
    message.kind === 'concern-alert'
      ? await hearersOfConcern(world, record.partition)
      : holders(roster, [...safeguardingRoles, ...policy.responders])
          .map(({ id }) => id)
          .filter((id) => message.kind === 'alarm' || !message.people.some((one) => one.id === id));
  return others
    .filter((id) => !('person' in recipient) || id !== recipient.person)
    .map((id) => noticeTo(world, record, id, text));
};

const noticeTo = (world: World, record: DiaryRecord, id: PersonId, text: string): Change => {
  const message = { kind: 'notice', to: { people: [id] }, text } as const;
  const waiting: Waiting = { recipient: { person: id }, message, tries: 0, urgent: true };
  return putOutgoing(world, record.partition, `${record.id}.for.${id}`, waiting);
};
