/** The simulated LINE as a process of its own, so that its memory is not the bot's. It counts what people get. */
import { runSimulator } from '../builders/running-simulator.ts';
import { personNumber } from '../builders/webhook-events.ts';

/** What it says when asked: how many people got so many messages, and how often each endpoint was called. */
export type Counted = { people: Record<number, number>; paid: number; calls: Record<string, number> };

const PEOPLE = Number(process.argv[2] ?? 0);
const { url, platform } = await runSimulator({ monthlyQuota: null });
const people = Array.from({ length: PEOPLE }, (_, index) => personNumber(index + 1));
platform.addFollowers(people);

process.on('message', () => {
  const counts: Record<number, number> = {};
  for (const person of people) {
    const got = platform.chat(person).length;
    counts[got] = (counts[got] ?? 0) + 1;
  }
  const calls = { multicast: platform.callsOf('multicast'), push: platform.callsOf('push') };
  const counted: Counted = { people: counts, paid: platform.quotaUsed, calls };
  process.send?.(counted);
});
process.on('disconnect', () => process.exit());
process.send?.({ url });
