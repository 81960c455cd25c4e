/**
 * Calls to LINE with a time-out, and their results as outcomes instead of exceptions. This file alone speaks with
 * the SDK's client.
 */
import { HTTPFetchError, LineBotClient, type messagingApi } from '@line/bot-sdk';

/** What became of handing a message to LINE. */
export type Handed =
  | { result: 'accepted' }
  /** The reply token was used, is too old, or never was. */
  | { result: 'dead-token' }
  /** Too many calls at the moment; the same call may go through later. */
  | { result: 'rate' }
  /** The month's pushes are used up. */
  | { result: 'quota' }
  /** The channel's token is not accepted at the moment; once it is mended the same call may go through. */
  | { result: 'barred' }
  /** LINE will never take this message; its own words say why. */
  | { result: 'refused'; status: number; message: string }
  /** No answer, or LINE's own failure: it may or may not have been accepted. */
  | { result: 'unclear' };

/** What the bot asks of LINE. */
export type LineClient = {
  reply(replyToken: string, messages: messagingApi.Message[]): Promise<Handed>;
  /** `retryKey` (UUID) makes it safe to push again: LINE accepts each key once. */
  push(to: string, messages: messagingApi.Message[], retryKey: string): Promise<Handed>;
  /** The same to at most 500 people with one call; all of them, or none. */
  multicast(to: string[], messages: messagingApi.Message[], retryKey: string): Promise<Handed>;
  /** The month's pushes: `limit` (left out when unlimited) and how many are used. Undefined when LINE does not say. */
  pushQuota(): Promise<{ limit?: number; used: number } | undefined>;
  /** The "…" that says an answer is coming; it ends by itself when one comes. Best effort. */
  showLoading(chat: string, seconds: number): Promise<void>;
  /** Marks what a person sent as read. Best effort. */
  markAsRead(markAsReadToken: string): Promise<void>;
};

type Settings = {
  channelAccessToken: string;
  apiBaseUrl: string;
  dataApiBaseUrl: string;
  timeoutMilliseconds: number;
};

class NoAnswer extends Error {
  readonly code = 'line-no-answer';
}

/** A client for one channel. The SDK has no time-out of its own; every call here ends within `timeoutMilliseconds`. */
export function createLineClient({
  channelAccessToken,
  apiBaseUrl,
  dataApiBaseUrl,
  timeoutMilliseconds,
}: Settings): LineClient {
  const sdk = LineBotClient.fromChannelAccessToken({
    channelAccessToken,
    apiBaseURL: apiBaseUrl,
    dataApiBaseURL: dataApiBaseUrl,
  });
  const timed: Timed = (call) => withTimeout(call, timeoutMilliseconds);
  return {
    reply: (replyToken, messages) =>
      handed(timed(sdk.replyMessage({ replyToken, messages })), deadTokenOr(refused)),
    push: (to, messages, retryKey) =>
      handed(timed(sdk.pushMessage({ to, messages }, retryKey)), (error) =>
        pushOutcome(error, () => isBeyondQuota(1, sdk, timed)),
      ),
    multicast: (to, messages, retryKey) =>
      handed(timed(sdk.multicast({ to, messages }, retryKey)), (error) =>
        pushOutcome(error, () => isBeyondQuota(to.length, sdk, timed)),
      ),
    pushQuota: () => readQuota(sdk, timed).catch(() => undefined),
    showLoading: (chatId, loadingSeconds) =>
      timed(sdk.showLoadingAnimation({ chatId, loadingSeconds })).then(nothing, nothing),
    markAsRead: (markAsReadToken) =>
      timed(sdk.markMessagesAsReadByToken({ markAsReadToken })).then(nothing, nothing),
  };
}

function nothing(): void {}

async function withTimeout<T>(call: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NoAnswer(`no answer within ${milliseconds} ms`)), milliseconds);
  });
  return Promise.race([call, late]).finally(() => clearTimeout(timer));
}

async function handed(
  call: Promise<unknown>,
  onStatus: (error: HTTPFetchError) => Handed | Promise<Handed>,
): Promise<Handed> {
  try {
    await call;
    return { result: 'accepted' };
  } catch (error) {
    // The SDK throws bare TypeErrors for network failures: nothing is known then.
    if (!(error instanceof HTTPFetchError) || error.status >= 500) return { result: 'unclear' };
    if (error.status === 401 || error.status === 403) return { result: 'barred' };
    return onStatus(error);
  }
}

function deadTokenOr(otherwise: (error: HTTPFetchError) => Handed) {
  return (error: HTTPFetchError): Handed => {
    if (error.status === 429) return { result: 'rate' };
    return error.status === 400 && /invalid reply token/i.test(error.body)
      ? { result: 'dead-token' }
      : otherwise(error);
  };
}

async function pushOutcome(error: HTTPFetchError, isForQuota: () => Promise<boolean>): Promise<Handed> {
  // 409: this retry key was accepted before; that is success.
  if (error.status === 409) return { result: 'accepted' };
  if (error.status !== 429) return refused(error);
  return { result: (await isForQuota()) ? 'quota' : 'rate' };
}

/** 429 stands for both; its text may change, so LINE's own counters decide: whether all the recipients fit. */
async function isBeyondQuota(recipients: number, sdk: LineBotClient, timed: Timed): Promise<boolean> {
  try {
    const { limit, used } = await readQuota(sdk, timed);
    return limit !== undefined && used + recipients > limit;
  } catch {
    return false;
  }
}

type Timed = <T>(call: Promise<T>) => Promise<T>;

async function readQuota(sdk: LineBotClient, timed: Timed): Promise<{ limit?: number; used: number }> {
  const [quota, consumed] = await Promise.all([
    timed(sdk.getMessageQuota()),
    timed(sdk.getMessageQuotaConsumption()),
  ]);
  const isLimited = quota.type === 'limited' && quota.value !== undefined;
  return { ...(isLimited && { limit: quota.value }), used: consumed.totalUsage };
}

function refused({ status, body }: HTTPFetchError): Handed {
  return { result: 'refused', status, message: body.slice(0, 2_000) };
}
