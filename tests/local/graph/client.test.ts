import { Client, type Context, HTTPMessageHandler } from '@microsoft/microsoft-graph-client';
import { type LocalGraph, startGraph, withVisits } from './tenant.ts';

let graph: LocalGraph;

beforeEach(async () => {
  graph = await startGraph();
});
afterEach(() => graph.stop());

describe('the real Graph client', () => {
  it('makes, filters, guards and follows', async () => {
    const visits = await withVisits(graph);
    const network = new HTTPMessageHandler();
    const toLocal = {
      execute: async (context: Context) => {
        context.request = String(context.request).replace(
          'https://graph.microsoft.com',
          graph.origin,
        );
        const headers = { ...context.options?.headers, authorization: 'Bearer product' };
        context.options = { ...context.options, headers };
        await network.execute(context);
      },
    };
    const client = Client.initWithMiddleware({ middleware: toLocal });
    for (const VisitKey of ['k1', 'k2', 'k3'])
      await client.api(`${visits}/items`).post({ fields: { VisitKey, Watch: true } });
    const page = await client
      .api(`${visits}/items`)
      .filter('fields/Watch eq true')
      .expand('fields($select=VisitKey)')
      .top(2)
      .get();
    const rest = await client.api(page['@odata.nextLink']).get();
    expect([...page.value, ...rest.value].map(({ fields }) => fields.VisitKey)).toEqual([
      'k1',
      'k2',
      'k3',
    ]);
    const [{ eTag }] = page.value;
    const patch = () =>
      client.api(`${visits}/items/1/fields`).header('If-Match', eTag).patch({ Status: 'out' });
    expect(await patch()).toMatchObject({ Status: 'out' });
    await expect(patch()).rejects.toMatchObject({ statusCode: 412, code: 'resourceModified' });
    await client.api(`${visits}/items/1`).delete();
    await expect(client.api(`${visits}/items/1`).get()).rejects.toMatchObject({ statusCode: 404 });
  });
});
