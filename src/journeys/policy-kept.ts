/** The versions of the school's policy and who has read them, as the diary keeps them: nothing here waits for SharePoint. */
import { z } from 'zod';
import type { PolicyVersion } from '../policy/version.ts';
import { instantShape, personShape } from '../register/shapes.ts';
import { type Instant, type PersonId, roles } from '../vocabulary.ts';
import type { Change, DiaryRecord, Key } from './diary.ts';
import type { World } from './ports.ts';
import { unsealed } from './unsealed.ts';

type Kept = Pick<World, 'school' | 'diary' | 'keys'>;

export const versionsPart = 'policy';
export const readingsPart = 'policy-read';

export const policyKey = (pack: string, version: string): string => `${pack} ${version}`;

const signatureShape = z.object({
  by: personShape,
  at: instantShape,
  roles: z.array(z.enum(roles)).readonly(),
  command: z.string(),
});

export const versionShape = z.object({
  pack: z.string().min(1),
  version: z.string().min(1),
  from: z.string(),
  settings: z.record(z.string(), z.unknown()),
  signOffs: z.array(z.enum(roles)).readonly(),
  proposedBy: personShape,
  proposedAt: instantShape,
  command: z.string(),
  signatures: z.array(signatureShape).readonly(),
  withdrawn: z.object({ by: personShape, at: instantShape }).optional(),
});

export type OpenVersion = { readonly version: PolicyVersion; readonly revision: number };

const versionKey = ({ school }: Kept, id: string): Key => ({
  school,
  partition: versionsPart,
  kind: 'kept',
  id: `version ${id}`,
});

/** Every version of one document, oldest first. */
export const keptVersions = async (world: Kept, pack: string): Promise<readonly OpenVersion[]> => {
  const records = await world.diary.readPartition(world.school, versionsPart, 'kept');
  return records
    .filter(({ id }) => id.startsWith(`version ${pack} `))
    .map((record) => ({
      version: unsealed(world, record, versionShape),
      revision: record.version,
    }))
    .toSorted((one, other) => one.version.proposedAt.localeCompare(other.version.proposedAt));
};

/** The version as it now stands, and with it the work of bringing the list up to it. */
export const putVersion = (
  world: World,
  version: PolicyVersion,
  expects: number | 'absent',
): readonly Change[] => [
  {
    put: versionKey(world, policyKey(version.pack, version.version)),
    value: world.keys.seal(JSON.stringify(version)),
    expects,
  },
  fileJob(world, versionsPart, policyKey(version.pack, version.version)),
];

const fileJob = (world: World, partition: string, id: string): Change => ({
  put: { school: world.school, partition, kind: 'job', id: `file ${id}` },
  value: {},
  due: world.now(),
  lane: 'ordinary',
});

export type Reading = {
  readonly pack: string;
  readonly version: string;
  readonly person: PersonId;
  readonly at: Instant;
};

const readingShape = z.object({
  pack: z.string(),
  version: z.string(),
  person: personShape,
  at: instantShape,
});

export const readingKey = ({ pack, version, person }: Omit<Reading, 'at'>): string =>
  `${policyKey(pack, version)} ${person}`;

const readingRecord = ({ school }: Kept, id: string): Key => ({
  school,
  partition: readingsPart,
  kind: 'kept',
  id,
});

/** `known`: the list has it already. */
export const putReading = (
  world: World,
  reading: Reading,
  { known }: { readonly known: boolean },
): readonly Change[] => [
  {
    put: readingRecord(world, readingKey(reading)),
    value: world.keys.seal(JSON.stringify(reading)),
    expects: 'absent',
  },
  ...(known ? [] : [fileJob(world, readingsPart, readingKey(reading))]),
];

export const keptReadings = async (world: Kept): Promise<readonly Reading[]> =>
  (await world.diary.readPartition(world.school, readingsPart, 'kept')).map((record) =>
    readingOf(world, record),
  );

export const readingCalled = async (world: Kept, id: string): Promise<Reading | undefined> => {
  const record = await world.diary.read(readingRecord(world, id));
  return record === undefined ? undefined : readingOf(world, record);
};

const readingOf = (world: Kept, record: DiaryRecord): Reading =>
  unsealed(world, record, readingShape);
