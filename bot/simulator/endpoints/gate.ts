/** The way of every call of the bot: authorization, faults, rate, body, the endpoint, the answer. */
import { timingSafeEqual } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import { type CallFault, takeCallFaults } from '../faults.ts';
import type { Platform } from '../platform.ts';
import { defaultLimit } from '../rate-limits.ts';
import { type Answer, type Call, type Endpoint, Refusal } from './endpoint.ts';
import { peopleMeant } from './people-meant.ts';

export type GateSettings = { channelAccessToken: string; allowLocalImages: boolean };

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const largestBody = 2 * 1024 * 1024;

/** Puts the endpoints on a router; everything else under `/v2` is 404 in LINE's form. */
export function endpointRouter(
  platform: Platform,
  endpoints: readonly Endpoint[],
  settings: GateSettings,
): Router {
  const router = express.Router();
  const readBytes = express.raw({ type: () => true, limit: largestBody });
  for (const endpoint of endpoints) {
    router[endpoint.method](endpoint.path, readBytes, (request, response) =>
      serve(platform, endpoint, settings, request, response),
    );
  }
  router.use('/v2', (_request, response) => {
    send(response, platform.identifiers.requestId(), { status: 404, body: { message: 'Not found' } });
  });
  router.use(
    (error: Error & { status?: number }, _request: Request, response: Response, _next: NextFunction) => {
      const tooLarge = error.status === 413;
      if (!tooLarge) platform.log.error(`The simulated platform failed: ${error.message}`);
      const body = { message: tooLarge ? 'Payload Too Large' : 'Internal Server Error' };
      send(response, platform.identifiers.requestId(), { status: tooLarge ? 413 : 500, body });
    },
  );
  return router;
}

async function serve(
  platform: Platform,
  endpoint: Endpoint,
  settings: GateSettings,
  request: Request,
  response: Response,
): Promise<void> {
  const requestId = platform.identifiers.requestId();
  const answer = await answerTo(platform, endpoint, settings, request, requestId).catch(refusalAnswer);
  if (answer === 'lost') request.socket.destroy();
  else send(response, requestId, answer);
}

async function answerTo(
  platform: Platform,
  endpoint: Endpoint,
  settings: GateSettings,
  request: Request,
  requestId: string,
): Promise<Answer | 'lost'> {
  requireToken(request, settings.channelAccessToken);
  platform.calls.set(endpoint.name, platform.callsOf(endpoint.name) + 1);
  const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const json = readJson(endpoint, request, bytes);
  const parameters = Object.fromEntries(
    Object.entries(request.params).map(([name, value]) => [name, String(value)]),
  );
  const faults = takeCallFaults(platform.faults, endpoint.name, peopleMeant(platform, json, parameters));
  await applyFaults(faults);
  if (!platform.rateLimits.take(endpoint.name, endpoint.limit ?? defaultLimit)) throw rateExceeded();
  const call: Call = {
    platform,
    parameters,
    query: readQuery(request),
    json: json instanceof Refusal ? raise(json) : json,
    bytes,
    contentType: contentTypeOf(request),
    requestId,
    retryKey: readRetryKey(endpoint, request),
    allowLocalImages: settings.allowLocalImages,
  };
  const answer = await endpoint.answer(call);
  const late = faults.find(({ kind }) => kind === 'answerLate');
  if (late) await wait(late.milliseconds ?? 3000, undefined, { ref: false });
  return late || faults.some(({ kind }) => kind === 'loseAnswer') ? 'lost' : answer;
}

function requireToken(request: Request, channelAccessToken: string): void {
  const given = Buffer.from(request.header('authorization') ?? '');
  const expected = Buffer.from(`Bearer ${channelAccessToken}`);
  if (given.length === expected.length && timingSafeEqual(given, expected)) return;
  const reason =
    given.length === 0
      ? 'Authentication failed due to the following reason: authorization header required'
      : 'Authentication failed. Confirm that the access token in the authorization header is valid.';
  throw new Refusal(401, { message: reason });
}

/** A body that cannot be read is refused only after faults and rate had their say. */
function readJson(endpoint: Endpoint, request: Request, bytes: Buffer): unknown {
  if (endpoint.body === 'bytes' || endpoint.body === 'none') return undefined;
  if (endpoint.body === 'optional' && bytes.length === 0) return {};
  const contentType = contentTypeOf(request);
  if (contentType !== 'application/json') {
    return new Refusal(415, { message: `The content type, ${contentType}, is not supported` });
  }
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return new Refusal(400, { message: 'The request body could not be parsed as JSON (line: -, column: -)' });
  }
}

const contentTypeOf = (request: Request) =>
  (request.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

function readQuery(request: Request): Record<string, string> {
  return Object.fromEntries(new URL(request.originalUrl, 'http://simulator').searchParams);
}

function readRetryKey(endpoint: Endpoint, request: Request): string | undefined {
  const key = request.header('x-line-retry-key');
  if (key === undefined) return undefined;
  if (endpoint.acceptsRetryKey !== true) {
    throw new Refusal(400, { message: 'The X-Line-Retry-Key header is not supported by this API' });
  }
  if (!uuid.test(key)) throw new Refusal(400, { message: 'The X-Line-Retry-Key header must be a UUID' });
  return key;
}

async function applyFaults(faults: readonly CallFault[]): Promise<void> {
  for (const { kind, milliseconds = 3000, retryAfterSeconds } of faults) {
    if (kind === 'slow') await wait(milliseconds, undefined, { ref: false });
    if (kind === 'tooManyRequests') throw rateExceeded(retryAfterSeconds);
    if (kind === 'badRequest') throw new Refusal(400, { message: 'Bad Request' });
    if (kind === 'serverError') throw new Refusal(500, { message: 'Internal Server Error' });
  }
}

const rateExceeded = (retryAfterSeconds?: number) =>
  new Refusal(
    429,
    { message: 'The API rate limit has been exceeded. Try again later.' },
    retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) },
  );

function raise(refusal: Refusal): never {
  throw refusal;
}

function refusalAnswer(error: unknown): Answer {
  if (error instanceof Refusal) return { status: error.status, body: error.body, headers: error.headers };
  throw error;
}

function send(response: Response, requestId: string, answer: Answer): void {
  response.status(answer.status).set({ 'x-line-request-id': requestId, ...answer.headers });
  if (answer.bytes === undefined) response.json(answer.body ?? {});
  else response.type(answer.bytes.contentType).send(Buffer.from(answer.bytes.data));
}
