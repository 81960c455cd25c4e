/** LINE's webhook signature: base64 HMAC-SHA256 of the raw body under the channel secret. */
import { validateSignature } from '@line/bot-sdk';

/** Whether `signature` (header `x-line-signature`) is the one LINE makes for these bytes. Constant time. */
export function validSignature(body: Buffer, channelSecret: string, signature: string | undefined): boolean {
  return signature !== undefined && validateSignature(body, channelSecret, signature);
}
