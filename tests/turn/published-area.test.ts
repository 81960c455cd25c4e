/** A pin made in chat shows its district and province, where the register of places knows them. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { areaOfPlace } from '../../models/address.ts';
import { connectModels, disconnectModels } from '../../models/connection.ts';
import { putPlaces } from '../../models/place.ts';
import type { Place } from '../../models/place-document.ts';
import { pinsNear } from '../../models/published-pins.ts';
import { emptyDatabase, runService } from '../builders/running-service.ts';
import { openTestDatabase, type TestDatabase } from '../builders/test-database.ts';
import { textEvent } from '../builders/webhook-events.ts';

let database: TestDatabase;
let bot: ReturnType<typeof runService>;
beforeAll(async () => {
  database = await openTestDatabase();
  await connectModels(database.uri);
});
afterAll(async () => {
  await disconnectModels();
  await database.close();
});
beforeEach(() => {
  bot = runService();
});
afterEach(async () => {
  await bot.stop();
  await emptyDatabase();
});

/** An invented subdistrict. */
const examplePlace: Place = {
  code: '579901',
  name: { th: 'ดอกคูน', en: 'Dok Khun' },
  district: { code: '5799', name: { th: 'เมืองใหม่', en: 'Mueang Mai' } },
  province: { code: '57', name: { th: 'เชียงราย', en: 'Chiang Rai' } },
  postcode: '57000',
  position: [99.83, 19.9],
  ownPoint: true,
};

test('a pin published in chat has the area of its position', async () => {
  await putPlaces([examplePlace], { at: new Date() });
  for (const text of ['ปักหมุด', 'ยอมรับ', '19.9072, 99.8325', '1', 'เทศบาลตำบลบึงทอง', '2', '1']) {
    await bot.send(textEvent(text));
  }
  const [pin] = await pinsNear([99.8325, 19.9072], { skip: 0, limit: 1 });
  expect(pin?.area).toEqual(areaOfPlace(examplePlace));
});
