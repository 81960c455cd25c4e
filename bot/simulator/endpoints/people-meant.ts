/** Which people a call is about, so that a fault can be switched on for one of them. */
import type { Platform } from '../platform.ts';

/** User and group ids in the path or in the body's `to`, `chatId`, `userIds`, or behind its reply token. */
export function peopleMeant(platform: Platform, json: unknown, parameters: Record<string, string>): string[] {
  const inPath = parameters.userId === undefined ? [] : [parameters.userId];
  if (typeof json !== 'object' || json === null) return inPath;
  const body = new Map<string, unknown>(Object.entries(json));
  const replyToken = body.get('replyToken');
  const answered = typeof replyToken === 'string' ? platform.replyTokens.chatOf(replyToken) : undefined;
  const named = ['to', 'chatId', 'userIds'].flatMap((property) => body.get(property));
  return [...inPath, answered, ...named].filter((id) => typeof id === 'string');
}
