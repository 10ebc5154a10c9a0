import { createMeter } from '../../../src/local/graph/meter.ts';
import { type LocalGraph, site, startGraph, withVisits } from './tenant.ts';

let graph: LocalGraph;

beforeEach(async () => {
  graph = await startGraph();
});
afterEach(() => graph.stop());

describe('the meter', () => {
  it('counts what was spent, on whose account, and which of it were list queries', async () => {
    const visits = await withVisits(graph);
    graph.meter.reset();
    const click = { headers: { 'x-home-visits-cause': 'click' } };
    await graph.call(`POST ${visits}/items`, { ...click, body: { fields: { VisitKey: 'k1' } } });
    await graph.call(`GET ${visits}/items/1`, click);
    await graph.call(`GET ${visits}/items`);
    const delta = await graph.call(`GET ${visits}/items/delta`);
    await graph.call(`GET ${delta.body['@odata.deltaLink']}`);
    const usage = graph.meter.usage();
    expect(usage).toMatchObject({
      units: 8,
      clicks: { units: 3, queries: 0 },
      background: { units: 5, queries: 1 },
    });
    expect(usage.requests[0]).toEqual({
      method: 'POST',
      path: `/v1.0${visits}/items`,
      units: 2,
      query: false,
      cause: 'click',
    });
    graph.meter.reset();
    expect(graph.meter.usage()).toEqual({
      units: 0,
      clicks: { units: 0, queries: 0 },
      background: { units: 0, queries: 0 },
      requests: [],
    });
  });

  it('shuts the door when the minute’s allowance is spent, and says for how long', async () => {
    await graph.stop();
    graph = await startGraph({ allowance: 4 });
    const ask = () => graph.call(`GET ${site}/lists`);
    expect([(await ask()).status, (await ask()).status]).toEqual([200, 200]);
    graph.clock.now = new Date('2026-11-02T09:00:20Z');
    const shut = await ask();
    expect([shut.status, shut.body.error.code]).toEqual([429, 'activityLimitReached']);
    expect(shut.headers.get('retry-after')).toBe('40');
    graph.clock.now = new Date('2026-11-02T09:01:00Z');
    expect((await ask()).status).toBe(200);
  });

  it('allows 1,250 units a minute unless told otherwise', () => {
    const meter = createMeter({ now: () => new Date(0) });
    const spend = () =>
      meter.count({ method: 'GET', path: '/', units: 1, query: false, cause: 'background' });
    for (let spent = 0; spent < 1_250; spent += 1) expect(spend()).toBeUndefined();
    expect(spend()).toBe(60);
  });
});
