/** The places in the deployment's files that the toolkit fills in: ${{NAME}}. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const place = /\$\{\{(\w+)\}\}/gu;
const root = join(import.meta.dirname, '../..');

export const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');

export const placesIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(place)].map(([, name = '']) => name)),
];

/** Values of the right shape for each of them. */
const samples: Readonly<Record<string, string>> = {
  TEAMS_APP_ID: 'a3bb189e-8bf9-4888-9912-ace4e6543002',
  TAB_APP_ID: '5e0d1f6a-54b1-4d7c-8f0e-6c3a3e5f9b10',
  TAB_APP_OBJECT_ID: '0b7a8f1e-6d0c-4a55-8ac6-1a1f3b6f0c11',
  BOT_APP_ID: 'c9a646d3-9c61-4cb7-bfcd-ee2522c8f633',
  TENANT_ID: '72f988bf-86f1-41af-91ab-2d7cd011db47',
  PUBLIC_DOMAIN: 'home-visits-oakfield.azurewebsites.net',
  PACK: 'default',
  SCHOOL_ID: 'oakfield',
  SCHOOL_NAME: 'Oakfield School',
  SHAREPOINT_HOST: 'oakfield.sharepoint.com',
  SAFEGUARDING_TEAM: '1f2e3d4c-5b6a-4978-8a9b-0c1d2e3f4a5b',
  SAFEGUARDING_CHANNEL: '19:safeguarding@thread.tacv2',
  SECRET_BOT_SECRET: 'a secret for the bot',
  SECRET_GRAPH_SECRET: 'a secret for Graph',
  SECRET_SEAL_KEY: `${'A'.repeat(43)}=`,
};

export const filled = (text: string): string =>
  text.replace(place, (whole, name: string) => {
    const sample = samples[name];
    if (sample === undefined) throw new Error(`Nothing stands for ${whole}.`);
    return sample;
  });
