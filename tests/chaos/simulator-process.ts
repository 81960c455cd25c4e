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

/** With an address: a place without one is told apart elsewhere. */
const place = { latitude: 19.9072, longitude: 99.8325, title: 'ตำแหน่งที่ส่ง', address: 'ตำบลบึงทอง' };

async function carryOut(order: Order): Promise<ChatEntry[]> {
  switch (order.kind) {
    case 'connect':
      platform.setWebhookUrl(order.webhookUrl);
      return [];
    case 'say':
      await platform.say(order.person, order.text);
      return [];
    case 'location':
      await platform.sendLocation(order.person, place);
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
