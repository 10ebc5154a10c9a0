/** Events become messages, messages become outgoing records: durably, under keys that are the same on every try. */
import { z } from 'zod';
import { holders, type Roster } from '../people/staff.ts';
import type { Policy } from '../policy/policy.ts';
import { instantShape } from '../register/shapes.ts';
import { visitAfter } from '../visits/evolve.ts';
import type { Audience, Message } from '../visits/message.ts';
import { messagesFor } from '../visits/react.ts';
import type { Instant, PersonId, VisitId } from '../vocabulary.ts';
import type { Change, DiaryRecord, Key, Lane } from './diary.ts';
import type { Page } from './page.ts';
import type { Recipient, World } from './ports.ts';
import { unsealed } from './unsealed.ts';

/** What an outgoing record holds, once opened. */
export type Waiting = {
  readonly recipient: Recipient | 'every-card';
  readonly message: Message;
  readonly tries: number;
  /** When Teams first did not take it. */
  readonly since?: Instant;
  /** Others have heard that this one cannot be told. */
  readonly passedOn?: boolean;
  /** Goes in the lane of the alarms, whatever its kind. */
  readonly urgent?: boolean;
};

const waitingShape = z.looseObject({
  recipient: z.union([
    z.literal('every-card'),
    z.object({ person: z.string() }),
    z.object({ channel: z.literal('safeguarding') }),
  ]),
  message: z.looseObject({
    kind: z.enum([
      'card',
      'refresh-cards',
      'notice',
      'alarm',
      'weekly-list',
      'policy',
      'concern-alert',
      'duress-alert',
      'test',
    ]),
  }),
  tries: z.number(),
  since: instantShape.optional(),
  passedOn: z.boolean().optional(),
});

export const waitingOf = (world: World, record: DiaryRecord): Waiting =>
  unsealed(world, record, waitingShape) as unknown as Waiting;

type Given = { readonly policy: Policy; readonly roster: Roster };

/** The page with everybody told, and the messages that tell them. */
export const tellChanges = (
  world: World,
  id: VisitId,
  page: Page,
  given: Given,
): { readonly page: Page; readonly changes: readonly Change[] } => {
  let after = visitAfter([]);
  let upTo = 0;
  const changes = untold(page).flatMap(({ event, index }) => {
    after = visitAfter(page.events.slice(upTo, index + 1), after);
    upTo = index + 1;
    const number = String(index).padStart(4, '0');
    // Something else may still wait under the number that it has now.
    const name = index < page.told ? `${number}~${event.seal.slice(0, 8)}` : number;
    return messagesFor(event, after, given).flatMap((message, order) =>
      outgoingFor(world, id, { name: `${name}.${order}`, message, roster: given.roster }),
    );
  });
  return { page: { ...page, told: page.events.length, missed: undefined }, changes };
};

/** What people have not been told of, with its number. */
export const untold = ({ events, told, missed = [] }: Page) =>
  events.flatMap((event, index) =>
    index >= told || missed.includes(index) ? [{ event, index }] : [],
  );

type Numbered = {
  readonly name: string;
  readonly message: Message;
  readonly roster: Roster;
};

const outgoingFor = (
  world: World,
  id: VisitId,
  { name, message, roster }: Numbered,
): readonly Change[] => {
  if (message.kind === 'refresh-cards')
    return [putOutgoing(world, id, 'refresh', { recipient: 'every-card', message, tries: 0 })];
  return recipientsOf(message.to, roster).map((recipient) =>
    putOutgoing(world, id, `${name}.${nameOf(recipient)}`, { recipient, message, tries: 0 }),
  );
};

const nameOf = (recipient: Recipient): string =>
  'person' in recipient ? recipient.person : `#${recipient.channel}`;

/** Everyone a message is for, each once. */
export const recipientsOf = (to: Audience, roster: Roster): readonly Recipient[] => {
  const people = new Set<PersonId>([
    ...(to.people ?? []),
    ...holders(roster, to.roles ?? []).map((member) => member.id),
  ]);
  return [
    ...[...people].map((person) => ({ person })),
    ...(to.channel === undefined ? [] : [{ channel: to.channel }]),
  ];
};

const laneOf = ({ message, urgent }: Waiting): Lane =>
  urgent === true ||
  (message.kind === 'notice' && message.urgent === true) ||
  message.kind === 'alarm' ||
  message.kind === 'concern-alert'
    ? 'alarm'
    : 'ordinary';

export const outgoingKey = (world: World, partition: string, name: string): Key => ({
  school: world.school,
  partition,
  kind: 'outgoing',
  id: name,
});

export const putOutgoing = (
  world: World,
  partition: string,
  name: string,
  waiting: Waiting,
  due: Instant = world.now(),
): Change => ({
  put: outgoingKey(world, partition, name),
  value: world.keys.seal(JSON.stringify(waiting)),
  due,
  lane: laneOf(waiting),
});
