/** Presses and words straight to the product, as Teams and the tab send them, and what people were told in answer. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { connectorPath, createEnvelope } from '../../src/local/connector/activity.ts';
import {
  channelConversation,
  personalConversation,
} from '../../src/local/connector/conversations.ts';
import { type Json, jsonOf, parseJson } from '../../src/local/json.ts';
import { channels, people, personBy } from '../../src/local/tenant.ts';
import type { Inputs, School } from '../support/school.ts';

/** `ms`: how long whoever pressed waited. */
export type Reply = { readonly status: number; readonly body: string; readonly ms: number };
/** A message as it first came to somebody; `alerts`: their phone rang. */
export type Told = {
  readonly to: string;
  readonly at: string;
  readonly text: string;
  readonly alerts: boolean;
};
export type Hands = Awaited<ReturnType<typeof openHands>>;

const names = new Map([
  ...people.map((person) => [personalConversation(person).id, person.id] as const),
  ...channels.map((channel) => [channelConversation(channel).id, `#${channel.name}`] as const),
]);

export const idOf = (visit: string): string => `school-hour-${visit}`;

const needsContent = ['open-details', 'adopt-assessment', 'approve'];

/** Tokens are had before Entra goes away, as people have theirs. */
export const openHands = async (school: School) => {
  const connectorToken = await school.token('connector');
  const tokens = new Map<string, string>();
  for (const { id } of people) tokens.set(id, await school.token('tab', id));
  const envelope = createEnvelope({
    now: () => new Date(),
    serviceUrl: () => `${school.address}${connectorPath}`,
  });
  let count = 0;
  const ask = async (path: string, token: string, body?: unknown): Promise<Reply> => {
    const began = performance.now();
    const response = await fetch(`${school.productAddress}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text, ms: performance.now() - began };
  };
  const throughBot = (by: string, content: Json): Promise<Reply> => {
    const person = personBy(by);
    if (person === undefined) throw new Error(`Nobody is called ${by}.`);
    const conversation = personalConversation(person);
    return ask('/api/messages', connectorToken, envelope({ person, conversation }, content));
  };
  const tab = (by: string, path: string, body?: unknown): Promise<Reply> =>
    ask(path, tokens.get(by) ?? '', body);
  const contentOf = async (by: string, visit: string): Promise<string> => {
    const { body } = await tab(by, `/api/visits/${idOf(visit)}`);
    return (JSON.parse(body) as { readonly visit: { readonly content: string } }).visit.content;
  };
  const file = join(school.folder, 'tenant.sqlite');
  /** Cards are changed later: kept here is how each came. */
  const listen = new DatabaseSync(file);
  listen.exec(`
    create table posted (seq integer primary key, conversation text, at text, activity text) strict;
    create trigger posting after insert on messages when new.person is null
    begin insert into posted (conversation, at, activity) values (new.conversation, new.at, new.activity); end;
  `);
  listen.close();
  const posted = new DatabaseSync(file, { readOnly: true });
  const rows = posted.prepare('select conversation, at, activity from posted order by seq');
  const told = (): readonly Told[] =>
    rows.all().map(({ conversation, at, activity }) => {
      const { summary, text, importance } = jsonOf(parseJson(String(activity)));
      return {
        to: names.get(String(conversation)) ?? '',
        at: String(at),
        text: String(summary ?? text ?? ''),
        alerts: importance === 'high',
      };
    });
  return {
    tab,
    told,
    close: () => posted.close(),
    say: (by: string, text: string) =>
      throughBot(by, { type: 'message', text, textFormat: 'plain' }),
    /** On a card; a visit that is asked for takes its name from here. */
    press: async (by: string, verb: string, visit: string, inputs: Inputs = {}) => {
      count += 1;
      const command = verb === 'submit' ? `hour-${visit}` : `hour-${verb}-${count}`;
      const named = verb === 'submit' || visit === '' ? {} : { visit: idOf(visit) };
      const content = needsContent.includes(verb) ? { content: await contentOf(by, visit) } : {};
      const data = { ...named, ...content, ...inputs, command };
      return throughBot(by, {
        type: 'invoke',
        name: 'adaptiveCard/action',
        value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
      });
    },
    /** The clock stands at this minute for the product, too; what has come due by it goes on behind. */
    goTo: async (time: string): Promise<void> => {
      void school.setClock(`2026-11-23T${time}:00Z`).catch(() => undefined);
      for (;;) {
        const { body } = await tab('pat', '/api/me');
        if (body.includes(`"now":"2026-11-23T${time}`)) return;
        await pause(5);
      }
    },
  };
};
