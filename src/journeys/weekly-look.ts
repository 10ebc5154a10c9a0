/** What the product does by itself for the week's list: sees what was changed by hand, asks for what waits, reminds. */
import type { Item } from '../register/book.ts';
import { copyFrom, isAsSigned } from '../register/weekly-columns.ts';
import { daysAfter, mondayOf, schoolDay, wallTime, weekOf } from '../vocabulary.ts';
import { figureKey, percentFrom } from '../weekly-list/figure.ts';
import { lacksOf } from '../weekly-list/row.ts';
import type { SignedCopy } from '../weekly-list/signed.ts';
import type { Key } from './diary.ts';
import type { World } from './ports.ts';
import {
  changeWeek,
  isWeekly,
  type KeptCopy,
  type KeptWeek,
  openWeek,
  putCopy,
  readCopy,
  signedIn,
  weekIn,
} from './weekly-kept.ts';
import { listWith, thisWeek, type Views } from './weekly-list.ts';
import { cardChanges, idsOf, listSigners, noticeChanges, weekWords } from './weekly-tell.ts';

/** Throws BookClosed, after all that needs no SharePoint is done. */
export const lookAfterLists = async (world: World, views: Views): Promise<void> => {
  const { weeklyList } = await world.policy();
  if (weeklyList.rule === 'off') return;
  const week = thisWeek(world);
  const next = weekOf(daysAfter(mondayOf(week) ?? '', 7));
  await remind(world, next);
  for (const one of [week, next]) await askForAdditions(world, views, one);
  await noticeListChanges(world);
};

/** On Friday morning, where nobody has begun next week's. */
const remind = async (world: World, next: string): Promise<void> => {
  const now = world.now();
  const monday = mondayOf(next) ?? '';
  if (schoolDay(now) < daysAfter(monday, -3) || wallTime(now) < '09:00') return;
  const { kept } = await openWeek(world, next);
  if (kept.reminded === true || kept.figures.length > 0 || kept.copies.length > 0) return;
  if (kept.sent !== undefined) return;
  const [policy, roster] = await Promise.all([world.policy(), world.roster()]);
  const text = weekWords(policy).notices.compile(Number(next.slice(6)), monday);
  const to = idsOf(roster, ['attendance-officer', 'attendance-lead']);
  await changeWeek(world, next, (before) => ({
    kept: { ...before, reminded: true },
    more: noticeChanges(world, next, { name: 'compile', text, to }),
  }));
};

/** Once a list is signed, what comes after is asked for by itself, when it has stayed the same from one look to the next. */
const askForAdditions = async (world: World, views: Views, week: string): Promise<void> => {
  const open = await openWeek(world, week);
  if (signedIn(open.kept).length === 0) return;
  const now = listWith(world, week, open, await views());
  const wanted = now.diff.unsigned.filter(({ row }) => lacksOf(row).length === 0);
  if (wanted.length === 0 || open.kept.sent === now.content) return;
  if (open.kept.waiting !== now.content)
    return changeWeek(world, week, (kept) => ({ kept: { ...kept, waiting: now.content } }));
  const [policy, roster] = await Promise.all([world.policy(), world.roster()]);
  await changeWeek(world, week, (kept) => ({
    kept: { ...kept, sent: now.content },
    more: cardChanges(world, week, now.content, listSigners(roster, policy)),
  }));
};

const tokenKey = (world: World): Key => ({
  school: world.school,
  partition: 'changes',
  kind: 'kept',
  id: 'weekly-lists',
});

/** Throws BookClosed; what was not looked at is looked at next time. */
const noticeListChanges = async (world: World): Promise<void> => {
  const record = await world.diary.read(tokenKey(world));
  const token = record === undefined ? undefined : String(record.value);
  const changes = await world.books.weeklyLists.changes(token);
  const copies = Map.groupBy(changes.items, (item) => String(item.columns['Copy'] ?? ''));
  for (const [copy, items] of copies) if (copy !== '') await lookAtCopy(world, copy, items);
  if (changes.deleted.length > 0) await lookAtDeleted(world, new Set(changes.deleted));
  await world.diary.commit([{ put: tokenKey(world), value: changes.token }]);
};

