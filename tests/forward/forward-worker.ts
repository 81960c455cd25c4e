/**
 * A process that forwards cases, for tests with several: `node forward-worker.ts <database> <url> <token> <speed>`. Its
 * clock runs `speed` times as fast as the real one, from where the environment of the test says. It runs until it is
 * told to stop, or killed.
 */
import { randomUUID } from 'node:crypto';
import { startForwarding } from '../../bot/forward/forwarding.ts';
import { createLog } from '../../bot/log.ts';
import { createMetrics } from '../../bot/metrics.ts';
import { createPhotoKeys } from '../../bot/photos/photo-key.ts';
import { connectModels, disconnectModels } from '../../models/connection.ts';

const [uri = '', url = '', token = '', speed = '1', start = ''] = process.argv.slice(2);
const began = Date.now();
const now = () => new Date(Number(start) + (Date.now() - began) * Number(speed));

await connectModels(uri);
const forwarding = startForwarding({
  target: { url, token },
  publicUrl: 'https://pakmud.example.go.th',
  photoKeys: createPhotoKeys('secret-of-tests'),
  now,
  random: Math.random,
  newId: randomUUID,
  pollMilliseconds: 5,
  log: createLog('silent'),
  metrics: createMetrics(async () => ({ oldestWaitingEvent: 0, oldestUnsentMessage: 0 })),
});
process.send?.('ready');
await new Promise((resolve) => process.once('message', resolve));
await forwarding.stop();
await disconnectModels();
process.disconnect?.();
