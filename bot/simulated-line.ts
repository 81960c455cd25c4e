/** LINE without LINE: the simulator with invented people and offices, and a 1111 of its own, for running the bot on one machine. */
import { randomBytes } from 'node:crypto';
import { DEMO_PERSONAS } from './demo/personas.ts';
import { seedDemo } from './demo/seed.ts';
import type { Log } from './log.ts';
import { type Simulator, startSimulator } from './simulator/start-simulator.ts';

/** The simulated channel, and the way to point it at our webhook. */
export type SimulatedLine = {
  /** The chat page. */
  url: string;
  channel: { channelSecret: string; channelAccessToken: string; apiBaseUrl: string; dataApiBaseUrl: string };
  /** The simulated complaint system: where cases go, and the key of its updates. */
  complaints: { url: string; token: string; updatesSecret: string };
  connect(botUrl: string): void;
  /** LINE's side itself: people write and tap through it. */
  platform: Simulator['platform'];
  close(): Promise<void>;
};

type Settings = { port: number; now: () => Date; random: () => number; log: Log };

/** Starts the simulator and makes sure that the demo offices are there. The database must be connected. */
export async function startSimulatedLine({ port, now, random, log }: Settings): Promise<SimulatedLine> {
  await seedDemo(now());
  const channelSecret = randomBytes(16).toString('hex');
  const channelAccessToken = randomBytes(32).toString('base64url');
  const complaints = {
    token: randomBytes(32).toString('base64url'),
    updatesSecret: randomBytes(32).toString('base64url'),
  };
  const simulator = await startSimulator({
    port,
    channelSecret,
    channelAccessToken,
    webhookUrl: undefined,
    personas: [...DEMO_PERSONAS],
    allowLocalImages: true,
    complaints,
    now,
    random,
    log,
  });
  return {
    url: simulator.url,
    channel: { channelSecret, channelAccessToken, apiBaseUrl: simulator.url, dataApiBaseUrl: simulator.url },
    complaints: { ...complaints, url: `${simulator.url}/1111/cases` },
    connect(botUrl) {
      simulator.platform.setWebhookUrl(`${botUrl}/webhook`);
      if (simulator.complaints) simulator.complaints.updatesUrl = `${botUrl}/complaints/updates`;
    },
    platform: simulator.platform,
    close: () => simulator.close(),
  };
}
