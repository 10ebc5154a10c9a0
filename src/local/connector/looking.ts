import { isJson, type Json } from '../json.ts';
import { accountId } from '../tenant.ts';
import { told } from './activity.ts';
import { refreshFor } from './card.ts';
import { cardOf, cardType } from './card-content.ts';
import type { Reply } from './product.ts';
import type { Message } from './store.ts';
import { invoke, type Seat, type Teams } from './teams.ts';

/** An Adaptive Card in an invoke response, which takes the place of the one that was pressed. */
export const cardIn = ({ status, body }: Reply): Json | undefined => {
  const { type, value } = isJson(body) ? body : {};
  return status === 200 && type === cardType && isJson(value) ? value : undefined;
};

export const executeAction = (action: Json, trigger: 'manual' | 'automatic', data: unknown) => {
  const { id, title, verb } = action;
  return {
    value: {
      action: {
        type: 'Action.Execute',
        ...(id !== undefined && { id }),
        ...(title !== undefined && { title }),
        ...(verb !== undefined && { verb }),
        data,
      },
      trigger,
    },
  };
};

/** Only the newest cards refresh by themselves: older ones are out of sight. */
const inSight = 25;
const staleAfterMs = 60_000;

export type Looking = {
  /** The card this person has before them; asks the bot first when it refreshes by itself. */
  readonly card: (seat: Seat, message: Message) => Promise<Json | null>;
  readonly chat: (seat: Seat) => Promise<readonly ReturnType<typeof told>[]>;
  /** Keeps a card for the person whose press brought it. */
  readonly keep: (seat: Seat, messageId: string, card: Json) => void;
};

/** Asks the bot again only when something has happened since, or a minute has gone by. */
const createMemory = (teams: Teams) => {
  const looked = new Map<string, { readonly step: number; readonly at: number }>();
  const underWay = new Map<string, Promise<void>>();
  const isFresh = (key: string): boolean => {
    const last = looked.get(key);
    const age = teams.now().getTime() - (last?.at ?? Number.NEGATIVE_INFINITY);
    return last?.step === teams.steps.count() && age >= 0 && age < staleAfterMs;
  };
  return async (key: string, look: () => Promise<void>): Promise<void> => {
    const running = underWay.get(key);
    if (running !== undefined) return running;
    if (isFresh(key)) return;
    const began = { step: teams.steps.count(), at: teams.now().getTime() };
    const looking = look().finally(() => underWay.delete(key));
    underWay.set(key, looking);
    await looking;
    looked.set(key, began);
  };
};

const refresh = async (
  teams: Teams,
  seat: Seat,
  { message, action }: { readonly message: Message; readonly action: Json },
): Promise<void> => {
  const { data = {} } = action;
  const content = executeAction(action, 'automatic', data);
  const sender = { ...seat, thread: message.thread };
  const name = 'adaptiveCard/action';
  const card = cardIn(await invoke(teams, sender, { ...content, name, replyToId: message.id }));
  const now = teams.store.message(message.id);
  if (!card || !now) return;
  teams.store.show(message.id, seat.person.id, { card, version: now.version, pressed: false });
};

export const createLooking = (teams: Teams): Looking => {
  const { store } = teams;
  const once = createMemory(teams);
  const shownTo = (person: string, message: Message): Json | null =>
    store.view(message, person)?.card ?? cardOf(message.activity);

  const card = async (seat: Seat, message: Message): Promise<Json | null> => {
    const base = cardOf(message.activity);
    const action = base && refreshFor(base, accountId(seat.person.id));
    // What somebody's own press brought stays: a form half filled in must not be swept away.
    if (action && !store.view(message, seat.person.id)?.pressed) {
      const key = `${message.id} ${message.version} ${seat.person.id}`;
      await once(key, () => refresh(teams, seat, { message, action }));
    }
    return shownTo(seat.person.id, store.message(message.id) ?? message);
  };

  return {
    card,
    chat: async (seat) => {
      const { id } = seat.conversation;
      await Promise.all(
        store
          .messages(id)
          .slice(-inSight)
          .map((message) => card(seat, message)),
      );
      // Read again: a refresh may have made the bot change its messages meanwhile.
      return store.messages(id).map((message) => told(message, shownTo(seat.person.id, message)));
    },
    keep: ({ person }, messageId, shown) => {
      const message = store.message(messageId);
      if (!message) return;
      const view = { card: shown, version: message.version, pressed: true };
      store.show(messageId, person.id, view);
    },
  };
};
