/**
 * @jest-environment jsdom
 */
/** Whatever people type stands in list, history, card and message exactly as they typed it, or is refused politely. */
import { AdaptiveCard, SerializationContext, Versions } from 'adaptivecards';
import MarkdownIt from 'markdown-it';
import { seenBy } from '../../src/journeys/see.ts';
import type { Sight } from '../../src/journeys/see-people.ts';
import type { StaffMember } from '../../src/people/staff.ts';
import { oneLine, visitColumns } from '../../src/register/columns.ts';
import { restrictedEventShape } from '../../src/register/restricted-event-shape.ts';
import { visitEventShape } from '../../src/register/visit-event-shape.ts';
import { assessmentAfter } from '../../src/risk-assessment/evolve.ts';
import { formCard } from '../../src/teams/cards/form-card.ts';
import { refusalCard } from '../../src/teams/cards/hello-card.ts';
import type { Card } from '../../src/teams/cards/parts.ts';
import { visitCard } from '../../src/teams/cards/visit-card.ts';
import { withLeadAndCompanion } from '../../src/teams/forms.ts';
import { textActivity } from '../../src/teams/message.ts';
import { visitAfter } from '../../src/visits/evolve.ts';
import { formInputsOf, readForm } from '../../src/visits/form.ts';
import type { VisitForm } from '../../src/visits/proposal.ts';
import { readCommand } from '../../src/visits/read-command.ts';
import { commandId, visitId } from '../../src/vocabulary.ts';
import { wordsFor } from '../../src/words/words.ts';
import { at, jo, okafor, pat, policy, rao, roster, sam } from '../builders/cast.ts';
import { asKept, nastyTexts, unkeepableTexts } from '../builders/nasty-texts.ts';
import { adopted, after, asked, decideIn, form, knownOf } from '../builders/visits.ts';
import { fc, runs } from '../support/properties.ts';

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = new MarkdownIt({ html: false, breaks: true }).render(text);
  result.didProcess = true;
};

const given = { policy, roster };
const sight: Sight = given;
const { cards, form: formWords } = wordsFor('en-GB');

/** Every field that takes words, and how many it takes. */
const textFields: Readonly<Record<string, number>> = {
  ...{ pupil: 255, yearGroup: 255, parent: 255, parentPhone: 255, address: 255 },
  ...{ purposeNote: 2000, people: 2000, whyNotInSchool: 2000, language: 255, staffing: 2000 },
  ...{ appointmentNote: 2000, transport: 255, aloneReason: 2000, visitorRoles: 2000 },
  ...{ eveningReason: 2000, refusedLeave: 2000, companions: 2000, documents: 255 },
  ...{ confirmedBy: 255, reminder: 255, q1Action: 2000 },
};
const names = Object.keys(textFields);

const risky = {
  answers: { ...form().risk.answers, q1: 'yes' },
  actions: {},
  level: 'medium',
} as const;
/** With its field's name behind it, so that each is looked for in its own place. */
const marked = (text: string, name: string): string => `${text} ‹${name}›`;

const typed = (text: string) => ({
  ...formInputsOf(form({}, risky)),
  ...Object.fromEntries(names.map((name) => [name, marked(text, name)])),
});
const readOf = (text: string): VisitForm => {
  const read = readForm(typed(text), given);
  if (read.kind === 'read') return read.form;
  throw new Error(JSON.stringify(read.refusals));
};
const saidIn = ({ proposal, risk }: VisitForm, name: string): unknown =>
  name === 'q1Action'
    ? risk.actions.q1
    : Object.entries(proposal).find(([key]) => key === name)?.[1];