const lookAtCopy = async (world: World, id: string, items: readonly Item[]): Promise<void> => {
  const week = String(items[0]?.columns['Week'] ?? '');
  const found = await findCopy(world, id, week);
  if (found === undefined) return restore(world, id, items);
  const { hmac } = world.keys;
  const changed = items.find(({ columns }) => !isAsSigned(columns, found, hmac));
  if (changed !== undefined) await breakCopy(world, found, 'changed', changed.changedBy);
};

/** Its own column may be what somebody changed: then it is looked for in every week. */
const findCopy = async (
  world: World,
  id: string,
  week: string,
): Promise<SignedCopy | undefined> => {
  if (mondayOf(week) !== undefined) {
    const copy = await readCopy(world, week, id);
    if (copy !== undefined) return copy;
  }
  for (const one of await knownWeeks(world)) {
    const copy = await readCopy(world, one, id);
    if (copy !== undefined) return copy;
  }
  return undefined;
};

const knownWeeks = async (world: World): Promise<readonly string[]> => {
  const records = await world.diary.list(world.school, 'kept');
  return records
    .filter(({ partition, id }) => isWeekly(partition) && id === 'week')
    .map(({ partition }) => weekIn(partition));
};

const lookAtDeleted = async (world: World, deleted: ReadonlySet<string>): Promise<void> => {
  for (const week of await knownWeeks(world)) {
    const { kept } = await openWeek(world, week);
    for (const { id, items, void: broken } of kept.copies) {
      if (broken !== undefined || !items.some((item) => deleted.has(item))) continue;
      const copy = await readCopy(world, week, id);
      if (copy !== undefined) await breakCopy(world, copy, 'deleted', '');
    }
  }
};

/** What somebody changed by hand is no signature any more, and those who sign and the safeguarding lead hear of it. */
const breakCopy = async (
  world: World,
  { id, week }: SignedCopy,
  how: 'changed' | 'deleted',
  by: string,
): Promise<void> => {
  const [policy, roster] = await Promise.all([world.policy(), world.roster()]);
  const { notices } = weekWords(policy);
  const number = Number(week.slice(6));
  const text = how === 'changed' ? notices.changed(number, by) : notices.deleted(number);
  const to = idsOf(roster, [...policy.approval.listRoles, 'safeguarding-lead']);
  await changeWeek(world, week, (kept) => {
    const stands = kept.copies.some((copy) => copy.id === id && copy.void === undefined);
    if (!stands) return undefined;
    return {
      kept: {
        ...kept,
        // What waits is asked for anew.
        sent: undefined,
        copies: kept.copies.map((copy) => (copy.id === id ? { ...copy, void: how } : copy)),
      },
      more: noticeChanges(world, week, { name: `void ${id}`, text, to: [...new Set(to)] }),
    };
  });
};

/** A diary that was lost learns from the list what was signed; what does not hold together there is not believed. */
const restore = async (world: World, id: string, items: readonly Item[]): Promise<void> => {
  const { hmac } = world.keys;
  const first = copyFrom(
    items.map(({ columns }) => columns),
    hmac,
  );
  const all = first === undefined ? await world.books.weeklyLists.where('Copy', id) : items;
  const copy =
    first ??
    copyFrom(
      all.map(({ columns }) => columns),
      hmac,
    );
  if (copy === undefined) return;
  await changeWeek(world, copy.week, (kept) =>
    kept.copies.some((one) => one.id === id)
      ? undefined
      : { kept: withCopy(kept, copy, all), more: [putCopy(world, copy)] },
  );
};

const withCopy = (kept: KeptWeek, copy: SignedCopy, items: readonly Item[]): KeptWeek => {
  const known = new Set(kept.figures.map(figureKey));
  const figures = copy.rows.flatMap(({ pupil, address, parents, contacts, attendance }) => {
    const percent = percentFrom(attendance);
    const figure = { pupil, address, parents, contacts };
    return percent.kind === 'percent' && !known.has(figureKey(figure))
      ? [{ ...figure, attendance: percent.value }]
      : [];
  });
  const { id, how, by, byName, at, seenAll, rows } = copy;
  const one: KeptCopy = {
    ...{ id, how, by, byName, at, seenAll },
    hashes: rows.map(({ hash }) => hash),
    rows: rows.map((row) => [row.id, row.family] as const),
    filed: true,
    items: items.map(({ place }) => place.item),
  };
  const copies = [...kept.copies, one].toSorted((a, b) => (a.at < b.at ? -1 : 1));
  return { ...kept, figures: [...kept.figures, ...figures], copies };
};
