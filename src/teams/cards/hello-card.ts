import type { SeenVisit } from '../../journeys/seen.ts';
import type { Reminder } from '../../policy/citation.ts';
import { type Instant, schoolTime } from '../../vocabulary.ts';
import type { Words } from '../../words/words.ts';
import { briefingElements, callFirst } from './briefing.ts';
import { type Action, type Card, card, execute, facts, subtle, text, title } from './parts.ts';
import { type Refused, refusalBox } from './refusal.ts';

export type Plain = {
  readonly words: Words['cards'];
  readonly newId: () => string;
  /** Whether this person may ask for visits, and see who is out. */
  readonly asks: boolean;
  readonly watches: boolean;
};

const doors = ({ words, asks, watches }: Plain): readonly Action[] => {
  const { hello } = words;
  const go = (verb: string, label: string) =>
    execute({ verb, title: label, data: {}, alone: true });
  return [
    ...(asks ? [go('new-visit', hello.newVisit)] : []),
    go('my-visits', hello.myVisits),
    ...(watches ? [go('today', hello.today)] : []),
    execute({ verb: 'raise-concern', title: words.concern.title, data: {}, alone: true }),
  ];
};

const helpNow = ({ words, newId }: Plain): Action =>
  execute({
    verb: 'help',
    title: words.hello.helpNow,
    style: 'destructive',
    data: { command: newId() },
    alone: true,
  });

export const helloCard = (plain: Plain): Card =>
  card(
    [title(plain.words.hello.title), text(plain.words.hello.intro)],
    [...doors(plain), helpNow(plain)],
  );

/** What to do under threat, the emergency number before all else. */
const underThreat = (lines: readonly Reminder[], open: boolean, words: Words['cards']) => [
  callFirst(words),
  ...briefingElements([{ moment: 'threatened', open, lines }], words),
];

/** The way to help first, then how the app works. `lines` are what the school says to whoever is under threat. */
export const helpCard = (plain: Plain, lines: readonly Reminder[]): Card =>
  card(
    [
      ...underThreat(lines, false, plain.words),
      title(plain.words.hello.helpTitle),
      text(plain.words.hello.helpText),
    ],
    [helpNow(plain), ...doors(plain)],
  );

/** The answer to a call for help where there is no visit to show. */
export const calledCard = (note: string, lines: readonly Reminder[], words: Words['cards']): Card =>
  card([...underThreat(lines, true, words), text(note)]);

export const refusalCard = (refused: Refused, words: Words['cards']): Card =>
  card([refusalBox(refused, {}, words)]);

export const noteCard = (note: string): Card => card([text(note)]);

const listed = 12;

const row = (seen: SeenVisit, words: Words['cards']) => ({
  type: 'Container',
  separator: true,
  items: [
    text(`${seen.reference} · ${seen.initials} · ${words.sentence(seen.status)}`, {
      weight: 'Bolder',
    }),
    facts([
      [words.visit.when, `${schoolTime(seen.start)}–${schoolTime(seen.dueBack)}`],
      [words.visit.goes, words.and(seen.visitors.map(({ name }) => name))],
    ]),
    {
      type: 'ActionSet',
      actions: [
        execute({
          verb: 'open-visit',
          title: words.list.show,
          data: { visit: seen.id },
          alone: true,
        }),
        ...(seen.round === undefined && seen.verbs.includes('plan-round')
          ? [
              execute({
                verb: 'open-round',
                title: words.rounds.plan,
                data: { visit: seen.id },
                alone: true,
              }),
            ]
          : []),
      ],
    },
  ],
});

/** A list of visits, each a tap away. The first line answers the question. */
export const listCard = (
  visits: readonly SeenVisit[],
  given: { readonly title: string; readonly first: string; readonly plain: Plain },
): Card => {
  const { words } = given.plain;
  const rest = visits.length - listed;
  return card(
    [
      title(given.title),
      text(given.first),
      ...visits.slice(0, listed).map((seen) => row(seen, words)),
      ...(rest > 0 ? [subtle(words.list.more(rest))] : []),
    ],
    doors(given.plain),
  );
};

const outStatuses: readonly string[] = ['out', 'at the door', 'inside', 'left'];

/** "3 visits are out. Nobody is late." */
export const todayLine = (
  visits: readonly SeenVisit[],
  now: Instant,
  words: Words['cards'],
): string => {
  const out = visits.filter(({ status }) => outStatuses.includes(status));
  const late = out.filter(({ dueBack }) => dueBack < now);
  if (visits.length === 0) return words.list.noneToday;
  return late.length > 0 ? words.list.late(late.length) : words.list.nobodyLate(out.length);
};
