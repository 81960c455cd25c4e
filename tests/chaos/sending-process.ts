/** The part that empties the outbox, as a process: `node sending-process.ts <database> <LINE's address> <instant>`. */
import { createLineClient } from '../../bot/line/line-client.ts';
import { connectModels } from '../../models/connection.ts';
import { runDelivery } from '../builders/running-delivery.ts';

const [databaseUri = '', lineUrl = '', instant = '', channelAccessToken = ''] = process.argv.slice(2);
const now = new Date(instant);

// Without its test nobody would end it.
process.on('disconnect', () => process.exit(1));

await connectModels(databaseUri);
const line = createLineClient({
  channelAccessToken,
  apiBaseUrl: lineUrl,
  dataApiBaseUrl: lineUrl,
  timeoutMilliseconds: 20_000,
});
runDelivery(line, () => now);
