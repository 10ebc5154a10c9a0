import { z } from 'zod';
import type { Item, Place } from '../register/book.ts';
import { columnsFrom, type Field } from './fields.ts';
import { parseAnswer } from './graph-answer.ts';

const identity = z.object({ id: z.string().optional(), displayName: z.string().nullish() });

const listItem = z.object({
  id: z.string().min(1),
  eTag: z.string().min(1),
  lastModifiedBy: z.object({ user: identity.nullish(), application: identity.nullish() }),
  fields: z.record(z.string(), z.unknown()),
});

const page = z.object({
  value: z.array(z.unknown()),
  '@odata.nextLink': z.string().optional(),
  '@odata.deltaLink': z.string().optional(),
});

const change = z.object({ id: z.string().min(1), deleted: z.unknown().optional() });
const written = z.object({ id: z.string().min(1), eTag: z.string().min(1) });
const newFields = z.object({ '@odata.etag': z.string().min(1) });

export type ItemShape = {
  readonly fields: readonly Field[];
  /** The id of the app that counts as ours; any app where it is left out. */
  readonly app: string | undefined;
};

export const itemFrom = (answer: unknown, shape: ItemShape): Item => {
  const { id, eTag, lastModifiedBy, fields } = parseAnswer(listItem, answer);
  const { application, user } = lastModifiedBy;
  const ours = shape.app === undefined || application?.id === shape.app;
  return {
    place: { item: id, revision: eTag },
    columns: columnsFrom(fields, shape.fields),
    changedBy: application?.displayName ?? user?.displayName ?? '',
    changedByApp: application !== null && application !== undefined && ours,
  };
};

/** Whether it says all that an item needs. */
export const isWhole = (answer: unknown): boolean => listItem.safeParse(answer).success;

export const pageFrom = (answer: unknown) => {
  const { value, ...links } = parseAnswer(page, answer);
  return { value, next: links['@odata.nextLink'], delta: links['@odata.deltaLink'] };
};

export const changeFrom = (answer: unknown) => {
  const { id, deleted } = parseAnswer(change, answer);
  return { id, deleted: deleted !== undefined && deleted !== null };
};

export const placeOfNew = (answer: unknown): Place => {
  const { id, eTag } = parseAnswer(written, answer);
  return { item: id, revision: eTag };
};

/** A write answers the fields, and with them the new eTag; undefined where it did not. */
export const revisionIn = (answer: unknown): string | undefined =>
  newFields.safeParse(answer).data?.['@odata.etag'];
