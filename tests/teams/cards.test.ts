/**
 * @jest-environment jsdom
 */
import { AdaptiveCard, HostConfig, SerializationContext, Versions } from 'adaptivecards';
import MarkdownIt from 'markdown-it';
import type { SeenVisit } from '../../src/journeys/seen.ts';
import type { VisitVerb } from '../../src/people/access.ts';
import { alarmCard } from '../../src/teams/cards/alarm-card.ts';
import { concernAlert, concernForm } from '../../src/teams/cards/concern-card.ts';
import type { Drawing } from '../../src/teams/cards/drawing.ts';
import { duressCard } from '../../src/teams/cards/duress-card.ts';
import { familyElements } from '../../src/teams/cards/families.ts';
import { formCard } from '../../src/teams/cards/form-card.ts';
import {
  helloCard,
  helpCard,
  listCard,
  noteCard,
  refusalCard,
} from '../../src/teams/cards/hello-card.ts';
import type { Card } from '../../src/teams/cards/parts.ts';
import { visitCard } from '../../src/teams/cards/visit-card.ts';
import { helpLines } from '../../src/visits/briefing.ts';
import { officeStatuses } from '../../src/visits/status.ts';
import { personId, type Refusal } from '../../src/vocabulary.ts';
import { wordsFor } from '../../src/words/words.ts';
import { at, family, policy, visit } from './story.ts';

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = new MarkdownIt({ html: false }).render(text);
  result.didProcess = true;
};

const words = wordsFor('en-GB').cards;
let ids = 0;
const newId = () => `command-${++ids}`;
const link = (page: string) => `https://teams.microsoft.com/l/entity/app/home?page=${page}`;

const drawing = (seen: Partial<SeenVisit> = {}, more: Partial<Drawing> = {}): Drawing => ({
  seen: visit(seen),
  viewer: personId('sam'),
  now: at('13:48'),
  words,
  newId,
  link,
  ...more,
});

const nasty = '[Siân](https://evil.example) **O’Neill**\n- <b>x</b> {{x}} =HYPERLINK("a")';
const refusals: readonly Refusal[] = [
  {
    rule: 'a',
    clause: 'Policy 4.3',
    because: 'No parent’s number.',
    next: 'Ring the office.',
    field: 'parentPhone',
  },
  { rule: 'b', clause: 'Policy 2.1', because: 'Two people must go.', next: '', field: 'visitors' },
  { rule: 'c', clause: 'Policy 9', because: 'Nobody may decide.', next: 'Ask the headteacher.' },
];

const alarms = (['red', 'amber', 'settled'] as const).map((state) => ({
  id: 'a1',
  kind: 'overdue' as const,
  since: at('15:40'),
  state,
  holder: { id: personId('pat'), name: 'Pat Doyle' },
  rungs: 2,
  spokenTo: [{ id: personId('jo'), name: 'Jo Ashby' }],
}));

const out = visit().visitors.map((one, index) => ({
  ...one,
  health: true,
  reading: true,
  check: 'passed' as const,
  position: index === 0 ? ('inside' as const) : ('back' as const),
  since: at('14:20'),
}));
const deciding = ['approve', 'ask-for-changes', 'decline', 'withdraw-approval'] as const;
const before: readonly VisitVerb[] = [
  ...(['answer-health', 'confirm-reading', 'check-departure', 'depart', 'help', 'danger'] as const),
  ...(['edit', 'cancel', 'cannot-go', 'open-details'] as const),
];
const during: readonly VisitVerb[] = [
  ...([
    'arrive',
    'enter',
    'leave',
    'return',
    'extend',
    'wait',
    'turn-back',
    'feel-unsafe',
  ] as const),
  ...(['leave-unsafe', 'safe-now', 'change-plan', 'danger', 'unwell', 'injured', 'help'] as const),
  ...(['cancel', 'open-details'] as const),
];
const answering = ['acknowledge', 'spoke', 'stand-down'] as const;
const office = ['depart', 'arrive', 'leave', 'return', 'extend', 'log-call', ...answering] as const;
const verbsOf = (name: string, isOut: boolean): readonly VisitVerb[] => {
  if (name === 'approver') return [...deciding, 'open-details'];
  if (name === 'office') return office;
  return isOut ? during : before;
};
const relations = {
  visitor: ['visitor'],
  requester: ['requester'],
  approver: ['approver'],
  office: [],
} as const;
const plain = { words, newId, asks: true, watches: true };

