/** The Policies list: every version is written there, and brought back from there where the diary was lost. What was changed by hand is not followed. */
import { nameOf, type Roster } from '../people/staff.ts';
import { inForceFrom, openRoles, type PolicyVersion } from '../policy/version.ts';
import { AlreadyWritten, type Book, BookClosed, type Columns } from '../register/book.ts';
import { type Instant, instant, minutesAfter, personId, schoolDate } from '../vocabulary.ts';
import { wordsFor } from '../words/words.ts';
import type { DiaryRecord } from './diary.ts';
import {
  keptReadings,
  keptVersions,
  policyKey,
  putReading,
  putVersion,
  type Reading,
  readingCalled,
  readingKey,
  readingsPart,
  versionShape,
} from './policy-kept.ts';
import type { World } from './ports.ts';

const stateOf = (version: PolicyVersion): 'withdrawn' | 'proposed' | 'signed' => {
  if (version.withdrawn !== undefined) return 'withdrawn';
  return openRoles(version).length > 0 ? 'proposed' : 'signed';
};

const versionColumns = (version: PolicyVersion, world: World, roster: Roster): Columns => {
  const words = wordsFor('en-GB').policyPage.list;
  const { settings, proposedBy, proposedAt, signatures, withdrawn, ...rest } = version;
  const text = JSON.stringify(settings);
  const record = JSON.stringify({ ...rest, proposedBy, proposedAt, signatures, withdrawn });
  const acts = [
    words.proposed(nameOf(roster, proposedBy), schoolDate(proposedAt)),
    ...signatures.map(({ by, at }) => words.signed(nameOf(roster, by), schoolDate(at))),
  ];
  const title = settings['title'];
  return {
    Title: typeof title === 'string' ? title : version.pack,
    PolicyKey: policyKey(version.pack, version.version),
    Version: version.version,
    Status: words.states[stateOf(version)],
    InForceFrom: inForceFrom(version) ?? '',
    Settings: text,
    SignOffs: `${acts.join('\n')}\n\n${record}`,
    Seal: world.keys.hmac(`policy ${text} ${record}`),
  };
};

/** Undefined where it is not as the app wrote it. */
const versionIn = (columns: Columns, world: World): PolicyVersion | undefined => {
  const settings = String(columns['Settings'] ?? '');
  const record =
    String(columns['SignOffs'] ?? '')
      .split('\n\n')
      .at(-1) ?? '';
  if (columns['Seal'] !== world.keys.hmac(`policy ${settings} ${record}`)) return undefined;
  const read = versionShape.safeParse({ ...JSON.parse(record), settings: JSON.parse(settings) });
  return read.success ? read.data : undefined;
};

/** Brings the list up to what the diary holds. What cannot be written now is written later. */
export const filePolicy = async (world: World, record: DiaryRecord): Promise<void> => {
  const id = record.id.slice('file '.length);
  try {
    if (record.partition === readingsPart) await fileReading(world, id);
    else await fileVersion(world, id);
  } catch (error) {
    if (!(error instanceof BookClosed)) throw error;
    await putOff(world, record);
    return;
  }
  const { school, partition, kind, version } = record;
  await world.diary.commit([
    { remove: { school, partition, kind, id: record.id }, expects: version },
  ]);
};

const putOff = async (world: World, record: DiaryRecord): Promise<void> => {
  const { school, partition, kind, id, value, version } = record;
  const due = minutesAfter(world.now(), 1);
  const put = { school, partition, kind, id };
  await world.diary.commit([{ put, value, due, lane: 'ordinary', expects: version }]);
};

const fileVersion = async (world: World, id: string): Promise<void> => {
  const [pack = ''] = id.split(' ');
  const found = (await keptVersions(world, pack)).find(
    ({ version }) => policyKey(version.pack, version.version) === id,
  );
  if (found === undefined) return;
  await writeOver(
    world.books.policies,
    id,
    versionColumns(found.version, world, await world.roster()),
  );
};

const writeOver = async (book: Book, key: string, columns: Columns): Promise<void> => {
  const there = await book.find(key, 'background');
  if (there !== undefined) return void (await book.update(there.place, columns, 'background'));
  await createOnce(book, key, columns);
};

const createOnce = async (book: Book, key: string, columns: Columns): Promise<void> => {
  try {
    await book.create(key, columns, 'background');
  } catch (error) {
    if (!(error instanceof AlreadyWritten)) throw error;
  }
};

const fileReading = async (world: World, id: string): Promise<void> => {
  const reading = await readingCalled(world, id);
  if (reading === undefined) return;
  const name = nameOf(await world.roster(), reading.person);
  await createOnce(world.books.policyReadings, id, readingColumns(reading, name));
};

/** A line of the list of who read what. */
export const readingColumns = (reading: Reading, name: string): Columns => ({
  Title: name,
  ReadingKey: readingKey(reading),
  Pack: reading.pack,
  Version: reading.version,
  PersonId: reading.person,
  ReadAt: reading.at,
});

/** Brings back what the diary does not know, and says of a version changed by hand that it is not followed. Throws BookClosed. */
export const refreshPolicies = async (world: World): Promise<void> => {
  await refreshVersions(world);
  await refreshReadings(world);
};

const refreshVersions = async (world: World): Promise<void> => {
  const { pack } = await world.firstPolicy();
  const known = await keptVersions(world, pack);
  const { items } = await world.books.policies.changes(undefined);
  for (const { columns } of items) {
    const key = String(columns['PolicyKey'] ?? '');
    const ours = known.find(({ version }) => policyKey(version.pack, version.version) === key);
    const listed = versionIn(columns, world);
    if (listed === undefined) await reportForeign(world, key, ours);
    else if (ours === undefined) await world.diary.commit(putVersion(world, listed, 'absent'));
  }
};

/** The app's own writing is put back over it. */
const reportForeign = async (
  world: World,
  key: string,
  ours: { readonly version: PolicyVersion; readonly revision: number } | undefined,
): Promise<void> => {
  world.report(
    new Error(`The version “${key}” in the Policies list was changed by hand; it is not followed.`),
  );
  if (ours !== undefined) await world.diary.commit(putVersion(world, ours.version, ours.revision));
};

const refreshReadings = async (world: World): Promise<void> => {
  const known = new Set((await keptReadings(world)).map(readingKey));
  const { items } = await world.books.policyReadings.changes(undefined);
  for (const { columns } of items) {
    const reading = readingIn(columns);
    if (reading !== undefined && !known.has(readingKey(reading)))
      await world.diary.commit(putReading(world, reading, { known: true }));
  }
};

const readingIn = (columns: Columns): Reading | undefined => {
  const text = (name: string) => String(columns[name] ?? '').trim();
  const at = momentIn(text('ReadAt'));
  if (text('Pack') === '' || text('Version') === '' || text('PersonId') === '') return undefined;
  if (at === undefined) return undefined;
  return { pack: text('Pack'), version: text('Version'), person: personId(text('PersonId')), at };
};

const momentIn = (text: string): Instant | undefined => {
  try {
    return instant(text);
  } catch {
    return undefined;
  }
};
