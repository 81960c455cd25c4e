/** What the page talks to: its files, its people, its chats and the faults. */
import { fileURLToPath } from 'node:url';
import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import { faultsSchema } from './faults.ts';
import { personaBody } from './page-bodies.ts';
import { readBody } from './page-body.ts';
import { chatRouter } from './page-chats.ts';
import { pageGuard } from './page-guard.ts';
import { PageRefusal } from './page-refusal.ts';
import type { Persona } from './persona.ts';
import type { Platform } from './platform.ts';

const folder = fileURLToPath(new URL('./page/', import.meta.url));
/** So many people can be there before the page may make no more. */
const mostPeople = 1000;

/** `host` is the address the server listens on. */
export function pageRouter(platform: Platform, host: string): Router {
  const router = express.Router();
  router.use(pageGuard(host));
  router.get('/', (_request, response) => response.sendFile('index.html', { root: folder }));
  router.use('/page/api', apiRouter(platform));
  router.use('/page', express.static(folder, { index: false, redirect: false }));
  return router;
}

function apiRouter(platform: Platform): Router {
  const router = express.Router();
  router.use(express.json({ limit: '256kb' }));
  router.get('/personas', (_request, response) => response.json(personas(platform)));
  router.post('/personas', (request, response) => {
    response.status(201).json(createPersona(platform, readBody(personaBody, request)));
  });
  router.get('/faults', (_request, response) => response.json(platform.faults));
  router.put('/faults', (request, response) => {
    platform.faults = readBody(faultsSchema, request);
    response.json(platform.faults);
  });
  router.get('/content/:messageId', (request, response) => sendContent(platform, request, response));
  router.get('/menus/:richMenuId/image', (request, response) => sendMenuImage(platform, request, response));
  router.use('/chats/:userId', chatRouter(platform));
  router.use((_request, _response) => {
    throw new PageRefusal(404, 'Not found');
  });
  router.use(answerError(platform));
  return router;
}

/** Only people with a role on the page, and those it made itself; friends without a face stay out. */
function personas(platform: Platform) {
  return [...platform.people.values()]
    .filter(({ persona }) => persona.role.th !== '')
    .map(({ persona, following }) => shown(persona, following));
}

function shown({ userId, displayName, pictureUrl, role, hint }: Persona, following: boolean) {
  return { userId, displayName, pictureUrl, role, hint, following };
}

function createPersona(platform: Platform, { displayName }: z.infer<typeof personaBody>) {
  if (platform.people.size >= mostPeople) throw new PageRefusal(409, 'There are enough people already.');
  const persona: Persona = {
    userId: platform.identifiers.userId(),
    displayName,
    language: 'th',
    role: { th: 'ประชาชน', en: 'Citizen' },
    hint: { th: 'เพิ่มเป็นเพื่อนเพื่อเริ่มคุย', en: 'Add the account as a friend to begin' },
    following: false,
  };
  platform.addPersona(persona);
  return shown(persona, false);
}

function sendContent(platform: Platform, request: Request, response: Response): void {
  const found = platform.contents.find(String(request.params.messageId));
  if (found.state !== 'kept') throw new PageRefusal(found.state === 'unsent' ? 410 : 404, 'Not found');
  const { bytes, contentType } = found.content;
  const isPicture = contentType === 'image/jpeg' || contentType === 'image/png';
  response.type(isPicture ? contentType : 'application/octet-stream').send(Buffer.from(bytes));
}

function sendMenuImage(platform: Platform, request: Request, response: Response): void {
  const image = platform.richMenus.menus.get(String(request.params.richMenuId))?.image;
  if (image === undefined) throw new PageRefusal(404, 'Not found');
  response.type(image.contentType).send(Buffer.from(image.bytes));
}

/** A refusal of ours, or of the reader of bodies (too large, not JSON). */
const refused = z.object({ status: z.int().min(400).max(503), message: z.string() });

function answerError(platform: Platform) {
  return (error: unknown, _request: Request, response: Response, _next: NextFunction): void => {
    const refusal = refused.safeParse(error);
    if (refusal.success) {
      response.status(refusal.data.status).json({ message: refusal.data.message });
      return;
    }
    platform.log.error(`The page's interface failed: ${error instanceof Error ? error.message : 'unknown'}`);
    response.status(500).json({ message: 'Internal Server Error' });
  };
}
