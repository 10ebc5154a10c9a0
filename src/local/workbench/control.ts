import { z } from 'zod';
import {
  type Addresses,
  type Answer,
  addresses,
  answer,
  type Channel,
  channel,
  clock,
  type Fault,
  fault,
  type Message,
  message,
  type Packs,
  type Person,
  type PolicyInShort,
  packs,
  person,
  policyInShort,
  processes,
  type TabAnswer,
  tabAnswer,
  token,
} from './shapes.ts';

/** The local tenant said no, or said nothing. */
class ControlFailed extends Error {
  readonly status: number;
  constructor(status: number, because: string) {
    super(because);
    this.name = 'ControlFailed';
    this.status = status;
  }
}

type Method = 'GET' | 'POST' | 'DELETE';

const refusal = z.object({ error: z.string() });

const because = (body: string, status: number): string => {
  try {
    const told = refusal.safeParse(JSON.parse(body));
    return told.success ? told.data.error : `${status}`;
  } catch {
    return `${status}`;
  }
};

const send = async (method: Method, path: string, body?: unknown): Promise<unknown> => {
  const response = await fetch(path, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new ControlFailed(response.status, because(text, response.status));
  return text === '' ? undefined : JSON.parse(text);
};

const named = (id: string) => encodeURIComponent(id);

/** Where a conversation is: somebody's own chat with the bot, or a channel as somebody sees it. */
export type Place =
  | { readonly kind: 'chat'; readonly person: string }
  | { readonly kind: 'channel'; readonly name: string; readonly person: string };

export type Press = {
  /** Without one, the newest that offers the action. */
  readonly message?: string;
  readonly action?: string;
  readonly query?: { readonly dataset: string; readonly text: string };
  readonly inputs?: Readonly<Record<string, string | boolean>>;
};

const at = (place: Place): string =>
  place.kind === 'chat'
    ? `/local/people/${named(place.person)}/chat`
    : `/local/channels/${named(place.name)}?person=${named(place.person)}`;

export const people = async (): Promise<readonly Person[]> =>
  z.array(person).parse(await send('GET', '/local/people'));

export const channels = async (): Promise<readonly Channel[]> =>
  z.array(channel).parse(await send('GET', '/local/channels'));

export const messages = async (place: Place): Promise<readonly Message[]> =>
  z.array(message).parse(await send('GET', at(place)));

export const write = (who: string, text: string): Promise<unknown> =>
  send('POST', `/local/people/${named(who)}/chat`, { text });

export const press = async (place: Place, what: Press): Promise<Answer> =>
  answer.parse(
    place.kind === 'chat'
      ? await send('POST', `/local/people/${named(place.person)}/click`, what)
      : await send('POST', `/local/channels/${named(place.name)}/click`, {
          ...what,
          person: place.person,
        }),
  );

export const tokenFor = async (who: string, audience: 'tab' | 'graph'): Promise<string> =>
  token.parse(await send('POST', '/local/token', { person: who, audience })).token;

export const readClock = async (): Promise<string> =>
  clock.parse(await send('GET', '/local/clock')).now;

export const advanceClock = (minutes: number): Promise<unknown> =>
  send('POST', '/local/clock', { advance: `PT${minutes}M` });

export const setClock = (now: string): Promise<unknown> => send('POST', '/local/clock', { now });

/** What the product answers when somebody's tab sends it this. */
export const askAsTab = async (
  who: string,
  path: string,
  body?: Readonly<Record<string, string>>,
): Promise<TabAnswer> =>
  tabAnswer.parse(
    await send('POST', `/local/people/${named(who)}/tab`, {
      method: body === undefined ? 'GET' : 'POST',
      path,
      body,
    }),
  );

export const readPolicy = async (): Promise<PolicyInShort> =>
  policyInShort.parse(await send('GET', '/local/policy'));

export const faults = async (): Promise<readonly Fault[]> =>
  z.array(fault).parse(await send('GET', '/local/faults'));

export const switchOn = (one: Fault): Promise<unknown> => send('POST', '/local/faults', one);
export const switchAllOff = (): Promise<unknown> => send('DELETE', '/local/faults');
export const startAgain = (): Promise<unknown> => send('DELETE', '/local');
export const restartProduct = (): Promise<unknown> => send('POST', '/local/product/restart');

/** Whether its process lives. */
export const productRuns = async (): Promise<boolean> =>
  processes.parse(await send('GET', '/local/processes')).product !== null;

export const readAddresses = async (): Promise<Addresses> =>
  addresses.parse(await send('GET', '/local/addresses'));

export const readPacks = async (): Promise<Packs> => packs.parse(await send('GET', '/local/packs'));
export const choosePack = (pack: string): Promise<unknown> =>
  send('POST', '/local/packs', { pack });
