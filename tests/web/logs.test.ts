/** Logs tell what happened, never what people wrote, who they are, or what opens doors. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Program } from '../builders/program.ts';
import { channelAccessToken, runSimulator } from '../builders/running-simulator.ts';
import { channelSecret } from '../builders/signed-request.ts';
import { openTestDatabase, type TestDatabase } from '../builders/test-database.ts';
import { until } from '../builders/until.ts';
import { personNumber } from '../builders/webhook-events.ts';

const official = personNumber(0x51ab);
const citizen = personNumber(0x51ac);
const officeName = 'เทศบาลตำบลดอกปีบขาว';
const displayName = 'คุณทดสอบ ไม่มีจริง';
const place = { latitude: 19.907_234, longitude: 99.832_545, title: 'บ้านฉัน', address: 'ซอยลับ 7' };

let database: TestDatabase;
let line: Awaited<ReturnType<typeof runSimulator>>;
let platform: (typeof line)['platform'];
let program: Program;
let url: string;
beforeAll(async () => {
  database = await openTestDatabase();
  const role = { th: 'ประชาชน', en: 'Citizen' };
  line = await runSimulator({
    personas: [{ userId: official, displayName, language: 'th', role, hint: role }],
  });
  platform = line.platform;
  program = new Program(
    {
      PORT: '0',
      HOST: '127.0.0.1',
      MONGODB_URI: database.uri,
      LOG_LEVEL: 'trace',
      LINE_CHANNEL_SECRET: channelSecret,
      LINE_CHANNEL_ACCESS_TOKEN: channelAccessToken,
      LINE_API_BASE_URL: line.url,
    },
    'web',
  );
  url = await program.ready();
  line.platform.setWebhookUrl(`${url}/webhook`);
});
afterAll(async () => {
  await program.kill();
  await line.close();
  await database.close();
});

/** A person's deed, and the bot's answer to it. */
async function told(person: string, deed: Promise<unknown>): Promise<void> {
  const heard = platform.chat(person).filter(({ from }) => from === 'bot').length;
  await deed;
  await until('an answer', () => platform.chat(person).filter(({ from }) => from === 'bot').length > heard);
}

/** Everything a log must not hold: texts, places, ids, tokens and secrets of all that went over the wire. */
function secrets(): string[] {
  const events = platform.webhooks.deliveries.flatMap((delivery) => delivery.events);
  const messages = events.flatMap(({ message }) => (message ? [message] : []));
  const ofMessages = messages.flatMap(({ text, id, quoteToken, markAsReadToken }) => [
    text,
    id,
    quoteToken,
    markAsReadToken,
  ]);
  const tokens = events.map(({ replyToken }) => replyToken);
  const known = [official, citizen, officeName, displayName, channelSecret, channelAccessToken];
  const places = [place.title, place.address, '19.9072', '99.8325'];
  return (
    [...ofMessages, ...tokens, ...known, ...places]
      .filter((value) => typeof value === 'string')
      // "1" and "2" are in every log line; they tell nothing.
      .filter((value) => value.length > 2)
  );
}

test('a whole story at the level of everything, with failures on the way', async () => {
  await told(official, platform.follow(official));
  for (const text of ['1', 'ยอมรับ', 'ปักหมุด']) await told(official, platform.say(official, text));
  await told(official, platform.sendLocation(official, place));
  for (const text of ['1', officeName, '2', '1']) await told(official, platform.say(official, text));
  await told(citizen, platform.say(citizen, officeName));
  await told(citizen, platform.sendLocation(citizen, place));
  await told(citizen, platform.sendSticker(citizen, { keywords: ['ลับมาก'] }));

  platform.faults.replyTokensExpired = true;
  await told(citizen, platform.say(citizen, 'ข้อความที่ส่งด้วยการพุช'));
  platform.faults.replyTokensExpired = false;
  platform.faults.calls = [{ kind: 'serverError', remaining: 2 }];
  await told(citizen, platform.say(citizen, 'ข้อความที่ส่งตอนไลน์ล่ม'));
  await fetch(`${url}/webhook`, { method: 'POST', body: 'ข้อความปลอม', headers: { 'x-line-signature': 'x' } });
  await fetch(`${url}/nowhere?token=${channelSecret}`);
  expect((await program.stop()).code).toBe(0);

  const logged = program.output + program.errors;
  expect(logged).toContain('"level":"info"');
  for (const secret of [...secrets(), 'ลับมาก', 'ข้อความ']) expect(logged).not.toContain(secret);
  // The bot's own words are no business of the log either: they quote people.
  expect(logged).not.toMatch(/[\u0e00-\u0e7f]/);
});

test('a bug is logged with the event’s id and where it happened, without a word of the person’s', async () => {
  const words = 'ชื่อของฉันคือความลับ';
  const file = fileURLToPath(new URL('./logged-bug.ts', import.meta.url));
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [file, words]);
  const bug = stdout
    .split('\n')
    .filter((text) => text.includes('"error"'))
    .map((text) => JSON.parse(text));
  expect(bug).toMatchObject([
    { event: stderr.trim(), err: { type: 'Error', frames: expect.stringContaining('logged-bug.ts') } },
  ]);
  expect(stdout).not.toContain(words);
  expect(stdout).not.toContain('ความลับ');
});
