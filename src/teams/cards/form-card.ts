import type { BeforeAsking } from '../../journeys/homes-seen.ts';
import type { SeenColleague, SeenPerson } from '../../journeys/seen.ts';
import { remindersAt } from '../../policy/citation.ts';
import { classesInWords } from '../../policy/classes-in-words.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Briefing } from '../../visits/briefing.ts';
import type { Refusal } from '../../vocabulary.ts';
import type { Words } from '../../words/words.ts';
import type { Inputs } from '../house.ts';
import { briefingElements } from './briefing.ts';
import { fieldsOf, foldedFields, type Place } from './form-card-fields.ts';
import { hazardElements } from './hazard-fields.ts';
import { generalElements, homeElements } from './known.ts';
import {
  type Card,
  type Choice,
  card,
  complaint,
  dateInput,
  type Element,
  execute,
  heading,
  longInput,
  lookUp,
  openChoice,
  pickOne,
  subtle,
  text,
  textInput,
  timeInput,
  title,
  toggleInput,
} from './parts.ts';
import { refusalText } from './refusal.ts';

/** What the form needs to know; `values` is what stands in it, by input id. */
export type FormFacts = {
  /** What is looked at before sending. */
  readonly before?: BeforeAsking;
  readonly verb: 'submit' | 'edit';
  readonly data: Element;
  /** Set where the visit is there already. */
  readonly reference?: string;
  readonly values: Inputs;
  readonly refusals: readonly Refusal[];
  readonly policy: Policy;
  readonly colleagues: readonly SeenColleague[];
  /** Those on record that will do. */
  readonly cars?: readonly string[];
  /** Set where somebody had it looked over before sending: what the policy says of it as it stands. */
  readonly says?: readonly string[];
  /** What stands above the form. */
  readonly above?: readonly Element[];
  readonly words: Words['cards'];
};

/** A refusal about the people stands where people choose them. */
const standsFor: Readonly<Record<string, string>> = { visitors: 'companion', start: 'startTime' };

const placed = (
  refusals: readonly Refusal[],
  shown: Set<Refusal>,
  words: Words['cards'],
): Place => {
  return (ids, ...inputs) => {
    const mine = refusals.filter(({ field }) => {
      const name = field === undefined ? undefined : (standsFor[field] ?? field);
      return name !== undefined && [ids].flat().includes(name);
    });
    for (const refusal of mine) shown.add(refusal);
    return [...inputs, ...mine.map((refusal) => complaint(refusalText(refusal, words)))];
  };
};

const choices = (named: Readonly<Record<string, string>>, ids: readonly string[]) =>
  ids.map((value): Choice => ({ title: named[value] ?? value, value }));

const people = (colleagues: readonly SeenPerson[]): readonly Choice[] =>
  colleagues.map(({ id, name }) => ({ title: name, value: id }));

/** Asked only where the address resembles a known one. */
const anotherHome = (
  values: FormFacts['values'],
  refusals: FormFacts['refusals'],
  title: string,
): readonly Element[] =>
  refusals.some(({ rule }) => rule === 'homes/same-as') || values['anotherHome'] === 'yes'
    ? [toggleInput('anotherHome', title, values)]
    : [];

/** Everything a field needs to be drawn. */
const fieldFacts = (facts: FormFacts) => ({ ...facts, known: people(facts.colleagues) });

const whoGroup = (facts: FormFacts, at: Place): readonly Element[] => {
  const { values, refusals, words } = facts;
  const { form } = words;
  return [
    heading(form.groups.who),
    ...at('pupil', textInput('pupil', form.pupil, values)),
    ...at('yearGroup', textInput('yearGroup', form.yearGroup, values)),
    ...at('parent', textInput('parent', form.parent, values)),
    ...at('parentPhone', textInput('parentPhone', form.parentPhone, values, { style: 'Tel' })),
    ...at('address', textInput('address', form.address, values)),
    ...anotherHome(values, refusals, form.anotherHome),
    ...at('homeSeen', ...homeElements({ before: facts.before, values })),
    ...fieldsOf('who', fieldFacts(facts), at),
  ];
};

/** What the chosen kind of visit goes without, and what it needs. */
const classNote = ({ values, policy }: FormFacts): readonly Element[] =>
  classesInWords(policy)
    .filter(({ id }) => id === (values['class'] || 'procedural'))
    .map(({ says, clause }) => subtle(clause === '' ? says : `${says} (${clause})`));

/** What the policy advises whoever asks for this. */
const purposeHint = ({ values, policy }: FormFacts): readonly Element[] => {
  const hint = policy.purposes.find(({ id }) => id === values['purpose'])?.hint;
  return hint === undefined ? [] : [subtle(hint)];
};

