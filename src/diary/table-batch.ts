/**
 * Several rows in one transaction. Written out here because the SDK's own cannot remove a row only while it is as it
 * was read, and a timer that somebody has moved must not be removed by whoever did the old one.
 */
import { randomUUID } from 'node:crypto';
import {
  createDefaultHttpClient,
  createHttpHeaders,
  createPipelineRequest,
  type HttpClient,
  RestError,
} from '@azure/core-rest-pipeline';
import type { TableClient } from '@azure/data-tables';
import type { Row } from './table-rows.ts';

/** `etag`: as it was read; without it, whatever is there, but something must be. */
export type Action =
  | { readonly kind: 'create' | 'replace'; readonly row: Row; readonly etag?: string }
  | {
      readonly kind: 'delete';
      readonly row: Pick<Row, 'partitionKey' | 'rowKey'>;
      readonly etag?: string;
    };

/** What one transaction may hold, with something to spare. */
export const mostActions = 100;
export const mostBytes = 3_500_000;

/** 'clash': something was there already, is gone, or has changed; then nothing was written. Throws RestError. */
export const submit = async (
  table: TableClient,
  actions: readonly Action[],
  timeoutMs: number,
): Promise<'done' | 'clash'> => {
  const [batch, changes] = [`batch_${randomUUID()}`, `changeset_${randomUUID()}`];
  const account = table.url.replace(/\/$/u, '');
  const parts = actions.map((action) => partOf(`${account}/${table.tableName}`, action));
  const request = createPipelineRequest({
    url: `${account}/$batch`,
    method: 'POST',
    body: [
      `--${batch}\r\ncontent-type: multipart/mixed; boundary=${changes}\r\n\r\n`,
      ...parts.map((part) => `--${changes}\r\n${part}\r\n`),
      `--${changes}--\r\n--${batch}--\r\n`,
    ].join(''),
    headers: createHttpHeaders({
      accept: 'application/json',
      'x-ms-version': '2019-02-02',
      dataserviceversion: '3.0;',
      maxdataserviceversion: '3.0;NetFx',
      'content-type': `multipart/mixed; boundary=${batch}`,
    }),
    allowInsecureConnection: account.startsWith('http://'),
    timeout: timeoutMs,
  });
  const response = await table.pipeline.sendRequest(client(), request);
  const text = response.bodyAsText ?? '';
  const statuses = [...text.matchAll(/^HTTP\/1\.1 (\d{3})/gmu)].map(([, status]) => Number(status));
  const status = statuses.find((each) => each >= 400) ?? response.status;
  const code = /"code":\s*"(?<code>\w+)"/u.exec(text)?.groups?.['code'] ?? '';
  if (status < 300 && statuses.length > 0) return 'done';
  if (clashes.has(code)) return 'clash';
  throw new RestError(`The diary's table answered ${status} ${code}`, { statusCode: status, code });
};

const clashes = new Set([
  'EntityAlreadyExists',
  'UpdateConditionNotSatisfied',
  'ConditionNotMet',
  'ResourceNotFound',
]);

let http: HttpClient | undefined;
const client = (): HttpClient => {
  http ??= createDefaultHttpClient();
  return http;
};

const partOf = (table: string, action: Action): string => {
  const { kind, row, etag = '*' } = action;
  const where = `${table}(PartitionKey='${row.partitionKey}',RowKey='${row.rowKey}')`;
  const lines = {
    create: [`POST ${table} HTTP/1.1`, 'prefer: return-no-content'],
    replace: [`PUT ${where} HTTP/1.1`, `if-match: ${etag}`],
    delete: [`DELETE ${where} HTTP/1.1`, `if-match: ${etag}`],
  }[kind];
  const head = [
    'content-type: application/http',
    'content-transfer-encoding: binary',
    '',
    ...lines,
    'dataserviceversion: 3.0;',
    'accept: application/json;odata=minimalmetadata',
  ];
  if (action.kind === 'delete') return `${head.join('\r\n')}\r\n\r\n`;
  const { partitionKey, rowKey, ...rest } = action.row;
  const body = JSON.stringify({ PartitionKey: partitionKey, RowKey: rowKey, ...rest });
  return `${[...head, 'content-type: application/json'].join('\r\n')}\r\n\r\n${body}`;
};