const form = (more: object = {}) =>
  formCard({
    verb: 'submit',
    data: { command: 'c1' },
    values: { pupil: nasty, purpose: 'attendance', lead: 'sam', companion: 'jo', q1: 'yes' },
    refusals,
    policy,
    colleagues: [{ id: personId('jo'), name: 'Jo Ashby' }],
    above: familyElements([family], words),
    words,
    ...more,
  });

const cards: readonly (readonly [string, Card])[] = [
  ['form', form()],
  ['hello', helloCard(plain)],
  ['help', helpCard(plain, helpLines(policy))],
  ['note', noteCard(nasty)],
  ['refusal', refusalCard({ verb: 'depart', refusals, inputs: { who: 'sam' } }, words)],
  [
    'list',
    listCard(
      Array.from({ length: 20 }, () => visit()),
      { title: 'Today', first: 'x', plain },
    ),
  ],
  ['concern', concernForm({ data: {}, values: { what: nasty }, refusals, inDialog: false, words })],
  ['concern dialog', concernForm({ data: {}, values: {}, refusals: [], inDialog: true, words })],
  [
    'concern alert',
    concernAlert({ reference: 'C-7Q2K', note: 'Miss Rao has it.', newId, link, words }),
  ],
  ...alarms.map(
    (alarm) =>
      [
        `alarm ${alarm.state}`,
        alarmCard(drawing({ alarms: [alarm], verbs: answering, visitors: out }), 'a1'),
      ] as const,
  ),
  ...officeStatuses.flatMap((status) =>
    Object.entries(relations).flatMap(([name, related]) =>
      [false, true].map((isOut) => {
        const seen: Partial<SeenVisit> = {
          status,
          relations: related,
          verbs: verbsOf(name, isOut),
          pupil: nasty,
          address: nasty,
          why: nasty,
          filed: false,
          breaches: 2,
          decidedBy: { id: personId('okafor'), name: 'Mrs Okafor' },
          decidedAt: at('13:52'),
          ...(isOut && { visitors: out, alarms: alarms.slice(0, 1) }),
        };
        const refused = { verb: 'depart', refusals, inputs: {} };
        const card = visitCard(drawing(seen, { details: true, note: 'Done.', refused }));
        return [`${name} ${status} ${isOut ? 'with people out' : ''}`, card] as const;
      }),
    ),
  ),
];

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
const nodes = (value: unknown): readonly Node[] => {
  if (!isNode(value)) return [];
  return [value, ...Object.values(value).flatMap(nodes)];
};
const ofType = (card: unknown, start: string) =>
  nodes(card).filter(({ type }) => typeof type === 'string' && type.startsWith(start));
const titles = (card: Card) => (card.actions ?? []).map((one) => one['title']);
const texts = (card: unknown) => ofType(card, 'TextBlock').map((one) => one['text']);

describe.each(cards)('the card: %s', (_name, card) => {
  it('is parsed at version 1.5 without complaint, and drawn', () => {
    const context = new SerializationContext(Versions.v1_5);
    const parsed = new AdaptiveCard();
    parsed.hostConfig = new HostConfig({ actions: { maxActions: 6 } });
    parsed.parse(card, context);
    const events = Array.from({ length: context.eventCount }, (_, index) =>
      String(context.getEventAt(index)?.message),
    );
    // The renderer dates typeahead later than Teams does, which takes it in cards of 1.5.
    expect(events.filter((message) => !message.includes('"choices.data"'))).toEqual([]);
    const { validationEvents } = parsed.validateProperties();
    expect(validationEvents.map(({ message }) => message)).toEqual([]);
    const drawn = parsed.render();
    expect(drawn?.querySelector('.ac-textBlock')).not.toBeNull();
    expect(
      drawn?.querySelectorAll('.ac-textBlock a, ul, ol, .ac-textBlock h1, strong'),
    ).toHaveLength(0);
  });

  it('is under 28 kB, with six buttons at most in a row', () => {
    expect(JSON.stringify(card).length).toBeLessThan(28 * 1024);
    const rows = nodes(card).flatMap(({ actions }) =>
      Array.isArray(actions) ? [actions.length] : [],
    );
    expect(Math.max(0, ...rows)).toBeLessThanOrEqual(6);
  });

  it('names a verb with every button that runs something', () => {
    for (const action of ofType(card, 'Action.Execute'))
      expect(action['verb']).toMatch(/^[a-z-]+$/);
  });

  it('has no two inputs of one name', () => {
    const inputs = ofType(card, 'Input.').map((one) => one['id']);
    expect(new Set(inputs).size).toBe(inputs.length);
  });
});

