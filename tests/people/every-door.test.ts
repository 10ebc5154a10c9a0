/** Every button that is ever drawn, every route and every page stands in the one table of who may do what. */
import { describe, expect, it } from '@jest/globals';
import { pages, routes } from '../../src/api/routes.ts';
import type { SeenVisit } from '../../src/journeys/seen.ts';
import {
  accessTable,
  type Relation,
  type VisitVerb,
  visitAccess,
} from '../../src/people/access.ts';
import { pageNames } from '../../src/tab/route.ts';
import { alarmCard } from '../../src/teams/cards/alarm-card.ts';
import { concernAlert, concernForm } from '../../src/teams/cards/concern-card.ts';
import type { Drawing } from '../../src/teams/cards/drawing.ts';
import { familyElements } from '../../src/teams/cards/families.ts';
import { formCard } from '../../src/teams/cards/form-card.ts';
import { helloCard, helpCard, listCard, refusalCard } from '../../src/teams/cards/hello-card.ts';
import { visitCard } from '../../src/teams/cards/visit-card.ts';
import { weeklyListCard } from '../../src/teams/cards/weekly-list-card.ts';
import { actsOfButtons } from '../../src/teams/press-card.ts';
import { helpLines } from '../../src/visits/briefing.ts';
import { officeStatuses } from '../../src/visits/status.ts';
import { personId } from '../../src/vocabulary.ts';
import { wordsFor } from '../../src/words/words.ts';
import { verbsOf } from '../support/school.ts';
import { at, family, policy, visit } from '../teams/story.ts';
import { seenList } from '../weekly-list/seen.ts';

const words = wordsFor('en-GB').cards;
const newId = () => 'c1';
const link = (page: string) => `https://teams.microsoft.com/${page}`;
const verbs = Object.keys(visitAccess).filter((verb): verb is VisitVerb => verb in visitAccess);
const plain = { words, newId, asks: true, watches: true };

const drawing = (seen: Partial<SeenVisit>, more: Partial<Drawing> = {}): Drawing => ({
  seen: visit(seen),
  viewer: personId('sam'),
  now: at('13:48'),
  words,
  newId,
  link,
  ...more,
});

const everyRelation: readonly (readonly Relation[])[] = [
  [],
  ['requester'],
  ['visitor'],
  ['requester', 'visitor'],
  ['approver'],
];

/** Offered everything, one at a time and all at once, so that no button hides behind another. */
const visitCards = officeStatuses.flatMap((status) =>
  everyRelation.flatMap((relations) =>
    [verbs, ...verbs.map((verb) => [verb])].flatMap((offered) => {
      const seen = drawing({ status, relations, verbs: offered });
      return [visitCard(seen), visitCard({ ...seen, details: true })];
    }),
  ),
);
const alarms = (['red', 'amber', 'settled'] as const).map((state) => {
  const alarm = {
    id: 'a1',
    kind: 'help' as const,
    since: at('15:40'),
    state,
    rungs: 1,
    spokenTo: [],
  };
  return alarmCard(drawing({ verbs, alarms: [alarm] }), 'a1');
});
const form = { policy, colleagues: [], words, refusals: [], values: {}, data: {} };
const others = [
  helloCard(plain),
  helpCard(plain, helpLines(policy)),
  listCard([visit()], { title: '', first: '', plain }),
  formCard({ ...form, verb: 'submit', above: familyElements([family], words) }),
  formCard({ ...form, verb: 'edit' }),
  concernForm({ data: {}, values: {}, refusals: [], inDialog: false, words }),
  concernForm({ data: {}, values: {}, refusals: [], inDialog: true, words }),
  concernAlert({ reference: 'C-7Q2K', newId, link, words }),
  ...(['sign-list', 'add-to-list'] as const).map((verb) =>
    weeklyListCard({ list: seenList(3, { verb }), words: wordsFor('en-GB'), newId, link }),
  ),
  ...verbs.map((verb) => refusalCard({ verb, refusals: [], inputs: {} }, words)),
];

const drawn = [...new Set([...visitCards, ...alarms, ...others].flatMap(verbsOf))].sort();

describe('every door of the product', () => {
  it('is drawn here in all its kinds', () => {
    expect(drawn).toEqual(
      expect.arrayContaining(['approve', 'log-call', 'open-form', 'open-visit', 'stand-down']),
    );
    expect(drawn.length).toBeGreaterThan(35);
  });

  it.each(drawn)('has a row of its own, or stands for one: %s', (verb) => {
    const act: string = Object.entries(actsOfButtons).find(([name]) => name === verb)?.[1] ?? verb;
    expect(Object.keys(accessTable)).toContain(act);
  });

  it.each(routes.map(({ method, path, acts }) => [`${method} ${path.source}`, acts] as const))(
    'asks for an act of the table: %s',
    (_, acts) => {
      expect(acts.length).toBeGreaterThan(0);
      for (const act of acts) expect(Object.keys(accessTable)).toContain(act);
    },
  );

  it('is a page of the tab that the API lets in or not', () => {
    expect([...pageNames].sort()).toEqual(Object.keys(pages).sort());
    for (const act of Object.values(pages)) expect(Object.keys(accessTable)).toContain(act);
  });

  it('does not compile without a row', () => {
    // @ts-expect-error: an act that has no row is no act.
    const act: keyof typeof accessTable = 'fly';
    expect(Object.keys(accessTable)).not.toContain(act);
  });
});
