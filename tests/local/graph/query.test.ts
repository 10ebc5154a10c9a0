import { type LocalGraph, site, startGraph, withVisits } from './tenant.ts';

let graph: LocalGraph;
let visits: string;

const rows = [
  { VisitKey: 'k1', Status: 'approved', Rungs: 0, Watch: false, DueBack: '2026-11-02T10:00:00Z' },
  { VisitKey: "k'2", Status: 'out', Rungs: 1, Watch: true, DueBack: '2026-11-02T11:00:00Z' },
  { VisitKey: 'k3', Status: 'Out', Rungs: 2, Watch: true, LeadLookupId: '10' },
  { VisitKey: 'other', Rungs: 10 },
];

beforeAll(async () => {
  graph = await startGraph();
  visits = await withVisits(graph);
  for (const fields of rows) await graph.call(`POST ${visits}/items`, { body: { fields } });
});
afterAll(() => graph.stop());

const query = (options: Readonly<Record<string, string>>) =>
  graph.call(`GET ${visits}/items?${new URLSearchParams(options)}`);

const ids = async (filter: string) => {
  const { body, status } = await query({ $filter: filter });
  if (status !== 200) throw new Error(body.error.message);
  return body.value.map(({ id }: { id: string }) => Number(id));
};

describe('a filter', () => {
  it.each([
    ["fields/VisitKey eq 'k1'", [1]],
    ["fields/VisitKey eq 'K''2'", [2]],
    ["fields/Status eq 'out'", [2, 3]],
    ["fields/Status ne 'out'", [1, 4]],
    ['fields/Status eq null', [4]],
    ['fields/Rungs gt 1', [3, 4]],
    ['fields/Rungs ge 1 and fields/Rungs lt 10', [2, 3]],
    ["fields/Status eq 'approved' or (fields/Status eq 'out')", [1, 2, 3]],
    ['fields/Watch eq true', [2, 3]],
    ['fields/Watch eq 1', [2, 3]],
    ["fields/DueBack le '2026-11-02T10:30:00Z'", [1]],
    ['fields/DueBack gt 2026-11-02T10:30:00Z', [2]],
    ["startswith(fields/VisitKey,'K')", [1, 2, 3]],
    ['fields/LeadLookupId eq 10', [3]],
  ])('%s finds %j', async (filter, found) => {
    expect(await ids(filter)).toEqual(found);
  });

  it.each([
    ['not indexed', "fields/Purpose eq 'x'", 'as it is not indexed'],
    ["SharePoint's own", "fields/Modified gt '2026-01-01T00:00:00Z'", 'as it is not indexed'],
    ['unknown', "fields/Nonsense eq 'x'", 'is not recognized'],
    ['two columns', "fields/VisitKey eq 'k1' and fields/Watch eq true", 'one indexed field'],
    ['one indexed and one not', "fields/VisitKey eq 'k1' or fields/Purpose eq 'x'", 'not indexed'],
    ['no such function', "contains(fields/VisitKey,'k')", 'Invalid filter clause'],
    ['a negation', "not fields/VisitKey eq 'k'", 'Invalid filter clause'],
    ['no fields/', "VisitKey eq 'k'", 'Invalid filter clause'],
    ['cut short', "fields/VisitKey eq 'k", 'Invalid filter clause'],
    ['nothing', '', 'Invalid filter clause'],
    ['text without quotes', 'fields/VisitKey eq k1', 'Invalid filter clause'],
    ['a word for a number', 'fields/Rungs eq many', 'Invalid filter clause'],
  ])('is refused: %s', async (_, filter, words) => {
    const { status, body } = await query({ $filter: filter });
    expect([status, body.error.code]).toEqual([400, 'invalidRequest']);
    expect(body.error.message).toContain(words);
  });

  it('takes no leave from the header that would let it pass', async () => {
    const { status } = await graph.call(`GET ${visits}/items?$filter=fields/Purpose eq 'x'`, {
      headers: { prefer: 'HonorNonIndexedQueriesWarningMayFailRandomly' },
    });
    expect(status).toBe(400);
  });
});