describe('the form', () => {
  const inputs = (card: Card) => new Map(ofType(card, 'Input.').map((one) => [one['id'], one]));

  it('asks for everything there is to ask, and takes the risk answers from nobody', () => {
    const fields = inputs(form({ values: {} }));
    const asked = [
      'pupil yearGroup parent parentPhone address class purpose purposeNote sensitive people',
      'whyNotInSchool language staffing appointment appointmentNote date startTime dueBackTime',
      'transport q1 q2 q4 q5 q6 q1Action q2Action q4Action q5Action level',
    ];
    for (const id of asked.join(' ').split(' ')) expect([...fields.keys()]).toContain(id);
    for (const id of ['q1', 'q2', 'q4', 'q5', 'q6', 'level'])
      expect(fields.get(id)?.['value']).toBeUndefined();
  });

  it('keeps what was typed, and says what is wrong right under it, all at once', () => {
    const card = form();
    expect(inputs(card).get('pupil')?.['value']).toBe(nasty);
    const under = (id: string) => {
      const index = card.body.findIndex((one) => one['id'] === id);
      return card.body[index + 1];
    };
    expect(under('parentPhone')).toMatchObject({
      color: 'Attention',
      text: expect.stringContaining('number'),
    });
    expect(under('companion')).toMatchObject({ text: expect.stringContaining('Two people') });
    expect(texts({ body: card.body.slice(0, 9) }).join()).toContain('Nobody may decide');
  });

  it('is at most 12 taps for a family the school knows', () => {
    // New visit, the family, the purpose, five risk questions, the level, send: nothing else is empty that must be filled.
    const taps = 1 + 1 + 1 + policy.risk.questions.length + 1 + 1;
    expect(taps).toBeLessThanOrEqual(12);
    const open = ofType(form(), 'Input.ChoiceSet').filter((one) => one['style'] === 'expanded');
    expect(open.map((one) => one['id'])).toEqual([
      'appointment',
      'q1',
      'q2',
      'q4',
      'q5',
      'q6',
      'level',
    ]);
  });
});

describe('an approver’s card', () => {
  const approver = {
    relations: ['approver'] as const,
    verbs: ['approve', 'decline', 'ask-for-changes', 'open-details'] as const,
  };

  it('is thin: no name of a child, no address, no answers', () => {
    const shown = JSON.stringify(visitCard(drawing(approver)));
    expect(shown).toContain('Medium: 2 risks, both with actions');
    for (const secret of ['Siân', 'Ffordd', '07700', 'Ring first'])
      expect(shown).not.toContain(secret);
  });

  it('offers to approve, to see the details, to ask for changes and to decline', () => {
    expect(titles(visitCard(drawing(approver)))).toEqual([
      'Approve',
      'Details',
      'Ask for changes',
      'Decline',
    ]);
  });

  it('sends back the content that was shown, with an id of its own', () => {
    const [approve] = visitCard(drawing(approver)).actions ?? [];
    expect(approve?.['data']).toEqual({
      visit: 'v1',
      content: 'hash-1',
      command: expect.stringContaining('command-'),
    });
  });

  it('holds Approve back from a High until it has been opened', () => {
    const risk = { level: 'high' as const, summary: 'High' };
    expect(titles(visitCard(drawing({ ...approver, risk })))).not.toContain('Approve');
    expect(titles(visitCard(drawing({ ...approver, risk, detailsOpened: true })))).toContain(
      'Approve',
    );
  });

  it('is one line after a decision', () => {
    const decidedBy = { id: personId('okafor'), name: 'Mrs Okafor' };
    const card = visitCard(
      drawing({
        ...approver,
        status: 'approved',
        verbs: ['open-details'],
        decidedBy,
        decidedAt: at('13:52'),
      }),
    );
    expect(texts(card)).toEqual(['HV-2026-0042 · SO: Approved by Mrs Okafor, 13:52']);
    expect(titles(card)).toEqual(['Open', 'Details']);
  });
});

