/** The diary that the settings name: a file beside the product, or a table in Azure Storage. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { sqliteDiary } from './diary/sqlite-diary.ts';
import type { Place } from './diary/table.ts';
import type { Diary } from './journeys/diary.ts';
import type { Settings } from './settings.ts';

export const openDiary = async (settings: Settings): Promise<Diary> => {
  if (settings.DIARY === 'azure') return inAzure(settings);
  mkdirSync(settings.DATA_DIR, { recursive: true, mode: 0o700 });
  return sqliteDiary(join(settings.DATA_DIR, 'diary.sqlite'));
};

/** Loaded only where it is used, for it is large, and whoever is out waits for a start. */
const inAzure = async (settings: Settings): Promise<Diary> => {
  const { azureDiary } = await import('./diary/azure-diary.ts');
  return azureDiary(await placeOf(settings), [settings.SCHOOL_ID]);
};

/** In Azure as the machine itself, with no key to keep; loaded only there, for it is large. */
const placeOf = async ({ DIARY_CONNECTION, DIARY_ACCOUNT }: Settings): Promise<Place> => {
  if (DIARY_CONNECTION !== undefined) return { connection: DIARY_CONNECTION };
  const { ManagedIdentityCredential } = await import('@azure/identity');
  return { account: DIARY_ACCOUNT ?? '', credential: new ManagedIdentityCredential() };
};