const squeezed = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** What a card shows, drawn by the real renderer. */
const shown = (content: Card): string => {
  const context = new SerializationContext(Versions.v1_5);
  const drawn = new AdaptiveCard();
  drawn.parse(JSON.parse(JSON.stringify(content)), context);
  const element = drawn.render();
  for (const link of element?.querySelectorAll('p + p, br, li') ?? []) link.before(' ');
  expect(
    element?.querySelectorAll('a[href], strong, em, h1, h2, ul, ol, code, img, script'),
  ).toHaveLength(0);
  return squeezed(element?.textContent ?? '');
};

/** Everything Teams might work out: text that is drawn, not what stands in an input. */
const drawnTexts = (node: unknown): readonly string[] => {
  if (Array.isArray(node)) return node.flatMap(drawnTexts);
  if (typeof node !== 'object' || node === null) return [];
  const { type, text, facts } = Object(node);
  return [
    ...(type === 'TextBlock' ? [String(text)] : []),
    ...(type === 'FactSet' ? facts.map(({ value }: { value: string }) => value) : []),
    ...Object.values(node).flatMap(drawnTexts),
  ];
};

const asVisit = (text: string) => {
  const { proposal, risk } = readOf(text);
  return after(asked(proposal, risk), adopted('09:30'));
};

const cardOf = (text: string, person: StaffMember): Card => {
  const sofar = asVisit(text);
  const events = sofar.map(({ event }) => event);
  const assessment = assessmentAfter(sofar.flatMap(({ restricted }) => restricted ?? []));
  const view = {
    id: visitId('v'),
    visit: knownOf(sofar),
    events,
    assessment,
    filed: true,
    held: [],
  };
  const seen = seenBy(view, person, sight);
  if (seen === undefined) throw new Error('nothing to see');
  const drawing = { seen, viewer: person.id, now: at('13:00'), words: cards, details: true };
  return visitCard({ ...drawing, newId: () => 'c', link: (page) => `https://x/${page}` });
};

const openToAll = ['address'];
const inDetails = names.filter((name) => !['transport', 'q1Action'].includes(name));
const readers = [
  ['who asked and goes', sam, inDetails],
  ['who goes', jo, inDetails],
  ['who decides', okafor, [...inDetails, 'q1Action']],
  ['the office', pat, openToAll],
  ['safeguarding', rao, openToAll],
] as const;

const expectKept = (text: string): void => {
  const sofar = asVisit(text);
  const kept = (name: string) => oneLine(asKept(marked(text, name)));
  const [submitted] = sofar;
  const event: unknown = JSON.parse(JSON.stringify(submitted?.event));
  const restricted: unknown = JSON.parse(JSON.stringify(submitted?.restricted));
  const { proposal } = Object(visitEventShape.parse(event));
  const { answers } = Object(restrictedEventShape.parse(restricted));
  for (const name of names)
    expect([name, saidIn({ proposal, risk: answers }, name)]).toEqual([
      name,
      asKept(marked(text, name)),
    ]);
  const visit = knownOf(sofar);
  const columns = visitColumns({ id: visitId('v'), visit, history: '', told: 0 }, given);
  expect([columns['Pupil'], columns['Address']]).toEqual([kept('pupil'), kept('address')]);
};

