/** What a person can do in their chat on the page. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { malee, pngOf, type Stand, somchai, startStand } from './stand.ts';
import { hasMenu, readStream } from './stream-reading.ts';

let stand: Stand;
beforeEach(async () => {
  stand = await startStand();
});
afterEach(() => stand.close());

const page = (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
  stand.call(method, `/page/api/${path}`, body, headers);
const chat = (action: string, body: unknown, userId = somchai) =>
  page('POST', `chats/${userId}/${action}`, body);

/** Resolves when the bot has got so many webhooks. */
async function botGot(count: number) {
  while (stand.bot.received.length < count) await new Promise((resolve) => setTimeout(resolve, 2));
  await stand.platform.webhooks.settled();
  return stand.bot.received.flatMap(({ events }) => events);
}

describe('a chat', () => {
  test('texts, stickers and places reach the bot', async () => {
    await chat('messages', { type: 'text', text: 'สวัสดี' });
    await botGot(1);
    await chat('messages', { type: 'sticker', packageId: '446', stickerId: '1988' });
    await botGot(2);
    await chat('messages', { type: 'location', latitude: 19.9, longitude: 99.8, title: 'บ้าน' });
    expect((await botGot(3)).map(({ message }) => message)).toMatchObject([
      { type: 'text', text: 'สวัสดี' },
      { type: 'sticker', stickerId: '1988' },
      { type: 'location', title: 'บ้าน' },
    ]);
    expect(stand.platform.chat(somchai)).toHaveLength(3);
  });

  test.each([
    ['messages', { type: 'text', text: '' }],
    ['messages', { type: 'text', text: 'ก', id: '1' }],
    ['messages', { type: 'flex' }],
    ['messages', { type: 'location', latitude: 91, longitude: 0 }],
    ['messages', { type: 'sticker', packageId: '../1', stickerId: '1' }],
    ['postbacks', { data: 'a'.repeat(301) }],
    ['postbacks', {}],
    ['follow', { following: 'yes' }],
    ['menu', { data: 'a' }],
  ])('%s %p is refused', async (action, body) => {
    expect((await chat(action, body)).status).toBe(400);
    expect(stand.platform.chat(somchai)).toEqual([]);
  });

  test('postbacks', async () => {
    await chat('postbacks', {
      data: 'a=1',
      displayText: 'เลือก',
      params: { date: '2026-02-03' },
      inputOption: 'openKeyboard',
    });
    expect(await botGot(1)).toMatchObject([
      { type: 'postback', postback: { data: 'a=1', params: { date: '2026-02-03' } } },
    ]);
    expect(stand.platform.chat(somchai)).toMatchObject([{ from: 'person', message: { text: 'เลือก' } }]);
  });

  test('a picture is sent, shown and taken back', async () => {
    const path = `chats/${somchai}/images`;
    const picture = pngOf(4, 3);
    expect((await page('POST', path, picture, { 'content-type': 'image/png' })).status).toBe(202);
    const id = (await botGot(1))[0]?.message?.id ?? '';
    const shown = await page('GET', `content/${id}`);
    expect([shown.bytes, shown.headers.get('content-type')]).toEqual([picture, 'image/png']);
    expect((await chat(`messages/${id}/unsend`, {}, malee)).status).toBe(404);
    expect((await chat(`messages/${id}/unsend`, {})).status).toBe(202);
    expect((await botGot(2))[1]).toMatchObject({ type: 'unsend', unsend: { messageId: id } });
    expect((await page('GET', `content/${id}`)).status).toBe(410);
  });

  test.each([
    ['image/png', Buffer.from('<svg/>'), 415],
    ['image/gif', pngOf(1, 1), 415],
    ['image/png', pngOf(1, 1, 10 * 1024 * 1024 + 1), 413],
  ])('a picture of %s is refused when it is none or too large', async (type, bytes, status) => {
    expect((await page('POST', `chats/${somchai}/images`, bytes, { 'content-type': type })).status).toBe(
      status,
    );
  });

  test('what is no picture is never shown as one', async () => {
    const { messageId } = await stand.platform.sendFile(somchai, Buffer.from('<script>'), 'a.html');
    const { headers } = await page('GET', `content/${messageId}`);
    expect(headers.get('content-type')).toContain('application/octet-stream');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('blocking: nothing more can be sent until the account is followed again', async () => {
    await chat('follow', { following: false });
    expect((await chat('messages', { type: 'text', text: 'ก' })).status).toBe(409);
    await chat('follow', { following: true });
    expect((await chat('messages', { type: 'text', text: 'ก' })).status).toBe(202);
    expect((await botGot(3)).map(({ type }) => type)).toEqual(['unfollow', 'follow', 'message']);
    expect(stand.platform.chat(somchai)).toMatchObject([
      { from: 'note' },
      { from: 'note' },
      { from: 'person' },
    ]);
  });

  test('of nobody, and without a bot', async () => {
    expect((await chat('messages', { type: 'text', text: 'ก' }, `U${'9'.repeat(32)}`)).status).toBe(404);
    stand.platform.setWebhookUrl(undefined);
    expect((await chat('messages', { type: 'text', text: 'ก' })).status).toBe(503);
  });

  test('switching the rich menu', async () => {
    const { richMenus } = stand.platform;
    richMenus.menus.set('richmenu-1', {
      richMenuId: 'richmenu-1',
      body: { size: { width: 800, height: 250 } },
      image: { bytes: pngOf(1, 1), contentType: 'image/png' },
    });
    richMenus.aliases.set('more', 'richmenu-1').set('gone', 'richmenu-2');
    for (const [index, alias] of ['more', 'gone', 'none'].entries()) {
      await chat('menu', { richMenuAliasId: alias, data: 'switch' });
      await botGot(index + 1);
    }
    const params = (await botGot(3)).map(({ postback }) => postback?.params);
    expect(params).toEqual([
      { newRichMenuAliasId: 'more', status: 'SUCCESS' },
      { newRichMenuAliasId: 'gone', status: 'RICHMENU_NOTFOUND' },
      { newRichMenuAliasId: 'none', status: 'RICHMENU_ALIAS_ID_NOTFOUND' },
    ]);
    const [menu] = await readStream(stand, hasMenu);
    expect(menu?.data).toMatchObject({
      richMenu: { richMenuId: 'richmenu-1' },
      imageUrl: '/page/api/menus/richmenu-1/image',
    });
    expect((await page('GET', 'menus/richmenu-1/image')).bytes).toEqual(pngOf(1, 1));
  });
});
