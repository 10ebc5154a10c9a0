/** What has to be true of a day once it is over, whatever was killed in the middle of it; what is not is said in words. */
import type { VisitEvent } from '../../src/visits/event.ts';
import { visitAfter } from '../../src/visits/evolve.ts';
import type { KnownVisit } from '../../src/visits/visit.ts';
import { visitId } from '../../src/vocabulary.ts';
import { lookAtProduct } from '../soak/watching.ts';
import { type Day, policy } from './play.ts';
import { presses, statuses } from './script.ts';
import { isToldTogether, toBeTold, toldIn } from './told.ts';

type Said = readonly string[];

/** Its own, that of a cry of the same minute, and those of the other visits of a round. */
const isOf = (command: string, event: VisitEvent): boolean =>
  event.command === command || [':', '@'].some((sign) => event.command.startsWith(command + sign));

const inWords = (types: readonly string[]): string => types.toSorted().join(', ');

/** Each press has brought what it had to, once. */
export const notOnce = ({ left, commands, answers }: Day): Said => {
  const events = left.pages.flatMap((page) => page.events);
  return presses.flatMap(({ time, by, verb, visit, brings }, index) => {
    const command = commands[index] ?? '';
    const found = events.filter((event) => isOf(command, event)).map(({ type }) => type);
    if (inWords(found) === inWords(brings)) return [];
    const answer = found.length === 0 ? ` Answered: ${answers.get(command)?.slice(0, 600)}` : '';
    return [
      `${time} ${by} ${verb} ${visit}: ${inWords(found)} and not ${inWords(brings)}.${answer}`,
    ];
  });
};

/** The list and the diary tell the same of each visit, and there is nothing else in the list. */
export const notListed = ({ left, listed, restricted, worries, incidents }: Day): Said => [
  ...left.pages.flatMap(({ id, events }) => {
    const items = listed.filter(({ fields }) => fields['VisitKey'] === id);
    const history = JSON.parse(String(items[0]?.fields['History'] ?? '[]')) as typeof events;
    const same = history.map(({ seal }) => seal).join() === events.map(({ seal }) => seal).join();
    return items.length === 1 && same
      ? []
      : [`${id}: ${items.length} items, ${history.length} events for ${events.length}.`];
  }),
  ...Object.entries({ visits: listed, 'risk assessments': restricted }).flatMap(([list, items]) =>
    items.length === Object.keys(statuses).length ? [] : [`${items.length} ${list}.`],
  ),
  ...Object.entries({ concerns: worries, incidents }).flatMap(([list, items]) =>
    items.length === 1 ? [] : [`${items.length} ${list}.`],
  ),
];

/** Where each visit ends, and that only people took anybody there. */
export const notAsItEnds = ({ left }: Day): Said =>
  left.pages.flatMap(({ id, events }) => {
    const name = id.split('-').slice(2).join('-');
    const states = events.map((_, index) => visitAfter(events.slice(0, index + 1)));
    const { status } = states.at(-1) ?? { status: 'nothing' };
    const wrong = status === statuses[name] ? [] : [`${name} is ${status}.`];
    for (const [index, event] of events.entries()) {
      const [before, after] = [states[index - 1], states[index]];
      if (event.via !== 'product' || !isKnown(before) || !isKnown(after)) continue;
      if (ofRound.includes(event.type)) continue;
      // Throws where the clock itself said that anybody is safe.
      lookAtProduct(visitId(id), event, before, after);
    }
    return wrong;
  });

/** What somebody said on the other visit of the round. */
const ofRound: readonly string[] = ['moved-on', 'round-ended'];

const isKnown = (visit: ReturnType<typeof visitAfter> | undefined): visit is KnownVisit =>
  visit !== undefined && visit.status !== 'unsubmitted';

const ladder = policy.overdue.rungs.map(({ id }) => id);

/** Two who are late are looked for by the whole ladder, each rung of it in its turn, and by the last one again. */
export const notClimbed = ({ left }: Day): Said => {
  const late = left.pages.find(({ id }) => id.endsWith('-late'))?.events ?? [];
  const rungs = late.flatMap((event) => (event.type === 'rung-raised' ? [event.rung] : []));
  const again = rungs.slice(ladder.length);
  const whole = rungs.slice(0, ladder.length).join() === ladder.join();
  return whole && again.length > 0 && again.every((rung) => rung === ladder.at(-1))
    ? []
    : [`The ladder: ${rungs.join(', ')}.`];
};

/** Nothing that somebody had to hear was not said. */
export const notTold = ({ left, posted }: Day): Said => {
  const told = toldIn(posted);
  return [...toBeTold(left, policy)].flatMap(([said, times]) => {
    const found = told.filter((one) => one === said).length;
    return found >= times || isToldTogether(posted, said) ? [] : [`${found} of ${times}: ${said}`];
  });
};

/** What was told once more than it had to be, and how often: only what was on its way when the product died, once for each time. */
export const toldTwice = ({ left, posted, kills }: Day) => {
  const told = toldIn(posted);
  const all = [...toBeTold(left, policy)].map(([said, times]) => ({
    said,
    more: told.filter((one) => one === said).length - times,
    deaths: kills.filter(({ from, until }) => told.slice(from, until).includes(said)).length,
  }));
  return {
    count: all.reduce((sum, { more }) => sum + Math.max(more, 0), 0),
    unexplained: all
      .filter(({ more, deaths }) => more > deaths)
      .map(({ said, more, deaths }) => `${more} more after ${deaths} deaths: ${said}`),
  };
};

/** What still waits once all is over. */
export const stillWaiting = ({ left }: Day): Said =>
  [...left.intents, ...left.outgoing].map(
    ({ partition, kind, id }) => `${kind} ${partition} ${id}`,
  );
