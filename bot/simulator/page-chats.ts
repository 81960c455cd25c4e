/** What a person on the page can do in their chat. */
import express, { type Request, type Response, type Router } from 'express';
import type { z } from 'zod';
import { userIdPattern } from './identifiers.ts';
import { readImageSize } from './image-size.ts';
import { emptyBody, followBody, menuBody, messageBody, postbackBody } from './page-bodies.ts';
import { readBody } from './page-body.ts';
import { PageRefusal } from './page-refusal.ts';
import { streamChat } from './page-stream.ts';
import type { Platform } from './platform.ts';

/** Stands under `/page/api/chats/:userId`. Answers at once; the bot's answer comes over the stream. */
export function chatRouter(platform: Platform): Router {
  const router = express.Router({ mergeParams: true });
  router.get('/stream', (request, response) =>
    streamChat(platform, personOf(platform, request), request, response),
  );
  router.post('/messages', (request, response) => {
    const userId = writerOf(platform, request);
    const message = readBody(messageBody, request);
    begin(platform, response, platform.sendMessage(userId, message));
  });
  router.post(
    '/images',
    express.raw({ type: ['image/jpeg', 'image/png'], limit: '10mb' }),
    (request, response) => {
      const userId = writerOf(platform, request);
      const { bytes, contentType } = readImage(request);
      begin(platform, response, platform.sendImage(userId, bytes, contentType));
    },
  );
  router.post('/postbacks', (request, response) => {
    const userId = writerOf(platform, request);
    begin(platform, response, platform.tapPostback(userId, readBody(postbackBody, request)));
  });
  router.post('/follow', (request, response) => {
    const userId = personOf(platform, request);
    const { following } = readBody(followBody, request);
    requireWebhook(platform);
    begin(platform, response, following ? platform.follow(userId) : platform.unfollow(userId));
  });
  router.post('/messages/:messageId/unsend', (request, response) => {
    const userId = writerOf(platform, request);
    readBody(emptyBody, request);
    begin(platform, response, unsend(platform, userId, String(request.params.messageId)));
  });
  router.post('/menu', (request, response) => {
    const userId = writerOf(platform, request);
    begin(platform, response, switchMenu(platform, userId, readBody(menuBody, request)));
  });
  return router;
}

function personOf(platform: Platform, request: Request): string {
  const userId = String(request.params.userId);
  if (!userIdPattern.test(userId) || !platform.people.has(userId))
    throw new PageRefusal(404, 'Nobody has this id.');
  return userId;
}

/** A person who may write now: the bot can be reached and they have not blocked it. */
function writerOf(platform: Platform, request: Request): string {
  const userId = personOf(platform, request);
  const person = platform.people.get(userId);
  if (person?.wasFollowing && !person.following)
    throw new PageRefusal(409, 'This person blocked the account.');
  requireWebhook(platform);
  return userId;
}

function requireWebhook(platform: Platform): void {
  if (platform.webhooks.url === undefined) throw new PageRefusal(503, 'The bot has no webhook URL yet.');
}

/** The page does not wait for the bot: a slow webhook must not hold up the person's own words. */
function begin(platform: Platform, response: Response, sending: Promise<unknown>): void {
  sending.catch((error: unknown) => {
    platform.log.error(`A webhook could not be sent: ${error instanceof Error ? error.message : 'unknown'}`);
  });
  response.status(202).json({});
}

function readImage(request: Request): { bytes: Uint8Array; contentType: string } {
  const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const contentType = readImageSize(bytes)?.contentType;
  if (contentType === undefined) throw new PageRefusal(415, 'Only JPEG and PNG pictures can be sent.');
  return { bytes, contentType };
}

function unsend(platform: Platform, userId: string, messageId: string): Promise<unknown> {
  const own = platform
    .chat(userId)
    .some(({ from, ...rest }) => from === 'person' && 'message' in rest && rest.message.id === messageId);
  if (!own) throw new PageRefusal(404, 'This person sent no such message.');
  return platform.unsend(userId, messageId);
}

/** Shows the alias's menu and tells the bot whether that worked, as the documentation of the action says. */
function switchMenu(
  platform: Platform,
  userId: string,
  { richMenuAliasId, data }: z.infer<typeof menuBody>,
): Promise<unknown> {
  const richMenuId = platform.richMenus.aliases.get(richMenuAliasId);
  const menu = platform.richMenus.menus.get(richMenuId ?? '');
  if (menu !== undefined) {
    platform.richMenus.links.set(userId, menu.richMenuId);
    platform.chats.signal(userId, { kind: 'menu' });
  }
  const failure = richMenuId === undefined ? 'RICHMENU_ALIAS_ID_NOTFOUND' : 'RICHMENU_NOTFOUND';
  const status = menu === undefined ? failure : 'SUCCESS';
  return platform.tapPostback(userId, { data, params: { newRichMenuAliasId: richMenuAliasId, status } });
}
