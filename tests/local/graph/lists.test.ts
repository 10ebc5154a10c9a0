import { type LocalGraph, site, startGraph, withVisits } from './tenant.ts';

let graph: LocalGraph;

beforeEach(async () => {
  graph = await startGraph();
});
afterEach(() => graph.stop());

const provision = (line: string, body?: unknown) =>
  graph.call(line, body === undefined ? { as: 'provisioning' } : { as: 'provisioning', body });

describe('a site', () => {
  it.each(['HomeVisits', 'HomeVisitsRegisters', 'Safeguarding', 'Governance'])(
    '%s is found by path and by id',
    async (name) => {
      const byPath = await graph.call(`GET /sites/school.sharepoint.com:/sites/${name}`);
      expect(byPath.status).toBe(200);
      expect(byPath.body.id).toMatch(/^school\.sharepoint\.com,[0-9a-f-]{36},[0-9a-f-]{36}$/);
      const byId = await graph.call(`GET /sites/${byPath.body.id}`);
      expect(byId.body).toEqual(byPath.body);
      expect((await graph.call(`GET /sites/${byPath.body.id}/lists`)).body).toEqual({ value: [] });
    },
  );

  it.each([
    'GET /sites/school.sharepoint.com:/sites/Elsewhere',
    'GET /sites/other.sharepoint.com:/sites/HomeVisits',
    'GET /sites/nonsense',
  ])('is not there: %s', async (line) => {
    const { status, body } = await graph.call(line);
    expect([status, body.error.code]).toEqual([404, 'itemNotFound']);
  });
});

describe('a list', () => {
  it('is made with its columns, and found by its name and its id', async () => {
    const visits = await withVisits(graph);
    const { body } = await graph.call(`GET ${visits}?$expand=columns`);
    expect(body).toMatchObject({
      displayName: 'Visits',
      list: { template: 'genericList', hidden: false },
    });
    expect(body.columns.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(['Title', 'VisitKey', 'History', 'Modified']),
    );
    expect((await graph.call(`GET ${site}/lists/${body.id}`)).body.id).toBe(body.id);
    const all = (await graph.call(`GET ${site}/lists`)).body.value;
    expect(all.map(({ displayName }: { displayName: string }) => displayName)).toEqual(['Visits']);
  });

  it('is made once', async () => {
    await withVisits(graph);
    const again = await provision(`POST ${site}/lists`, { displayName: 'visits' });
    expect([again.status, again.body.error.code]).toEqual([409, 'nameAlreadyExists']);
  });

  it('is not made at all when one of its columns cannot be', async () => {
    const columns = [{ name: 'Good', text: {} }, { name: 'Bad' }];
    expect((await provision(`POST ${site}/lists`, { displayName: 'Half', columns })).status).toBe(
      400,
    );
    expect((await graph.call(`GET ${site}/lists/Half`)).status).toBe(404);
  });

  it('keeps the people of the school under the numbers that person columns use', async () => {
    const { body } = await graph.call(
      `GET ${site}/lists/User Information List/items?$expand=fields($select=Title,EMail)`,
    );
    expect(body.value).toContainEqual(
      expect.objectContaining({
        id: '10',
        fields: expect.objectContaining({ Title: 'Sam Pike', EMail: 'sam@school.example' }),
      }),
    );
    const written = await graph.call(`POST ${site}/lists/User Information List/items`, {
      body: { fields: { Title: 'x' } },
    });
    expect(written.status).toBe(403);
  });
});

