/** Everything a deployment says of itself, read once at the start. What is missing or wrong is all said at once. */
import { z } from 'zod';
import { type SchoolId, schoolId } from './vocabulary.ts';

const shape = z.object({
  PORT: z.coerce.number().int().positive().default(3978),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_ADDRESS: z.url().optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  /** Where what must not be lost is kept: a file in DATA_DIR, or a table in Azure Storage. */
  DIARY: z.enum(['sqlite', 'azure']).default('sqlite'),
  /** `https://name.table.core.windows.net`, written to as the machine's own identity. */
  DIARY_ACCOUNT: z.url({ protocol: /^https$/u }).optional(),
  /** Instead, with a key in it; this alone reaches Azurite. */
  DIARY_CONNECTION: z.string().min(1).optional(),
  PACK: z
    .string()
    .regex(/^[a-z-]+$/u)
    .default('default'),
  SCHOOL_ID: z.string().regex(/^[a-z0-9-]+$/u),
  SCHOOL_NAME: z.string().min(1),
  /** Where parents ring, for letters to them. */
  SCHOOL_PHONE: z.string().default(''),
  TENANT_ID: z.uuid(),
  TEAMS_APP_ID: z.uuid(),
  TAB_APP_ID: z.uuid(),
  BOT_APP_ID: z.uuid(),
  BOT_SECRET: z.string().min(1),
  GRAPH_SECRET: z.string().optional(),
  SHAREPOINT_HOST: z.string().min(1),
  SAFEGUARDING_TEAM: z.string().min(1),
  SAFEGUARDING_CHANNEL: z.string().min(1),
  /** 32 bytes, base64: seals histories and what waits in the diary. */
  SEAL_KEY: z.string().regex(/^[A-Za-z0-9+/]{43}=$/u, 'must be 32 bytes in base64'),
  GRAPH_ADDRESS: z.url().optional(),
  ENTRA_ADDRESS: z.url().default('https://login.microsoftonline.com'),
  BOT_OPENID_METADATA: z
    .url()
    .default('https://login.botframework.com/v1/.well-known/openidconfiguration'),
  BOT_SERVICE_URL: z.url().default('https://smba.trafficmanager.net/uk/'),
  /** Exact origins; anybody may register a name under trafficmanager.net. */
  BOT_SERVICE_ORIGINS: z.string().default('https://smba.trafficmanager.net'),
  FRAME_ANCESTORS: z
    .string()
    .default('https://*.cloud.microsoft https://teams.microsoft.com https://*.teams.microsoft.com'),
  HOST_ORIGINS: z.string().default(''),
});

const whole = shape.refine(
  ({ DIARY, DIARY_ACCOUNT, DIARY_CONNECTION }) =>
    DIARY === 'sqlite' || DIARY_ACCOUNT !== undefined || DIARY_CONNECTION !== undefined,
  { path: ['DIARY_ACCOUNT'], message: 'is needed where DIARY is azure' },
);

export type Settings = Omit<z.infer<typeof shape>, 'SCHOOL_ID'> & { readonly SCHOOL_ID: SchoolId };

/** Throws SettingsUnclear naming every setting that is missing or wrong; never their values. */
export const readSettings = (env: Readonly<Record<string, string | undefined>>): Settings => {
  const read = whole.safeParse(env);
  if (!read.success) {
    const wrong = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new SettingsUnclear(`These settings are missing or wrong.\n${wrong.join('\n')}`);
  }
  return { ...read.data, SCHOOL_ID: schoolId(read.data.SCHOOL_ID) };
};

export class SettingsUnclear extends Error {
  override readonly name = 'SettingsUnclear';
}

/** Words of a setting that holds several, parted by spaces. */
export const several = (text: string): readonly string[] =>
  text.split(/\s+/u).filter((word) => word !== '');
