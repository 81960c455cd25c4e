/** Replies, pushes and multicasts, and the endpoints that only validate them. */
import { z } from 'zod';
import type { LineMessage } from '../chats.ts';
import { chatIdPattern, userIdPattern } from '../identifiers.ts';
import { judge } from '../message-rules/judge.ts';
import { messagesSchema } from '../message-rules/messages.ts';
import { multicastLimit } from '../rate-limits.ts';
import {
  type Answer,
  bodyErrors,
  type Call,
  done,
  type Endpoint,
  invalidProperty,
  Refusal,
} from './endpoint.ts';

const common = { messages: messagesSchema, notificationDisabled: z.boolean().optional() };
const aggregation = z
  .array(z.string().regex(/^[a-zA-Z0-9_]{1,30}$/))
  .max(1)
  .optional();

const replyBody = z.strictObject({ ...common, replyToken: z.string().min(1, 'May not be empty') });
const pushBody = z.strictObject({ ...common, to: z.string(), customAggregationUnits: aggregation });
const multicastBody = z.strictObject({
  ...common,
  to: z.array(z.string()).min(1, 'Size must be between 1 and 500').max(500, 'Size must be between 1 and 500'),
  customAggregationUnits: aggregation,
});
/** What the functions below read of a judged body. */
const sentShape = { messages: z.array(z.looseObject({ type: z.string() })) };
const validateBody = z.strictObject({ messages: messagesSchema });

export const messageEndpoints: readonly Endpoint[] = [
  { name: 'reply', method: 'post', path: '/v2/bot/message/reply', body: 'json', answer: reply },
  {
    name: 'push',
    method: 'post',
    path: '/v2/bot/message/push',
    body: 'json',
    acceptsRetryKey: true,
    answer: push,
  },
  {
    name: 'multicast',
    method: 'post',
    path: '/v2/bot/message/multicast',
    body: 'json',
    acceptsRetryKey: true,
    limit: multicastLimit,
    answer: multicast,
  },
  ...['reply', 'push', 'multicast'].map(
    (kind): Endpoint => ({
      name: `validate-${kind}`,
      method: 'post',
      path: `/v2/bot/message/validate/${kind}`,
      body: 'json',
      answer: (call) => {
        judgeBody(validateBody, call);
        return done;
      },
    }),
  ),
];

function reply(call: Call): Answer {
  const { platform } = call;
  judgeBody(replyBody, call);
  const { replyToken, messages } = read(z.object({ ...sentShape, replyToken: z.string() }), call);
  const chatId = platform.faults.replyTokensExpired ? undefined : platform.replyTokens.chatOf(replyToken);
  if (chatId === undefined) throw new Refusal(400, { message: 'Invalid reply token' });
  platform.replyTokens.spend(replyToken);
  platform.receive(chatId, messages);
  return { status: 200, body: sentMessages(call, messages) };
}

function push(call: Call): Answer {
  const { platform } = call;
  judgeBody(pushBody, call);
  const { to, messages } = read(z.object({ ...sentShape, to: z.string() }), call);
  if (!chatIdPattern.test(to)) throw invalidProperty('to');
  refuseRepetition(call);
  if (userIdPattern.test(to) && !platform.people.has(to)) {
    throw new Refusal(400, { message: 'Failed to send messages' });
  }
  pay(call, platform.isFollowing(to) ? 1 : 0);
  platform.receive(to, messages);
  return remember(call, sentMessages(call, messages));
}

function multicast(call: Call): Answer {
  const { platform } = call;
  judgeBody(multicastBody, call);
  const { to, messages } = read(z.object({ ...sentShape, to: z.array(z.string()) }), call);
  const wrong = to.findIndex((userId) => !userIdPattern.test(userId));
  if (wrong >= 0) throw invalidProperty(`to[${wrong}]`);
  refuseRepetition(call);
  const reached = [...new Set(to)].filter((userId) => platform.isFollowing(userId));
  pay(call, reached.length);
  for (const userId of reached) platform.receive(userId, messages);
  return remember(call, {});
}

function judgeBody(schema: z.ZodType, call: Call): void {
  const errors = judge(schema, call.allowLocalImages ? withSecureLocalUrls(call.json) : call.json);
  if (errors.length > 0) throw bodyErrors(errors);
}

/** The body as it was sent: the strict schemas judge, this one only gives it a type. */
function read<Shape extends z.ZodType>(shape: Shape, call: Call): z.infer<Shape> {
  return shape.parse(call.json);
}

/** A copy in which pictures of this machine look as if they came by https. */
function withSecureLocalUrls(json: unknown): unknown {
  return JSON.parse(
    JSON.stringify(json).replaceAll(/"http:\/\/(localhost|127\.0\.0\.1)([:/])/g, '"https://$1$2'),
  );
}

function refuseRepetition({ platform, retryKey }: Call): void {
  const known = retryKey === undefined ? undefined : platform.retryKeys.find(retryKey);
  if (known === undefined) return;
  const body = { message: 'The retry key is already accepted', ...known.answer };
  throw new Refusal(409, body, { 'x-line-accepted-request-id': known.requestId });
}

function pay({ platform }: Call, recipients: number): void {
  if (recipients === 0) return;
  if (platform.faults.quotaExhausted || !platform.quota.take(recipients)) {
    throw new Refusal(429, { message: 'You have reached your monthly limit.' });
  }
}

function remember({ platform, retryKey, requestId }: Call, answer: Record<string, unknown>): Answer {
  if (retryKey !== undefined) platform.retryKeys.remember(retryKey, { requestId, answer });
  return { status: 200, body: answer };
}

/** Only messages that can be quoted get a quote token: texts, stickers, pictures, films, templates and Flex. */
function sentMessages({ platform }: Call, messages: readonly LineMessage[]): Record<string, unknown> {
  const { identifiers } = platform;
  const quotable = (type: string) => type !== 'audio' && type !== 'location' && type !== 'imagemap';
  return {
    sentMessages: messages.map(({ type }) => ({
      id: identifiers.messageId(),
      ...(quotable(type) ? { quoteToken: identifiers.token() } : {}),
    })),
  };
}
