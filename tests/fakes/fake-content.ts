/** LINE's store of what people sent: a message's id says what its picture is like. */
import sharp from 'sharp';
import type { ContentClient, Fetched } from '../../bot/line/content.ts';

/** Ids of messages without a picture that can be kept. Any other id is a picture that can. */
const CONTENTS: Readonly<Record<string, () => Promise<Fetched> | Fetched>> = {
  gone: () => ({ ok: false, why: 'gone' }),
  'too-large': () => ({ ok: false, why: 'too-large' }),
  'try-again': () => ({ ok: false, why: 'unclear' }),
  'not-a-picture': () => ({ ok: true, bytes: Buffer.from('%PDF-1.7'), contentType: 'image/jpeg' }),
  'too-small': () => picture(100),
};

/** The fake. */
export const fakeContent: ContentClient = {
  fetchContent: async (messageId) => (CONTENTS[messageId] ?? (() => picture(240)))(),
};

async function picture(side: number): Promise<Fetched> {
  const create = { width: side, height: side, channels: 3 as const, background: '#0a6b4b' };
  return { ok: true, bytes: await sharp({ create }).jpeg().toBuffer(), contentType: 'image/jpeg' };
}
