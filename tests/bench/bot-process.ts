/** A bot of its own for the bench: `node bot/main.ts web` on a fresh database, with the bench's simulated LINE. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** A running bot. `memory` is its resident memory in megabytes (Linux). */
export type BotProcess = { url: string; memory(): Promise<number>; stop(): Promise<void> };

const main = fileURLToPath(new URL('../../bot/main.ts', import.meta.url));

/** Starts it; resolves when it says that it is ready. */
export async function startBot(channel: {
  secret: string;
  token: string;
  lineUrl: string;
}): Promise<BotProcess> {
  const directory = await mkdtemp(path.join(tmpdir(), 'pakmud-bench-'));
  const child = spawn(process.execPath, [main, 'web'], {
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: directory,
      LOG_LEVEL: 'error',
      LINE_CHANNEL_SECRET: channel.secret,
      LINE_CHANNEL_ACCESS_TOKEN: channel.token,
      LINE_API_BASE_URL: channel.lineUrl,
      LINE_DATA_API_BASE_URL: channel.lineUrl,
      ...(process.env.MONGODB_URI && { MONGODB_URI: process.env.MONGODB_URI }),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await readyAddress(child);
  return {
    url,
    memory: () => residentMegabytes(child),
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      await rm(directory, { recursive: true, force: true });
    },
  };
}

function readyAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      const address = /^ready (http\S+)$/m.exec(printed)?.[1];
      if (address) resolve(address);
    });
    child.once('exit', (code) => reject(new Error(`the bot ended with ${code} before it was ready`)));
  });
}

async function residentMegabytes({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Math.round(Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024);
}
