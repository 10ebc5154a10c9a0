import { type LocalGraph, startGraph, withVisits } from './tenant.ts';

let graph: LocalGraph;
let visits: string;

beforeEach(async () => {
  graph = await startGraph();
  visits = await withVisits(graph);
});
afterEach(() => graph.stop());

const add = (fields: unknown, as = 'product') =>
  graph.call(`POST ${visits}/items`, { as, body: { fields } });

describe('an item', () => {
  it('is made once and read back with its fields, its version and who made it', async () => {
    const made = await add({
      Title: 'HV-1',
      VisitKey: 'k1',
      Rungs: 2,
      Watch: true,
      LeadLookupId: '10',
    });
    expect(made.status).toBe(201);
    const { body } = await graph.call(`GET ${visits}/items/1`);
    expect(body.eTag).toMatch(/^"[0-9a-f-]{36},1"$/);
    expect(body.fields).toMatchObject({
      '@odata.etag': body.eTag,
      id: '1',
      Title: 'HV-1',
      VisitKey: 'k1',
      Rungs: 2,
      Watch: true,
      LeadLookupId: '10',
      _UIVersionString: '1.0',
    });
    expect(body.createdBy).toEqual({
      application: { id: 'app-1', displayName: 'Home Visits' },
      user: { displayName: 'SharePoint App' },
    });
    expect(body.lastModifiedDateTime).toBe('2026-11-02T09:00:00Z');
  });

  it('says whose hand changed it, and when', async () => {
    await add({ VisitKey: 'k1' });
    graph.clock.now = new Date('2026-11-02T10:30:15.250Z');
    const changed = await graph.call(`PATCH ${visits}/items/1/fields`, {
      as: 'person:pat',
      body: { Status: 'approved' },
    });
    expect(changed.status).toBe(200);
    const { body } = await graph.call(`GET ${visits}/items/1`);
    expect(body.lastModifiedBy).toEqual({
      user: { id: 'pat', displayName: 'Pat Doyle', email: 'pat@school.example' },
    });
    expect(body.createdBy.application.id).toBe('app-1');
    expect(body.lastModifiedDateTime).toBe('2026-11-02T10:30:15Z');
    expect(body.eTag).toMatch(/,2"$/);
  });

  it('is not changed by whoever read an older version, whatever they send', async () => {
    const { body } = await add({ VisitKey: 'k1', Status: 'approved' });
    const fresh = await graph.call(`PATCH ${visits}/items/1/fields`, {
      headers: { 'if-match': body.eTag },
      body: { Status: 'out' },
    });
    expect(fresh.status).toBe(200);
    expect(fresh.body['@odata.etag']).toMatch(/,2"$/);
    for (const stale of [{ Status: 'approved' }, { Nonsense: 1 }, 'not json']) {
      const clash = await graph.call(`PATCH ${visits}/items/1/fields`, {
        headers: { 'if-match': body.eTag },
        body: stale,
      });
      expect([clash.status, clash.body.error.code]).toEqual([412, 'resourceModified']);
    }
    const dropped = await graph.call(`DELETE ${visits}/items/1`, {
      headers: { 'if-match': body.eTag },
    });
    expect(dropped.status).toBe(412);
    const after = await graph.call(`GET ${visits}/items/1`);
    expect(after.body.fields.Status).toBe('out');
  });

  it('is deleted, and its number is never used again', async () => {
    await add({ VisitKey: 'k1' });
    expect((await graph.call(`DELETE ${visits}/items/1`)).status).toBe(204);
    expect((await graph.call(`GET ${visits}/items/1`)).status).toBe(404);
    expect((await add({ VisitKey: 'k1' })).body.id).toBe('2');
  });

  it('does not share a unique value with another, in any letter case', async () => {
    await add({ VisitKey: 'k1' });
    await add({ VisitKey: 'k2' });
    const clashes = [
      await add({ VisitKey: 'K1' }),
      await graph.call(`PATCH ${visits}/items/2/fields`, { body: { VisitKey: 'k1' } }),
    ];
    for (const { status, body } of clashes) {
      expect(status).toBe(400);
      expect(body.error).toMatchObject({
        code: 'invalidRequest',
        message: 'One or more fields with unique constraints already has the provided value.',
      });
    }
    expect((await graph.call(`GET ${visits}/items`)).body.value).toHaveLength(2);
    expect(
      (await graph.call(`PATCH ${visits}/items/1/fields`, { body: { VisitKey: 'k1' } })).status,
    ).toBe(200);
    expect([(await add({})).status, (await add({})).status]).toEqual([201, 201]);
  });

  it.each([
    ['a column nobody made', { Nonsense: 'x' }],
    ['a column SharePoint keeps', { Modified: '2026-01-01T00:00:00Z' }],
    ['a person by number', { LeadLookupId: 10 }],
    ['a person by name', { Lead: 'Sam Pike' }],
    ['a person nobody knows', { LeadLookupId: '999' }],
    ['a number in quotes', { Rungs: '2' }],
    ['a truth in quotes', { Watch: 'yes' }],
    ['a date that is none', { DueBack: '2026-02-30T10:00:00Z' }],
    ['text over 255 characters', { Purpose: 'x'.repeat(256) }],
    ['a note over 63,999 characters', { History: 'x'.repeat(64_000) }],
  ])('refuses %s', async (_, fields) => {
    const refused = await add(fields);
    expect([refused.status, refused.body.error.code]).toEqual([400, 'invalidRequest']);
    expect(refused.body.error.innerError['request-id']).toBeDefined();
    expect((await graph.call(`GET ${visits}/items`)).body.value).toEqual([]);
  });

  it('takes text up to the limit, choices not on the list, and dates brought to UTC seconds', async () => {
    const made = await add({
      Purpose: 'x'.repeat(255),
      History: 'x'.repeat(63_999),
      Status: 'typed by hand',
      DueBack: '2026-07-01T10:00:00.123+01:00',
    });
    expect(made.status).toBe(201);
    expect(made.body.fields).toMatchObject({
      Status: 'typed by hand',
      DueBack: '2026-07-01T09:00:00Z',
    });
  });

  it('leaves out what is empty, and clears what is set to null', async () => {
    await add({ VisitKey: 'k1', Purpose: 'to see', Title: '' });
    const { body } = await graph.call(`PATCH ${visits}/items/1/fields`, {
      body: { Purpose: null },
    });
    expect(body).toMatchObject({ VisitKey: 'k1' });
    expect(body).not.toHaveProperty('Purpose');
    expect(body).not.toHaveProperty('Title');
  });
});

describe('the versions of an item', () => {
  it('stand one for each write, the newest first, and an older one can be restored', async () => {
    await add({ VisitKey: 'k1', Status: 'approved' });
    await graph.call(`PATCH ${visits}/items/1/fields`, { body: { Status: 'out', Purpose: 'new' } });
    const restored = await graph.call(`POST ${visits}/items/1/versions/1.0/restoreVersion`, {
      as: 'person:pat',
    });
    expect(restored.status).toBe(204);
    const { body } = await graph.call(
      `GET ${visits}/items/1/versions?$expand=fields($select=Status)`,
    );
    expect(
      body.value.map((version: { id: string; fields: { Status: string } }) => [
        version.id,
        version.fields.Status,
      ]),
    ).toEqual([
      ['3.0', 'approved'],
      ['2.0', 'out'],
      ['1.0', 'approved'],
    ]);
    const now = (await graph.call(`GET ${visits}/items/1`)).body;
    expect(now.fields).not.toHaveProperty('Purpose');
    expect(now.lastModifiedBy.user.id).toBe('pat');
    expect(now.eTag).toMatch(/,3"$/);
  });

  it('cannot bring back a unique value that somebody else has now', async () => {
    await add({ VisitKey: 'k1' });
    await graph.call(`PATCH ${visits}/items/1/fields`, { body: { VisitKey: 'k2' } });
    await add({ VisitKey: 'k1' });
    const refused = await graph.call(`POST ${visits}/items/1/versions/1.0/restoreVersion`);
    expect(refused.status).toBe(400);
    expect((await graph.call(`GET ${visits}/items/1`)).body.fields.VisitKey).toBe('k2');
  });

  it('are not there for a label that never was', async () => {
    await add({ VisitKey: 'k1' });
    for (const label of ['9.0', '1', 'x'])
      expect(
        (await graph.call(`POST ${visits}/items/1/versions/${label}/restoreVersion`)).status,
      ).toBe(404);
  });
});
