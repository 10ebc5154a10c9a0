/** A silent alarm goes into the list of incidents, which those on the visit cannot open. */
import { z } from 'zod';
import { duressAfter } from '../duress/duress.ts';
import { nameOf, namesOf } from '../people/staff.ts';
import { AlreadyWritten, BookClash, BookClosed, type Columns } from '../register/book.ts';
import { minutesAfter } from '../vocabulary.ts';
import type { DiaryRecord } from './diary.ts';
import { openDuress, visitOfDuress } from './duress.ts';
import { duressShape, type KeptDuress } from './duress-shape.ts';
import { openPage, visitOn } from './page.ts';
import type { World } from './ports.ts';

export const fileDuress = async (world: World, record: DiaryRecord): Promise<void> => {
  const { school, partition, kind, id, version } = record;
  const key = { school, partition, kind, id };
  try {
    await write(world, partition);
    await world.diary.commit([{ remove: key, expects: version }]);
  } catch (error) {
    if (!(error instanceof BookClosed || error instanceof BookClash)) throw error;
    const due = minutesAfter(world.now(), 1);
    await world.diary.commit([{ put: key, value: {}, due, lane: 'ordinary', expects: version }]);
  }
};

/** Sealed, so that nobody reads it or makes one up; of the tellings the last is enough, so that it never outgrows its column. */
const historyFor = (world: World, about: string, { events }: KeptDuress): string => {
  const last = events.findLastIndex(({ type }) => type === 'duress-climbed');
  const told = events.filter(({ type }, index) => type !== 'duress-climbed' || index === last);
  return world.keys.seal(JSON.stringify({ about, kept: { events: told } }));
};

const historyShape = z.object({ about: z.string(), kept: duressShape });

/** What an item's history says; undefined where it is none of ours. */
export const duressFrom = (world: World, sealed: string) => {
  const text = world.keys.open(sealed);
  if (text === undefined) return undefined;
  const { data } = historyShape.safeParse(JSON.parse(text));
  return data;
};

const write = async (world: World, partition: string): Promise<void> => {
  const about = visitOfDuress(partition);
  const { kept } = await openDuress(world, about);
  const duress = duressAfter(kept.events);
  if (duress.status === 'none') return;
  const roster = await world.roster();
  const visit = visitOn((await openPage(world, about)).page);
  const columns: Columns = {
    Title: duress.reference,
    IncidentKey: duress.reference,
    Kind: 'code word',
    Visit: visit.status === 'unsubmitted' ? '' : visit.reference,
    People: namesOf(roster, duress.people),
    Since: duress.since,
    Heard: duress.heard,
    HeldBy: duress.holder === undefined ? '' : nameOf(roster, duress.holder),
    EndedBy: duress.endedBy === undefined ? '' : nameOf(roster, duress.endedBy),
    EndedAt: duress.endedAt ?? '',
    Watch: duress.status === 'open' ? 'yes' : '',
    History: historyFor(world, about, kept),
  };
  const { incidents } = world.books;
  try {
    await incidents.create(duress.reference, columns, 'background');
  } catch (error) {
    if (!(error instanceof AlreadyWritten)) throw error;
    const found = await incidents.find(duress.reference, 'background');
    if (found === undefined) throw new BookClash('An incident is there that cannot be found yet.');
    await incidents.update(found.place, columns, 'background');
  }
};
