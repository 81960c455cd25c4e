/**
 * The simulated complaint system over HTTP: `POST /1111/cases` for the bot, and a page at `/1111` for whoever looks,
 * with the cases, buttons for their updates and the faults.
 */
import { timingSafeEqual } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import express, { type ErrorRequestHandler, type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import { complaintFaultKinds, complaintFaultsSchema, takeComplaintFault } from './complaint-faults.ts';
import { complaintPage } from './complaint-page.ts';
import { type ComplaintService, caseBody, complaintStatuses } from './complaint-service.ts';
import { readBody } from './page-body.ts';
import { pageGuard } from './page-guard.ts';
import { PageRefusal } from './page-refusal.ts';

const updateBody = z.strictObject({
  status: z.enum(complaintStatuses),
  words: z.string().max(1_000).optional(),
});
const faultBody = z.strictObject({ kind: z.enum([...complaintFaultKinds, 'none']) });

/** `host` is the address the server listens on. */
export function complaintRouter(service: ComplaintService, host: string): Router {
  const router = express.Router();
  router.post('/1111/cases', express.json({ limit: '256kb' }), (request, response) =>
    takeCase(service, request, response),
  );
  router.use('/1111', pageGuard(host), pageRoutes(service));
  router.use(answerRefusal);
  return router;
}

/** Refuses what lacks the token or the key; then the faults have their say, then the body. */
async function takeCase(service: ComplaintService, request: Request, response: Response): Promise<void> {
  if (!hasToken(request, service.token)) {
    response.status(401).json({ message: 'The token is missing or wrong.' });
    return;
  }
  service.posts += 1;
  const { hit, left } = takeComplaintFault(service.faults);
  service.faults = left;
  if (hit?.kind === 'noAnswer') await wait(hit.milliseconds ?? 15_000, undefined, { ref: false });
  const refused = refusalOf(hit?.kind);
  if (refused) {
    response.status(refused.status).json({ message: refused.message });
    return;
  }
  const key = request.header('idempotency-key') ?? '';
  if (key === '') throw new PageRefusal(400, 'The Idempotency-Key header is missing.');
  const parsed = caseBody.safeParse(request.body);
  if (!parsed.success) throw new PageRefusal(422, z.prettifyError(parsed.error));
  const { isNew, number } = service.take(key, parsed.data);
  if (hit?.kind === 'lateAnswer') await wait(hit.milliseconds ?? 15_000, undefined, { ref: false });
  if (hit?.kind === 'loseAnswer') request.socket.destroy();
  else response.status(isNew && hit?.kind !== 'alreadyThere' ? 201 : 409).json({ number });
}

function refusalOf(kind: string | undefined): { status: number; message: string } | undefined {
  if (kind === 'serverError' || kind === 'noAnswer') return { status: 500, message: 'Internal Server Error' };
  if (kind === 'tooManyRequests') return { status: 429, message: 'Too many requests' };
  return kind === 'refuse' ? { status: 422, message: 'This case is not taken.' } : undefined;
}

function hasToken(request: Request, token: string): boolean {
  const given = Buffer.from(request.header('authorization') ?? '');
  const expected = Buffer.from(`Bearer ${token}`);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function pageRoutes(service: ComplaintService): Router {
  const router = express.Router();
  router.use(express.json({ limit: '64kb' }), express.urlencoded({ extended: false, limit: '64kb' }));
  router.get('/', (_request, response) => {
    // Without a referrer policy of its own a form would not say where it comes from, and be refused.
    response.set('referrer-policy', 'same-origin').type('html').send(complaintPage(service));
  });
  router.get('/cases', (_request, response) => response.json(service.cases));
  router.post('/cases/:number/updates', async (request, response) => {
    const update = readBody(updateBody, request);
    const { number } = request.params;
    if (!service.caseOf(String(number))) throw new PageRefusal(404, 'There is no such case.');
    const sent = await service.sendUpdate(String(number), update);
    answer(request, response, sent);
  });
  router.get('/faults', (_request, response) => response.json(service.faults));
  router.put('/faults', (request, response) => {
    service.faults = readBody(complaintFaultsSchema, request);
    response.json(service.faults);
  });
  router.post('/faults', (request, response) => {
    const { kind } = readBody(faultBody, request);
    service.faults = kind === 'none' ? [] : [{ kind }];
    answer(request, response, service.faults);
  });
  return router;
}

/** A form is led back to the page; anything else gets the plain answer. */
function answer(request: Request, response: Response, plain: unknown): void {
  if (request.is('urlencoded')) response.redirect(303, '/1111/');
  else response.json(plain);
}

const answerRefusal: ErrorRequestHandler = (error, _request, response, next) => {
  const refusal = z.object({ status: z.int().min(400).max(499), message: z.string() }).safeParse(error);
  if (!refusal.success) return next(error);
  response.status(refusal.data.status).json({ message: refusal.data.message });
};
