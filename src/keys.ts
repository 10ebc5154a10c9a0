/** Two keys from one secret: one to seal what is kept, one to sign histories. */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
} from 'node:crypto';
import type { Keys } from './journeys/ports.ts';

const nonceBytes = 12;
const tagBytes = 16;

/** `secret` is 32 bytes in base64. */
export const keysFrom = (secret: string): Keys => {
  // Made ready once: each use of the bare bytes would cost as much as the hash itself.
  const derive = (purpose: string) =>
    createSecretKey(
      Buffer.from(hkdfSync('sha256', Buffer.from(secret, 'base64'), '', purpose, 32)),
    );
  const signing = derive('home-visits/history');
  const sealing = derive('home-visits/diary');
  return {
    hmac: (text) => createHmac('sha256', signing).update(text).digest('base64url'),
    seal: (text) => {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
    },
    open: (sealed) => {
      try {
        const bytes = Buffer.from(sealed, 'base64url');
        const decipher = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(0, nonceBytes));
        decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
        const body = bytes.subarray(nonceBytes + tagBytes);
        return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
      } catch {
        return undefined;
      }
    },
  };
};
