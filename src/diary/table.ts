/** Azure's table of rows, asked with patience: a busy answer or a lost one is no reason to give up. */
import { setTimeout as pause } from 'node:timers/promises';
import { RestError } from '@azure/core-rest-pipeline';
import { odata, TableClient } from '@azure/data-tables';
import type { TokenCredential } from '@azure/identity';
import { type Action, submit } from './table-batch.ts';
import type { Found } from './table-rows.ts';

/** `table`: its name there, where it is not the usual one. */
export type Place = { readonly table?: string } & (
  | { readonly connection: string }
  /** `https://name.table.core.windows.net`, and who may write there. */
  | { readonly account: string; readonly credential: TokenCredential }
);

export type Table = {
  readonly get: (partitionKey: string, rowKey: string) => Promise<Found | undefined>;
  /** In the order of their keys. `unheldAt`: only due rows that nobody holds then. */
  readonly range: (partitionKey: string, range: Range) => Promise<readonly Found[]>;
  /** Once: whether it was done cannot be known where no answer comes. */
  readonly submit: (actions: readonly Action[]) => Promise<'done' | 'clash'>;
};

type Range = {
  readonly from: string;
  readonly to: string;
  readonly limit?: number;
  readonly unheldAt?: string;
};

const timeoutMs = 5_000;
const waitsMs = [50, 200, 800];
/** For one request; a list may be several. */
const inTime = { requestOptions: { timeout: timeoutMs } };
const usualName = 'HomeVisitsDiary';

export const openTable = (place: Place): Table => {
  const client = clientFor(place);
  const patiently = <Result>(work: () => Promise<Result>) => inTable(client, work);
  return {
    get: (partitionKey, rowKey) => patiently(() => get(client, partitionKey, rowKey)),
    range: (partitionKey, range) => patiently(() => readRange(client, partitionKey, range)),
    submit: (actions) => withTable(client, () => submit(client, actions, timeoutMs)),
  };
};

const clientFor = (place: Place): TableClient => {
  const { table: tableName = usualName } = place;
  const options = { retryOptions: { maxRetries: 0 } };
  if ('account' in place)
    return new TableClient(place.account, tableName, place.credential, options);
  return TableClient.fromConnectionString(place.connection, tableName, {
    ...options,
    allowInsecureConnection: place.connection.includes('http://'),
  });
};

const inTable = async <Result>(
  client: TableClient,
  work: () => Promise<Result>,
  tries = 0,
): Promise<Result> => {
  try {
    return await withTable(client, work);
  } catch (error) {
    const wait = waitsMs[tries];
    if (wait === undefined || !mayPass(error)) throw error;
    await pause(wait);
    return inTable(client, work, tries + 1);
  }
};

/** The first who comes makes it. */
const withTable = async <Result>(
  client: TableClient,
  work: () => Promise<Result>,
): Promise<Result> => {
  try {
    return await work();
  } catch (error) {
    if (codeOf(error) !== 'TableNotFound') throw error;
    await client.createTable();
    return work();
  }
};

/** Busy, or no answer at all. */
export const mayPass = (error: unknown): boolean => {
  if (error instanceof Error && (error.name === 'AbortError' || error.name === 'TimeoutError'))
    return true;
  if (!(error instanceof RestError)) return false;
  const { statusCode } = error;
  return statusCode === undefined || statusCode === 408 || statusCode === 429 || statusCode >= 500;
};

const codeOf = (error: unknown): string | undefined => {
  if (!(error instanceof RestError)) return undefined;
  const details = error.details as { odataError?: { code?: string } } | undefined;
  return details?.odataError?.code ?? error.code;
};

const get = async (
  client: TableClient,
  partitionKey: string,
  rowKey: string,
): Promise<Found | undefined> => {
  try {
    return foundOf(await client.getEntity(partitionKey, rowKey, inTime));
  } catch (error) {
    if (error instanceof RestError && error.statusCode === 404 && codeOf(error) !== 'TableNotFound')
      return undefined;
    throw error;
  }
};

const readRange = async (
  client: TableClient,
  partitionKey: string,
  { from, to, limit = Number.POSITIVE_INFINITY, unheldAt }: Range,
): Promise<readonly Found[]> => {
  const within = odata`PartitionKey eq ${partitionKey} and RowKey ge ${from} and RowKey lt ${to}`;
  const unheld = unheldAt === undefined ? '' : odata` and heldUntil le ${unheldAt}`;
  const pages = client
    .listEntities({ queryOptions: { filter: `${within}${unheld}` }, ...inTime })
    .byPage({ maxPageSize: limit < 1_000 ? limit : 1_000 });
  const found: Found[] = [];
  for await (const page of pages) {
    found.push(...page.map(foundOf));
    if (found.length >= limit) break;
  }
  return found.slice(0, limit);
};

/** Only what we wrote: texts. */
const foundOf = (entity: Readonly<Record<string, unknown>>): Found => {
  const texts = Object.entries(entity).filter(
    (each): each is [string, string] =>
      typeof each[1] === 'string' && !notOurs.has(each[0]) && !each[0].startsWith('odata.'),
  );
  const { partitionKey = '', rowKey = '', ...rest } = Object.fromEntries(texts);
  return { row: { partitionKey, rowKey, ...rest }, etag: String(entity['etag'] ?? '') };
};
const notOurs = new Set(['etag', 'timestamp']);
