/**
 * Sealed tokens that stand in the address of the page that leads the way: who asks, and until when the address tells so.
 * Nobody but this service can read or make one. The same person at the same minute gets the same token, so that a turn
 * taken twice says the same: the nonce is derived from what is sealed (as in SIV), never from chance.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';

/** Makes and opens tokens for an office (its public code). Instants are ISO. */
export type WayTokens = {
  seal(pin: string, person: string, now: string): string;
  /** The person; undefined for a token that is none, too old, or of another office. */
  open(pin: string, token: string, now: string): string | undefined;
};

/** How long an address tells who asks; afterwards it only leads the way. Minutes. */
const VALID_FOR = 12 * 60;
const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

/** Tokens that are the same in every process with the same secret. */
export function createWayTokens(channelSecret: string): WayTokens {
  const [key, nonceKey] = [keyFor('way:seal', channelSecret), keyFor('way:nonce', channelSecret)];
  return {
    seal(pin, person, now) {
      const plain = `${minutesOf(now) + VALID_FOR} ${person}`;
      const nonce = createHmac('sha256', nonceKey).update(`${pin}\n${plain}`).digest().subarray(0, NONCE);
      const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(pin));
      const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64url');
    },
    open(pin, token, now) {
      const plain = opened(Buffer.from(token, 'base64url'), pin, key);
      const [, until, person] = /^(\d+) (\S+)$/.exec(plain ?? '') ?? [];
      return person && minutesOf(now) <= Number(until) ? person : undefined;
    },
  };
}

function opened(bytes: Buffer, pin: string, key: Buffer): string | undefined {
  if (bytes.length <= NONCE + TAG) return undefined;
  try {
    const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE)).setAAD(Buffer.from(pin));
    decipher.setAuthTag(bytes.subarray(-TAG));
    const sealed = bytes.subarray(NONCE, -TAG);
    return Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8');
  } catch {
    // Forged, cut off or of another office: the cipher does not say which.
    return undefined;
  }
}

function keyFor(use: string, secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', use, 32));
}

const minutesOf = (instant: string): number => Math.floor(Date.parse(instant) / 60_000);
