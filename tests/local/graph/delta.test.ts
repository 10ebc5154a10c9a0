import { type LocalGraph, startGraph, withVisits } from './tenant.ts';

let graph: LocalGraph;
let visits: string;

beforeEach(async () => {
  graph = await startGraph();
  visits = await withVisits(graph);
});
afterEach(() => graph.stop());

const add = (VisitKey: string) =>
  graph.call(`POST ${visits}/items`, { body: { fields: { VisitKey } } });
const idsOf = (body: { value: readonly { id: string }[] }) => body.value.map(({ id }) => id);
const latest = async (): Promise<string> =>
  (await graph.call(`GET ${visits}/items/delta?token=latest&$expand=fields`)).body[
    '@odata.deltaLink'
  ];

describe('the changes of a list', () => {
  it('begin from now with the latest token, and tell each item once as it is', async () => {
    await add('k1');
    const link = await latest();
    expect((await graph.call(`GET ${link}`)).body).toMatchObject({ value: [] });
    await add('k2');
    await graph.call(`PATCH ${visits}/items/1/fields`, {
      as: 'person:pat',
      body: { Status: 'out' },
    });
    await graph.call(`PATCH ${visits}/items/1/fields`, {
      as: 'person:pat',
      body: { Status: 'approved' },
    });
    const { body } = await graph.call(`GET ${link}`);
    expect(idsOf(body)).toEqual(['2', '1']);
    expect(body.value[1]).toMatchObject({
      fields: { Status: 'approved' },
      lastModifiedBy: { user: { id: 'pat' } },
    });
    const next = body['@odata.deltaLink'];
    expect(idsOf((await graph.call(`GET ${next}`)).body)).toEqual([]);
    expect(idsOf((await graph.call(`GET ${link}`)).body)).toEqual(['2', '1']);
  });

  it('tell of the deleted by a facet', async () => {
    await add('k1');
    const link = await latest();
    await graph.call(`DELETE ${visits}/items/1`);
    const { body } = await graph.call(`GET ${link}`);
    expect(body.value).toEqual([
      expect.objectContaining({ id: '1', deleted: { state: 'deleted' } }),
    ]);
    expect(body.value[0]).not.toHaveProperty('fields');
  });

  it('without a token read the whole list, in pages, without the dead', async () => {
    for (const key of ['a', 'b', 'c', 'd']) await add(key);
    await graph.call(`DELETE ${visits}/items/2`);
    const first = await graph.call(`GET ${visits}/items/delta?$top=2`);
    expect(idsOf(first.body)).toEqual(['1', '3']);
    expect(first.body).not.toHaveProperty('@odata.deltaLink');
    const second = await graph.call(`GET ${first.body['@odata.nextLink']}`);
    expect(idsOf(second.body)).toEqual(['4']);
    expect(second.body['@odata.deltaLink']).toBeDefined();
  });

  it('are too old to tell after a long absence, a fresh start or a token made up', async () => {
    const link = await latest();
    graph.store.expireDeltaTokens();
    const gone = await graph.call(`GET ${link}`);
    expect([gone.status, gone.body.error.code]).toEqual([410, 'resyncRequired']);
    expect(gone.body.error.innerError.code).toBe('resyncChangesApplyDifferences');
    const again = await graph.call(`GET ${gone.headers.get('location')}`);
    expect([again.status, again.body['@odata.deltaLink']]).toEqual([200, expect.any(String)]);
    expect((await graph.call(`GET ${visits}/items/delta?token=made-up`)).status).toBe(410);
    expect((await graph.call(`GET ${visits}/items/delta(token='latest')`)).status).toBe(200);
  });
});
