/** Profiles and friends, contents, read marks and the loading animation. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { ChatSignal } from '../../bot/simulator/chats.ts';
import { Contents } from '../../bot/simulator/contents.ts';
import { malee, pngOf, type Stand, somchai, startStand } from './stand.ts';

let stand: Stand;
beforeEach(async () => {
  stand = await startStand();
});
afterEach(() => stand.close());

const get = (path: string) => stand.call('GET', `/v2/bot/${path}`);

function signalsOf(userId: string): ChatSignal[] {
  const signals: ChatSignal[] = [];
  stand.platform.chats.listen(userId, (signal) => signals.push(signal));
  return signals;
}

describe('people', () => {
  test('a profile, until the person blocks the account', async () => {
    expect((await get(`profile/${somchai}`)).body).toEqual({
      userId: somchai,
      displayName: 'สมชาย',
      language: 'th',
    });
    await stand.platform.unfollow(somchai);
    expect(await get(`profile/${somchai}`)).toMatchObject({ status: 404, body: { message: 'Not found' } });
    expect((await get(`profile/U${'9'.repeat(32)}`)).status).toBe(404);
    expect((await get('profile/somchai')).status).toBe(400);
  });

  test('the friends, page by page', async () => {
    const first = await get('followers/ids?limit=1');
    expect(first.body.userIds).toEqual([somchai]);
    expect((await get(`followers/ids?limit=1&start=${first.body.next}`)).body).toEqual({ userIds: [malee] });
    await stand.platform.unfollow(somchai);
    expect((await get('followers/ids')).body).toEqual({ userIds: [malee] });
    expect((await get('followers/ids?limit=1001')).body.details?.[0]?.property).toBe('limit');
  });

  test("the bot's own data", async () => {
    expect((await get('info')).body).toMatchObject({ userId: stand.platform.botUserId, chatMode: 'bot' });
  });
});

describe('contents', () => {
  test('a picture can be fetched until it is taken back', async () => {
    const { messageId } = await stand.platform.sendImage(somchai, pngOf(3, 2), 'image/png');
    for (const path of ['content', 'content/preview']) {
      const { bytes, headers } = await get(`message/${messageId}/${path}`);
      expect([bytes, headers.get('content-type')]).toEqual([pngOf(3, 2), 'image/png']);
    }
    await stand.platform.unsend(somchai, messageId ?? '');
    expect(await get(`message/${messageId}/content`)).toMatchObject({
      status: 410,
      body: { message: 'The content is gone' },
    });
    expect(stand.platform.chat(somchai)).toMatchObject([{ unsent: true }]);
    expect((await get('message/1/content')).status).toBe(404);
  });

  test('a film is 202 until it is ready', async () => {
    const { messageId = '' } = await stand.platform.sendVideo(
      somchai,
      Buffer.from('film'),
      'video/mp4',
      false,
    );
    const path = `message/${messageId}/content`;
    expect([(await get(path)).status, (await get(`${path}/transcoding`)).body]).toEqual([
      202,
      { status: 'processing' },
    ]);
    const found = stand.platform.contents.find(messageId);
    if (found.state === 'kept') found.content.ready = true;
    expect([(await get(path)).status, (await get(`${path}/transcoding`)).body]).toEqual([
      200,
      { status: 'succeeded' },
    ]);
  });

  test('the oldest go when the memory for them is full', () => {
    const contents = new Contents(10);
    const of = (length: number) => ({ bytes: new Uint8Array(length), contentType: 'image/png', ready: true });
    for (const id of ['a', 'b', 'c']) contents.keep(id, of(4));
    expect(['a', 'b', 'c'].map((id) => contents.find(id).state)).toEqual(['absent', 'kept', 'kept']);
    contents.unsend('b');
    contents.keep('d', of(6));
    expect(['b', 'c', 'd'].map((id) => contents.find(id).state)).toEqual(['unsent', 'kept', 'kept']);
  });
});

describe('in the chat', () => {
  const load = (body: object) => stand.call('POST', '/v2/bot/chat/loading/start', body);

  test('the loading animation runs until a message comes', async () => {
    const signals = signalsOf(somchai);
    expect(await load({ chatId: somchai, loadingSeconds: 5 })).toMatchObject({ status: 202, body: {} });
    await load({ chatId: somchai });
    stand.platform.receive(somchai, [{ type: 'text', text: 'ก' }]);
    expect(signals.slice(0, 3)).toEqual([5, 20, 0].map((seconds) => ({ kind: 'typing', seconds })));
  });

  test.each([
    [{ loadingSeconds: 4 }, ['Must be between 5 and 60', 'must be a multiple of five']],
    [{ loadingSeconds: 65 }, ['Must be between 5 and 60']],
    [{ loadingSeconds: 12 }, ['must be a multiple of five']],
  ])('%p is refused', async (changed, messages) => {
    const { status, body } = await load({ chatId: somchai, ...changed });
    expect([status, body.details]).toEqual([
      400,
      messages.map((message) => ({ message, property: 'loadingSeconds' })),
    ]);
  });

  test('a group has no loading animation', async () => {
    expect((await load({ chatId: `C${'1'.repeat(32)}` })).body.details?.[0]?.property).toBe('chatId');
  });

  test('read marks by token and by person', async () => {
    await stand.platform.say(somchai, 'สวัสดี');
    const signals = signalsOf(somchai);
    const markAsReadToken = stand.bot.received[0]?.events[0]?.message?.markAsReadToken;
    expect((await stand.call('POST', '/v2/bot/chat/markAsRead', { markAsReadToken })).status).toBe(200);
    const body = { chat: { userId: somchai } };
    expect((await stand.call('POST', '/v2/bot/message/markAsRead', body)).status).toBe(200);
    expect(signals).toEqual([{ kind: 'read' }, { kind: 'read' }]);
    expect((await stand.call('POST', '/v2/bot/chat/markAsRead', { markAsReadToken: 'x' })).status).toBe(400);
  });
});
