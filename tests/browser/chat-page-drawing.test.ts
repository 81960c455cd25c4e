/** The chat page draws every kind of message, and its buttons answer the bot. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { becomesTrue, heard, input, log, ownRow } from './chat-parts.ts';
import { callLine, launchBrowser, official, withChat } from './open-chat.ts';
import { plainPng, servePictures } from './pictures.ts';
import { quickReply, sampleMessages } from './sample-messages.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

describe('drawing', () => {
  test('every kind of message is drawn', async () => {
    const pictures = await servePictures();
    try {
      await withChat(browser, {}, async ({ page, simulator, errors }) => {
        simulator.platform.receive(official, sampleMessages(pictures.origin));
        await log(page).getByText('hologram').waitFor();
        await expectDrawn(page);
        expect(errors).toEqual([]);
      });
    } finally {
      await pictures.close();
    }
  });

  async function expectDrawn(page: Page) {
    const within = log(page);
    expect(
      await within.getByRole('link', { name: 'https://example.com/help', exact: true }).getAttribute('rel'),
    ).toContain('noopener');
    for (const part of [
      '.sticker',
      '.image-message',
      '.location-message svg',
      '.imagemap .area',
      '.image-column',
    ]) {
      expect({ part, count: await within.locator(part).count() }).toEqual({
        part,
        count: part === '.image-column' ? 2 : 1,
      });
    }
    expect(await within.locator('.media-message').allTextContents()).toEqual(['🎬 วิดีโอ', '🔊 เสียง 6 s']);
    expect(await within.getByRole('link', { name: 'เปิดในแผนที่' }).getAttribute('href')).toBe(
      'https://www.google.com/maps/search/?api=1&query=19.9072%2C99.8325',
    );
    expect(await within.locator('.card').count()).toBe(5);
    const office = within.getByRole('group', { name: 'การ์ดสำนักงาน' });
    expect(await office.textContent()).toContain('สำนักงานที่ดินจังหวัดเชียงราย');
    expect(await office.locator('.flex-button').allTextContents()).toEqual([
      'ให้คะแนน',
      'ถามเอกสาร',
      'เปิดเว็บไซต์',
    ]);
    expect(await within.getByRole('group', { name: 'ขั้นตอนเรียงกัน' }).locator('.flex-bubble').count()).toBe(4);
    expect(await within.locator('.unknown').count()).toBe(1);
  }

  test('flex carousels scroll with the arrow keys', () =>
    withChat(browser, {}, async ({ page, simulator }) => {
      const carousel = sampleMessages('http://127.0.0.1:9').filter(
        ({ altText }) => altText === 'ขั้นตอนเรียงกัน',
      );
      simulator.platform.receive(official, carousel);
      await page.locator('.flex-carousel').focus();
      await page.keyboard.press('ArrowRight');
      await becomesTrue(page, "document.querySelector('.flex-carousel').scrollLeft > 50");
    }));

  test('buttons of a flex message answer the bot', () =>
    withChat(browser, {}, async (chat) => {
      const { page, simulator } = chat;
      const office = sampleMessages('http://127.0.0.1:9').filter(({ altText }) => altText === 'การ์ดสำนักงาน');
      simulator.platform.receive(official, office);
      await page.getByRole('button', { name: 'ให้คะแนน' }).click();
      expect((await heard(chat, 1))?.postback?.data).toBe('rate=1');
      await ownRow(page, 'ให้คะแนน').waitFor();
      await page.getByRole('button', { name: 'เลือกกล่องนี้' }).click();
      expect((await heard(chat, 2))?.postback?.data).toBe('box=1');
      const opened = page.getByRole('link', { name: 'เปิดเว็บไซต์' });
      expect(await opened.getAttribute('target')).toBe('_blank');
    }));
});

describe('quick replies', () => {
  const ask = { type: 'text', text: 'ถูกไหม', quickReply };
  const chips = (page: Page) => page.getByRole('group', { name: 'ตัวเลือกคำตอบ' });

  test('a message reply is sent once and the row goes', () =>
    withChat(browser, { script: () => [] }, async (chat) => {
      const { page, simulator } = chat;
      simulator.platform.receive(official, [ask]);
      await chips(page).getByRole('button', { name: 'ใช่', exact: true }).click();
      expect((await heard(chat, 1))?.message?.text).toBe('ใช่แล้ว');
      await ownRow(page, 'ใช่แล้ว').waitFor();
      expect(await chips(page).isVisible()).toBe(false);
    }));

  test('a postback without words leaves no message, yet the row goes and stays away', () =>
    withChat(browser, { script: () => [] }, async (chat) => {
      const { page, simulator } = chat;
      const action = { type: 'postback', label: 'เงียบ', data: 'quiet' };
      simulator.platform.receive(official, [{ ...ask, quickReply: { items: [{ type: 'action', action }] } }]);
      await chips(page).getByRole('button', { name: 'เงียบ' }).click();
      expect((await heard(chat, 1))?.postback).toEqual({ data: 'quiet' });
      simulator.platform.chats.signal(official, { kind: 'menu' });
      simulator.platform.chats.signal(official, { kind: 'typing', seconds: 30 });
      await page.getByRole('img', { name: 'กำลังพิมพ์' }).waitFor();
      expect(await chips(page).isVisible()).toBe(false);
    }));

  test('they stand under the last message only', () =>
    withChat(browser, {}, async ({ page, simulator }) => {
      simulator.platform.receive(official, [ask, { type: 'text', text: 'ข้อความถัดไป' }]);
      await log(page).getByText('ข้อความถัดไป').waitFor();
      expect(await chips(page).isVisible()).toBe(false);
      simulator.platform.receive(official, [ask]);
      await chips(page).waitFor();
      simulator.platform.receive(official, [{ type: 'text', text: 'มาทีหลัง' }]);
      await chips(page).waitFor({ state: 'hidden' });
    }));

  test('location and date open their windows and stay until something is sent', () =>
    withChat(browser, { script: () => [] }, async (chat) => {
      const { page, simulator } = chat;
      simulator.platform.receive(official, [ask]);
      await chips(page).getByRole('button', { name: 'ส่งตำแหน่ง' }).click();
      await page.getByRole('dialog', { name: 'เลือกตำแหน่ง' }).waitFor();
      await page.keyboard.press('Escape');
      expect(await chips(page).isVisible()).toBe(true);
      await chips(page).getByRole('button', { name: 'เลือกวัน' }).click();
      await page.getByLabel('เลือกวันที่').last().fill('2018-05-08');
      await page.getByRole('button', { name: 'ตกลง' }).click();
      expect((await heard(chat, 1))?.postback).toEqual({ data: 'day', params: { date: '2018-05-08' } });
    }));

  test('addresses of LINE open the picker or fill the input', () =>
    withChat(browser, { script: () => [] }, async ({ page, simulator }) => {
      const action = (label: string, uri: string) => ({
        type: 'action',
        action: { type: 'uri', label, uri },
      });
      const words = encodeURIComponent('ปักหมุด 57');
      const items = [
        action('ที่ไหน', 'https://line.me/R/nv/location/'),
        action('เริ่ม', `https://line.me/R/oaMessage/%40pakmud/?${words}`),
      ];
      simulator.platform.receive(official, [{ type: 'text', text: 'เลือก', quickReply: { items } }]);
      await page.getByRole('button', { name: 'เริ่ม' }).click();
      expect(await input(page).inputValue()).toBe('ปักหมุด 57');
      await page.getByRole('button', { name: 'ที่ไหน' }).click();
      await page.getByRole('dialog', { name: 'เลือกตำแหน่ง' }).waitFor();
    }));
});

describe('rich menu', () => {
  const menu = (name: string, action: object) => ({
    size: { width: 800, height: 540 },
    selected: true,
    name,
    chatBarText: name,
    areas: [
      { bounds: { x: 0, y: 0, width: 400, height: 540 }, action },
      {
        bounds: { x: 400, y: 0, width: 400, height: 540 },
        action: { type: 'richmenuswitch', label: 'สลับ', richMenuAliasId: 'second', data: 'to=second' },
      },
    ],
  });

  async function createMenu(url: string, name: string, action: object): Promise<string> {
    const { richMenuId } = await callLine(url, 'POST', '/v2/bot/richmenu', menu(name, action));
    await callLine(url, 'POST', `/v2/bot/richmenu/${richMenuId}/content`, plainPng(800, 540, [8, 120, 58]));
    return String(richMenuId);
  }

  test('areas answer, menus switch, the bar opens and closes', () =>
    withChat(browser, { script: () => [] }, async (chat) => {
      const { page, simulator } = chat;
      const first = await createMenu(simulator.url, 'เมนูหนึ่ง', {
        type: 'postback',
        label: 'ปักหมุด',
        data: 'pin',
        displayText: 'ปักหมุด',
      });
      const second = await createMenu(simulator.url, 'เมนูสอง', {
        type: 'message',
        label: 'ช่วยเหลือ',
        text: 'ช่วยด้วย',
      });
      await callLine(simulator.url, 'POST', '/v2/bot/richmenu/alias', {
        richMenuAliasId: 'second',
        richMenuId: second,
      });
      await callLine(simulator.url, 'POST', `/v2/bot/user/${official}/richmenu/${first}`, null);
      await page.getByRole('button', { name: 'ปักหมุด' }).click();
      expect((await heard(chat, 1))?.postback?.data).toBe('pin');
      await page.getByRole('button', { name: 'สลับ' }).click();
      await page.getByRole('button', { name: 'เมนูสอง' }).waitFor();
      expect((await heard(chat, 2))?.postback).toEqual({
        data: 'to=second',
        params: { newRichMenuAliasId: 'second', status: 'SUCCESS' },
      });
      await page.getByRole('button', { name: 'เมนูสอง' }).click();
      expect(await page.locator('.rich-menu').isVisible()).toBe(false);
      await page.getByRole('button', { name: 'เมนูสอง' }).click();
      await page.getByRole('button', { name: 'ช่วยเหลือ' }).click();
      expect((await heard(chat, 3))?.message?.text).toBe('ช่วยด้วย');
    }));
});
