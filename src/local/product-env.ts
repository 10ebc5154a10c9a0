import { join } from 'node:path';
import type { Secrets } from './secrets.ts';
import { tenant } from './tenant.ts';

export type ProductPlace = {
  readonly address: string;
  readonly productPort: number;
  readonly dataDir: string;
  readonly pack: string;
  readonly offsetMs: number;
};

/** Everything that tells the product it runs here: in production the same names hold real addresses and keys. */
export const productEnv = (
  { address, productPort, dataDir, pack, offsetMs }: ProductPlace,
  secrets: Secrets,
): Readonly<Record<string, string>> => {
  const { port } = new URL(address);
  return {
    PORT: String(productPort),
    DATA_DIR: join(dataDir, 'product'),
    PACK: pack,
    SCHOOL_ID: tenant.school,
    SCHOOL_NAME: tenant.schoolName,
    SCHOOL_PHONE: tenant.schoolPhone,
    TENANT_ID: tenant.id,
    TEAMS_APP_ID: tenant.teamsAppId,
    TAB_APP_ID: tenant.tabAppId,
    BOT_APP_ID: tenant.botAppId,
    BOT_SECRET: secrets.botSecret,
    GRAPH_SECRET: secrets.graphSecret,
    SHAREPOINT_HOST: tenant.sharePointHost,
    SAFEGUARDING_TEAM: tenant.safeguardingTeam,
    SAFEGUARDING_CHANNEL: tenant.safeguardingChannel,
    GRAPH_ADDRESS: address,
    ENTRA_ADDRESS: address,
    BOT_OPENID_METADATA: `${address}/botframework/.well-known/openidconfiguration`,
    BOT_SERVICE_ORIGINS: address,
    BOT_SERVICE_URL: `${address}/connector/`,
    SEAL_KEY: secrets.sealKey,
    FRAME_ANCESTORS: `http://127.0.0.1:${port} http://localhost:${port}`,
    HOST_ORIGINS: `http://127.0.0.1:${port} http://localhost:${port}`,
    CLOCK_OFFSET_MS: String(offsetMs),
  };
};
