/** Pictures through the whole service: kept for a draft, gone with the message that is unsent, gone with the draft. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import sharp from 'sharp';
import { connectModels, disconnectModels } from '../../models/connection.ts';
import { photosOf } from '../../models/photo.ts';
import { draftsOf } from '../../models/pin.ts';
import { emptyDatabase, runService } from '../builders/running-service.ts';
import { openTestDatabase, type TestDatabase } from '../builders/test-database.ts';
import {
  fromPerson,
  imageEvent,
  locationEvent,
  personNumber,
  somebody,
  textEvent,
  unsendEvent,
  type WebhookEvent,
} from '../builders/webhook-events.ts';
import { emptyPhotoFiles, filesStored } from './photo-builder.ts';

let database: TestDatabase;
let bot: ReturnType<typeof runService>;
let asked: string[];
beforeAll(async () => {
  database = await openTestDatabase();
  await connectModels(database.uri);
});
afterAll(async () => {
  await disconnectModels();
  await database.close();
});
beforeEach(async () => {
  await Promise.all([emptyDatabase(), emptyPhotoFiles()]);
  const bytes = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#0a6b4b' } })
    .jpeg()
    .toBuffer();
  asked = [];
  bot = runService({
    content: {
      fetchContent: async (messageId) => {
        asked.push(messageId);
        return { ok: true, bytes, contentType: 'image/jpeg' };
      },
    },
  });
});
afterEach(() => bot.stop());

const messageOf = ({ message }: WebhookEvent): string => {
  const known = message as { id: string } | undefined;
  if (!known) throw new Error('the event brings no message');
  return known.id;
};

/** A pin that only waits to be published, and two pictures sent for it; the draft's id and the events. */
async function draftWithPictures() {
  const answers = [textEvent('ปักหมุด'), textEvent('ยอมรับ'), locationEvent(), textEvent('1')];
  const named = [textEvent('เทศบาลตำบลบึงทอง'), textEvent('เทศบาลตำบล')];
  const pictures = [imageEvent(), imageEvent()] as const;
  for (const event of [...answers, ...named, ...pictures]) await bot.send(event);
  const [draft] = await draftsOf(somebody);
  if (!draft) throw new Error('no draft was kept');
  return { draft: draft.id, pictures };
}

const photoIds = async (pin: string) => (await photosOf(pin)).map(({ id }) => id);

test('unsending a picture removes its photo and its bytes, and no other; nobody is answered', async () => {
  const { draft, pictures } = await draftWithPictures();
  expect(asked).toEqual(pictures.map(messageOf));
  expect(await photoIds(draft)).toEqual(pictures.map(({ webhookEventId }) => webhookEventId));
  const replies = bot.line.calls.length;
  await bot.send(unsendEvent(messageOf(pictures[0])));
  expect(await photoIds(draft)).toEqual([pictures[1].webhookEventId]);
  expect(await filesStored()).toBe(2);
  expect(bot.line.calls).toHaveLength(replies);
});

test('what somebody else unsends, and a message without a photo, take nothing away', async () => {
  const { draft, pictures } = await draftWithPictures();
  await bot.send(unsendEvent('555500000000009999', { source: fromPerson(personNumber(9)) }));
  expect(await photoIds(draft)).toHaveLength(pictures.length);
});

test('the photos of a draft go with it when it is published, and with it when it is discarded', async () => {
  const { draft, pictures } = await draftWithPictures();
  await bot.send(textEvent('เสร็จแล้ว'));
  await bot.send(textEvent('ถูกต้อง เผยแพร่เลย'));
  expect(await draftsOf(somebody)).toEqual([]);
  expect(await photoIds(draft)).toHaveLength(pictures.length);
  const another = await draftWithPictures();
  await bot.send(textEvent('เสร็จแล้ว'));
  await bot.send(textEvent('ทิ้งหมุดนี้'));
  expect(await photoIds(another.draft)).toEqual([]);
  expect(await filesStored()).toBe(2 * pictures.length);
});
