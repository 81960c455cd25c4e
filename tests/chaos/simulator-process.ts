/** The simulated LINE as a process of its own. Its parent asks for one thing at a time and gets one answer. */
import type { ChatEntry } from '../../bot/simulator/chats.ts';
import { runSimulator } from '../builders/running-simulator.ts';

/** What the parent may ask for. */
export type Order =
  | { kind: 'connect'; webhookUrl: string }
  | { kind: 'say'; person: string; text: string }
  | { kind: 'location'; person: string }
  | { kind: 'chat'; person: string };

const { url, platform } = await runSimulator();
// LINE tries again for as long as a restart may take.
platform.webhooks.redelivery.intervals = [200, 300, ...Array.from({ length: 60 }, () => 500)];

/**
 * Where a person's office stands: with an address, since a place without one is told apart elsewhere, and a
 * kilometre from the next person's, since pins side by side with like names are asked about.
 */
function placeOf(person: string) {
  const latitude = 19 + (Number.parseInt(person.slice(-4), 16) % 100) / 100;
  return { latitude, longitude: 99.8325, title: 'ตำแหน่งที่ส่ง', address: 'ตำบลบึงทอง' };
}

async function carryOut(order: Order): Promise<ChatEntry[]> {
  switch (order.kind) {
    case 'connect':
      platform.setWebhookUrl(order.webhookUrl);
      return [];
    case 'say':
      await platform.say(order.person, order.text);
      return [];
    case 'location':
      await platform.sendLocation(order.person, placeOf(order.person));
      return [];
    case 'chat':
      return platform.chat(order.person);
  }
}

process.on('message', async (order: Order) => {
  process.send?.(await carryOut(order));
});
process.on('disconnect', () => process.exit());
process.send?.({ url });
