/**
 * `GET /photos/{id}.jpg` and `/photos/{id}-small.jpg`: photos of published pins, for LINE's servers and everybody's
 * browser. A photo never changes under its address, so it may be kept for a year.
 *
 * `GET /photos/{id}-{key}.jpg` and `/photos/{id}-small-{key}.jpg`: the same for those who work on a draft or a retired
 * pin (see `bot/photos/photo-key.ts`). It is kept by nobody in between, so that a deleted photo is gone.
 */
import { pipeline } from 'node:stream/promises';
import { type Request, type Response, Router } from 'express';
import type { OpenPhoto } from '../../models/photo.ts';
import type { PhotoSize } from '../../models/photo-files.ts';
import type { PhotoKeys } from '../photos/photo-key.ts';

/** Gives a photo that everybody may see. */
type Open = (id: string, size: PhotoSize) => Promise<OpenPhoto | undefined>;

/** How photos are opened: those of everybody, and with a fitting key any. */
type Opening = { open: Open; openListed: Open; keys: Pick<PhotoKeys, 'fits'> };

/** Only the letters and digits of an id ever reach the database; any other address is not found. */
const ADDRESS = /^\/photos\/([0-9A-Za-z]{1,64})(-small)?(?:-([0-9a-f]{32}))?\.jpg$/;
const FOR_EVERYBODY = 'public, max-age=31536000, immutable';
const FOR_THE_READER = 'private, max-age=3600';

/** Serves photos. */
export function photosRouter({ open, openListed, keys }: Opening): Router {
  const router = Router();
  router.get(ADDRESS, async (request, response) => {
    const [id = '', small, key] = [request.params[0], request.params[1], request.params[2]];
    const size = small ? 'small' : 'full';
    if (key !== undefined && !keys.fits(id, key)) return notFound(response);
    const photo = await (key === undefined ? open : openListed)(id, size);
    if (!photo) return notFound(response);
    response.set('Cache-Control', key === undefined ? FOR_EVERYBODY : FOR_THE_READER);
    return send(photo, request, response);
  });
  return router;
}

function notFound(response: Response): void {
  // It may be published later.
  response.status(404).set('Cache-Control', 'no-store').json({ error: 'not-found' });
}

async function send({ length, etag, read }: OpenPhoto, request: Request, response: Response): Promise<void> {
  response.set({
    ETag: etag,
    'X-Content-Type-Options': 'nosniff',
    // Elsewhere in this service pages of other origins may embed nothing.
    'Cross-Origin-Resource-Policy': 'cross-origin',
  });
  if (request.fresh) {
    response.status(304).end();
    return;
  }
  response.set({ 'Content-Type': 'image/jpeg', 'Content-Length': String(length) });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  try {
    await pipeline(read(), response);
  } catch (error) {
    // Nobody waits any more for what the reader broke off.
    if (!isBrokenOff(error)) throw error;
  }
}

function isBrokenOff(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === 'ERR_STREAM_PREMATURE_CLOSE'
  );
}
