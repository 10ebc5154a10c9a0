/** Every reminder of every policy is there when it matters: on the card in chat, and in what the tab draws. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { seenBy } from '../../src/journeys/see.ts';
import { placeOfClause, remindersAt } from '../../src/policy/citation.ts';
import { meansOf } from '../../src/policy/clauses/clause.ts';
import { clauseTables } from '../../src/policy/clauses.ts';
import { type Moment, moments } from '../../src/policy/policy-parts.ts';
import { formCard } from '../../src/teams/cards/form-card.ts';
import { visitorCard } from '../../src/teams/cards/visitor-card.ts';
import type { VisitAsk } from '../../src/visits/command.ts';
import type { Happening } from '../../src/visits/event.ts';
import { visitAfter } from '../../src/visits/evolve.ts';
import { visitId } from '../../src/vocabulary.ts';
import { wordsFor } from '../../src/words/words.ts';
import { at, jo, sam } from '../builders/cast.ts';
import { readyToLeave, signed, signedList, submitted } from './gates-deciding.ts';
import { afterwards, type PackName, policies, staff } from './six-packs.ts';

const words = wordsFor('en-GB');
const who = [sam.id, jo.id];
type Story = readonly Happening[];

const then = (pack: PackName, sofar: Story, ask: VisitAsk): Story =>
  afterwards(pack, sofar, { by: sam.id, ask }, { ...signedList, codeWord: true, now: at('13:56') });

/** The visit as it stands when each reminder matters. */
const storiesOf = (
  pack: PackName,
): Readonly<Record<Exclude<Moment, 'asking' | 'deciding'>, Story>> => {
  const ready = readyToLeave(pack);
  const out = then(pack, ready, { verb: 'depart', who });
  const arrived = then(pack, out, { verb: 'arrive', who });
  const inside = then(pack, arrived, {
    verb: 'enter',
    who,
    invitedBy: 'parent',
    parentPresent: true,
    animals: 'none',
    hazards: '',
  });
  return {
    'before-leaving': ready,
    'at-the-door': out,
    inside,
    leaving: then(pack, inside, { verb: 'leave', who, next: '' }),
    threatened: then(pack, out, { verb: 'help', words: '' }),
  };
};

const seenIn = (pack: PackName, story: Story) => {
  const visit = visitAfter(story.map(({ event }) => event));
  if (visit.status === 'unsubmitted') throw new Error('There is no visit.');
  const view = {
    id: visitId('v1'),
    visit,
    events: story.map(({ event }) => event),
    assessment: undefined,
    filed: true,
    held: [],
  };
  const seen = seenBy(view, sam, { policy: policies[pack], roster: staff });
  if (seen === undefined) throw new Error('Sam can’t see it.');
  return seen;
};

/** Every text of a card that stands open or can be unfolded. */
const textsOf = (part: unknown): readonly string[] => {
  if (typeof part !== 'object' || part === null) return [];
  const { text, label } = part as { readonly text?: unknown; readonly label?: unknown };
  const own = [text, label].filter((one) => typeof one === 'string');
  return [...own, ...Object.values(part).flatMap(textsOf)];
};
const plain = (text: string): string => text.replaceAll('\\', '');

const drawn = (pack: PackName, story: Story): readonly string[] =>
  textsOf(
    visitorCard({
      seen: seenIn(pack, story),
      viewer: sam.id,
      now: at('13:57'),
      words: words.cards,
      newId: () => 'c1',
      link: (page) => `https://teams.microsoft.com/${page}`,
    }),
  ).map(plain);

const formTexts = (pack: PackName, values: Readonly<Record<string, string>> = {}) =>
  textsOf(
    formCard({
      verb: 'submit',
      data: {},
      values,
      refusals: [],
      policy: policies[pack],
      colleagues: [],
      words: words.cards,
    }),
  ).map(plain);

/** The clauses that ask for no more than that somebody is reminded. */
const reminded: readonly { readonly pack: PackName; readonly clauses: string }[] = [
  { pack: 'default', clauses: '' },
  {
    pack: 'B',
    clauses:
      '[B-26 B-27 B-28 B-30 B-32 B-37 B-38 B-39 B-40 B-46 B-49 B-50 B-52 B-59 B-60 B-61 B-66 B-78 B-80 B-82 B-86 B-87 B-88 B-90 B-91 B-92]',
  },
  {
    pack: 'R',
    clauses: '[R-18 R-19 R-20 R-21 R-22 R-23 R-24 R-25 R-26]',
  },
  {
    pack: 'W',
    clauses: '[W-2.1 W-3.6a]',
  },
  {
    pack: 'HC',
    clauses: '[HC-2.1 HC-2.2 HC-4.7a HC-4.10a HC-6.6 HC-F24]',
  },
  {
    pack: 'H',
    clauses: '[H-17 H-19 H-21 H-22 H-38 H-42]',
  },
];

