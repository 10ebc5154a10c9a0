/** Somebody who writes their own requests: signed as Teams and Entra sign them, and filled in as they please. */
import { createEnvelope } from '../../src/local/connector/activity.ts';
import {
  channelConversation,
  personalConversation,
} from '../../src/local/connector/conversations.ts';
import { channels, people, personBy } from '../../src/local/tenant.ts';
import type { School } from '../support/school.ts';

export type Answered = { readonly status: number; readonly text: string };
export type Place = 'chat' | 'channel';
export type Forger = Awaited<ReturnType<typeof openForger>>;

const seatOf = (id: string, place: Place) => {
  const person = personBy(id);
  const [channel] = channels;
  if (person === undefined || channel === undefined) throw new Error(`There is no ${id}.`);
  const conversation =
    place === 'chat' ? personalConversation(person) : channelConversation(channel);
  return { person, conversation };
};

const answered = async (response: Response): Promise<Answered> => ({
  status: response.status,
  text: await response.text(),
});

export const openForger = async (school: School) => {
  const connector = await school.token('connector');
  const tokens = new Map(
    await Promise.all(people.map(async ({ id }) => [id, await school.token('tab', id)] as const)),
  );
  const now = new Date(await school.now());
  const envelope = createEnvelope({
    now: () => now,
    serviceUrl: () => `${school.address}/connector/`,
  });
  const deliver = async (person: string, content: object, place: Place = 'chat') =>
    answered(
      await fetch(`${school.productAddress}/api/messages`, {
        method: 'POST',
        headers: { authorization: `Bearer ${connector}`, 'content-type': 'application/json' },
        body: JSON.stringify(envelope(seatOf(person, place), { ...content })),
      }),
    );
  const invoke = (person: string, name: string, value: object, place?: Place) =>
    deliver(person, { type: 'invoke', name, value, replyToId: 'm1' }, place);
  return {
    say: (person: string, text: string, place?: Place) =>
      deliver(person, { type: 'message', text, textFormat: 'plain' }, place),
    press: (person: string, verb: string, data: object, place?: Place) =>
      invoke(
        person,
        'adaptiveCard/action',
        { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
        place,
      ),
    search: (person: string, dataset: string, queryText: string) =>
      invoke(person, 'application/search', {
        dataset,
        queryText,
        queryOptions: { skip: 0, top: 15 },
      }),
    dialog: (person: string, step: 'task/fetch' | 'task/submit', data: object) =>
      invoke(person, step, { data, context: { theme: 'default' } }),
    ask: async (person: string, method: string, path: string, body?: object) =>
      answered(
        await fetch(`${school.productAddress}${path}`, {
          method,
          headers: {
            authorization: `Bearer ${tokens.get(person) ?? ''}`,
            'content-type': 'application/json',
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        }),
      ),
  };
};
