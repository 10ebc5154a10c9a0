/** People pressing and writing as Teams sends it: the activity and its signed token go straight to the bot. */
import { randomUUID } from 'node:crypto';
import { connectorPath, createEnvelope } from '../src/local/connector/activity.ts';
import { personalConversation } from '../src/local/connector/conversations.ts';
import type { Json } from '../src/local/json.ts';
import { type LocalPerson, personBy } from '../src/local/tenant.ts';
import type { Place } from './place.ts';

export type Reply = { readonly status: number; readonly body: string };

export type People = {
  readonly press: (person: string, verb: string, data: Json) => Promise<Reply>;
  readonly submitDialog: (person: string, data: Json) => Promise<Reply>;
  readonly write: (person: string, text: string) => Promise<Reply>;
};

const known = (id: string): LocalPerson => {
  const person = personBy(id);
  if (person === undefined) throw new Error(`Nobody is called ${id}.`);
  return person;
};

const longestMs = 60_000;

export const openPeople = async (place: Place): Promise<People> => {
  const { token } = await place.control<{ token: string }>('POST', '/local/token', {
    audience: 'connector',
  });
  const envelope = createEnvelope({
    now: () => new Date(),
    serviceUrl: () => `${place.tenantAddress}${connectorPath}`,
  });
  const send = async (id: string, content: Json): Promise<Reply> => {
    const person = known(id);
    const activity = envelope({ person, conversation: personalConversation(person) }, content);
    const response = await fetch(`${place.botAddress}/api/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(activity),
      signal: AbortSignal.timeout(longestMs),
    });
    return { status: response.status, body: await response.text() };
  };
  return {
    press: (person, verb, data) =>
      send(person, {
        type: 'invoke',
        name: 'adaptiveCard/action',
        value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
      }),
    submitDialog: (person, data) =>
      send(person, { type: 'invoke', name: 'task/submit', value: { data } }),
    write: (person, text) =>
      send(person, { id: randomUUID(), type: 'message', text, textFormat: 'plain' }),
  };
};
