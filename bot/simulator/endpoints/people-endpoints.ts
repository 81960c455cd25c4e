/** Profiles, friends, and what the bot can do in a chat beside sending: loading animation and read marks. */
import { z } from 'zod';
import { userIdPattern } from '../identifiers.ts';
import { loadingLimit } from '../rate-limits.ts';
import { type Answer, accepted, type Call, done, type Endpoint, notFound, Refusal } from './endpoint.ts';
import { judged } from './judged.ts';

const loadingPath = '/v2/bot/chat/loading/start';

export const peopleEndpoints: readonly Endpoint[] = [
  { name: 'profile', method: 'get', path: '/v2/bot/profile/:userId', body: 'none', answer: profile },
  { name: 'followers', method: 'get', path: '/v2/bot/followers/ids', body: 'none', answer: followers },
  { name: 'loading', method: 'post', path: loadingPath, body: 'json', limit: loadingLimit, answer: loading },
  { name: 'markAsRead', method: 'post', path: '/v2/bot/chat/markAsRead', body: 'json', answer: readByToken },
  {
    name: 'markAsRead-user',
    method: 'post',
    path: '/v2/bot/message/markAsRead',
    body: 'json',
    answer: readByUser,
  },
];

/** 400 for an id that is not one; the path carries it. */
export function requireUserId({ parameters: { userId = '' } }: Call): string {
  if (userIdPattern.test(userId)) return userId;
  throw new Refusal(400, { message: "The value for the 'userId' parameter is invalid" });
}

function profile(call: Call): Answer {
  const person = call.platform.people.get(requireUserId(call));
  if (!person?.following) throw notFound();
  const { userId, displayName, language, pictureUrl } = person.persona;
  return { status: 200, body: { userId, displayName, language, pictureUrl } };
}

const followersQuery = z.object({
  limit: z.coerce.number().int().min(1).max(1000).default(300),
  start: z.string().regex(/^\d+$/).default('0'),
});

function followers({ platform, query }: Call): Answer {
  const { limit, start } = judged(followersQuery, query);
  const friends = platform.people.followers();
  const end = Number(start) + limit;
  const userIds = friends.slice(Number(start), end);
  return { status: 200, body: end < friends.length ? { userIds, next: String(end) } : { userIds } };
}

const seconds = z
  .int()
  .refine((value) => value >= 5 && value <= 60, 'Must be between 5 and 60')
  .refine((value) => value % 5 === 0, 'must be a multiple of five')
  .default(20);

const onlyPeople =
  'Only user id is acceptable, please confirm if there are any group/room ids or illegal ids.';
const loadingBody = z.strictObject({
  chatId: z.string().regex(userIdPattern, onlyPeople),
  loadingSeconds: seconds,
});

function loading({ platform, json }: Call): Answer {
  const { chatId, loadingSeconds } = judged(loadingBody, json);
  if (platform.isFollowing(chatId)) {
    platform.chats.signal(chatId, { kind: 'typing', seconds: loadingSeconds });
  }
  return accepted;
}

function readByToken({ platform, json }: Call): Answer {
  const { markAsReadToken } = judged(z.strictObject({ markAsReadToken: z.string() }), json);
  const chatId = platform.readTokens.chatOf(markAsReadToken);
  if (chatId === undefined) throw new Refusal(400, { message: 'Invalid markAsReadToken' });
  platform.chats.signal(chatId, { kind: 'read' });
  return done;
}

const readByUserBody = z.strictObject({
  chat: z.strictObject({ userId: z.string().regex(userIdPattern, 'invalid userId') }),
});

function readByUser({ platform, json }: Call): Answer {
  platform.chats.signal(judged(readByUserBody, json).chat.userId, { kind: 'read' });
  return done;
}
