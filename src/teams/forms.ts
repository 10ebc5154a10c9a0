/** The forms a person fills in: which is drawn, with what in it, and what is read out of it. */
import { may } from '../people/access.ts';
import { minutesAfter, type Refusal, schoolDay, wallTime } from '../vocabulary.ts';
import { concernForm } from './cards/concern-card.ts';
import { familyElements } from './cards/families.ts';
import { formCard } from './cards/form-card.ts';
import { refusalCard } from './cards/hello-card.ts';
import type { Card, Element } from './cards/parts.ts';
import type { Family, Inputs } from './house.ts';
import { refusalFor, type Turn } from './turn.ts';

const halfHour = 30;

/** The next half-hour, with a little time to get a decision; back an hour later. */
const usualTimes = (turn: Turn): Inputs => {
  const soon = minutesAfter(turn.house.now(), halfHour);
  const minute = Number(wallTime(soon).slice(3));
  const start = minutesAfter(soon, (halfHour - (minute % halfHour)) % halfHour);
  return {
    date: schoolDay(start),
    startTime: wallTime(start),
    dueBackTime: wallTime(minutesAfter(start, 2 * halfHour)),
  };
};

/** What is usually right, under what is known of the family. Risk answers are never filled in for anybody. */
const usual = async (turn: Turn, family: Family | undefined): Promise<Inputs> => {
  const policy = await turn.house.policy();
  const goes = may('depart', turn.person, ['visitor']) && !turn.person.roles.includes('office');
  const known = Object.entries(family?.form ?? {}).filter(
    ([id, value]) => value !== '' && !/^(q\d|level)/.test(id),
  );
  return {
    class: policy.visitClasses[0] ?? 'procedural',
    ...(policy.purposes[0] && { purpose: policy.purposes[0].id }),
    appointment: 'phone',
    ...usualTimes(turn),
    ...(goes && { lead: turn.person.id }),
    ...(family?.companion && { companion: family.companion.id }),
    ...Object.fromEntries(known),
  };
};

type Asked = {
  readonly verb: 'submit' | 'edit';
  readonly data: Element;
  readonly values: Inputs;
  readonly refusals: readonly Refusal[];
  readonly says?: readonly string[];
  readonly reference?: string;
  readonly above?: readonly Element[];
};

/** Offered before a letter is typed: a card stays under what Teams takes. */
const atOnce = 15;

/** A visit that is there is drawn by its own version of the policy, as it is decided. */
export const drawForm = async (turn: Turn, asked: Asked): Promise<Card> => {
  const { house, words, person } = turn;
  const { visit } = asked.data;
  const there = typeof visit === 'string' && visit !== '' ? visit : undefined;
  const [policy, colleagues, cars, before] = await Promise.all([
    house.formPolicy(there, person.id),
    house.colleagues('', person.id, there),
    house.cars(person.id),
    house.beforeAsking(asked.values['address'] ?? '', person.id),
  ]);
  const self = { id: person.id, name: person.name };
  return formCard({
    ...asked,
    policy,
    before,
    colleagues: [self, ...colleagues.filter(({ id }) => id !== self.id)].slice(0, atOnce),
    cars: cars.slice(0, atOnce),
    words: words.cards,
  });
};

/** A fresh form about a family the school knows; without one, an empty form under the families it might be about. */
export const newForm = async (turn: Turn, familyKey: string): Promise<Card> => {
  const { house, person, words } = turn;
  const family = familyKey === '' ? undefined : await house.family(familyKey, person.id);
  const families = family === undefined ? await house.families('', person.id) : [];
  return drawForm(turn, {
    verb: 'submit',
    data: { command: house.newId() },
    values: await usual(turn, family),
    refusals: [],
    above: familyElements(families, words.cards),
  });
};

export const askForVisit = async (turn: Turn): Promise<Card> => {
  if (may('new-visit', turn.person)) return newForm(turn, '');
  const refusals = await refusalFor(turn, 'new-visit');
  return refusalCard({ verb: 'new-visit', refusals, inputs: {} }, turn.words.cards);
};

/** The form asks for two people one by one; the command wants them as one list, the first leading. */
export const withVisitors = (inputs: Inputs): Inputs => {
  const { lead = '', companion = '', visitors = '', car = '', ...others } = inputs;
  const rest = withCar(others, car);
  const chosen = [...new Set([lead, companion].filter((id) => id !== ''))].join(',');
  const going = visitors === '' ? chosen : visitors;
  return going === '' ? rest : { ...rest, visitors: going };
};

/** A car that was chosen stands with what was typed of the way, once. */
const withCar = (inputs: Inputs, car: string): Inputs => {
  const { transport = '' } = inputs;
  if (car === '' || transport.includes(car)) return inputs;
  return { ...inputs, transport: [car, transport].filter((part) => part !== '').join(', ') };
};

/** The other way round, to fill a form with a visit that is there. */
export const withLeadAndCompanion = (form: Inputs): Inputs => {
  const { visitors = '', ...rest } = form;
  const [lead = '', companion = ''] = visitors.split(',');
  return { ...rest, lead, companion };
};

export const drawConcern = (
  turn: Turn,
  given: {
    readonly values: Inputs;
    readonly refusals: readonly Refusal[];
    readonly inDialog: boolean;
    readonly visit: string | undefined;
  },
): Card => {
  const { visit, ...rest } = given;
  return concernForm({
    ...rest,
    data: { command: turn.house.newId(), ...(visit !== undefined && { visit }) },
    words: turn.words.cards,
  });
};