describe.each(reminded)('what the policy reminds people of: $pack $clauses', (row) => {
  const { pack, clauses } = row;
  let stories: ReturnType<typeof storiesOf>;
  beforeAll(() => {
    stories = storiesOf(pack);
  });
  const lines = policies[pack].briefing;
  const shown = lines.flatMap(({ moment, ...line }) =>
    moment === 'deciding' ? [] : [{ moment, ...line }],
  );

  it.each(shown.map((line) => [`${line.moment} ${line.id}`, line] as const))(
    'stands on the card at its moment: %s',
    (_, { moment, say, clause }) => {
      const texts = moment === 'asking' ? formTexts(pack) : drawn(pack, stories[moment]);
      expect(texts).toContain(words.cards.briefing.line(say, placeOfClause(clause)));
    },
  );

  it('cites each clause that asks for no more', () => {
    const cited = [...lines, ...policies[pack].departure.checks].map(({ clause }) => clause);
    expect(cited).toEqual(expect.arrayContaining(clauses.match(/[\w.-]+/gu) ?? []));
  });

  it('asks each check at its moment, on the card of whoever leaves', () => {
    const approved = drawn(pack, signed(pack));
    for (const { ask } of policies[pack].departure.checks) expect(approved).toContain(ask);
  });

  it('is what the tab is told, open at its moment', () => {
    for (const moment of moments) {
      if (moment === 'asking' || moment === 'deciding') continue;
      const open = (seenIn(pack, stories[moment]).briefing ?? []).filter((one) => one.open);
      const expected = remindersAt(lines, moment);
      // Under threat the product says what the school leaves out, after what the school says.
      const told = moment === 'threatened' ? expect.arrayContaining([...expected]) : expected;
      if (expected.length > 0) expect(open).toContainEqual({ moment, open: true, lines: told });
    }
  });

  it('is at hand under threat all the while people are out', () => {
    for (const moment of ['at-the-door', 'inside', 'leaving'] as const) {
      const there = (seenIn(pack, stories[moment]).briefing ?? []).map((one) => one.moment);
      expect(there).toContain('threatened');
    }
  });

  it('is at hand before anybody leaves, and first wherever somebody has called for help', () => {
    const help = { verb: 'help', words: '' } as const;
    const first = (story: Story) => (seenIn(pack, story).briefing ?? [])[0]?.moment;
    for (const story of [submitted(pack), signed(pack), stories.inside, stories.leaving]) {
      const there = (seenIn(pack, story).briefing ?? []).map((one) => one.moment);
      expect(there).toContain('threatened');
      expect(first(then(pack, story, help))).toBe('threatened');
    }
    const back = then(pack, stories.leaving, { verb: 'return', who });
    expect(first(then(pack, back, help))).toBe('threatened');
  });

  it('is there with no visit at all, after the emergency number, for whoever calls for help', () => {
    const asks = [
      { verb: 'help', words: '' },
      { verb: 'danger', words: '' },
      { verb: 'injured', words: '' },
      { verb: 'unwell', words: '' },
    ] as const;
    for (const ask of asks) {
      const said = drawn(pack, then(pack, [], ask));
      expect(said[0]).toBe(words.cards.visitor.callFirst);
      const school = remindersAt(lines, 'threatened');
      const told = school.map(({ say, place }) => words.cards.briefing.line(say, place));
      expect(said).toEqual(expect.arrayContaining(told));
      expect(said.join('\n')).toContain('the office rings you');
    }
    expect(drawn(pack, stories.inside)).not.toContain(words.cards.visitor.callFirst);
  });

  it('says how to calm it, where to stand, how to get out, and that the office can ring with an excuse', () => {
    const said = drawn(pack, stories.threatened).join('\n');
    for (const about of [/calm|in kind|anger/iu, /distance|nearer the door/iu, /leave|way out/iu])
      expect(said).toMatch(about);
    expect(said).toContain('the office rings you');
    const { threatened } = words.watch;
    // Nothing is said twice.
    if (pack === 'B') expect(said).not.toContain(threatened.calm);
  });

  it('is nothing for somebody who does not go, and over once they are back', () => {
    const back = then(pack, stories.leaving, { verb: 'return', who });
    expect(seenIn(pack, back).briefing).toEqual([]);
    expect(drawn(pack, submitted(pack)).join()).not.toContain(words.cards.briefing.moments.inside);
  });
});

describe('what a policy advises for a purpose', () => {
  it('[R-06] stands on the form once that purpose is chosen', () => {
    const advice =
      'Ask the education welfare officer to go first. If they can’t, school staff or a learning mentor may.';
    expect(formTexts('R', { purpose: 'refusing-school' })).toContain(advice);
    expect(formTexts('R', { purpose: 'attendance' })).not.toContain(advice);
  });
});

describe('identification', () => {
  it.each([
    ['[B-33]', 'B', 'Is your identification with you, and not on a cord round your neck?'],
    [
      '[W-3.4a W-3.4b]',
      'W',
      'Is your identification worn at the front, outside your clothes, where everybody can see it?',
    ],
    [
      '[HC-4.8a HC-4.8b]',
      'HC',
      'Is your identification worn at the front, outside your clothes, where everybody can see it?',
    ],
    ['[H-33]', 'H', 'Is your identification with you, ready to be shown?'],
  ] as const)('%s is asked about on the card of whoever is about to leave', (_, pack, ask) => {
    expect(drawn(pack, signed(pack))).toContain(ask);
    expect(drawn(pack, submitted(pack))).not.toContain(ask);
  });
});

describe('a clause that is met by a reminder', () => {
  const prompts = clauseTables.flatMap(({ pack, clauses }) =>
    clauses.flatMap((clause) =>
      meansOf(clause)
        .filter(({ by, name }) => by === 'prompt' && name.includes(`/packs/${pack}.json#`))
        .map(({ name }) => ({ pack, id: clause.id, line: name.split('#')[1] ?? '' })),
    ),
  );

  it.each(prompts.map((one) => [`${one.id} ${one.line}`, one] as const))(
    'names a line of its own pack that cites it: %s',
    (_, { pack, id, line }) => {
      const policy = Object.values(policies).find((one) => one.pack === pack);
      const found = [...(policy?.briefing ?? []), ...(policy?.departure.checks ?? [])].find(
        (one) => one.id === line,
      );
      // Two clauses may share one line; it cites the first, and both stand in the register.
      expect(found?.clause?.slice(0, 5)).toBe(id.slice(0, 5));
    },
  );
});
