/**
 * The addresses of photos whose pin is not published: drafts and retired pins. LINE shows a picture only by an
 * address that opens without a login, so the address itself is the secret. Those who work on such a pin are given
 * one with a key in it that nobody can guess; the plain address of the photo stays closed, because it was public
 * while a retired pin was on the map. Who has lost their role keeps, at most, the pictures they were shown; a photo
 * that is deleted is gone under every address.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';

/** Makes and checks the keys of photos, 32 hexadecimal digits each. */
export type PhotoKeys = { keyOf(id: string): string; fits(id: string, key: string): boolean };

/** Keys that are the same in every process with the same secret. */
export function createPhotoKeys(secret: string): PhotoKeys {
  const keyOf = (id: string) => createHmac('sha256', secret).update(`photo:${id}`).digest('hex').slice(0, 32);
  return {
    keyOf,
    fits: (id, key) => key.length === 32 && timingSafeEqual(Buffer.from(key), Buffer.from(keyOf(id))),
  };
}
