import { createHash, createPublicKey } from 'node:crypto';
import { exportJWK, importPKCS8, type JWK, type JWTPayload, SignJWT } from 'jose';

/** A key pair that signs, and the half of it that everybody may know. */
export type Signer = {
  readonly jwk: JWK;
  readonly sign: (claims: JWTPayload) => Promise<string>;
};

export const createSigner = async (pem: string): Promise<Signer> => {
  const privateKey = await importPKCS8(pem, 'RS256');
  const publicJwk = await exportJWK(createPublicKey(pem));
  const kid = createHash('sha256').update(String(publicJwk.n)).digest('base64url').slice(0, 27);
  return {
    jwk: { ...publicJwk, kid, use: 'sig', alg: 'RS256' },
    sign: (claims) =>
      new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' }).sign(privateKey),
  };
};

/** Signs under another's name: the same key id, a key that nobody published. */
export const createForger = async (pem: string, imitated: Signer): Promise<Signer> => {
  const privateKey = await importPKCS8(pem, 'RS256');
  const { jwk } = imitated;
  return {
    jwk,
    sign: (claims) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: 'RS256', ...(jwk.kid && { kid: jwk.kid }), typ: 'JWT' })
        .sign(privateKey),
  };
};
