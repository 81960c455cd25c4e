/** The example picture: served as LINE takes it, and the same as its drawing. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import express from 'express';
import sharp from 'sharp';
import request from 'supertest';
import { createRenderer } from '../../bot/line/render/renderer.ts';
import { judge } from '../../bot/simulator/message-rules/judge.ts';
import { messagesSchema } from '../../bot/simulator/message-rules/messages.ts';
import { guidanceRouter } from '../../bot/web/guidance.ts';
import type { Message } from '../../flows/engine/message.ts';
import { exampleMessage } from '../../flows/photo-message.ts';
import { allTexts } from '../../flows/registry.ts';

const web = join(import.meta.dirname, '../../bot/web');
const kept = join(web, 'where-to-stand.png');
/** LINE's limit for the long side of a picture in a Flex message, pixels. */
const LONGEST_SIDE = 1_024;
const MOST_BYTES = 200_000;

const isUpdating = process.env.UPDATE_PICTURES === '1';
if (isUpdating && process.env.CI) throw new Error('pictures are not drawn anew in continuous integration');

/** The drawing as a picture. The bot itself never reads drawings, and closes that way for its whole process. */
async function drawn(): Promise<Buffer> {
  const drawings = { operation: ['VipsForeignLoadSvg'] };
  sharp.unblock(drawings);
  const picture = await sharp(join(web, 'where-to-stand.svg'))
    .png({ palette: true, compressionLevel: 9 })
    .toBuffer();
  sharp.block(drawings);
  return picture;
}
if (isUpdating) writeFileSync(kept, await drawn());

/** What the example message points at. */
function addressOf(message: Message): string {
  if (message.kind !== 'pictures') throw new Error('the example is a picture');
  return message.pictures[0]?.path ?? '';
}

test('the address in the message is served: a small PNG of the shape that is shown', async () => {
  const app = express().use(guidanceRouter());
  const answer = await request(app)
    .get(addressOf(exampleMessage('ตัวอย่าง')))
    .expect(200);
  expect(answer.headers).toMatchObject({
    'content-type': 'image/png',
    'cache-control': 'public, max-age=86400',
    'cross-origin-resource-policy': 'cross-origin',
  });
  const { format, width, height } = await sharp(answer.body).metadata();
  expect([format, width, height]).toEqual(['png', LONGEST_SIDE, (LONGEST_SIDE * 3) / 4]);
  expect(Number(answer.headers['content-length'])).toBeLessThan(MOST_BYTES);
  expect(readFileSync(kept).equals(answer.body)).toBe(true);
});

test('it is not sent again to those who have it', async () => {
  const app = express().use(guidanceRouter());
  const { etag = '' } = (await request(app).get('/guidance/where-to-stand.png')).headers;
  await request(app).get('/guidance/where-to-stand.png').set('If-None-Match', etag).expect(304);
  await request(app).get('/guidance/where-to-stand.svg').expect(404);
});

test('LINE takes the message, and it leads to the public address', () => {
  const { render } = createRenderer(allTexts, { address: 'https://pakmud.example', chartKey: 'key' });
  const sent: unknown = JSON.parse(
    JSON.stringify(render({ messages: [exampleMessage('ตัวอย่างจุดที่ควรยืน')], quick: [] }, 'th')),
  );
  expect(judge(messagesSchema, sent)).toEqual([]);
  expect(JSON.stringify(sent)).toContain('"https://pakmud.example/guidance/where-to-stand.png"');
});

test('the picture is what the drawing shows', async () => {
  const pixels = (from: string | Buffer) => sharp(from).resize(256, 192).removeAlpha().raw().toBuffer();
  const [before, now] = await Promise.all([pixels(kept), pixels(await drawn())]);
  const differences = before.map((value, index) => Math.abs(value - (now[index] ?? 0)));
  // Another version of the drawing program may round edges differently; a changed drawing is far beyond that.
  const mean = differences.reduce((sum, difference) => sum + difference, 0) / differences.length;
  expect(mean).toBeLessThan(0.5);
});
