/** `GET /posters/{CODE}.png`: the poster of a published pin, to be printed. Everybody may see it: it hangs at the counter. */
import { Router } from 'express';
import { pinByCode } from '../../models/published-pins.ts';
import { drawSvg } from '../pictures/draw-svg.ts';
import { posterSvg } from '../pictures/poster.ts';

const ADDRESS = /^\/posters\/([0-9A-Za-z]{5,7})\.png$/;

/** Serves posters; `linkOf` gives what a poster's QR code opens, undefined where our account's name is not set. */
export function postersRouter(linkOf: (code: string) => string | undefined): Router {
  const router = Router();
  router.get(ADDRESS, async (request, response) => {
    const pin = await pinByCode(request.params[0] ?? '');
    const link = pin && linkOf(pin.code);
    if (!pin || !link) {
      response.status(404).set('Cache-Control', 'no-store').json({ error: 'not-found' });
      return;
    }
    // The office may be called otherwise tomorrow.
    response.set('Cache-Control', 'public, max-age=3600');
    response.set('Content-Disposition', `inline; filename="pakmud-${pin.code}.png"`).type('png');
    response.send(await drawSvg(posterSvg({ name: pin.name, code: pin.code, link })));
  });
  return router;
}
