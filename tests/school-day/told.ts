/** What people were told, as the connector took it, against what the histories say they are to be told. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { concernAfter } from '../../src/concerns/evolve.ts';
import { messagesFor as concernMessages } from '../../src/concerns/react.ts';
import { respondersTo } from '../../src/duress/decide.ts';
import { duressAfter } from '../../src/duress/duress.ts';
import { recipientsOf } from '../../src/journeys/tell.ts';
import {
  channelConversation,
  personalConversation,
} from '../../src/local/connector/conversations.ts';
import { channels, people } from '../../src/local/tenant.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { visitAfter } from '../../src/visits/evolve.ts';
import { messagesFor } from '../../src/visits/react.ts';
import { wordsFor } from '../../src/words/words.ts';
import type { LeftBehind } from './left-behind.ts';

/** How often each was told what, by name and what was said. */
type Tally = ReadonlyMap<string, number>;

const { chat, cards } = wordsFor('en-GB');

const names = new Map([
  ...people.map((person) => [personalConversation(person).id, person.id] as const),
  ...channels.map((channel) => [channelConversation(channel).id, `#${channel.name}`] as const),
]);

/** Messages that were changed since are here as they first came. From now on. */
export const listenFrom = (folder: string): void => {
  const database = new DatabaseSync(join(folder, 'tenant.sqlite'));
  database.exec(`
    create table if not exists posted (seq integer primary key, conversation text, activity text) strict;
    create trigger if not exists posting after insert on messages when new.person is null
    begin insert into posted (conversation, activity) values (new.conversation, new.activity); end;
  `);
  database.close();
};

export type Posted = { readonly to: string; readonly text: string; readonly whole: string };

export const countPosted = (folder: string): number => {
  const database = new DatabaseSync(join(folder, 'tenant.sqlite'), { readOnly: true });
  try {
    return Number(database.prepare('select count(*) as count from posted').get()?.['count']);
  } finally {
    database.close();
  }
};

export const postedIn = (folder: string): readonly Posted[] => {
  const database = new DatabaseSync(join(folder, 'tenant.sqlite'), { readOnly: true });
  try {
    const rows = database.prepare('select conversation, activity from posted order by seq').all();
    return rows.map(({ conversation, activity }) => {
      const whole = String(activity);
      const { text, summary } = JSON.parse(whole) as { text?: string; summary?: string };
      return { to: names.get(String(conversation)) ?? '', text: summary ?? text ?? '', whole };
    });
  } finally {
    database.close();
  }
};

const tallied = (said: readonly string[]): Tally => {
  const tally = new Map<string, number>();
  for (const one of said) tally.set(one, (tally.get(one) ?? 0) + 1);
  return tally;
};

const line = (to: string, text: string): string => `${to}: ${text}`;

/** In the order in which it was told. */
export const toldIn = (posted: readonly Posted[]): readonly string[] =>
  posted.map(({ to, text }) => line(to, text));

/** More than five alarms that wait for one person come in one card, which names each visit. */
export const isToldTogether = (posted: readonly Posted[], said: string): boolean =>
  posted.some(
    ({ to, text, whole }) =>
      /^\d+ alarms? (?:is|are) open$/u.test(text) &&
      [...whole.matchAll(/HV-\d+-\d+/gu)].some(
        ([reference]) => line(to, chat.alarmSummary(reference)) === said,
      ),
  );

const ofVisits = ({ pages, roster }: LeftBehind, policy: Policy): readonly string[] =>
  pages.flatMap(({ events }) =>
    events.flatMap((event, index) => {
      const after = visitAfter(events.slice(0, index + 1));
      if (after.status === 'unsubmitted') return [];
      return messagesFor(event, after, { policy, roster }).flatMap((message) => {
        if (message.kind !== 'notice' && message.kind !== 'alarm') return [];
        const text = message.kind === 'notice' ? message.text : chat.alarmSummary(after.reference);
        return recipientsOf(message.to, roster).map((one) =>
          line('person' in one ? one.person : `#${one.channel}`, text),
        );
      });
    }),
  );

/** Each telling of a silent alarm, and of a worry, goes to all who answer it. */
const ofTheRest = ({ silent, worries, roster }: LeftBehind, policy: Policy): readonly string[] => [
  ...silent.flatMap(({ events }) => {
    const duress = duressAfter(events);
    if (duress.status === 'none') return [];
    const to = respondersTo(duress.people, { policy, roster });
    return events.flatMap(() =>
      to.map((person) => line(person, cards.duress.summary(duress.reference))),
    );
  }),
  ...worries.flatMap(({ events }) =>
    events.flatMap((event, index) => {
      const concern = concernAfter(events.slice(0, index + 1));
      if (concern.status === 'unraised') return [];
      const messages = concernMessages(event, concern, { policy, roster });
      return messages.flatMap(({ to }) =>
        to.people.map((person) => line(person, chat.concernSummary(concern.reference))),
      );
    }),
  ),
];

export const toBeTold = (left: LeftBehind, policy: Policy): Tally =>
  tallied([...ofVisits(left, policy), ...ofTheRest(left, policy)]);
