/** What must hold of a request before the SDK sees it: the SDK takes tokens of any app, and believes every body. */
import { errors, jwtVerify } from 'jose';
import { activityShape, type IncomingActivity, tenantsOf } from './activity.ts';
import type { Problem } from './problem.ts';
import { isTrustedServiceUrl, withoutSlash } from './service-url.ts';
import type { TeamsSettings } from './settings.ts';
import type { SigningKeys } from './signing-keys.ts';

export const largestBody = 256 * 1024;

const issuer = 'https://api.botframework.com';
const channel = 'msteams';
const clockTolerance = 300;

export type Guarded =
  | { readonly kind: 'passed'; readonly activity: IncomingActivity; readonly body: unknown }
  | { readonly kind: 'refused'; readonly problem: Problem };

type Given = Pick<TeamsSettings, 'botAppId' | 'tenantId' | 'serviceOrigins'> & {
  readonly keys: SigningKeys;
};
type Claims = { readonly issuer: unknown; readonly serviceUrl: unknown; readonly keyId?: string };

const refused = (status: number, title: string): Guarded => ({
  kind: 'refused',
  problem: { status, title },
});

const parseBody = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

/** Undefined where the token is none of the connector's for us. Keys that cannot be fetched are our fault: that throws. */
const claimsOf = async (authorization: string, given: Given): Promise<Claims | undefined> => {
  const token = /^Bearer ([\w.-]+)$/.exec(authorization)?.[1];
  if (token === undefined) return undefined;
  try {
    const { payload, protectedHeader } = await jwtVerify<{ serviceurl?: unknown }>(
      token,
      given.keys.find,
      {
        algorithms: ['RS256'],
        audience: given.botAppId,
        clockTolerance,
        requiredClaims: ['exp'],
      },
    );
    return {
      issuer: payload.iss,
      serviceUrl: payload.serviceurl,
      ...(protectedHeader.kid !== undefined && { keyId: protectedHeader.kid }),
    };
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
};

const reasonAgainst = (
  activity: IncomingActivity,
  claims: Claims,
  given: Given,
): string | undefined => {
  const tenants = tenantsOf(activity);
  if (claims.issuer !== issuer) return 'The token is not from the connector.';
  if (typeof claims.serviceUrl !== 'string') return 'The token names no service URL.';
  if (withoutSlash(claims.serviceUrl) !== withoutSlash(activity.serviceUrl))
    return 'The service URL is not the one in the token.';
  if (!isTrustedServiceUrl(activity.serviceUrl, given.serviceOrigins))
    return 'The service URL is not one that this app uses.';
  if (activity.channelId !== channel) return 'The channel is not Microsoft Teams.';
  if (!given.keys.endorses(claims.keyId, channel)) return 'The key is not for this channel.';
  if (tenants.length === 0 || tenants.some((tenant) => tenant !== given.tenantId))
    return 'The tenant is not this school’s.';
  return undefined;
};

/** Size, JSON, shape, token, and that token and body belong together: in that order. */
export const guard = async (
  request: { readonly text: string; readonly authorization: string | undefined },
  given: Given,
): Promise<Guarded> => {
  if (Buffer.byteLength(request.text) > largestBody) return refused(413, 'The body is too large.');
  const body = parseBody(request.text);
  if (body === undefined) return refused(400, 'The body is not JSON.');
  const shaped = activityShape.safeParse(body);
  if (!shaped.success) return refused(400, 'The body is not an activity.');
  const claims = await claimsOf(request.authorization ?? '', given);
  if (claims === undefined) return refused(401, 'There is no valid token.');
  const reason = reasonAgainst(shaped.data, claims, given);
  if (reason !== undefined) return refused(403, reason);
  return { kind: 'passed', activity: shaped.data, body };
};
