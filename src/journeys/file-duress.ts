/** A silent alarm goes into the list of incidents, which those on the visit cannot open. */
import { duressAfter } from '../duress/duress.ts';
import { nameOf, namesOf } from '../people/staff.ts';
import { AlreadyWritten, BookClash, BookClosed, type Columns } from '../register/book.ts';
import { minutesAfter } from '../vocabulary.ts';
import type { DiaryRecord } from './diary.ts';
import { openDuress, visitOfDuress } from './duress.ts';
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
