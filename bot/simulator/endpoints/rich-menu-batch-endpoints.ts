/** Moving everybody who is linked to a rich menu: the request, its validation, and how far it is. */
import type { z } from 'zod';
import { batchSchema } from '../message-rules/rich-menu-rules.ts';
import type { Platform } from '../platform.ts';
import { menuBatchLimit, menuWriteLimit } from '../rate-limits.ts';
import { type Answer, accepted, type Call, done, type Endpoint, notFound, Refusal } from './endpoint.ts';
import { judged } from './judged.ts';

const many = '/v2/bot/richmenu';

/** They stand before the paths with a menu's id. */
export const richMenuBatchEndpoints: readonly Endpoint[] = [
  {
    name: 'richmenu-batch',
    method: 'post',
    path: `${many}/batch`,
    body: 'json',
    limit: menuBatchLimit,
    answer: batch,
  },
  {
    name: 'richmenu-batch-validate',
    method: 'post',
    path: `${many}/validate/batch`,
    body: 'json',
    answer: validate,
  },
  {
    name: 'richmenu-batch-progress',
    method: 'get',
    path: `${many}/progress/batch`,
    body: 'none',
    limit: menuWriteLimit,
    answer: progress,
  },
];

type Batch = z.infer<typeof batchSchema>;

function read({ platform, json }: Call): Batch {
  const body = judged(batchSchema, json);
  for (const [index, move] of body.operations.entries()) {
    if (move.type !== 'unlinkAll') requireMenu(platform, move.from, `operations[${index}].from`);
    if (move.type === 'link') requirePictured(platform, move.to, `operations[${index}].to`);
  }
  return body;
}

function requireMenu(platform: Platform, richMenuId: string, property: string) {
  const menu = platform.richMenus.menus.get(richMenuId);
  if (menu === undefined) throw oneError(404, `Richmenu (${richMenuId}) is not found`, property);
  return menu;
}

function requirePictured(platform: Platform, richMenuId: string, property: string): void {
  if (requireMenu(platform, richMenuId, property).image !== undefined) return;
  const message = `'to' richmenu (${richMenuId}) must have image but it doesn't`;
  throw oneError(400, message, property);
}

const oneError = (status: number, message: string, property: string) =>
  new Refusal(status, { message: 'The request body has 1 error(s)', details: [{ message, property }] });

function validate(call: Call): Answer {
  read(call);
  return done;
}

function batch(call: Call): Answer {
  const { operations, resumeRequestKey } = read(call);
  call.platform.richMenus.batches.accept(call.requestId, operations, resumeRequestKey);
  return accepted;
}

const requestIdPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function progress({ platform, query: { requestId = '' } }: Call): Answer {
  if (!requestIdPattern.test(requestId)) throw new Refusal(400, { message: 'Invalid request ID' });
  const body = platform.richMenus.batches.progress(requestId);
  if (body === undefined) throw notFound();
  return { status: 200, body };
}
