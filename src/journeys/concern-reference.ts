import { type ConcernId, concernId } from '../vocabulary.ts';
import type { World } from './ports.ts';
import { newReferenceTo, referredTo } from './random-reference.ts';

/** The concern people mean by its reference; one nobody has heard of is a new name that holds nothing. */
export const concernCalled = async (world: World, reference: string): Promise<ConcernId> =>
  concernId((await referredTo(world, reference)) ?? reference);

/** C-7F3K9Q. It leads to the concern before anybody is told of it. */
export const newConcernReference = (world: World, id: ConcernId): Promise<string> =>
  newReferenceTo(world, 'C', id);
