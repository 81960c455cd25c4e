/**
 * Delivering a turn's answer: with the free reply token while it lives, else through the outbox as a push with a
 * stored retry key. It always ends: replied, in the outbox, or recorded as refused.
 */
import type { messagingApi } from '@line/bot-sdk';
import { chat } from '../../flows/engine/chat-texts.ts';
import { type Saying, say } from '../../flows/engine/message.ts';
import type { DeliveryFailure, OutboxEntry } from '../../models/outbox.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { Answer } from '../turn/take-turn.ts';
import type { Handed, LineClient } from './line-client.ts';

type Parts = {
  line: LineClient;
  render: (saying: Saying, language: Answer['language']) => messagingApi.Message[];
  putInOutbox: (entry: OutboxEntry) => Promise<void>;
  recordFailed: (entry: OutboxEntry, failure: DeliveryFailure) => Promise<void>;
  /** Told that the outbox has something new. */
  onOutbox: () => void;
  newRetryKey: () => string;
  wait: (milliseconds: number) => Promise<void>;
  log: Log;
  metrics: Metrics;
};

/** Waits before the second and third try of a reply. A token lives about a minute; a person waits seconds. Milliseconds. */
const REPLY_WAITS = [300, 1_000];

const apology: Saying = { messages: [say(chat('apology'))], quick: [] };

/** Delivers `answer`. Throws only when the database fails; LINE's failures are outcomes. */
export async function deliverAnswer(answer: Answer, parts: Parts): Promise<void> {
  if (answer.saying.messages.length === 0) return;
  const { saying, messages } = await rendered(answer, parts);
  const handed = answer.replyToken ? await reply(answer.replyToken, messages, parts) : deadToken;
  parts.metrics.deliveries.inc({ way: 'reply', result: handed.result });
  if (handed.result === 'accepted') return;
  if (handed.result === 'refused') return refusedByLine(answer, handed, parts);
  await pushLater({ ...answer, saying }, parts);
}

const deadToken: Handed = { result: 'dead-token' };

/** Into the outbox, unless another process has taken this event over and answered already. */
async function pushLater(answer: Answer, parts: Parts): Promise<void> {
  if (!(await answer.stillOurs())) return;
  const isApology = answer.saying === apology;
  await parts.putInOutbox(entryOf(answer, isApology ? 'apology' : 'turn', parts));
  parts.onOutbox();
}

/** A saying that cannot be rendered is a bug of a flow: it is kept for us to see, and the person is told something. */
async function rendered(
  answer: Answer,
  parts: Parts,
): Promise<{ saying: Saying; messages: messagingApi.Message[] }> {
  const { saying, language, eventId } = answer;
  try {
    return { saying, messages: parts.render(saying, language) };
  } catch (error) {
    parts.log.error({ err: error, event: eventId }, 'an answer could not be rendered');
    await parts.recordFailed(entryOf(answer, 'turn', parts), {
      reason: 'refused',
      message: 'it could not be rendered',
    });
    return { saying: apology, messages: parts.render(apology, language) };
  }
}

/** Replies, and tries again while it makes sense. */
async function reply(
  token: string,
  messages: messagingApi.Message[],
  { line, wait }: Parts,
): Promise<Handed> {
  let unclear = false;
  for (const pause of [...REPLY_WAITS, undefined]) {
    const handed = await line.reply(token, messages);
    // A token found spent right after a try whose answer was lost: that try was the one that spent it.
    if (handed.result === 'dead-token' && unclear) return { result: 'accepted' };
    const again = handed.result === 'unclear' || handed.result === 'rate';
    if (!again || pause === undefined) return handed;
    unclear ||= handed.result === 'unclear';
    await wait(pause);
  }
  return { result: 'unclear' };
}

/** LINE will not take what we rendered: kept for us to see, and the person gets an apology instead of silence. */
async function refusedByLine(
  answer: Answer,
  refusal: Extract<Handed, { result: 'refused' }>,
  parts: Parts,
): Promise<void> {
  const { status, message } = refusal;
  parts.log.error({ event: answer.eventId, status }, 'LINE refused a message of ours');
  await parts.recordFailed(entryOf(answer, 'turn', parts), { reason: 'refused', status, message });
  const said = parts.render(apology, answer.language);
  const handed = answer.replyToken ? await parts.line.reply(answer.replyToken, said) : deadToken;
  parts.metrics.deliveries.inc({ way: 'apology', result: handed.result });
  if (handed.result !== 'accepted' && handed.result !== 'refused')
    await pushLater({ ...answer, saying: apology }, parts);
}

/** `what` keeps an apology apart from the answer it stands for, which is recorded under the same event. */
function entryOf(
  { eventId, to, saying, language }: Answer,
  what: 'turn' | 'apology',
  { newRetryKey }: Parts,
): OutboxEntry {
  return { key: `${what}:${eventId}`, to, saying, language, retryKey: newRetryKey() };
}
