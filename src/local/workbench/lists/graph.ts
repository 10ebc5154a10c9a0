import { z } from 'zod';
import { tenant } from '../../tenant.ts';
import { tokenFor } from '../control.ts';

/** SharePoint said no, or nothing. Which matters: 403 is an answer, 503 is not. */
export class GraphFailed extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`Graph answered ${status}`);
    this.name = 'GraphFailed';
    this.status = status;
  }
}

export type Graph = (path: string) => Promise<unknown>;

/** Reads Graph as one person, with a token of theirs: what they may not open stays shut here too. */
export const graphAs = (person: string): Graph => {
  let token: Promise<string> | undefined;
  const ask = async (path: string) => {
    token ??= tokenFor(person, 'graph');
    const kept = token;
    const bearer = await kept.catch((error: unknown) => {
      token = undefined;
      throw error;
    });
    return fetch(`/v1.0${path}`, { headers: { authorization: `Bearer ${bearer}` } });
  };
  return async (path) => {
    let response = await ask(path);
    if (response.status === 401) {
      // It may only have grown old.
      token = undefined;
      response = await ask(path);
    }
    if (!response.ok) throw new GraphFailed(response.status);
    return response.json();
  };
};

const siteNames = {
  HomeVisits: 'Home Visits',
  HomeVisitsRegisters: 'Registers',
  Safeguarding: 'Safeguarding',
  Governance: 'Governance',
} as const;

export type List = { readonly id: string; readonly name: string };
export type Site =
  | { readonly path: string; readonly name: string; readonly open: false }
  | {
      readonly path: string;
      readonly name: string;
      readonly open: true;
      readonly id: string;
      readonly lists: readonly List[];
    };

const named = z
  .object({ id: z.string(), name: z.string().optional(), displayName: z.string().optional() })
  .transform(({ id, name, displayName }) => ({ id, name: displayName ?? name ?? id }));

const refused = (error: unknown) =>
  error instanceof GraphFailed && [401, 403, 404].includes(error.status);

/** What nobody works with: the record of what was tried, and the first parts of long histories. */
const lastOf: readonly string[] = ['HistoryMore', 'Activity'];

/** What people work with comes before that. */
const workFirst = <One extends { readonly name: string }>(
  lists: readonly One[],
): readonly One[] => [
  ...lists.filter(({ name }) => !lastOf.includes(name)),
  ...lastOf.flatMap((last) => lists.filter(({ name }) => name === last)),
];

const readSite = async (graph: Graph, path: string, name: string): Promise<Site> => {
  try {
    const { id } = named.parse(await graph(`/sites/${tenant.sharePointHost}:/sites/${path}`));
    const found = z.object({ value: z.array(named) }).parse(await graph(`/sites/${id}/lists`));
    return { path, name, open: true, id, lists: workFirst(found.value) };
  } catch (error) {
    if (refused(error)) return { path, name, open: false };
    throw error;
  }
};

/** The four sites, each with its lists or shut, as this person finds them. */
export const readSites = (graph: Graph): Promise<readonly Site[]> =>
  Promise.all(Object.entries(siteNames).map(([path, name]) => readSite(graph, path, name)));

const column = z.looseObject({
  name: z.string(),
  displayName: z.string().optional(),
  hidden: z.boolean().optional(),
  readOnly: z.boolean().optional(),
  choice: z.unknown().optional(),
  dateTime: z.unknown().optional(),
  boolean: z.unknown().optional(),
});
const item = z.object({ id: z.string(), fields: z.record(z.string(), z.unknown()) });

export type Kind = 'text' | 'choice' | 'moment' | 'yes-no';
export type Column = { readonly name: string; readonly title: string; readonly kind: Kind };
export type Item = z.infer<typeof item>;
export type Contents = { readonly columns: readonly Column[]; readonly items: readonly Item[] };

const kindOf = (found: z.infer<typeof column>): Kind => {
  if (found.choice !== undefined) return 'choice';
  if (found.dateTime !== undefined) return 'moment';
  return found.boolean === undefined ? 'text' : 'yes-no';
};

const system = new Set([
  'ContentType',
  'Attachments',
  'Edit',
  'DocIcon',
  'ItemChildCount',
  'FolderChildCount',
]);

const toColumn = (found: z.infer<typeof column>): Column => ({
  name: found.name,
  title: found.displayName ?? found.name,
  kind: kindOf(found),
});

export const readContents = async (graph: Graph, site: string, list: string): Promise<Contents> => {
  const at = `/sites/${site}/lists/${list}`;
  const [columns, items] = await Promise.all([
    graph(`${at}/columns`).then((body) => z.object({ value: z.array(column) }).parse(body).value),
    graph(`${at}/items?$expand=fields&$top=200`).then(
      (body) => z.object({ value: z.array(item) }).parse(body).value,
    ),
  ]);
  const readable = columns.filter((one) => !one.hidden && !one.readOnly && !system.has(one.name));
  // Title is first in every list people know.
  const title = readable.filter((one) => one.name === 'Title');
  const others = readable.filter((one) => one.name !== 'Title');
  return { columns: [...title, ...others].map(toColumn), items: [...items].reverse() };
};