describe('a visitor’s card', () => {
  it('puts the next step first, and help and a concern always one tap away', () => {
    const card = visitCard(
      drawing({ status: 'out', verbs: ['arrive', 'return', 'extend', 'wait', 'help', 'danger'] }),
    );
    expect(titles(card)).toEqual([
      'Arrived',
      'Back at school',
      'I need longer',
      'I need help now',
      'Raise a concern',
      'Something else',
    ]);
  });

  it('offers "Both of us" first, and leaves out who is back', () => {
    const who = (seen: Partial<SeenVisit>) =>
      ofType(visitCard(drawing({ status: 'out', ...seen })), 'Input.ChoiceSet').find(
        (one) => one['id'] === 'who',
      );
    expect(who({})).toMatchObject({
      value: 'sam,jo',
      choices: [{ title: 'Both of us' }, { title: 'Just me' }, { title: 'Just Jo Ashby' }],
    });
    expect(who({ visitors: out })).toBeUndefined();
  });

  it('says beside a refusal why, by which clause, what next, and that it may have happened already', () => {
    const refused = { verb: 'depart', refusals, inputs: { who: 'sam,jo', dueBack: '15:45' } };
    const card = visitCard(drawing({ verbs: ['help'] }, { refused }));
    expect(texts(card).join('\n')).toContain('(Policy 4.3)');
    const [happened] = ofType(card, 'Action.Execute').filter(
      (one) => one['verb'] === 'already-happened',
    );
    expect(happened?.['data']).toMatchObject({
      visit: 'v1',
      what: 'depart',
      who: 'sam,jo',
      dueBack: '15:45',
    });
  });
});

describe('a silent alarm', () => {
  const message = {
    kind: 'duress-alert',
    to: { people: [] },
    reference: 'S-98AFEK',
    people: [{ id: personId('sam'), name: 'Sam Pike' }],
    since: at('14:00'),
    over: false,
  } as const;
  const styleOf = (holder: object) => {
    const given = { message: { ...message, ...holder }, seen: undefined, newId, link, words };
    return duressCard(given).actions?.[0];
  };

  it('has one button to press first, until somebody has it', () => {
    expect(styleOf({})).toMatchObject({ title: 'I have it', style: 'positive' });
    expect(styleOf({ holder: 'Mr Bevan' })).not.toHaveProperty('style');
  });
});

describe('an alarm', () => {
  it('says what, who, where, the numbers, the car, since when and who has it', () => {
    const card = alarmCard(
      drawing({ status: 'out', alarms: alarms.slice(0, 1), verbs: ['acknowledge', 'spoke'] }),
      'a1',
    );
    const shown = JSON.stringify(card);
    for (const fact of [
      'Overdue',
      'Sam Pike',
      '14 Ffordd',
      '07700 900105',
      'AB12 CDE',
      '15:40',
      'Pat Doyle',
    ]) {
      expect(shown).toContain(fact);
    }
    expect(titles(card)[0]).toBe('I have it');
  });

  it('names each person once, with the number and where they are beside the name', () => {
    const seen = drawing({ status: 'out', alarms: alarms.slice(0, 1), visitors: out, verbs: [] });
    const sets = alarmCard(seen, 'a1').body.filter(({ type }) => type === 'FactSet');
    expect(sets).toHaveLength(1);
    const rows = JSON.stringify(sets).match(/"title":"Sam Pike","value":"[^"]*"/gu);
    expect(rows).toEqual(['"title":"Sam Pike","value":"07700 900105, inside since 14:20"']);
  });

  it('stands before all else on the card of those who are out, without saying its reference twice', () => {
    const seen = { status: 'holding with a child', alarms: alarms.slice(0, 1) } as const;
    const said = texts(visitCard(drawing({ ...seen, visitors: out, verbs: [] })));
    expect(said.slice(1, 4)).toEqual([
      'Holding with a child',
      'Overdue',
      words.visitor.holdingInside,
    ]);
  });

  it('shrinks to one line once it is stood down', () => {
    const card = alarmCard(drawing({ alarms: alarms.slice(2), verbs: [] }), 'a1');
    expect(texts(card)).toEqual(['Overdue, HV-2026-0042: stood down.']);
  });
});
