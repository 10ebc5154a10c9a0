/** Sends what waits: once at least, again when Teams says later, and to somebody else when a person cannot be reached. */
import { nameOf } from '../people/staff.ts';
import type { Message } from '../visits/message.ts';
import { minutesAfter, personId, visitId } from '../vocabulary.ts';
import { wordsFor } from '../words/words.ts';
import type { Change, DiaryRecord } from './diary.ts';
import { viewCalled } from './pages.ts';
import type { PostResult, Recipient, VisitView, World } from './ports.ts';
import { outgoingKey, putOutgoing, type Waiting } from './tell.ts';

export const sendWaiting = async (world: World, record: DiaryRecord): Promise<void> => {
  const text = world.keys.open(String(record.value));
  if (text === undefined) throw new Error('A message of the diary cannot be opened with this key.');
  const waiting = JSON.parse(text) as Waiting;
  const view = await viewCalled(world, visitId(record.partition));
  if (waiting.recipient === 'every-card') return refreshCards(world, record, view);
  const { recipient, message } = waiting;
  const result = await world.post({
    key: `${record.partition} ${record.id}`,
    recipient,
    message,
    view,
  });
  await world.diary.commit(await afterwards(world, record, waiting, { recipient, result, view }));
};

type Outcome = {
  readonly recipient: Recipient;
  readonly result: PostResult;
  readonly view: VisitView | undefined;
};

const afterwards = async (
  world: World,
  record: DiaryRecord,
  waiting: Waiting,
  { recipient, result, view }: Outcome,
): Promise<readonly Change[]> => {
  const key = outgoingKey(world, record.partition, record.id);
  const done: Change = { remove: key, expects: record.version };
  if (result.kind === 'sent') return [done];
  if (result.kind === 'later') {
    const due = minutesAfter(world.now(), result.afterSeconds / 60);
    return [
      putOutgoing(
        world,
        record.partition,
        record.id,
        { ...waiting, tries: waiting.tries + 1 },
        due,
      ),
    ];
  }
  return [
    done,
    ...(await toldInstead(world, record, { recipient, message: waiting.message, view })),
  ];
};

/** Nobody's alarm vanishes: the office and the safeguarding leads hear who could not be told. */
const toldInstead = async (
  world: World,
  record: DiaryRecord,
  {
    recipient,
    message,
    view,
  }: { recipient: Recipient; message: Message; view: VisitView | undefined },
): Promise<readonly Change[]> => {
  const urgent = message.kind === 'alarm' || message.kind === 'concern-alert';
  if (!urgent || !('person' in recipient)) return [];
  const [policy, roster] = await Promise.all([world.policy(), world.roster()]);
  const name = nameOf(roster, recipient.person);
  const reference = view?.visit.reference ?? '';
  const text = wordsFor(policy.language).journeys.unreachable(name, reference);
  const roles = message.kind === 'alarm' ? instead : safeguarding;
  return roster
    .filter(
      (member) => member.id !== recipient.person && member.roles.some((role) => roles.has(role)),
    )
    .map((member) =>
      putOutgoing(world, record.partition, `${record.id}.for.${member.id}`, {
        recipient: { person: personId(member.id) },
        message: { kind: 'notice', to: { people: [member.id] }, text },
        tries: 0,
      }),
    );
};

const safeguarding: ReadonlySet<string> = new Set([
  'safeguarding-lead',
  'deputy-safeguarding-lead',
]);
const instead: ReadonlySet<string> = new Set([...safeguarding, 'office']);

/** Every card of the visit that anybody has, drawn for them as it stands now. */
const refreshCards = async (
  world: World,
  record: DiaryRecord,
  view: VisitView | undefined,
): Promise<void> => {
  const cards = await world.diary.readPartition(world.school, record.partition, 'card');
  const message: Message = { kind: 'card', to: {}, again: false };
  const results = await Promise.all(
    cards.map(async ({ id }) => {
      const recipient = { person: personId(id) };
      const key = `${record.partition} ${record.id} ${id}`;
      return { recipient, result: await world.post({ key, recipient, message, view }) };
    }),
  );
  const later = results.filter(({ result }) => result.kind === 'later');
  await world.diary.commit([
    { remove: outgoingKey(world, record.partition, record.id), expects: record.version },
  ]);
  for (const { recipient } of later) {
    const due = minutesAfter(world.now(), 0.5);
    const name = `refresh.${recipient.person}`;
    await world.diary.commit([
      putOutgoing(world, record.partition, name, { recipient, message, tries: 1 }, due),
    ]);
  }
};