describe('a column', () => {
  let columns: string;
  beforeEach(async () => {
    columns = `${await withVisits(graph)}/columns`;
  });
  const add = (body: unknown) => provision(`POST ${columns}`, body);

  it.each([
    ['Due back', 'Due_x0020_back'],
    ['RA1', '_x0052_A1'],
    ['2fold', '_x0032_fold'],
    ['_Own', '_x005f_Own'],
    ['Café', 'Caf_x00e9_'],
    ['a'.repeat(40), 'a'.repeat(32)],
    ['Plain', 'Plain'],
  ])('called %j comes back as %j', async (name, spelt) => {
    const { status, body } = await add({ name, text: {} });
    expect([status, body.name, body.displayName]).toEqual([201, spelt, name]);
    expect((await graph.call(`GET ${columns}/${spelt}`)).body).toEqual(body);
  });

  it.each([
    ['no type', { name: 'A' }],
    ['two types', { name: 'A', text: {}, number: {} }],
    ['a note with an index', { name: 'A', text: { allowMultipleLines: true }, indexed: true }],
    ['unique without an index', { name: 'A', text: {}, enforceUniqueValues: true }],
    ['a unique truth', { name: 'A', boolean: {}, indexed: true, enforceUniqueValues: true }],
    [
      'several people with an index',
      { name: 'A', personOrGroup: { allowMultipleSelection: true }, indexed: true },
    ],
    ['a property that is none', { name: 'A', text: {}, sparkling: true }],
    ['a choice without choices', { name: 'A', choice: {} }],
  ])('is refused with %s', async (_, body) => {
    const { status, body: answer } = await add(body);
    expect([status, answer.error.code]).toEqual([400, 'invalidRequest']);
  });

  it('does not take a name that is taken, its own or SharePoint’s', async () => {
    for (const name of ['VisitKey', 'visitkey', 'Title', 'Modified'])
      expect((await add({ name, text: {} })).status).toBe(409);
  });

  it('is the 20th indexed one, and no more', async () => {
    for (let made = 6; made < 20; made += 1) {
      const letters = String.fromCharCode(97 + made).repeat(6);
      expect((await add({ name: letters, text: {}, indexed: true })).status).toBe(201);
    }
    expect((await add({ name: 'OneTooMany', text: {}, indexed: true })).status).toBe(400);
    expect((await add({ name: 'OneTooMany', text: {} })).status).toBe(201);
    const later = await provision(`PATCH ${columns}/OneTooMany`, { indexed: true });
    expect(later.status).toBe(400);
    await provision(`PATCH ${columns}/Watch`, { indexed: false });
    expect((await provision(`PATCH ${columns}/OneTooMany`, { indexed: true })).status).toBe(200);
  });

  it('given an index later can be filtered by what was there before', async () => {
    const items = columns.replace('/columns', '/items');
    await graph.call(`POST ${items}`, { body: { fields: { Purpose: 'tea' } } });
    await graph.call(`POST ${items}`, { body: { fields: { Purpose: 'Tea' } } });
    const asked = `GET ${items}?$filter=fields/Purpose eq 'tea'`;
    expect((await graph.call(asked)).status).toBe(400);
    await provision(`PATCH ${columns}/Purpose`, { indexed: true });
    expect((await graph.call(asked)).body.value).toHaveLength(2);
    const unique = await provision(`PATCH ${columns}/Purpose`, { enforceUniqueValues: true });
    expect(unique.status).toBe(400);
    expect((await graph.call(`GET ${columns}/Purpose`)).body.enforceUniqueValues).toBe(false);
  });

  it('that is hidden is shown to those who name it', async () => {
    await add({ name: 'Delivered', text: {}, hidden: true });
    const items = columns.replace('/columns', '/items');
    const made = await graph.call(`POST ${items}`, { body: { fields: { Delivered: '3' } } });
    expect(made.body.fields).not.toHaveProperty('Delivered');
    const named = await graph.call(`GET ${items}/1?$expand=fields($select=Delivered)`);
    expect(named.body.fields.Delivered).toBe('3');
    const names = async (options: string) =>
      (await graph.call(`GET ${columns}${options}`)).body.value.map(
        ({ name }: { name: string }) => name,
      );
    expect(await names('')).not.toContain('Delivered');
    expect(await names('?$select=name,hidden')).toContain('Delivered');
  });

  it('keeps the day of a date alone as London’s midnight', async () => {
    await add({ name: 'Day', dateTime: { format: 'dateOnly' } });
    const items = columns.replace('/columns', '/items');
    const day = async (Day: string) =>
      (await graph.call(`POST ${items}`, { body: { fields: { Day } } })).body.fields.Day;
    expect(await day('2026-07-01')).toBe('2026-06-30T23:00:00Z');
    expect(await day('2026-12-01T15:00:00Z')).toBe('2026-12-01T00:00:00Z');
  });

  it('keeps its type and its name', async () => {
    expect((await provision(`PATCH ${columns}/Status`, { text: {} })).status).toBe(400);
    expect((await provision(`PATCH ${columns}/Status`, { name: 'State' })).status).toBe(400);
    const { body } = await provision(`PATCH ${columns}/Status`, {
      displayName: 'State',
      required: true,
    });
    expect(body).toMatchObject({
      name: 'Status',
      displayName: 'State',
      required: true,
      indexed: true,
    });
    expect((await provision(`PATCH ${columns}/Modified`, { displayName: 'x' })).status).toBe(400);
  });

  it('of a type that is not here says so', async () => {
    expect((await add({ name: 'Link', hyperlinkOrPicture: {} })).status).toBe(501);
  });
});
