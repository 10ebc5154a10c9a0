/** Presses and words as Teams and the tab send them, straight to the product: one that got no answer is sent again, as Teams and people do. */
import { connectorPath, createEnvelope } from '../../src/local/connector/activity.ts';
import { personalConversation } from '../../src/local/connector/conversations.ts';
import type { Json } from '../../src/local/json.ts';
import { personBy } from '../../src/local/tenant.ts';
import type { Chance } from '../soak/random.ts';
import type { School } from '../support/school.ts';
import type { Press } from './script.ts';

/** How the product is: whoever got no answer waits until it is back. */
export type Life = { readonly back: () => Promise<void>; readonly chance: Chance };

export type Hands = {
  /** Resolves once it was answered, with what was said. Throws where the answer is a fault with nobody having been killed. */
  readonly press: (press: Press, command: string, data: Json) => Promise<string>;
  readonly look: (person: string, visit: string) => Promise<{ readonly content: string }>;
};

/** What Teams says again of what it delivers twice. */
type Sent = { readonly id: string; readonly timestamp: string };
type Reply = { readonly status: number; readonly body: string };

/** The product was killed, or says that it failed: nobody knows whether it was done. */
const noAnswer: Reply = { status: 0, body: '' };

const mostTries = 8;

export const openHands = async (school: School, day: string, life: Life): Promise<Hands> => {
  const connectorToken = await school.token('connector');
  const tabTokens = new Map<string, string>();
  const envelope = createEnvelope({
    now: () => new Date(),
    serviceUrl: () => `${school.address}${connectorPath}`,
  });
  const ask = async (path: string, token: string, body?: unknown): Promise<Reply> => {
    try {
      const response = await fetch(`${school.productAddress}${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: response.status, body: await response.text() };
    } catch {
      return noAnswer;
    }
  };
  const tabToken = async (person: string): Promise<string> => {
    const token = tabTokens.get(person) ?? (await school.token('tab', person));
    tabTokens.set(person, token);
    return token;
  };
  const throughBot = (by: string, content: Json): Promise<Reply> => {
    const person = personBy(by);
    if (person === undefined) throw new Error(`Nobody is called ${by}.`);
    const activity = envelope({ person, conversation: personalConversation(person) }, content);
    return ask('/api/messages', connectorToken, activity);
  };
  const onCard = ({ by, verb }: Press, sent: Sent, data: Json): Promise<Reply> =>
    throughBot(by, {
      ...sent,
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
    });
  const inTab = async ({ by, verb }: Press, data: Json): Promise<Reply> => {
    const { visit, ...rest } = data;
    return ask(`/api/visits/${visit}/commands`, await tabToken(by), { verb, ...rest });
  };
  /** Typed words are delivered again by Teams alone; a button may be pressed once more, too. */
  const send = (press: Press, data: Json, sent: Sent): Promise<Reply> => {
    const { way, by } = press;
    if (way === 'tab') return inTab(press, data);
    const { text } = data;
    if (way === 'typed')
      return throughBot(by, { ...sent, type: 'message', text, textFormat: 'plain' });
    return onCard(press, sent, data);
  };
  const untilAnswered = async (once: (attempt: number) => Promise<Reply>): Promise<string> => {
    let reply = await once(1);
    for (let attempt = 2; attempt <= mostTries && isLost(reply); attempt += 1) {
      await life.back();
      reply = await once(attempt);
    }
    if (reply.status !== 200) throw new Error(`Answered with ${reply.status}: ${reply.body}`);
    return reply.body;
  };
  return {
    press: (press, command, data) => {
      const again = press.way === 'card' && life.chance.oneIn(2);
      const first: Sent = { id: `f:${command}`, timestamp: new Date().toISOString() };
      return untilAnswered((attempt) => {
        const sent = { ...first, id: `${first.id}-${attempt}` };
        return send(press, { ...data, command }, again && attempt > 1 ? sent : first);
      });
    },
    look: async (person, visit) => {
      const token = await tabToken(person);
      const name = `school-${day}-${visit}`;
      const body = await untilAnswered(() => ask(`/api/visits/${name}`, token));
      return (JSON.parse(body) as { readonly visit: { readonly content: string } }).visit;
    },
  };
};

const isLost = ({ status }: Reply): boolean => status === 0 || status >= 500;
