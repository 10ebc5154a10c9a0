/** What the server says of the place this build runs in. */
export type TabConfig = {
  readonly tenant: string;
  readonly tabAppId: string;
  readonly authority: string;
  readonly authorityMetadata?: string;
  readonly hostOrigins: readonly string[];
};

export const loadConfig = async (): Promise<TabConfig> => {
  const answer = await fetch('./config.json', { cache: 'no-store' });
  if (!answer.ok) throw new Error(`config.json answered ${answer.status}`);
  return (await answer.json()) as TabConfig;
};
