/** The simulated LINE for tests of the bot: started on a free port, with the tests' channel. */
import { createLineClient, type LineClient } from '../../bot/line/line-client.ts';
import type { SimulatorSettings } from '../../bot/simulator/start-simulator.ts';
import { startSimulator } from '../../bot/simulator/start-simulator.ts';
import { channelSecret } from './signed-request.ts';

export const channelAccessToken = 'a-channel-access-token-of-tests';

/** Starts a simulator without a webhook URL; `client` speaks with it. */
export async function runSimulator(changes: Partial<SimulatorSettings> = {}) {
  const quiet = () => undefined;
  const simulator = await startSimulator({
    port: 0,
    channelSecret,
    channelAccessToken,
    webhookUrl: undefined,
    personas: [],
    now: () => new Date(),
    random: Math.random,
    log: { info: quiet, warn: quiet, error: quiet },
    ...changes,
  });
  return { ...simulator, client: clientOf(simulator.url) };
}

/** LINE's client for a server at `url`. */
export function clientOf(url: string, timeoutMilliseconds = 5_000): LineClient {
  return createLineClient({ channelAccessToken, apiBaseUrl: url, dataApiBaseUrl: url, timeoutMilliseconds });
}
