/** What is known to hurt people at a home: kept here at once, filed in the Safeguarding site. */
import { z } from 'zod';
import { type Hazard, hazardKinds } from '../homes/hazard.ts';
import { hazardColumns, hazardFromColumns } from '../register/hazard-columns.ts';
import { instantShape, personShape } from '../register/shapes.ts';
import type { VisitEvent } from '../visits/event.ts';
import { hazardsSeen } from '../visits/hazards-seen.ts';
import type { KnownVisit } from '../visits/visit.ts';
import { keptList } from './kept-list.ts';
import type { World } from './ports.ts';

const act = { by: personShape, at: instantShape };

const hazardShape: z.ZodType<Hazard> = z.strictObject({
  key: z.string(),
  address: z.string(),
  kind: z.enum(hazardKinds),
  what: z.string(),
  notedBy: personShape,
  notedAt: instantShape,
  visit: z.string(),
  reviewBy: z.string(),
  reviewed: z.strictObject(act).readonly().exactOptional(),
  resolved: z
    .strictObject({ ...act, why: z.string() })
    .readonly()
    .exactOptional(),
});

export const hazards = keptList<Hazard>({
  name: 'hazards',
  book: ({ books }) => books.hazards,
  shape: hazardShape,
  columns: hazardColumns,
  fromColumns: hazardFromColumns,
});

/** What a visit came upon is kept for the next one. Said again it changes nothing, also where somebody has since resolved it. */
export const noteHazards = async (
  world: World,
  visit: KnownVisit,
  events: readonly VisitEvent[],
): Promise<void> => {
  const policy = await world.policy();
  for (const hazard of hazardsSeen(visit, events, policy.language))
    await hazards.change(world, hazard.key, (before) =>
      before === undefined ? hazard : undefined,
    );
};
