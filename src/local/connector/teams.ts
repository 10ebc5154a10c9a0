import type { Json } from '../json.ts';
import type { LocalPerson } from '../tenant.ts';
import type { Envelope, Sender } from './activity.ts';
import type { Conversation } from './conversations.ts';
import type { Product, Reply } from './product.ts';
import type { Store } from './store.ts';

/** What the hands of the people in the tenant need: their chats, and a way to the bot. */
export type Teams = {
  readonly store: Store;
  readonly now: () => Date;
  readonly envelope: Envelope;
  readonly product: Product;
  /** Counts what people do: a card is refreshed once for each step of the story, not for each look. */
  readonly steps: { readonly count: () => number; readonly next: () => void };
};

/** One person in one conversation. */
export type Seat = { readonly person: LocalPerson; readonly conversation: Conversation };

export const createSteps = (): Teams['steps'] => {
  let count = 0;
  return {
    count: () => count,
    next: () => {
      count += 1;
    },
  };
};

/** Sends the bot an invoke; its answer is the invoke response. */
export const invoke = (
  { product, envelope }: Teams,
  sender: Sender,
  content: Json,
): Promise<Reply> => product.post(envelope(sender, { type: 'invoke', ...content }));