const expectShown = (text: string): void => {
  for (const [, person, fields] of readers) {
    const card = cardOf(text, person);
    const all = shown(card);
    for (const name of fields)
      expect([person.id, name, all.includes(squeezed(asKept(marked(text, name))))]).toEqual([
        person.id,
        name,
        true,
      ]);
    expect(drawnTexts(card).join('\n')).not.toMatch(/\{\{|\$\{/u);
  }
};

const keepable = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 80 })
  .filter((text) => asKept(text) !== '' && !text.includes('\u0000'));

describe('what people type into the form', () => {
  it.each(nastyTexts)('is kept as typed: %j', expectKept);
  it.each(nastyTexts)('is drawn as typed on everybody’s card: %j', expectShown);

  it('is kept and drawn as typed, whatever it is', () => {
    fc.assert(
      fc.property(keepable, (text) => {
        expectKept(text);
        expectShown(text);
      }),
      { numRuns: runs(5) },
    );
  });

  it.each(nastyTexts)('stands in the form again as it was typed: %j', (text) => {
    const values = withLeadAndCompanion(formInputsOf(readOf(text)));
    const card = formCard({
      ...given,
      verb: 'edit',
      data: {},
      values,
      refusals: [],
      colleagues: [],
      words: cards,
    });
    const inputs = JSON.stringify(card);
    for (const name of names)
      expect([
        name,
        inputs.includes(`"value":${JSON.stringify(asKept(marked(text, name)))}`),
      ]).toEqual([name, true]);
  });

  it.each(names)(
    'is refused where %s is 300 letters too long, with its name and how many fit',
    (name) => {
      const limit = textFields[name] ?? 0;
      const read = readForm({ ...typed('words'), [name]: 'ŵ'.repeat(limit + 300) }, given);
      const refusals = read.kind === 'unclear' ? read.refusals : [];
      expect(refusals).toHaveLength(1);
      expect(refusals).toMatchObject([{ field: name, rule: 'input/too-long' }]);
      const called = name === 'q1Action' ? '' : formWords.fields[name];
      expect(refusals[0]?.because).toContain(`${called}`);
      expect(refusals[0]?.because).toContain(String(limit));
    },
  );

  it.each(unkeepableTexts)(
    'is refused by the name of its field where no list holds it: %j',
    (text) => {
      for (const name of names)
        expect(readForm({ ...typed('words'), [name]: text }, given)).toMatchObject({
          kind: 'unclear',
          refusals: [{ field: name, rule: 'input/unkeepable' }],
        });
    },
  );

  it('is shown as typed in a reason why not, too', () => {
    for (const text of nastyTexts) {
      const read = readForm({ ...typed('words'), contactAttempts: text }, given);
      const refusals = read.kind === 'unclear' ? read.refusals : [];
      const [line = ''] = asKept(text).split('\n');
      const card = refusalCard({ verb: 'submit', refusals, inputs: {} }, cards);
      expect(shown(card)).toContain(squeezed(line));
    }
  });
});

/** The words that go with a press, each under the name of its input. */
const words = [
  ['approve', 'note', okafor, 'approved'],
  ['decline', 'reason', okafor, 'declined'],
  ['ask-for-changes', 'what', okafor, 'changes-asked'],
] as const;

describe.each(words)('what is written with “%s”', (verb, field, person, type) => {
  const press = (text: string) => {
    const sofar = after(asked(), adopted('09:30'));
    const visit = visitAfter(sofar.map(({ event }) => event));
    const content = knownOf(sofar).content;
    const read = readCommand(
      verb,
      { [field]: text, content },
      {
        ...given,
        id: commandId('c'),
        by: person.id,
        via: 'chat',
        now: at('10:00'),
        visit,
        seal: (said) => said,
      },
    );
    return { sofar, read };
  };

  it.each(nastyTexts)('is kept and told as written: %j', (text) => {
    const { sofar, read } = press(text);
    if (read.kind === 'unclear') throw new Error(JSON.stringify(read.refusals));
    const decision = decideIn(sofar, { by: person.id, ask: read.command, now: at('10:00') });
    if (decision.kind === 'refused') throw new Error(JSON.stringify(decision.refusals));
    const [happening] = decision.events;
    expect(happening?.event).toMatchObject({ type, [field]: asKept(text) });
    expect(textActivity(asKept(text))).toMatchObject({ text: asKept(text), textFormat: 'plain' });
  });

  it('is refused politely where it is too long, or cannot be kept', () => {
    for (const [text, rule] of [
      ['x'.repeat(2300), 'input/too-long'],
      ...unkeepableTexts.map((one) => [one, 'input/unkeepable'] as const),
    ] as const) {
      const { read } = press(text);
      expect(read).toMatchObject({ kind: 'unclear', refusals: [{ field, rule }] });
    }
  });
});
