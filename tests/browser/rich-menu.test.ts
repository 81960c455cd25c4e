/** The person's rich menu on the chat page: its picture, its bar, its taps and its tabs, with our own menus. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { drawSvg } from '../../bot/pictures/draw-svg.ts';
import { decodeButton } from '../../flows/postback/codec.ts';
import { menuDrawing } from '../../rich-menus/drawing.ts';
import { aliasOf, lineMenu } from '../../rich-menus/line-object.ts';
import { menus } from '../../rich-menus/menus.ts';
import { becomesTrue, heard, log } from './chat-parts.ts';
import {
  type ChatSettings,
  callLine,
  launchBrowser,
  type OpenChat,
  official,
  withChat,
} from './open-chat.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

/** Answers a button of ours with the flow it opens, and a switch of menus with silence. */
const script: NonNullable<ChatSettings['script']> = ({ postback, message }) => {
  if (message?.type === 'location') return [{ type: 'text', text: 'ได้ตำแหน่งแล้ว' }];
  const button = postback && !postback.params ? decodeButton(postback.data) : undefined;
  return button?.kind === 'open' ? [{ type: 'text', text: `เปิด ${button.flow}` }] : [];
};

/** Makes these menus at the simulated LINE, and shows the first one to the person. */
async function deploy({ simulator: { url } }: OpenChat, ...keys: string[]): Promise<void> {
  const ids: string[] = [];
  for (const menu of menus.filter(({ key }) => keys.includes(key))) {
    const { richMenuId = '' } = await callLine(url, 'POST', '/v2/bot/richmenu', lineMenu(menu));
    await callLine(url, 'POST', `/v2/bot/richmenu/${richMenuId}/content`, await drawSvg(menuDrawing(menu)));
    const alias = { richMenuAliasId: aliasOf(menu.key), richMenuId };
    await callLine(url, 'POST', '/v2/bot/richmenu/alias', alias);
    ids.push(richMenuId);
  }
  await callLine(url, 'POST', `/v2/bot/user/${official}/richmenu/${ids[0]}`, null);
}

describe('the rich menu', () => {
  test('shows its picture; a tap on an area is answered by the bot', () =>
    withChat(browser, { script, width: 390, height: 844 }, async (chat) => {
      await deploy(chat, 'th-oc-official');
      const { page } = chat;
      const image = page.locator('.rich-menu-image');
      await image.waitFor();
      await becomesTrue(page, "document.querySelector('.rich-menu-image').naturalWidth === 2500");
      // By its place in the picture, as a finger does it: the middle of the first tile of the second row.
      const box = await image.boundingBox();
      if (!box) throw new Error('the menu is not drawn');
      await page.mouse.click(box.x + box.width / 8, box.y + box.height * 0.8);
      await log(page).getByText('เปิด copies').waitFor();
      await log(page).getByText('สำเนา', { exact: true }).waitFor();
      await page.getByRole('button', { name: 'ปักหมุด', exact: true }).click();
      await log(page).getByText('เปิด pin-office').waitFor();
      expect(chat.errors).toEqual([]);
    }));

  test('folds away and comes back by the words on its bar', () =>
    withChat(browser, { script }, async (chat) => {
      await deploy(chat, 'th-c-citizen');
      const { page } = chat;
      const bar = page.getByRole('button', { name: 'เมนูปักหมุด' });
      const image = page.locator('.rich-menu-image');
      await image.waitFor();
      await bar.click();
      await image.waitFor({ state: 'hidden' });
      await bar.click();
      await image.waitFor();
    }));

  test('“near me” opens the picker of a place, and the bot hears the place', () =>
    withChat(browser, { script }, async (chat) => {
      await deploy(chat, 'th-c-citizen');
      const { page } = chat;
      await page.getByRole('button', { name: 'ค้นหาใกล้ฉัน' }).click();
      const picker = page.getByRole('dialog', { name: 'เลือกตำแหน่ง' });
      await picker.getByLabel('พิกัด').fill('19.9072, 99.8325');
      await picker.getByRole('button', { name: 'ส่งตำแหน่งนี้' }).click();
      await log(page).getByText('ได้ตำแหน่งแล้ว').waitFor();
      expect(chat.events.at(-1)?.message?.type).toBe('location');
    }));

  test('a tab shows the other menu, and the bot hears of it', () =>
    withChat(browser, { script }, async (chat) => {
      await deploy(chat, 'th-oc-official', 'th-oc-citizen');
      const { page } = chat;
      await page.getByRole('button', { name: 'ประชาชน', exact: true }).click();
      await page.getByRole('button', { name: 'ให้คะแนน' }).waitFor();
      const event = await heard(chat, 1);
      expect(event?.postback?.params).toMatchObject({
        newRichMenuAliasId: 'pakmud-th-oc-citizen',
        status: 'SUCCESS',
      });
      await page.getByRole('button', { name: 'เจ้าหน้าที่', exact: true }).click();
      await page.getByRole('button', { name: 'หมุดของฉัน' }).waitFor();
    }));
});
