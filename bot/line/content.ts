/**
 * Fetching what people sent: the bytes of pictures and other files. The SDK's way is not used here: when LINE breaks
 * off in the middle, its stream never ends and a rejected promise ends the process; nor can it be broken off.
 */
import { setTimeout as sleepFor } from 'node:timers/promises';

/**
 * A message's content, or why there is none: `gone` (unsent, deleted, or never was), `not-ready` (LINE still
 * prepares it), `too-large` (over 15 MB), `unclear` (no answer in time, or LINE's own failure; may work later).
 */
export type Fetched =
  | { ok: true; bytes: Buffer; contentType: string }
  | { ok: false; why: 'gone' | 'not-ready' | 'too-large' | 'unclear' };

/** What the bot asks of LINE's host for contents. Contents are deleted after an unstated time: fetch at once. */
export type ContentClient = { fetchContent(messageId: string): Promise<Fetched> };

type Settings = {
  channelAccessToken: string;
  dataApiBaseUrl: string;
  /** For all tries of one content together, with the waits between them. */
  timeoutMilliseconds: number;
  /** Lets tests do without waiting. */
  sleep?: (milliseconds: number) => Promise<unknown>;
};

/** LINE itself takes pictures of up to 10 MB. */
const MOST_BYTES = 15 * 1024 * 1024;
/** Milliseconds before each further try while LINE prepares a content. */
const WAITS = [500, 1_000, 2_000];
/** LINE's message ids are decimal numbers. */
const MESSAGE_ID = /^\d+$/;

/** A client for one channel. `fetchContent` never throws for what LINE or the network does. */
export function createContentClient({ sleep = sleepFor, ...settings }: Settings): ContentClient {
  return {
    async fetchContent(messageId) {
      // What has no such id has no content; nothing else may become part of a path.
      if (!MESSAGE_ID.test(messageId)) return failed('gone');
      const signal = AbortSignal.timeout(settings.timeoutMilliseconds);
      for (const wait of WAITS) {
        const fetched = await tryOnce(messageId, settings, signal);
        if (fetched.ok || fetched.why !== 'not-ready') return fetched;
        await sleep(wait);
      }
      return tryOnce(messageId, settings, signal);
    },
  };
}

async function tryOnce(
  messageId: string,
  { channelAccessToken, dataApiBaseUrl }: Settings,
  signal: AbortSignal,
): Promise<Fetched> {
  try {
    const response = await fetch(new URL(`/v2/bot/message/${messageId}/content`, dataApiBaseUrl), {
      headers: { authorization: `Bearer ${channelAccessToken}` },
      // The token goes to LINE only.
      redirect: 'error',
      signal,
    });
    return response.status === 200 ? await received(response) : await refused(response);
  } catch {
    // Network failures and the time-out: nothing is known then.
    return failed('unclear');
  }
}

async function refused(response: Response): Promise<Fetched> {
  await response.body?.cancel();
  if (response.status === 202) return failed('not-ready');
  return failed(response.status === 404 || response.status === 410 ? 'gone' : 'unclear');
}

async function received(response: Response): Promise<Fetched> {
  const bytes = await readAtMost(MOST_BYTES, response);
  if (!bytes) return failed('too-large');
  return { ok: true, bytes, contentType: response.headers.get('content-type') ?? 'application/octet-stream' };
}

/** Undefined when there are more bytes; the rest is not read. */
async function readAtMost(most: number, response: Response): Promise<Buffer | undefined> {
  const parts: Uint8Array[] = [];
  let length = 0;
  if (Number(response.headers.get('content-length')) > most) {
    await response.body?.cancel();
    return undefined;
  }
  for await (const part of response.body ?? []) {
    length += part.byteLength;
    // Leaving the loop breaks the transfer off.
    if (length > most) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function failed(why: 'gone' | 'not-ready' | 'too-large' | 'unclear'): Fetched {
  return { ok: false, why };
}
