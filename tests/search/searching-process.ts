/** A process of its own with the service's search: answers words with the codes of what it finds. */
import mongoose from 'mongoose';
import { TIMING } from '../../bot/surroundings.ts';
import { startPinSearch } from '../../models/pin-search.ts';

const [, , uri = ''] = process.argv;
await mongoose.connect(uri, { autoIndex: false });
const onError = (error: unknown) => {
  throw error;
};
const search = startPinSearch({ pollMilliseconds: TIMING.pollPins, now: () => new Date(), onError });
await search.refresh();
process.on('message', async (words) => {
  const found = await search.search(String(words), { skip: 0, limit: 5 });
  process.send?.(found.map(({ code }) => code).join(' '));
});
process.on('disconnect', async () => {
  await search.stop();
  await mongoose.disconnect();
});
process.send?.('ready');
