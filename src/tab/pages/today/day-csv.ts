/** The office's day as a file for a spreadsheet: what the table shows, with the times in full. */
import type { SeenVisit } from '../../../journeys/seen.ts';
import { schoolTime } from '../../../vocabulary.ts';
import { csvOf } from '../../../weekly-list/cells.ts';
import { words } from '../../words.ts';
import { namesIn } from './day.ts';

const { csv } = words.today;

const lineOf = (visit: SeenVisit): readonly string[] => [
  visit.reference,
  namesIn(visit.visitors),
  visit.address,
  visit.status,
  schoolTime(visit.start),
  schoolTime(visit.dueBack),
  visit.lastHeard === undefined ? '' : schoolTime(visit.lastHeard),
  visit.decided ?? '',
];

/** What a person typed comes back as it was typed, and no spreadsheet reckons with it. */
export const dayCsv = (visits: readonly SeenVisit[]): string =>
  csvOf([Object.values(csv.columns), ...visits.map(lineOf)]);
