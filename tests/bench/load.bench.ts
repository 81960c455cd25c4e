/** How many people the bot can talk to: webhooks at a steady rate and in bursts, until the last one is answered. */
import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Persona } from '../../bot/simulator/persona.ts';
import { type Simulator, startSimulator } from '../../bot/simulator/start-simulator.ts';
import { startBot } from './bot-process.ts';
import { percentile, type Row } from './row.ts';

/** Load phases: events a second for so many seconds. The figures the programme is planned for. */
const PHASES = [
  { name: 'steady', perSecond: 150, seconds: 20 },
  { name: 'burst', perSecond: 500, seconds: 4 },
  { name: 'flood', perSecond: 1_000, seconds: 3 },
];
const PEOPLE = 2_000;
const WORDS = ['ช่วยเหลือ', 'ค้นหา', 'เขาใหม่', 'ยกเลิก', 'English', 'ภาษาไทย'];
/** When a phase is given up. Milliseconds. */
const PATIENCE = 120_000;

/** Runs all phases against one bot process with the embedded database. */
export async function benchLoad(): Promise<Row[]> {
  const secret = randomBytes(16).toString('hex');
  const token = randomBytes(16).toString('hex');
  const simulator = await startSimulator({
    port: 0,
    channelSecret: secret,
    channelAccessToken: token,
    webhookUrl: undefined,
    personas: people(),
    monthlyQuota: null,
    now: () => new Date(),
    random: Math.random,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
  const bot = await startBot({ secret, token, lineUrl: simulator.url });
  simulator.platform.setWebhookUrl(`${bot.url}/webhook`);
  try {
    await runPhase(simulator, { name: 'warm-up', perSecond: 50, seconds: 3 });
    const rows: Row[] = [];
    for (const phase of PHASES) rows.push(await runPhase(simulator, phase));
    return [...rows, { what: 'memory of the bot after it', figures: `${await bot.memory()} MB` }];
  } finally {
    await bot.stop();
    await simulator.close();
  }
}

function people(): Persona[] {
  return Array.from({ length: PEOPLE }, (_, index) => ({
    userId: `U${index.toString(16).padStart(32, '0')}`,
    displayName: `ผู้ทดสอบ ${index}`,
    role: { th: 'ผู้ทดสอบ', en: 'tester' },
    hint: { th: '', en: '' },
  }));
}

type Phase = (typeof PHASES)[number];

async function runPhase({ platform }: Simulator, { name, perSecond, seconds }: Phase): Promise<Row> {
  const answeredBefore = platform.callsOf('reply') + platform.callsOf('push');
  const total = perSecond * seconds;
  const durations: number[] = [];
  const began = performance.now();
  const sent: Promise<void>[] = [];
  for (let index = 0; index < total; index += 1) {
    const due = began + (index * 1000) / perSecond;
    if (due > performance.now()) await wait(due - performance.now());
    const userId = `U${(index % PEOPLE).toString(16).padStart(32, '0')}`;
    const text = WORDS[index % WORDS.length] ?? '';
    sent.push(
      platform.say(userId, text).then(({ delivery }) => {
        durations.push(delivery.attempts[0]?.durationMilliseconds ?? Number.POSITIVE_INFINITY);
      }),
    );
  }
  await Promise.all(sent);
  const sending = (performance.now() - began) / 1000;
  while (platform.callsOf('reply') + platform.callsOf('push') - answeredBefore < total) {
    if (performance.now() - began > PATIENCE) break;
    await wait(20);
  }
  const answered = platform.callsOf('reply') + platform.callsOf('push') - answeredBefore;
  const all = (performance.now() - began) / 1000;
  const milliseconds = (share: number) => `${percentile(durations, share).toFixed(0)} ms`;
  return {
    what: `${name}: ${perSecond}/s for ${seconds} s`,
    figures:
      `webhook p50 ${milliseconds(0.5)}, p99 ${milliseconds(0.99)}; ` +
      `sent in ${sending.toFixed(1)} s, ${answered} of ${total} answered by ${all.toFixed(1)} s`,
  };
}
