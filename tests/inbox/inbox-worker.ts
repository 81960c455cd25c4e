/**
 * A process that takes events out of the inbox, for tests with several: `node inbox-worker.ts <database>`. It works
 * the given chats off and says, line by line, which event it took and when it ended it.
 */
import { appendFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { connectModels, disconnectModels } from '../../models/connection.ts';
import { chatsWaiting, claimNext, endClaim } from '../../models/inbox.ts';

const [uri = '', journal = ''] = process.argv.slice(2);

/** Every line goes to one file that both processes append to, so that their lines stand in the order of time. */
function write(what: 'took' | 'ends', chat: string, id: string): void {
  appendFileSync(journal, `${what} ${chat} ${id} ${process.pid}\n`);
}

async function takeOne(chat: string): Promise<void> {
  const now = new Date();
  const claim = await claimNext(chat, {
    holder: `${process.pid}:${Math.random()}`,
    now,
    leaseMilliseconds: 60_000,
  });
  if (typeof claim === 'string') return;
  write('took', chat, claim.id);
  // Room for the other process to come between.
  await sleep(Math.random() * 3);
  write('ends', chat, claim.id);
  await endClaim(claim, 'done', new Date());
}

const look = () => chatsWaiting({ receivedBefore: new Date(), now: new Date(), limit: 50 });

await connectModels(uri);
process.send?.('ready');
await new Promise((resolve) => process.once('message', resolve));
for (let chats = await look(); chats.length > 0; chats = await look()) await Promise.all(chats.map(takeOne));
await disconnectModels();
process.disconnect?.();
