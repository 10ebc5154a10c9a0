/** The cards of a visit and of its alarms: posted, kept in mind, and brought up to date. */
import type { PostResult, VisitView } from '../journeys/ports.ts';
import type { PersonId } from '../vocabulary.ts';
import type { Words } from '../words/words.ts';
import type { CardMemory, CardRecord, Spot } from './card-memory.ts';
import { alarmCard } from './cards/alarm-card.ts';
import type { Drawing } from './cards/drawing.ts';
import { noteCard } from './cards/hello-card.ts';
import { visitCard } from './cards/visit-card.ts';
import type { Sent } from './connector.ts';
import { alerting, cardActivity } from './message.ts';
import { type Reach, resultOf, resultOfAll } from './reach.ts';

const spotOf = (sent: Extract<Sent, { kind: 'sent' }>): Spot => ({
  ...sent.place,
  activity: sent.activity,
});

type Told = { readonly person: PersonId; readonly view: VisitView; readonly drawing: Drawing };

const stands = ({ seen }: Drawing, alarm: string): boolean =>
  seen.alarms.some(({ id, state }) => id === alarm && state !== 'settled');

export const createCards = (words: Words, reach: Reach, memory: CardMemory) => {
  const summaryOf = ({ seen }: Drawing) => words.chat.summary(seen.reference);

  const postCard = async ({ person, view, drawing }: Told, record: CardRecord): Promise<Sent> => {
    const activity = cardActivity(visitCard(drawing), summaryOf(drawing));
    const old = record.card;
    const sent = await reach.toPerson(person, activity);
    if (sent.kind !== 'sent') return sent;
    const card = spotOf(sent);
    await memory.change({ visit: view.id, person }, (now) => ({ ...now, card }));
    if (old !== undefined) {
      // The one further up would otherwise go on offering what is over.
      const superseded = noteCard(words.chat.superseded(drawing.seen.reference));
      await reach.update(old, cardActivity(superseded, summaryOf(drawing)));
    }
    return sent;
  };

  const updateAlarms = ({ drawing }: Told, record: CardRecord): Promise<readonly Sent[]> =>
    Promise.all(
      Object.entries(record.alarms).flatMap(([alarm, spots]) =>
        spots.map((spot, index) => {
          // One of them goes on asking, the newest; once it is settled each of them says so.
          const older = index < spots.length - 1 && stands(drawing, alarm);
          const drawn = older
            ? noteCard(words.chat.superseded(drawing.seen.reference))
            : alarmCard(drawing, alarm);
          return reach.update(spot, cardActivity(drawn, summaryOf(drawing)));
        }),
      ),
    );

  /** Brings what somebody has up to date; posts a card only to those who have none, or where it must be noticed. */
  const card = async (told: Told, again: boolean): Promise<PostResult> => {
    const record = await memory.read(told.view.id, told.person);
    const hasAlarms = Object.keys(record.alarms).length > 0;
    const alarms = hasAlarms ? await updateAlarms(told, record) : [];
    if (record.card === undefined && hasAlarms && !again) return resultOfAll(alarms);
    if (record.card === undefined || again) {
      return resultOfAll([...alarms, await postCard(told, record)]);
    }
    const activity = cardActivity(visitCard(told.drawing), summaryOf(told.drawing));
    const sent = await reach.update(record.card, activity);
    const { card: _gone, ...rest } = record;
    return resultOfAll([...alarms, sent.kind === 'gone' ? await postCard(told, rest) : sent]);
  };

  const alarm = async (told: Told, id: string): Promise<PostResult> => {
    const activity = cardActivity(
      alarmCard(told.drawing, id),
      words.chat.alarmSummary(told.drawing.seen.reference),
    );
    const sent = await reach.toPerson(told.person, alerting(activity));
    if (sent.kind !== 'sent') return resultOf(sent);
    await memory.change({ visit: told.view.id, person: told.person }, (record) => ({
      ...record,
      alarms: {
        ...record.alarms,
        [id]: [...(record.alarms[id] ?? []), spotOf(sent)].slice(-mostAlarmMessages),
      },
    }));
    return { kind: 'sent' };
  };
  return { card, alarm };
};

/** Older ones are far up the chat; they still work when pressed. */
const mostAlarmMessages = 12;
