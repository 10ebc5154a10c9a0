import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from '@jest/globals';
import { azureDiary } from '../../src/diary/azure-diary.ts';
import { schoolId } from '../../src/vocabulary.ts';
import { type Azurite, startAzurite } from './azurite.ts';
import { describeDiary } from './diary-contract.ts';

let azurite: Azurite;
beforeAll(async () => {
  azurite = await startAzurite();
}, 30_000);
afterAll(() => azurite.stop());

const open = async () => {
  const place = { connection: azurite.connection, table: `t${randomUUID().replaceAll('-', '')}` };
  return async () => azureDiary(place, [schoolId('school')]);
};

describeDiary('Azure Storage', open, { partitions: 5 });