const whyGroup = (facts: FormFacts, at: Place): readonly Element[] => {
  const { values, policy, words } = facts;
  const { form } = words;
  const kinds = classesInWords(policy).map(
    ({ id, label }): Choice => ({ title: label, value: id }),
  );
  return [
    heading(form.groups.why),
    ...at('class', pickOne('class', form.class, kinds, values)),
    ...classNote(facts),
    ...at(
      'purpose',
      pickOne(
        'purpose',
        form.purpose,
        policy.purposes.map(({ id, label }) => ({ title: label, value: id })),
        values,
      ),
    ),
    ...purposeHint(facts),
    ...at('purposeNote', textInput('purposeNote', form.purposeNote, values)),
    ...at('sensitive', toggleInput('sensitive', form.sensitive, values)),
    ...at('whyNotInSchool', longInput('whyNotInSchool', form.whyNotInSchool, values)),
    ...fieldsOf('why', fieldFacts(facts), at),
  ];
};

const whenGroup = (facts: FormFacts, at: Place): readonly Element[] => {
  const { values, words } = facts;
  const { form } = words;
  return [
    heading(form.groups.when),
    ...at(
      'appointment',
      openChoice(
        'appointment',
        form.appointment,
        choices(form.appointments, ['phone', 'letter', 'none']),
        values,
      ),
    ),
    ...at('appointmentNote', textInput('appointmentNote', form.appointmentNote, values)),
    ...at('date', dateInput('date', form.date, values)),
    ...at('startTime', timeInput('startTime', form.startTime, values)),
    ...at(['dueBackTime', 'dueBack'], timeInput('dueBackTime', form.dueBackTime, values)),
    ...fieldsOf('when', fieldFacts(facts), at),
  ];
};

/** A car on record is one tap; anything else is typed. */
const travelInputs = ({ values, cars = [], words: { form } }: FormFacts, at: Place) => {
  if (cars.length === 0) return at('transport', textInput('transport', form.transport, values));
  const known = cars.map((car): Choice => ({ title: car, value: car }));
  return [
    pickOne('car', form.car, [{ title: form.noCar, value: '' }, ...known], values),
    ...at('transport', textInput('transport', form.otherTransport, values)),
  ];
};

const goingGroup = (facts: FormFacts, at: Place): readonly Element[] => {
  const { values, colleagues, words } = facts;
  const { form } = words;
  const known = people(colleagues.filter(({ against }) => against === undefined));
  const person = (id: 'lead' | 'companion') =>
    lookUp({ id, label: form[id], dataset: 'visitors' }, known, values);
  return [
    heading(form.groups.going),
    ...at('lead', person('lead')),
    ...at('companion', person('companion')),
    ...fieldsOf('going', fieldFacts(facts), at),
    ...travelInputs(facts, at),
  ];
};

const riskGroup = (facts: FormFacts, at: Place): readonly Element[] => {
  const { values, policy, words } = facts;
  const { form } = words;
  const yesNo: readonly Choice[] = [
    { title: words.yes, value: 'yes' },
    { title: words.no, value: 'no' },
  ];
  return [
    heading(form.groups.risk),
    subtle(form.riskNote),
    ...policy.risk.questions.flatMap(({ id, ask, then }) => [
      ...at(id, openChoice(id, ask, yesNo, values)),
      ...(then === 'action'
        ? at(`${id}Action`, textInput(`${id}Action`, form.action, values))
        : []),
    ]),
    ...at(
      'level',
      openChoice('level', form.level, choices(form.levels, ['low', 'medium', 'high']), values),
    ),
    ...hazardElements(facts, at),
    ...fieldsOf('risk', fieldFacts(facts), at),
    ...at('generalRead', ...generalElements({ before: facts.before, values })),
  ];
};

const askingLines = ({ briefing }: Policy): readonly Briefing[] => {
  const lines = remindersAt(briefing, 'asking');
  return lines.length === 0 ? [] : [{ moment: 'asking', open: true, lines }];
};

/** What the policy says of it as it stands, where somebody asked before sending. */
const lookedOver = ({ says = [], refusals, words: { form } }: FormFacts): readonly Element[] =>
  says.length === 0
    ? []
    : [
        ...(refusals.length > 0
          ? []
          : [text(form.nothingAgainst, { color: 'Good', weight: 'Bolder' })]),
        ...says.map(subtle),
      ];

/** The whole form. What is missing or refused stands beside its field, all at once; what has no field stands first. */
export const formCard = (facts: FormFacts): Card => {
  const { words, refusals, verb, reference } = facts;
  const shown = new Set<Refusal>();
  const at = placed(refusals, shown, words);
  const groups = [whoGroup, whyGroup, whenGroup, goingGroup, riskGroup].flatMap((group) => [
    ...group(facts, at),
  ]);
  const rest = refusals.filter((refusal) => !shown.has(refusal));
  const { form } = words;
  return card(
    [
      title(reference === undefined ? form.title : form.titleEdit(reference)),
      ...(facts.above ?? []),
      ...briefingElements(askingLines(facts.policy), words),
      ...(refusals.length > 0 ? [complaint(form.wrong)] : []),
      ...rest.map((refusal) => complaint(refusalText(refusal, words))),
      ...lookedOver(facts),
      ...groups,
      ...foldedFields(fieldFacts(facts)),
    ],
    [
      execute({
        verb,
        title: verb === 'submit' ? form.send : form.sendEdit,
        style: 'positive',
        data: facts.data,
      }),
      execute({
        verb: 'check-form',
        title: form.check,
        data: { ...facts.data, sends: verb },
        tooltip: form.checkNote,
      }),
    ],
  );
};
