/** The chat page in a real browser: talking, choosing who speaks, and getting over failures. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { becomesTrue, heard, input, log, ownRow } from './chat-parts.ts';
import { citizen, launchBrowser, official, startPlatform, withChat } from './open-chat.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

describe('talking', () => {
  test('text goes to the bot and its answer comes back, read mark and all', () =>
    withChat(browser, {}, async (chat) => {
      const { page } = chat;
      await input(page).fill('สวัสดี');
      await input(page).press('Shift+Enter');
      await input(page).pressSequentially('มีใครอยู่ไหม');
      await input(page).press('Enter');
      await log(page).getByText('ตอบ: สวัสดี').waitFor();
      expect((await heard(chat, 1))?.message?.text).toBe('สวัสดี\nมีใครอยู่ไหม');
      expect(await input(page).inputValue()).toBe('');
      expect(await ownRow(page, 'มีใครอยู่ไหม').textContent()).toContain('อ่านแล้ว');
      expect(await page.locator('.pending-row').count()).toBe(0);
      expect(chat.errors).toEqual([]);
    }));

  test('Enter that ends a composition of an input method does not send', () =>
    withChat(browser, {}, async (chat) => {
      await input(chat.page).fill('กำลังพิม');
      await input(chat.page).dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true });
      expect(await input(chat.page).inputValue()).toBe('กำลังพิม');
      await input(chat.page).press('Enter');
      await heard(chat, 1);
    }));

  test('what could not be sent stays and goes out on another try', () =>
    withChat(browser, {}, async (chat) => {
      const { page, simulator, webhookUrl } = chat;
      simulator.platform.setWebhookUrl(undefined);
      await input(page).fill('อย่าหายนะ');
      await input(page).press('Enter');
      await page.getByRole('alert').getByText('ส่งไม่สำเร็จ').waitFor();
      expect(await page.locator('.pending-row').textContent()).toContain('อย่าหายนะ');
      simulator.platform.setWebhookUrl(webhookUrl);
      await page.getByRole('button', { name: 'ลองอีกครั้ง' }).click();
      await log(page).getByText('ตอบ: อย่าหายนะ').waitFor();
      expect(await page.getByText('ส่งไม่สำเร็จ').count()).toBe(0);
      await heard(chat, 1);
    }));

  test('a lost connection is told, and the page follows a restarted platform', () =>
    withChat(browser, {}, async (chat) => {
      const { page, simulator, webhookUrl } = chat;
      await simulator.platform.say(official, 'ก่อนปิด');
      await ownRow(page, 'ก่อนปิด').waitFor();
      await simulator.close();
      await page.getByText('การเชื่อมต่อหลุด').waitFor();
      const restarted = await startPlatform(webhookUrl, Number(new URL(simulator.url).port));
      try {
        await page.getByText('การเชื่อมต่อหลุด').waitFor({ state: 'hidden' });
        await ownRow(page, 'ก่อนปิด').waitFor({ state: 'detached' });
        restarted.platform.receive(official, [{ type: 'text', text: 'กลับมาแล้ว' }]);
        await log(page).getByText('กลับมาแล้ว').waitFor();
      } finally {
        await restarted.close();
      }
    }));

  test('an own message can be unsent', () =>
    withChat(browser, {}, async (chat) => {
      const { page } = chat;
      await input(page).fill('พิมพ์ผิด');
      await input(page).press('Enter');
      await ownRow(page, 'พิมพ์ผิด').hover();
      await page.getByRole('button', { name: 'ตัวเลือกของข้อความนี้' }).click();
      await page.getByRole('button', { name: 'ยกเลิกข้อความ' }).click();
      await log(page).getByText('คุณยกเลิกข้อความแล้ว').waitFor();
      expect((await heard(chat, 2))?.type).toBe('unsend');
      expect(await ownRow(page, 'พิมพ์ผิด').count()).toBe(0);
    }));

  test('reading further up is not disturbed by a new message', () =>
    withChat(browser, {}, async ({ page, simulator }) => {
      const lines = Array.from({ length: 40 }, (_, number) => ({ type: 'text', text: `บรรทัด ${number}` }));
      simulator.platform.receive(official, lines);
      await log(page).getByText('บรรทัด 39').waitFor();
      const scroll = page.locator('.scroll');
      await scroll.hover();
      await page.mouse.wheel(0, -900);
      await becomesTrue(page, "document.querySelector('.scroll').scrollTop < 900");
      simulator.platform.receive(official, [{ type: 'text', text: 'มาใหม่' }]);
      await page.getByRole('button', { name: 'ข้อความใหม่' }).click();
      await becomesTrue(
        page,
        "(() => { const s = document.querySelector('.scroll'); return s.scrollHeight - s.scrollTop - s.clientHeight < 5; })()",
      );
      expect(await page.getByRole('button', { name: 'ข้อความใหม่' }).isVisible()).toBe(false);
    }));

  test('typing dots come and go', () =>
    withChat(browser, {}, async ({ page, simulator }) => {
      simulator.platform.chats.signal(official, { kind: 'typing', seconds: 30 });
      await page.getByRole('img', { name: 'กำลังพิมพ์' }).waitFor();
      simulator.platform.receive(official, [{ type: 'text', text: 'เสร็จแล้ว' }]);
      await log(page).getByText('เสร็จแล้ว').waitFor();
      expect(await page.getByRole('img', { name: 'กำลังพิมพ์' }).isVisible()).toBe(false);
    }));
});

describe('people', () => {
  test('two people stand side by side on a wide window, as the address says', () =>
    withChat(
      browser,
      { width: 1280, height: 800, query: `?left=${citizen}&right=${official}` },
      async ({ page }) => {
        const left = page.getByRole('region', { name: 'แชตของ สมชาย' });
        const right = page.getByRole('region', { name: 'แชตของ สมหญิง' });
        const [leftBox, rightBox] = [await left.boundingBox(), await right.boundingBox()];
        expect(leftBox && rightBox && leftBox.x + leftBox.width <= rightBox.x).toBe(true);
        await left.getByRole('textbox').fill('จากซ้าย');
        await left.getByRole('textbox').press('Enter');
        await left.getByText('ตอบ: จากซ้าย').waitFor();
        expect(await right.getByText('จากซ้าย').count()).toBe(0);
      },
    ));

  test('a narrow window shows one; the picker changes it and keeps the draft', () =>
    withChat(browser, {}, async ({ page }) => {
      expect(await page.getByRole('log').count()).toBe(1);
      await input(page).fill('ร่างไว้');
      await page.getByLabel('คุยในชื่อ').selectOption(citizen);
      await page.getByRole('region', { name: 'แชตของ สมชาย' }).waitFor();
      expect(await input(page).inputValue()).toBe('');
      await page.getByLabel('คุยในชื่อ').selectOption(official);
      expect(await input(page).inputValue()).toBe('ร่างไว้');
      expect(page.url()).toContain(`left=${official}`);
    }));

  test('a new person becomes a friend, and can block the account', () =>
    withChat(browser, {}, async (chat) => {
      const { page } = chat;
      await page.getByRole('button', { name: 'เพิ่มคนใหม่' }).click();
      await page.getByLabel('ชื่อที่แสดง').fill('มาลี');
      await page.getByRole('button', { name: 'เพิ่ม', exact: true }).click();
      await page.getByText('ยังไม่ได้เป็นเพื่อน').waitFor();
      await page.getByRole('button', { name: 'เพิ่มเพื่อน' }).click();
      expect((await heard(chat, 1))?.type).toBe('follow');
      await input(page).waitFor();
      await page.getByRole('button', { name: 'บล็อก' }).click();
      expect((await heard(chat, 2))?.type).toBe('unfollow');
      await input(page).waitFor({ state: 'hidden' });
    }));

  test("the page's own words change language; the bot's do not", () =>
    withChat(browser, {}, async ({ page, simulator }) => {
      simulator.platform.receive(official, [{ type: 'text', text: 'ยินดีต้อนรับ' }]);
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByPlaceholder('Type a message').waitFor();
      await log(page).getByText('ยินดีต้อนรับ').waitFor();
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
    }));

  test("the developer's drawer sets faults", () =>
    withChat(browser, {}, async ({ page, simulator }) => {
      await page.getByRole('button', { name: 'เครื่องมือนักพัฒนา' }).click();
      await page.getByLabel('ส่งเหตุการณ์ให้บอตซ้ำ').check();
      await page.getByLabel('โควตาข้อความหมด').check();
      await page.getByRole('button', { name: 'บันทึก' }).click();
      await page.getByText('บันทึกแล้ว').waitFor();
      expect(simulator.platform.faults).toMatchObject({
        calls: [],
        quotaExhausted: true,
        webhooks: [{ kind: 'duplicate', remaining: null }],
      });
    }));
});
