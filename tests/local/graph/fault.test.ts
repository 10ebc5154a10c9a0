import { setTimeout as pause } from 'node:timers/promises';
import { type LocalGraph, site, startGraph, withVisits } from './tenant.ts';

let graph: LocalGraph;

beforeEach(async () => {
  graph = await startGraph();
});
afterEach(() => graph.stop());

describe('a fault', () => {
  const cutShort = () =>
    graph.call(`GET ${site}/lists`).then(
      ({ status }) => status,
      () => 'cut',
    );

  it.each([
    ['429', 429, '7'],
    ['503', 503, '7'],
    ['403', 403, null],
  ] as const)('of kind %s answers %i', async (kind, status, retryAfter) => {
    graph.faults.push({ kind, retryAfter: 7 });
    const failed = await graph.call(`GET ${site}/lists`);
    expect([failed.status, failed.headers.get('retry-after')]).toEqual([status, retryAfter]);
    expect(failed.body.error.code).toBeDefined();
    expect((await graph.call(`GET ${site}/lists`)).status).toBe(200);
  });

  it('cuts the line, with nothing done', async () => {
    for (const kind of ['reset', 'down'] as const) {
      graph.faults.push({ kind });
      expect(await cutShort()).toBe('cut');
    }
    expect(await cutShort()).toBe(200);
  });

  it('says nothing at all, with nothing done', async () => {
    const visits = await withVisits(graph);
    graph.faults.push({ kind: 'hang' });
    const call = graph.call(`POST ${visits}/items`, { body: { fields: { VisitKey: 'k1' } } });
    const answered = call.then(
      () => true,
      () => true,
    );
    expect(await Promise.race([answered, pause(150, false)])).toBe(false);
    expect((await graph.call(`GET ${visits}/items/1`)).status).toBe(404);
  });

  it('does the work and then says the gateway gave up', async () => {
    const visits = await withVisits(graph);
    graph.faults.push({ kind: 'commit-then-504' });
    const failed = await graph.call(`POST ${visits}/items`, {
      body: { fields: { VisitKey: 'k1' } },
    });
    expect(failed.status).toBe(504);
    expect((await graph.call(`GET ${visits}/items/1`)).body.fields.VisitKey).toBe('k1');
  });

  it('answers with a page instead of JSON', async () => {
    graph.faults.push({ kind: 'html' });
    const failed = await graph.call(`GET ${site}/lists`);
    expect([failed.status, failed.headers.get('content-type')]).toEqual([
      502,
      'text/html; charset=utf-8',
    ]);
    expect(failed.body).toContain('<html>');
  });

  it('lets a filter find nothing, and nothing else', async () => {
    const visits = await withVisits(graph);
    await graph.call(`POST ${visits}/items`, { body: { fields: { VisitKey: 'k1' } } });
    const filtered = `GET ${visits}/items?$filter=fields/VisitKey eq 'k1'`;
    graph.faults.push({ kind: 'empty-filter' }, { kind: 'empty-filter' });
    expect((await graph.call(filtered)).body).toEqual({ value: [] });
    expect((await graph.call(`GET ${visits}/items`)).body.value).toHaveLength(1);
    expect((await graph.call(filtered)).body.value).toHaveLength(1);
  });

  it('is slow when asked', async () => {
    graph.faults.push({ kind: 'slow', retryAfter: 0.2 });
    const began = performance.now();
    expect((await graph.call(`GET ${site}/lists`)).status).toBe(200);
    expect(performance.now() - began).toBeGreaterThan(190);
  });
});
