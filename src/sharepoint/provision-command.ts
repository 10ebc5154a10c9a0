/**
 * `npm run provision`. Making lists needs more rights than the product has, so it runs as an app of its own:
 * with PROVISION_SECRET, or as the identity of the machine. It needs none of the product's keys.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import manifest from '../../package.json' with { type: 'json' };
import { lists } from '../register/lists.ts';
import { graphClient, userAgent } from './graph.ts';
import { provision } from './provision.ts';
import { appTokens, type Identity } from './tokens.ts';

const shape = z.object({
  SHAREPOINT_HOST: z.string().min(1),
  TENANT_ID: z.uuid(),
  PROVISION_APP_ID: z.uuid(),
  PROVISION_SECRET: z.string().min(1).optional(),
  ENTRA_ADDRESS: z.url().default('https://login.microsoftonline.com'),
  GRAPH_ADDRESS: z.url().optional(),
});
type Settings = z.infer<typeof shape>;

const timeoutMs = 30_000;

const identityFrom = (settings: Settings): Identity => {
  const { TENANT_ID: tenant, PROVISION_APP_ID: client, PROVISION_SECRET: secret } = settings;
  return secret === undefined
    ? { kind: 'managed', client }
    : { kind: 'secret', entra: settings.ENTRA_ADDRESS, tenant, client, secret };
};

const run = async (settings: Settings): Promise<boolean> => {
  const { SHAREPOINT_HOST: host, GRAPH_ADDRESS: address } = settings;
  const client = graphClient({
    token: appTokens(identityFrom(settings), { now: Date.now, timeoutMs }),
    userAgent: userAgent(manifest.version),
    timeoutMs,
    ...(address !== undefined && { address }),
  });
  const waitAndSay = async (seconds: number) => {
    console.info(`SharePoint is busy. Going on in ${seconds} seconds.`);
    await pause(seconds * 1_000);
  };
  const { sentences, wrong } = await provision(client, { host, lists, pause: waitAndSay });
  for (const sentence of sentences) console.info(sentence);
  return !wrong;
};

const settings = shape.safeParse(process.env);
if (!settings.success) {
  console.error('These settings are missing or wrong.');
  for (const { path, message } of settings.error.issues)
    console.error(`${path.join('.')}: ${message}`);
}
const right = settings.success && (await run(settings.data));
process.exitCode = right ? 0 : 1;
