/** An Entra of two keys: its own, and a stranger's that claims the same name. */
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

export const tenant = '7f1c9a52-4b0e-4e56-9a5d-0c2f6f0b7a11';
export const tabApp = '3d5b2a10-8c41-4d0e-b1a7-5a4c1f6e9d01';
export const entraAddress = 'https://entra.example';
const issuer = `${entraAddress}/${tenant}/v2.0`;

const seconds = () => Math.floor(Date.now() / 1000);

export const claimsOf = (person: string): JWTPayload => ({
  iss: issuer,
  aud: tabApp,
  tid: tenant,
  oid: person,
  scp: 'access_as_user',
  ver: '2.0',
  iat: seconds(),
  nbf: seconds() - 5,
  exp: seconds() + 3600,
});

export const createFakeEntra = async () => {
  const own = await generateKeyPair('RS256', { extractable: true });
  const strange = await generateKeyPair('RS256', { extractable: true });
  const state = {
    up: true,
    calls: 0,
    kid: 'one',
    jwk: await exportJWK(own.publicKey),
    metadata: { issuer, jwks_uri: `${entraAddress}/keys` },
  };
  const fetched: typeof fetch = async (address) => {
    state.calls += 1;
    if (!state.up) throw new TypeError('fetch failed');
    return String(address).endsWith('openid-configuration')
      ? Response.json(state.metadata)
      : Response.json({ keys: [{ ...state.jwk, kid: state.kid, use: 'sig' }] });
  };
  const sign = (claims: JWTPayload, key = own.privateKey) =>
    new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: state.kid }).sign(key);
  return {
    state,
    fetch: fetched,
    sign,
    own,
    strange,
    tokenOf: (person: string) => sign(claimsOf(person)),
  };
};
