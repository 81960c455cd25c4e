/** A simulated platform with a bot behind it that only writes down what it gets. */
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { Platform } from '../../bot/simulator/platform.ts';
import { type SimulatorSettings, startSimulator } from '../../bot/simulator/start-simulator.ts';

export const channelSecret = 'a-secret-of-tests';
export const channelAccessToken = 'a-token-of-tests';

/** People of the tests; they are friends from the start. */
export const somchai = `U${'1'.repeat(32)}`;
export const malee = `U${'2'.repeat(32)}`;

type Received = { headers: IncomingHttpHeaders; body: string; events: WebhookEvent[] };
export type WebhookEvent = {
  type: string;
  webhookEventId: string;
  replyToken?: string;
  deliveryContext: { isRedelivery: boolean };
  message?: { id: string; type: string; text?: string; markAsReadToken?: string };
  postback?: { data: string; params?: Record<string, string> };
  follow?: { isUnblocked: boolean };
};

/** The bot's side: what it got, and how it answers (status, or never). */
type Bot = { url: string; received: Received[]; answer: (nth: number) => number | 'silence' };

export type Stand = {
  url: string;
  platform: Platform;
  bot: Bot;
  clock: { instant: number };
  /** A call of the bot with its token; JSON bodies are turned into text. */
  call: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;
  close: () => Promise<void>;
};

type Answer = {
  status: number;
  headers: Headers;
  body: ErrorLike & Record<string, unknown>;
  bytes: Buffer;
};
type ErrorLike = { message?: string; details?: { message: string; property: string }[] };

const nobody = { th: 'ประชาชน', en: 'Citizen' };

export async function startStand(changes: Partial<SimulatorSettings> = {}): Promise<Stand> {
  const { bot, server } = await startBot();
  const clock = { instant: Date.parse('2026-02-03T04:05:06Z') };
  const quiet = () => undefined;
  const simulator = await startSimulator({
    port: 0,
    channelSecret,
    channelAccessToken,
    webhookUrl: bot.url,
    personas: [somchai, malee].map((userId) => ({
      userId,
      displayName: userId === somchai ? 'สมชาย' : 'มาลี',
      language: 'th',
      role: nobody,
      hint: nobody,
    })),
    now: () => new Date(clock.instant),
    random: () => 0.25,
    log: { info: quiet, warn: quiet, error: quiet },
    ...changes,
  });
  const { url, platform } = simulator;
  platform.webhooks.redelivery.intervals = [1, 1, 1];
  const close = async () => {
    await simulator.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url, platform, bot, clock, call: (...request) => callPlatform(url, ...request), close };
}

async function startBot(): Promise<{ bot: Bot; server: Server }> {
  const bot: Bot = { url: '', received: [], answer: () => 200 };
  const server = createServer(async (request, response) => {
    let body = '';
    request.setEncoding('utf8');
    for await (const part of request) body += part;
    bot.received.push({ headers: request.headers, body, events: JSON.parse(body).events });
    const status = bot.answer(bot.received.length);
    if (status !== 'silence') response.writeHead(status).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  bot.url = `http://127.0.0.1:${address.port}/webhook`;
  return { bot, server };
}

async function callPlatform(
  url: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const isBytes = body instanceof Uint8Array;
  const answer = await fetch(url + path, {
    method,
    headers: {
      authorization: `Bearer ${channelAccessToken}`,
      ...(body === undefined || isBytes ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: isBytes ? Buffer.from(body) : JSON.stringify(body) }),
  });
  const bytes = Buffer.from(await answer.arrayBuffer());
  const isJson = answer.headers.get('content-type')?.startsWith('application/json') ?? false;
  return {
    status: answer.status,
    headers: answer.headers,
    body: isJson ? JSON.parse(bytes.toString()) : {},
    bytes,
  };
}

/** The reply token of the newest webhook. */
export function lastReplyToken({ bot }: Stand): string {
  const token = bot.received.at(-1)?.events.at(-1)?.replyToken;
  if (token === undefined) throw new Error('The newest webhook has no reply token.');
  return token;
}

export const hello = [{ type: 'text', text: 'สวัสดี' }];

/** The first bytes of a PNG of this size: all that the platform looks at. */
export function pngOf(width: number, height: number, length = 100): Buffer {
  const bytes = Buffer.alloc(length);
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).copy(bytes);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}
