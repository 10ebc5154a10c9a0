import { type LocalGraph, site, startGraph, withVisits } from './tenant.ts';

let graph: LocalGraph;

beforeEach(async () => {
  graph = await startGraph();
});
afterEach(() => graph.stop());

const siteNamed = (name: string) => `/sites/school.sharepoint.com:/sites/${name}`;

describe('who may come in', () => {
  it('is nobody without a token that is known', async () => {
    for (const as of ['nobody', 'forged', 'person:'])
      expect((await graph.call(`GET ${siteNamed('HomeVisits')}`, { as })).status).toBe(
        as === 'person:' ? 403 : 401,
      );
    const { body } = await graph.call(`GET ${siteNamed('HomeVisits')}`, { as: 'nobody' });
    expect(body.error.code).toBe('InvalidAuthenticationToken');
  });

  it.each([
    ['pat', ['HomeVisits', 'HomeVisitsRegisters']],
    ['okafor', ['HomeVisits', 'HomeVisitsRegisters', 'Safeguarding']],
    ['bevan', ['HomeVisits']],
    ['hart', ['HomeVisitsRegisters']],
    ['rao', ['Safeguarding']],
    ['lind', ['Safeguarding']],
    ['dunn', ['Governance']],
    ['sam', []],
    ['wells', []],
    ['pupil', []],
  ])('%s opens %j', async (person, open) => {
    const found = await Promise.all(
      ['HomeVisits', 'HomeVisitsRegisters', 'Safeguarding', 'Governance'].map(async (name) => {
        const { status } = await graph.call(`GET ${siteNamed(name)}`, { as: `person:${person}` });
        return status === 200 ? [name] : [];
      }),
    );
    expect(found.flat()).toEqual(open);
  });

  it('reads the registers in the office, and changes nothing there', async () => {
    const registers = `${siteNamed('HomeVisitsRegisters')}:`;
    await graph.call(`POST ${registers}/lists`, {
      as: 'provisioning',
      body: { displayName: 'Staff' },
    });
    const post = (as: string) =>
      graph.call(`POST ${registers}/lists/Staff/items`, { as, body: { fields: { Title: 'x' } } });
    expect((await post('person:pat')).status).toBe(403);
    expect((await post('person:hart')).status).toBe(201);
    expect(
      (await graph.call(`GET ${registers}/lists/Staff/items/1`, { as: 'person:pat' })).status,
    ).toBe(200);
  });

  it('makes lists and columns only with the stronger identity', async () => {
    const visits = await withVisits(graph);
    for (const as of ['product', 'person:okafor', 'stranger']) {
      expect(
        (await graph.call(`POST ${site}/lists`, { as, body: { displayName: 'x' } })).status,
      ).toBe(403);
      const column = await graph.call(`POST ${visits}/columns`, {
        as,
        body: { name: 'x', text: {} },
      });
      expect(column.status).toBe(403);
    }
  });

  it('shows people to those granted it', async () => {
    const { body } = await graph.call('GET /users/sam?$select=id,mobilePhone,accountEnabled', {
      as: 'provisioning',
    });
    expect(body).toEqual({ id: 'sam', mobilePhone: '07700 900105', accountEnabled: true });
    expect((await graph.call('GET /users', { as: 'person:pat' })).body.value).toHaveLength(11);
    expect((await graph.call('GET /users/nobody', { as: 'person:pat' })).status).toBe(404);
    expect((await graph.call('GET /users')).status).toBe(403);
    expect((await graph.call('GET /users', { as: 'person:pupil' })).status).toBe(403);
  });
});

describe('an address', () => {
  it.each([
    ['GET /me', 400],
    [`GET ${site}/drives`, 400],
    [`PUT ${site}/lists`, 405],
    [`PATCH ${site}/lists/Visits/items/1`, 405],
    [`GET ${site}/lists/Nowhere/items`, 404],
  ])('%s answers %i', async (line, status) => {
    expect((await graph.call(line)).status).toBe(status);
  });

  it('refuses a body that is not JSON', async () => {
    const visits = await withVisits(graph);
    const { status, body } = await graph.call(`POST ${visits}/items`, { body: '{ "fields": ' });
    expect([status, body.error.code]).toEqual([400, 'BadRequest']);
  });
});
