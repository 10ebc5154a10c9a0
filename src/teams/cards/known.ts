/** What a person looks at before asking: what is known of the home, and the school's general risk assessment. */
import type { BeforeAsking, SeenHazard } from '../../journeys/homes-seen.ts';
import { atSchool, schoolDate } from '../../vocabulary.ts';
import { type Words, wordsFor } from '../../words/words.ts';
import type { Inputs } from '../house.ts';
import { box, type Element, heading, subtle, text, toggleInput } from './parts.ts';

type Known = { readonly before: BeforeAsking | undefined; readonly values: Inputs };

const words: Words['homes'] = wordsFor('en-GB').homes;

/** `Mon 24 May` of a day without a time. */
const dayText = (day: string): string => {
  const noon = atSchool(day, '12:00');
  return noon === undefined ? day : `${schoolDate(noon)} ${day.slice(0, 4)}`;
};

const hazardText = ({ kind, what, reviewBy }: SeenHazard): string =>
  words.card.hazard(words.kinds[kind], what, dayText(reviewBy));

/** Once its sender has looked, the tick says what they saw; something new asks again. */
const tick = (id: string, title: string, value: string, values: Inputs): Element =>
  toggleInput(id, title, { ...values, [id]: values[id] === value ? value : 'no' }, value);

export const homeElements = ({ before, values }: Known): readonly Element[] => {
  const home = before?.home;
  if (home === undefined) return [];
  const { card } = words;
  return [
    box(home.hazards.length > 0 ? 'warning' : 'emphasis', [
      text(card.title, { weight: 'Bolder' }),
      ...(home.hazards.length === 0
        ? [text(card.noHazards)]
        : home.hazards.map((hazard) => text(hazardText(hazard)))),
      ...(home.animals ? [text(card.askLocally, { weight: 'Bolder' })] : []),
      ...(home.lastCompleted === undefined
        ? []
        : [subtle(card.visited(schoolDate(home.lastCompleted)))]),
      ...home.visits.map(({ reference, start, status }) =>
        subtle(card.visit(schoolDate(start), reference, status)),
      ),
      tick('homeSeen', card.seen, home.shown, values),
    ]),
  ];
};

export const generalElements = ({ before, values }: Known): readonly Element[] => {
  const general = before?.general;
  if (general === undefined) return [];
  const { card } = words;
  const [version, day] = [general.version, schoolDate(general.madeAt)] as const;
  if (general.read || !general.needed) return [subtle(card.general(version, day))];
  return [
    heading(card.general(version, day)),
    text(general.says),
    tick('generalRead', card.generalRead(version, day), String(version), values),
  ];
};
