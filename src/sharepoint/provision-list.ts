import { z } from 'zod';
import type { ColumnDefinition } from '../register/list-definition.ts';
import type { GraphClient } from './graph.ts';
import { GraphRefused, isGone, parseAnswer } from './graph-answer.ts';
import {
  type Column,
  columnsAnswer,
  differences,
  type ListPlan,
  newColumnFor,
  settingsFor,
} from './list-plan.ts';

export type Finding = { readonly sentence: string; readonly wrong: boolean };
export type Bench = {
  readonly client: GraphClient;
  readonly plan: ListPlan;
  readonly name: string;
};

export const provisionList = async (bench: Bench, site: string): Promise<readonly Finding[]> => {
  const { client, plan, name } = bench;
  const list = await findOrMake(bench, site);
  const before = await columnsOf(client, list.path);
  const refusals = await bringAbout(bench, list.path, before);
  const after = await columnsOf(client, list.path);
  const summary = list.made
    ? `Made the list ${name}, with ${plan.columns.length} columns.`
    : `The list ${name} is there.`;
  const columns = plan.columns.flatMap((column) =>
    findingsOn(column, {
      before,
      after,
      name,
      made: list.made,
      refusal: refusals.get(column.name),
    }),
  );
  return [{ sentence: summary, wrong: false }, ...columns];
};

const withId = z.object({ id: z.string().min(1) });

const findOrMake = async ({ client, plan }: Bench, site: string) => {
  const find = () => get(client, `${site}/lists/${encodeURIComponent(plan.list)}`);
  const pathOf = (answer: unknown) => `${site}/lists/${parseAnswer(withId, answer).id}`;
  const there = await find().catch(unlessGone);
  if (there !== undefined) return { path: pathOf(there), made: false };
  const body = {
    displayName: plan.list,
    description: plan.description,
    list: { template: 'genericList' },
  };
  // One that was made although the answer was lost is found by its name.
  const answer = await post(client, `${site}/lists`, body);
  return { path: pathOf(answer ?? (await find())), made: true };
};

/** Makes what is missing and changes what differs. Answers Graph's words on each column it would not do it to. */
const bringAbout = async (
  { client, plan }: Bench,
  list: string,
  columns: readonly Column[],
): Promise<ReadonlyMap<string, string>> => {
  const refusals = new Map<string, string>();
  for (const wanted of plan.columns) {
    const words = await bringAboutColumn(client, list, {
      wanted,
      found: named(columns, wanted),
    }).catch(wordsOf);
    if (words !== undefined) refusals.set(wanted.name, words);
  }
  return refusals;
};

type Step = { readonly wanted: ColumnDefinition; readonly found: Column | undefined };

const bringAboutColumn = async (
  client: GraphClient,
  list: string,
  { wanted, found }: Step,
): Promise<undefined> => {
  if (found === undefined) {
    await post(client, `${list}/columns`, newColumnFor(wanted));
    return;
  }
  if (!differences(wanted, found).some(({ canChange }) => canChange)) return;
  const path = `${list}/columns/${found.id}`;
  await client({ method: 'PATCH', path, body: settingsFor(wanted), cause: 'background' });
};

/** What Graph will not do to one column is reported; what keeps it from doing anything is not for here. */
const wordsOf = (error: unknown): string => {
  if (error instanceof GraphRefused && error.status === 400) return error.message;
  throw error;
};

type Seen = {
  readonly before: readonly Column[];
  readonly after: readonly Column[];
  readonly name: string;
  readonly made: boolean;
  readonly refusal: string | undefined;
};

const findingsOn = (wanted: ColumnDefinition, seen: Seen): readonly Finding[] => {
  const column = `the column ${wanted.name} of ${seen.name}`;
  const wrong = amiss(wanted, named(seen.after, wanted));
  if (wrong.length > 0) {
    const because = seen.refusal === undefined ? '' : ` (${seen.refusal})`;
    return wrong.map((what) => ({ sentence: `WRONG: ${column}: ${what}.${because}`, wrong: true }));
  }
  if (seen.made) return [];
  const before = amiss(wanted, named(seen.before, wanted));
  return before.map((what) => ({ sentence: `Mended ${column}: ${what}.`, wrong: false }));
};

const amiss = (wanted: ColumnDefinition, found: Column | undefined): readonly string[] =>
  found === undefined ? ['it was not there'] : differences(wanted, found).map(({ what }) => what);

const named = (columns: readonly Column[], { name }: ColumnDefinition): Column | undefined =>
  columns.find((column) => column.name === name);

const columnsOf = async (client: GraphClient, list: string): Promise<readonly Column[]> =>
  parseAnswer(columnsAnswer, await get(client, `${list}/columns`)).value;

const get = (client: GraphClient, path: string) =>
  client({ method: 'GET', path, cause: 'background' });

/** Undefined where it is there already. */
const post = (client: GraphClient, path: string, body: unknown) =>
  client({ method: 'POST', path, body, cause: 'background' }).catch((error: unknown) => {
    if (error instanceof GraphRefused && error.status === 409) return undefined;
    throw error;
  });

const unlessGone = (error: unknown): undefined => {
  if (!isGone(error)) throw error;
};
