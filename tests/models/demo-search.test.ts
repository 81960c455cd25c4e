// The demonstration as a visitor sees it: what the bot's own examples find, and what an office's card has to show.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DEMO_OFFICIAL } from '../../bot/demo/personas.ts';
import { seedDemo } from '../../bot/demo/seed.ts';
import { lastChanges } from '../../models/audit.ts';
import { publicPhotosOf } from '../../models/pin-photos.ts';
import { type PinSearch, startPinSearch } from '../../models/pin-search.ts';
import { pinForWork, setFields } from '../../models/pin-work.ts';
import { codeOf } from '../../models/published-pins.ts';
import { satisfactionOf } from '../../models/rating-counts.ts';
import { connectRegisters, NOON } from './register-builder.ts';

const PAGE = { skip: 0, limit: 6 };

let disconnect: () => Promise<void>;
let search: PinSearch;
beforeAll(async () => {
  disconnect = await connectRegisters();
  await seedDemo(NOON);
  const onError = (error: unknown) => {
    throw error;
  };
  search = startPinSearch({ pollMilliseconds: 3_600_000, now: () => NOON, onError });
});
afterAll(async () => {
  await search.stop();
  await disconnect();
});

const first = async (words: string) => (await search.readings(words))[0];
const named = async (words: string) => (await search.search(words, PAGE)).map(({ name }) => name.th);

describe('what words find', () => {
  test('the service that the bot itself names, at the district offices', async () => {
    expect(await first('ทำบัตรประชาชน')).toMatchObject({
      by: 'service',
      services: [{ code: 'DEMO-ID-CARD' }],
    });
    const found = await search.offering('DEMO-ID-CARD', { area: 'จ.นครพนม' }, PAGE);
    expect(found?.offices.map(({ name }) => name.th)).toEqual(['ที่ว่าการอำเภอดอนฟ้าคราม']);
  });

  test('a service that only sounds like the words is asked about, not taken', async () => {
    expect(await first('ทะเบียนบ้าน')).toMatchObject({ by: 'service', isGuess: true });
    expect(await first('จดทะเบียนพาณิชย์')).not.toHaveProperty('isGuess');
  });

  test('an office under the word people have for its kind; all of the kind when the rest is nowhere', async () => {
    expect((await named('โรงพัก บึงทอง'))[0]).toBe('สภ.บึงทอง');
    expect((await named('โรงพักบึงทอง'))[0]).toBe('สภ.บึงทอง');
    expect(await first('โรงพัก บึงทอง')).toMatchObject({ by: 'name' });
    expect(await named('โรงพัก ฆฆฆฆฆฆ')).toEqual(expect.arrayContaining(['สภ.บึงทอง', 'สภ.อ่าวเรือใบ']));
    expect(await first('ขนส่ง ฆฆฆฆฆฆฆฆฆฆฆฆฆฆฆฆฆฆฆฆฆฆ')).toEqual({ by: 'kind', kind: 'transport-office' });
  });

  test('an exact name brings nothing unlike it along', async () => {
    expect(await named('ทต.บึงทอง')).toEqual(['ทต.บึงทอง']);
    expect(await named('บึงทอง')).toContain('โรงเรียนบึงทองวิทยา');
  });

  test('a district alone: its offices, and where none stands yet the nearest', async () => {
    expect(await first('อำเภอแม่จัน')).toMatchObject({ by: 'area', area: { th: 'อ.แม่จัน' } });
    expect(await first('แม่จัน')).toMatchObject({ by: 'area' });
    const there = await search.inArea('อ.แม่จัน', PAGE);
    expect(there.isNear).toBe(false);
    expect(there.offices.map(({ name }) => name.th)).toEqual(['อบต.เขาใหม่', 'รพ.สต.ผาเมฆขาว']);
  });
});

describe('what a card shows', () => {
  test('hours, phones, a website, when it was checked, a score, a photo', async () => {
    const code = (await codeOf('demo-office-02')) ?? '';
    const pin = await pinForWork(code, DEMO_OFFICIAL.userId, NOON);
    expect(pin).toMatchObject({
      website: 'https://buengthong.example.com',
      phones: [{ number: '042000002' }, { number: '042000003' }],
      checkedAt: new Date(NOON.getTime() - 4 * 86_400_000).toISOString(),
    });
    expect(pin?.hours?.weekdays.sat).toHaveLength(1);
    expect((await satisfactionOf([code])).get(code)).toMatchObject({ n: 8, leftOut: 0 });
    expect(await publicPhotosOf(code)).toHaveLength(1);
  });

  test('seeding again changes nothing, also what people have changed since', async () => {
    const pin = (await codeOf('demo-office-02')) ?? '';
    const work = { pin, by: DEMO_OFFICIAL.userId, at: NOON, key: 'mine' };
    await setFields({ ...work, fields: { website: null } });
    const trail = () => lastChanges({ about: { kind: 'pin', id: pin } }, 100);
    const entries = await trail();
    await seedDemo(new Date(NOON.getTime() + 86_400_000));
    expect(await trail()).toEqual(entries);
    expect(await pinForWork(pin, DEMO_OFFICIAL.userId, NOON)).not.toHaveProperty('website');
    expect((await satisfactionOf([pin])).get(pin)?.n).toBe(8);
  });
});
