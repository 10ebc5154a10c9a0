/** The week's list, as one card however long it is: what it comes to, the Highs, and the way to all of it. */
import type { SeenList, SeenRow } from '../../journeys/weekly-seen.ts';
import { atSchool, schoolDate } from '../../vocabulary.ts';
import type { Words } from '../../words/words.ts';
import {
  type Action,
  type Card,
  card,
  type Element,
  execute,
  facts,
  heading,
  openUrl,
  subtle,
  text,
  title,
} from './parts.ts';
import { type Refused, refusalBox } from './refusal.ts';

export type ListDrawing = {
  readonly list: SeenList;
  readonly words: Words;
  readonly newId: () => string;
  readonly link: (page: string) => string;
  readonly note?: string;
  readonly refused?: Refused;
};

/** So many rows are shown whole, and can be signed here; of more, only the Highs are named. */
const mostWhole = 8;
const mostNamed = 6;

const dayText = (day: string): string => {
  const noon = atSchool(day, '12:00');
  return noon === undefined ? day : schoolDate(noon);
};

/** All that the signature binds to. */
const whole = (row: SeenRow, { words }: ListDrawing): Element => {
  const { weeklyList, cards } = words;
  const { columns, card: said } = weeklyList;
  const { visit } = row;
  return {
    type: 'Container',
    separator: true,
    items: [
      text(`${row.number}. ${row.pupil}`, { weight: 'Bolder' }),
      ...(row.state === 'changed' ? [text(said.changed, { color: 'Warning' })] : []),
      facts([
        [columns.address, row.address],
        [columns.parents, row.parents],
        [columns.contacts, row.contacts],
        [columns.attendance, row.attendance],
        [said.visit, visit === undefined ? said.noVisit : visitText(row, visit)],
        [cards.visit.risk, visit === undefined ? '' : said.levels[visit.risk]],
      ]),
    ],
  };
};

const visitText = (_row: SeenRow, visit: NonNullable<SeenRow['visit']>): string =>
  `${dayText(visit.day)} · ${visit.visitors} (${visit.reference})`;

const named = (row: SeenRow, { words }: ListDrawing): Element =>
  subtle(
    [
      row.visit === undefined ? '' : words.weeklyList.card.levels[row.visit.risk],
      row.pupil,
      row.visit === undefined ? '' : `${dayText(row.visit.day)} · ${row.visit.visitors}`,
    ]
      .filter((part) => part !== '')
      .join(' · '),
  );

/** What asks to be looked at first: each High, and what changed since the last signature. */
const first = (drawing: ListDrawing): readonly Element[] => {
  const { list, words } = drawing;
  const said = words.weeklyList.card;
  const highs = list.rows.filter(({ visit }) => visit?.risk === 'high');
  const changed = list.rows.filter(
    ({ state, visit }) =>
      list.verb === 'add-to-list' && state !== 'signed' && visit?.risk !== 'high',
  );
  const some = (rows: readonly SeenRow[], headed: string): readonly Element[] =>
    rows.length === 0
      ? []
      : [
          heading(headed),
          ...rows.slice(0, mostNamed).map((row) => named(row, drawing)),
          ...(rows.length > mostNamed ? [subtle(said.more(rows.length - mostNamed))] : []),
        ];
  return [...some(highs, said.highs(highs.length)), ...some(changed, said.news(changed.length))];
};

const sign = ({ list, words, newId }: ListDrawing): Action =>
  execute({
    verb: list.verb,
    title: words.weeklyList.card.sign[list.verb](list.signable.length),
    style: 'positive',
    alone: true,
    data: {
      list: list.week,
      content: list.content,
      shown: list.signable.join(','),
      command: newId(),
    },
  });

/** Signed here only where every row that would be signed stands on the card. */
const fits = ({ list }: ListDrawing): boolean =>
  list.signable.length > 0 && list.signable.length <= mostWhole;

export const weeklyListCard = (drawing: ListDrawing): Card => {
  const { list, words, link, note, refused } = drawing;
  const said = words.weeklyList.card;
  const inline = fits(drawing);
  const signable = new Set(list.signable);
  const standing =
    list.rows.length === 0 ? said.empty : said.standing(list.rows.length, list.unsigned);
  return card(
    [
      title(said.title(list.number, dayText(list.from), dayText(list.until))),
      ...(note === undefined || note === '' ? [] : [text(note, { color: 'Good' })]),
      ...(refused === undefined ? [] : [refusalBox(refused, {}, words.cards)]),
      text(standing, { weight: 'Bolder' }),
      text(said.counts(list.counts)),
      ...(inline
        ? list.rows.filter(({ number }) => signable.has(number)).map((row) => whole(row, drawing))
        : first(drawing)),
      ...(list.signable.length > mostWhole ? [subtle(said.inTab(list.signable.length))] : []),
      ...(list.maySign ? [subtle(said.clause(list.signers, list.clause))] : []),
    ],
    [...(inline ? [sign(drawing)] : []), openUrl(said.open, link(`list/${list.week}`))],
  );
};
