import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startGraph, withVisits } from './tenant.ts';

describe('what is stored', () => {
  it('is there when the file is opened again, and gone after a reset', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'graph-'));
    const file = join(folder, 'graph.db');
    const before = await startGraph({ file });
    const visits = await withVisits(before);
    await before.call(`POST ${visits}/items`, { body: { fields: { VisitKey: 'k1' } } });
    const item = (await before.call(`GET ${visits}/items/1`)).body;
    const link = (await before.call(`GET ${visits}/items/delta?token=latest`)).body[
      '@odata.deltaLink'
    ];
    await before.stop();
    const after = await startGraph({ file });
    expect((await after.call(`GET ${visits}/items/1`)).body).toEqual(item);
    expect((await after.call(`GET ${link}`)).status).toBe(200);
    after.store.reset();
    expect((await after.call(`GET ${visits}`)).status).toBe(404);
    expect((await after.call(`GET /sites/school.sharepoint.com:/sites/HomeVisits`)).status).toBe(
      200,
    );
    await after.stop();
    rmSync(folder, { recursive: true });
  });
});
