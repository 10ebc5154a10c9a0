/** The assessments that stand: kept here at once, filed in the Safeguarding site. */
import { z } from 'zod';
import { type KnownHome, knownHome } from '../homes/book-of-homes.ts';
import { instantShape, personShape } from '../register/shapes.ts';
import { standingColumns, standingFromColumns } from '../register/standing-columns.ts';
import {
  generalKey,
  type Standing,
  type StandingAssessment,
  standingKinds,
  withReading,
} from '../risk-assessment/standing.ts';
import type { VisitCommand } from '../visits/command.ts';
import { knownHomes } from './families.ts';
import { hazards } from './hazards.ts';
import { keptList } from './kept-list.ts';
import type { World } from './ports.ts';

const act = z.strictObject({ by: personShape, at: instantShape }).readonly();

const standingShape: z.ZodType<StandingAssessment> = z.strictObject({
  key: z.string(),
  kind: z.enum(standingKinds),
  person: personShape.exactOptional(),
  version: z.int().positive(),
  says: z.string(),
  madeBy: personShape,
  madeAt: instantShape,
  reviewBy: z.string(),
  changed: act.exactOptional(),
  readings: z
    .array(z.strictObject({ person: personShape, at: instantShape }).readonly())
    .readonly(),
});

export const standing = keptList<StandingAssessment>({
  name: 'standing',
  book: ({ books }) => books.standing,
  shape: standingShape,
  columns: standingColumns,
  fromColumns: standingFromColumns,
});

/** What a decision is told beside the visit itself; `home` is of the address that is asked for. */
export const aboutAsking = async (
  world: World,
  address: string,
): Promise<{ readonly standing: Standing; readonly home: KnownHome | undefined }> => {
  const [stands, homes, known] = await Promise.all([
    standing.all(world),
    knownHomes(world),
    hazards.all(world),
  ]);
  return { standing: stands, home: knownHome(address, homes, known, world.keys.hmac) };
};

/** A tick on the form that went through goes on record with the assessment itself. */
export const noteReading = async (world: World, command: VisitCommand): Promise<void> => {
  if (command.verb !== 'submit' && command.verb !== 'edit') return;
  const { generalRead } = command.form;
  if (generalRead === undefined) return;
  const reading = { person: command.by, at: world.now() };
  await standing.change(world, generalKey, (before) =>
    before === undefined || String(before.version) !== generalRead
      ? undefined
      : withReading(before, reading),
  );
};
