/**
 * `GET /guidance/where-to-stand.png`: the example that is shown to whoever pins or photographs an office. It is our
 * own drawing, `where-to-stand.svg`; `UPDATE_PICTURES=1 npm test -- tests/web/guidance.test.ts` turns it into the
 * picture that is sent.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Router } from 'express';

const picture = join(import.meta.dirname, 'where-to-stand.png');

/** Serves the example. It may be drawn better one day, so it is asked for again after a day. */
export function guidanceRouter(): Router {
  const router = Router();
  const bytes = readFileSync(picture);
  router.get('/guidance/where-to-stand.png', (_request, response) => {
    response.set({
      'Content-Type': 'image/png',
      'Cache-Control': 'public, max-age=86400',
      // LINE's pages are another origin.
      'Cross-Origin-Resource-Policy': 'cross-origin',
    });
    // Express adds the ETag, and answers 304 and HEAD by itself.
    response.send(bytes);
  });
  return router;
}
