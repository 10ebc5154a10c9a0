import { afterAll, beforeAll } from '@jest/globals';
import { azureDiary } from '../../src/diary/azure-diary.ts';
import { schoolId } from '../../src/vocabulary.ts';
import { openSchool, type School } from '../support/school.ts';
import { goOut, listed, monday } from '../support/visit.ts';
import { type Azurite, startAzurite } from './azurite.ts';

let azurite: Azurite;
let opened: School | undefined;
const before = { ...process.env };
beforeAll(async () => {
  azurite = await startAzurite();
  Object.assign(process.env, { DIARY: 'azure', DIARY_CONNECTION: azurite.connection });
  opened = await openSchool();
}, 90_000);
afterAll(async () => {
  process.env = before;
  await opened?.close();
  await azurite.stop();
});

describe('A school whose diary is in Azure Storage', () => {
  it('goes out, is watched through a restart, and is not forgotten', async () => {
    const school = opened;
    if (school === undefined) throw new Error('The school did not open.');
    await school.setClock(monday);
    await goOut(school);
    expect(await listed(school)).toMatchObject({ Status: 'out' });
    const diary = azureDiary({ connection: azurite.connection }, [schoolId('school')]);
    expect(await diary.list(schoolId('school'), 'page')).toHaveLength(1);

    await school.restart();
    await school.setClock('2026-11-23T15:41:00Z');
    const told = (await school.chat('pat')).map((message) => JSON.stringify(message)).join();
    expect(told).toContain('Sam Pike');
    expect(await listed(school)).toMatchObject({
      Status: 'out',
      Alarm: expect.stringContaining('overdue'),
    });
  }, 120_000);
});
