import type { SchoolId } from '../vocabulary.ts';

/** Where the bot stands, whom it believes, and where it may send. Everything comes from configuration. */
export type TeamsSettings = {
  readonly school: SchoolId;
  readonly tenantId: string;
  readonly botAppId: string;
  /** Where the connector publishes the keys it signs with. */
  readonly botOpenIdMetadata: string;
  readonly loginEndpoint: string;
  /** Exact origins a service URL may have, such as `https://smba.trafficmanager.net`. */
  readonly serviceOrigins: readonly string[];
  /** Where a conversation is begun with somebody who never opened the app. */
  readonly serviceUrl: string;
  readonly safeguarding: { readonly team: string; readonly channel: string };
  /** The address that opens a page of the tab, such as `visits/HV-2026-0042`. */
  readonly tabLink: (page: string) => string;
};
