import { dateOf, timeOf } from '../school-time.ts';
import { words } from '../words.ts';
import type { Column, Item } from './graph.ts';

/** For the product's own use: its keys and marks, and the whole history. A person reads the others. */
const working = new Set(['History', 'Delivered', 'Watch']);
export const isWorking = ({ name }: Column): boolean => working.has(name) || name.endsWith('Key');

const isMoment = (value: string) => /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value);

/** What a cell says, as SharePoint shows it on the school's clock. */
export const cellText = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? words.lists.yes : words.lists.no;
  if (typeof value === 'string')
    return isMoment(value) ? `${dateOf(value)}, ${timeOf(value)}` : value;
  return typeof value === 'number' ? `${value}` : JSON.stringify(value);
};

/** Which cells say something else than they did, as `item column`. A new item is new in every cell. */
export const changedCells = (
  before: readonly Item[],
  after: readonly Item[],
): ReadonlySet<string> => {
  const known = new Map(before.map((item) => [item.id, item.fields]));
  const changed = after.flatMap((item) =>
    Object.entries(item.fields)
      .filter(([name, value]) => cellText(known.get(item.id)?.[name]) !== cellText(value))
      .map(([name]) => `${item.id} ${name}`),
  );
  return new Set(changed);
};
