/** Makes the lists of a fresh tenant and says who works there. Safe to run again: what is there stays as it is. */

import { setTimeout as pause } from 'node:timers/promises';
import { familyKey, homeColumns } from '../homes/home.ts';
import { readingColumns } from '../journeys/policy-book.ts';
import { readingKey } from '../journeys/policy-kept.ts';
import { AlreadyWritten, type Book, type Columns } from '../register/book.ts';
import { hazardColumns } from '../register/hazard-columns.ts';
import { lists } from '../register/lists.ts';
import { standingColumns } from '../register/standing-columns.ts';
import { sharePointBook } from '../sharepoint/book.ts';
import { type GraphClient, graphClient, userAgent } from '../sharepoint/graph.ts';
import { provision } from '../sharepoint/provision.ts';
import { families } from './families.ts';
import { hazardsAtFirst, standingAtFirst } from './homes.ts';
import { readingsAtFirst } from './readings.ts';
import { recordOf, registerLines } from './registers.ts';
import { people, tenant } from './tenant.ts';
import type { Preparation } from './tenant-server.ts';

export const prepare = async ({ graphAddress, graphToken }: Preparation): Promise<void> => {
  const client = graphClient({
    token: async () => graphToken,
    address: graphAddress,
    userAgent: userAgent('0.1.0'),
    timeoutMs: 10_000,
  });
  const report = await provision(client, {
    host: tenant.sharePointHost,
    lists,
    pause: (seconds) => pause(seconds * 1_000),
  });
  if (report.wrong) throw new Error(report.sentences.join('\n'));
  const staff = bookOf(client, 'HomeVisitsRegisters', 'Staff');
  for (const { id, name, roles, mobile } of people)
    await addOnce(staff, id, {
      Title: name,
      Roles: roles.join(', '),
      Mobile: mobile,
      ...recordOf(id),
    });
  await fillRecords(staff);
  for (const { list, key, columns } of registerLines)
    await addOnce(bookOf(client, 'HomeVisitsRegisters', list), key, columns);
  const readings = bookOf(client, 'HomeVisitsRegisters', 'PolicyReadings');
  for (const { reading, name } of readingsAtFirst())
    await addOnce(readings, readingKey(reading), readingColumns(reading, name));
  const homes = bookOf(client, 'Safeguarding', 'Homes');
  for (const family of families) {
    const key = familyKey(family.address, family.pupil);
    await addOnce(homes, key, homeColumns({ key, ...family, lastPurpose: '', lastVisitors: [] }));
  }
  const standing = bookOf(client, 'Safeguarding', 'StandingAssessments');
  for (const assessment of standingAtFirst)
    await addOnce(standing, assessment.key, standingColumns(assessment));
  const hazards = bookOf(client, 'Safeguarding', 'Hazards');
  for (const hazard of hazardsAtFirst) await addOnce(hazards, hazard.key, hazardColumns(hazard));
};

const bookOf = (client: GraphClient, site: string, list: string): Book => {
  const plan = lists.find((each) => each.site === site && each.list === list);
  if (plan === undefined) throw new Error(`No list ${list} is planned in ${site}.`);
  const { key, columns } = plan;
  return sharePointBook(client, {
    site: `${tenant.sharePointHost}/sites/${site}`,
    list,
    key,
    columns,
  });
};

const addOnce = async (book: Book, key: string, columns: Columns): Promise<void> => {
  try {
    await book.create(key, columns, 'background');
  } catch (error) {
    if (!(error instanceof AlreadyWritten)) throw error;
  }
};

/** A staff list from before the school kept this has nothing in these columns yet. */
const fillRecords = async (staff: Book): Promise<void> => {
  for (const { place, columns } of (await staff.changes(undefined)).items) {
    const record = recordOf(String(columns['PersonId']));
    const empty = Object.keys(record).every((column) => (columns[column] ?? '') === '');
    if (empty && Object.keys(record).length > 0) await staff.update(place, record, 'background');
  }
};
