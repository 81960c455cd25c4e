/**
 * `GET /way/{CODE}/{TOKEN}`: leads to Google Maps' directions to an office, and notes that the person of the token asked
 * the way, so that they can be asked the next morning how it was. With a token that is too old it only leads.
 */
import { type Response, Router } from 'express';
import { directionsUri, type Position } from '../../flows/engine/message.ts';
import type { WayTokens } from './way-token.ts';

type Surroundings = {
  tokens: Pick<WayTokens, 'open'>;
  /** The published pin with this code, or the one that took its place. */
  pinByCode: (code: string) => Promise<{ code: string; position: Position } | undefined>;
  /** Notes the asking, if the person wants to be asked. */
  noteWay: (way: { person: string; pin: string; at: Date }) => Promise<void>;
  now: () => Date;
};

const ADDRESS = /^\/way\/([0-9A-Z]{6})\/([\w-]{1,300})$/;

/** Serves the way there. */
export function wayRouter({ tokens, pinByCode, noteWay, now }: Surroundings): Router {
  const router = Router();
  router.get(ADDRESS, async (request, response) => {
    const [code = '', token = ''] = [request.params[0], request.params[1]];
    const pin = await pinByCode(code);
    // The address is somebody's: it is kept by nobody in between.
    response.set('Cache-Control', 'no-store');
    if (!pin) return notFound(response);
    const at = now();
    const person = tokens.open(code, token, at.toISOString());
    // Programs that look at links ask for the head alone; people do not.
    if (person && request.method === 'GET') await noteWay({ person, pin: pin.code, at });
    response.redirect(302, directionsUri(pin.position));
  });
  return router;
}

function notFound(response: Response): void {
  response.status(404).json({ error: 'not-found' });
}
