import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const shape = z.object({
  botSecret: z.string(),
  graphSecret: z.string(),
  provisionSecret: z.string(),
  sealKey: z.string(),
  entraKey: z.string(),
  connectorKey: z.string(),
  strangerKey: z.string(),
});

/** What a real tenant keeps in a vault: made once for a data folder, and kept there. */
export type Secrets = z.infer<typeof shape>;

const privateKey = (): string =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }).privateKey;

const make = (): Secrets => ({
  botSecret: randomBytes(24).toString('base64url'),
  graphSecret: randomBytes(24).toString('base64url'),
  provisionSecret: randomBytes(24).toString('base64url'),
  sealKey: randomBytes(32).toString('base64'),
  entraKey: privateKey(),
  connectorKey: privateKey(),
  strangerKey: privateKey(),
});

export const openSecrets = (dataDir: string): Secrets => {
  const file = join(dataDir, 'secrets.json');
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  if (existsSync(file)) return shape.parse(JSON.parse(readFileSync(file, 'utf8')));
  const made = make();
  writeFileSync(file, JSON.stringify(made), { mode: 0o600 });
  return made;
};
