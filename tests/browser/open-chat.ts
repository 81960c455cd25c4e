/** Opens the chat page in a real browser, against the real simulator and a bot that follows a script. */
import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as readText } from 'node:stream/consumers';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { Persona } from '../../bot/simulator/persona.ts';
import { type Simulator, startSimulator } from '../../bot/simulator/start-simulator.ts';

const executablePath = '/usr/bin/chromium';
const channelAccessToken = 'token-of-the-test';

/** A webhook event as the bot of the test reads it. */
export type BotEvent = {
  type: string;
  replyToken?: string;
  message?: { id: string; type: string; [property: string]: unknown };
  postback?: { data: string; params?: Record<string, string> };
};

/** What the bot answers to an event: LINE messages, none for silence. */
export type Script = (event: BotEvent) => object[];

export const official = `U${'1'.repeat(32)}`;
export const citizen = `U${'2'.repeat(32)}`;

const personas: Persona[] = [
  {
    userId: official,
    displayName: 'สมหญิง',
    role: { th: 'เจ้าหน้าที่', en: 'Official' },
    hint: { th: 'ปักหมุดสำนักงาน', en: 'Pins an office' },
  },
  {
    userId: citizen,
    displayName: 'สมชาย',
    role: { th: 'ประชาชน', en: 'Citizen' },
    hint: { th: 'ให้คะแนนบริการ', en: 'Rates a service' },
  },
];

/** Starts Debian's chromium, or says what is missing. */
export async function launchBrowser(): Promise<Browser> {
  if (!existsSync(executablePath)) {
    throw new Error(`The browser tests need ${executablePath}: install Debian's "chromium" package.`);
  }
  const quiet = [
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  return chromium.launch({ executablePath, args: ['--headless', '--no-sandbox', '--disable-gpu', ...quiet] });
}

/** A bot that notes every event and answers by the script through the simulator's interface. */
async function startBot(script: Script) {
  const events: BotEvent[] = [];
  const bot = { events, simulatorUrl: '' };
  const server = createServer((request, response) => {
    void readEvents(request).then((incoming) => {
      events.push(...incoming);
      response.end('{}');
      for (const event of incoming) void reply(bot.simulatorUrl, event, script(event));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // A listening TCP server always has one.
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { bot, url: `http://127.0.0.1:${port}/webhook`, close };
}

async function readEvents(request: IncomingMessage): Promise<BotEvent[]> {
  return JSON.parse(await readText(request)).events;
}

async function reply(simulatorUrl: string, event: BotEvent, messages: object[]): Promise<void> {
  if (messages.length === 0 || event.replyToken === undefined) return;
  await callLine(simulatorUrl, 'POST', '/v2/bot/message/reply', { replyToken: event.replyToken, messages });
}

/** Calls the simulated platform as a bot does; throws when it refuses, so that a test cannot pass by accident. */
export async function callLine(
  simulatorUrl: string,
  method: string,
  path: string,
  body: object | Uint8Array | null,
): Promise<Record<string, string>> {
  const isPicture = body instanceof Uint8Array;
  const answer = await fetch(`${simulatorUrl}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${channelAccessToken}`,
      'content-type': isPicture ? 'image/png' : 'application/json',
    },
    body: body === null ? null : isPicture ? Buffer.from(body) : JSON.stringify(body),
  });
  const words = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path} was refused: ${answer.status} ${words}`);
  return JSON.parse(words || '{}');
}

/** Starts a simulator for the test's people. */
export function startPlatform(webhookUrl: string, port = 0): Promise<Simulator> {
  const silent = () => {};
  return startSimulator({
    port,
    channelSecret: 'secret-of-the-test',
    channelAccessToken,
    webhookUrl,
    personas,
    allowLocalImages: true,
    now: () => new Date(),
    random: Math.random,
    log: { info: silent, warn: silent, error: silent },
  });
}

/** Everything a test of the page works with. */
export type OpenChat = {
  page: Page;
  simulator: Simulator;
  events: BotEvent[];
  webhookUrl: string;
  errors: string[];
};

export type ChatSettings = { width?: number; height?: number; query?: string; script?: Script };

const echo: Script = ({ message }) =>
  message?.type === 'text' ? [{ type: 'text', text: `ตอบ: ${message.text}` }] : [];

/** Opens the page (360×740 unless told otherwise), runs the test, and closes everything again. */
export async function withChat(
  browser: Browser,
  settings: ChatSettings,
  run: (chat: OpenChat) => Promise<void>,
): Promise<void> {
  const { bot, url, close } = await startBot(settings.script ?? echo);
  const simulator = await startPlatform(url);
  bot.simulatorUrl = simulator.url;
  const context = await browser.newContext({
    viewport: { width: settings.width ?? 360, height: settings.height ?? 740 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  try {
    await page.goto(`${simulator.url}/${settings.query ?? ''}`);
    await page.locator('.composer textarea').first().waitFor();
    await run({ page, simulator, events: bot.events, webhookUrl: url, errors });
  } finally {
    await context.close();
    await simulator.close().catch(() => {});
    await close();
  }
}
