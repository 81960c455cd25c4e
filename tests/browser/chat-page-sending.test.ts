/** The chat page sends places, pictures and stickers. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { becomesTrue, heard, log } from './chat-parts.ts';
import { launchBrowser, withChat } from './open-chat.ts';
import { plainPng } from './pictures.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

async function openLocationPicker(page: Page) {
  await page.getByRole('button', { name: 'ส่งรูป ตำแหน่ง หรือสติกเกอร์' }).click();
  await page.getByRole('button', { name: 'ตำแหน่ง', exact: true }).click();
  return page.getByRole('dialog', { name: 'เลือกตำแหน่ง' });
}

describe('sending things', () => {
  /** Metres of a degree of longitude at Chiang Rai, and the picker's scale after a preset. */
  const metresPerDegree = 111_320 * Math.cos((19.908 * Math.PI) / 180);
  const metresPerPixel = 100;

  test('the picker sends the place that was clicked', () =>
    withChat(browser, { width: 1280, height: 800 }, async (chat) => {
      const { page } = chat;
      await page.getByRole('button', { name: 'ส่งรูป ตำแหน่ง หรือสติกเกอร์' }).first().click();
      await page.getByRole('button', { name: 'ตำแหน่ง', exact: true }).first().click();
      const picker = page.getByRole('dialog', { name: 'เลือกตำแหน่ง' });
      await picker.getByRole('button', { name: 'เชียงราย' }).click();
      const map = await picker.locator('svg.map').boundingBox();
      if (map === null) throw new Error('The map is not drawn.');
      await page.mouse.click(map.x + map.width / 2 + 150, map.y + map.height / 2);
      await picker.getByRole('button', { name: 'ส่งตำแหน่งนี้' }).click();
      const place = (await heard(chat, 1))?.message;
      expect(Number(place?.latitude)).toBeCloseTo(19.908, 2);
      expect(
        Math.abs(Number(place?.longitude) - 99.832 - (150 * metresPerPixel) / metresPerDegree),
      ).toBeLessThan(0.003);
      await log(page).locator('.location-message').waitFor();
    }));

  test('dragging, the wheel and the buttons move the map without placing a pin', () =>
    withChat(browser, {}, async ({ page }) => {
      const picker = await openLocationPicker(page);
      const scale = () => picker.locator('.map-scale-text').textContent();
      const before = await scale();
      await picker.getByRole('button', { name: 'ขยาย' }).click();
      await picker.getByRole('button', { name: 'ขยาย' }).click();
      expect(await scale()).not.toBe(before);
      await picker.locator('svg.map').hover();
      await page.mouse.down();
      await page.mouse.move(100, 300, { steps: 4 });
      await page.mouse.up();
      for (let turn = 0; turn < 30; turn += 1) await page.mouse.wheel(0, -200);
      await becomesTrue(page, "document.querySelector('.map-scale-text').textContent === '1 km'");
      expect(await picker.locator('.map-pin').count()).toBe(0);
      expect(await picker.getByRole('button', { name: 'ส่งตำแหน่งนี้' }).isEnabled()).toBe(false);
    }));

  test('the picker takes typed coordinates, a name and an address', () =>
    withChat(browser, {}, async (chat) => {
      const picker = await openLocationPicker(chat.page);
      const field = picker.getByLabel('พิกัด');
      await field.fill('สิบเก้า');
      await picker.getByText('พิมพ์สองตัวเลข').waitFor();
      await field.fill('๑๙.๙๐๗๒, 99.8325');
      await picker.getByLabel('ชื่อสถานที่').fill('ศาลากลาง');
      await picker.getByLabel('ที่อยู่').fill('ริมกก');
      await picker.getByRole('button', { name: 'ส่งตำแหน่งนี้' }).click();
      const place = { latitude: 19.9072, longitude: 99.8325, title: 'ศาลากลาง', address: 'ริมกก' };
      expect((await heard(chat, 1))?.message).toMatchObject({ type: 'location', ...place });
    }));

  test('the sample picture and a file are sent and can be opened', () =>
    withChat(browser, { script: () => [] }, async (chat) => {
      const { page, simulator } = chat;
      const choose = async () => {
        if (!(await page.getByRole('button', { name: 'รูปภาพ' }).isVisible()))
          await page.getByRole('button', { name: 'ส่งรูป ตำแหน่ง หรือสติกเกอร์' }).click();
        await page.getByRole('button', { name: 'รูปภาพ' }).click();
      };
      await choose();
      await page.getByRole('button', { name: 'ใช้รูปตัวอย่าง' }).click();
      const id = String((await heard(chat, 1))?.message?.id);
      const found = simulator.platform.contents.find(id);
      expect(found.state === 'kept' && found.content.contentType).toBe('image/jpeg');
      await choose();
      await page
        .getByLabel('เลือกรูปจากเครื่อง')
        .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: plainPng(9, 9, [1, 2, 3]) });
      expect((await heard(chat, 2))?.message?.type).toBe('image');
      await page.getByRole('button', { name: 'แตะเพื่อดูใหญ่' }).first().click();
      expect(await page.getByRole('dialog').locator('img').getAttribute('src')).toContain(
        `/page/api/content/${id}`,
      );
    }));

  test('a sticker is sent', () =>
    withChat(browser, {}, async (chat) => {
      await chat.page.getByRole('button', { name: 'สติกเกอร์', exact: true }).click();
      await chat.page.getByRole('button', { name: 'ขอบคุณ' }).click();
      expect((await heard(chat, 1))?.message).toMatchObject({
        type: 'sticker',
        packageId: '446',
        stickerId: '1990',
      });
      await log(chat.page).getByRole('img', { name: 'สติกเกอร์: ขอบคุณ' }).waitFor();
    }));
});