describe('a query', () => {
  it('shows fields only when expanded, and of them only those selected', async () => {
    const plain = await query({ $top: '1' });
    expect(plain.body.value[0]).not.toHaveProperty('fields');
    const { body } = await query({
      $expand: 'fields($select=VisitKey,Purpose)',
      $select: 'id',
      $top: '1',
    });
    expect(Object.keys(body.value[0]).sort()).toEqual(['@odata.etag', 'fields', 'id']);
    expect(body.value[0].fields).toEqual({ '@odata.etag': expect.any(String), VisitKey: 'k1' });
    const all = await query({ $expand: 'fields' });
    expect(all.body.value[2].fields).toMatchObject({ VisitKey: 'k3', LeadLookupId: '10' });
    const named = await query({ $expand: 'fields($select=Lead)' });
    expect(named.body.value[2].fields.Lead).toBe('Sam Pike');
  });

  it.each(['$skip', '$count', '$orderby', '$search', '$nonsense'])('refuses %s', async (option) => {
    expect((await query({ [option]: '1' })).status).toBe(400);
  });

  it.each([
    { $expand: 'driveItem' },
    { $top: '0' },
    { $expand: 'fields($select=Nonsense)' },
    { $skiptoken: 'guess' },
  ])('refuses %j', async (options) => {
    expect((await query(options)).status).toBe(400);
  });

  it('comes in pages, by links nobody has to understand', async () => {
    const first = await query({
      $top: '3',
      $expand: 'fields($select=VisitKey)',
      $filter: 'fields/Rungs ge 0',
    });
    const link = first.body['@odata.nextLink'];
    expect(link).toMatch(
      /^https:\/\/graph\.microsoft\.com\/v1\.0\/sites\/school\.sharepoint\.com,/,
    );
    const second = await graph.call(`GET ${link}`);
    expect(second.body).toEqual({ value: [expect.objectContaining({ id: '4' })] });
    expect(second.body.value[0].fields.VisitKey).toBe('other');
  });

  it('does not go on in another list', async () => {
    await graph.call(`POST ${site}/lists`, { as: 'provisioning', body: { displayName: 'Other' } });
    const first = await query({ $top: '1' });
    const token = new URL(first.body['@odata.nextLink']).searchParams.get('$skiptoken');
    const other = await graph.call(`GET ${site}/lists/Other/items?$skiptoken=${token}`);
    expect(other.status).toBe(400);
    const delta = await graph.call(`GET ${visits}/items/delta?token=latest`);
    const place = new URL(delta.body['@odata.deltaLink']).searchParams.get('token');
    expect((await graph.call(`GET ${site}/lists/Other/items/delta?token=${place}`)).status).toBe(
      410,
    );
  });
});

describe('a list of thousands', () => {
  it('answers a filter with 5,000 matches, and not one with 5,001', async () => {
    const list = `${site}/lists/Many`;
    await graph.call(`POST ${site}/lists`, {
      as: 'provisioning',
      body: { displayName: 'Many', columns: [{ name: 'Day', text: {}, indexed: true }] },
    });
    const post = (Day: string) => graph.call(`POST ${list}/items`, { body: { fields: { Day } } });
    for (let made = 0; made < 5_000; made += 50)
      await Promise.all(Array.from({ length: 50 }, () => post('monday')));
    const monday = `GET ${list}/items?$filter=fields/Day eq 'monday'`;
    expect((await graph.call(monday)).body.value).toHaveLength(200);
    await post('monday');
    await post('tuesday');
    const { status, body } = await graph.call(monday);
    expect([status, body.error.code, body.error.innerError.code]).toEqual([
      422,
      'notSupported',
      'tooManyResources',
    ]);
    const tuesday = await graph.call(`GET ${list}/items?$filter=fields/Day eq 'tuesday'`);
    expect(tuesday.body.value).toHaveLength(1);
    expect((await graph.call(`GET ${list}/items?$top=5000`)).body.value).toHaveLength(5_000);
  }, 30_000);
});
