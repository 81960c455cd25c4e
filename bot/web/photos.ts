/**
 * `GET /photos/{id}.jpg` and `/photos/{id}-small.jpg`: photos of published pins, for LINE's servers and everybody's
 * browser. A photo never changes under its address, so it may be kept for a year.
 */
import { pipeline } from 'node:stream/promises';
import { type Request, type Response, Router } from 'express';
import type { OpenPhoto } from '../../models/photo.ts';
import type { PhotoSize } from '../../models/photo-files.ts';

/** Gives a photo that everybody may see. */
type Open = (id: string, size: PhotoSize) => Promise<OpenPhoto | undefined>;

/** Only the letters and digits of an id ever reach the database; any other address is not found. */
const ADDRESS = /^\/photos\/([0-9A-Za-z]{1,64})(-small)?\.jpg$/;

/** Serves photos. */
export function photosRouter(open: Open): Router {
  const router = Router();
  router.get(ADDRESS, async (request, response) => {
    const [id = '', small] = [request.params[0], request.params[1]];
    const photo = await open(id, small ? 'small' : 'full');
    if (photo) return send(photo, request, response);
    // It may be published later.
    response.status(404).set('Cache-Control', 'no-store').json({ error: 'not-found' });
  });
  return router;
}

async function send({ length, etag, read }: OpenPhoto, request: Request, response: Response): Promise<void> {
  response.set({
    'Cache-Control': 'public, max-age=31536000, immutable',
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
