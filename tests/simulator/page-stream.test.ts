/** The stream of a chat: replay, resuming, and everything live. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { hello, type Stand, somchai, startStand } from './stand.ts';
import { hasMenu, readStream } from './stream-reading.ts';

let stand: Stand;
beforeEach(async () => {
  stand = await startStand();
});
afterEach(() => stand.close());

describe('the stream', () => {
  test('replays everything, then goes on live', async () => {
    await stand.platform.say(somchai, 'หนึ่ง');
    stand.platform.receive(somchai, [{ type: 'text', text: 'สอง' }]);
    const live = async () => {
      await stand.call('POST', '/v2/bot/chat/loading/start', { chatId: somchai });
      await stand.call('POST', '/v2/bot/message/push', { to: somchai, messages: hello });
      await stand.call('POST', '/v2/bot/message/markAsRead', { chat: { userId: somchai } });
    };
    const events = await readStream(
      stand,
      (all) => all.some(({ event }) => event === 'read'),
      undefined,
      live,
    );
    expect(events.map(({ event, id }) => [event, id])).toEqual([
      ['entry', '1'],
      ['entry', '2'],
      ['menu', undefined],
      ['typing', undefined],
      ['typing', undefined],
      ['entry', '3'],
      ['read', undefined],
    ]);
    expect(events[0]?.data).toMatchObject({
      id: 1,
      at: '2026-02-03T04:05:06.000Z',
      from: 'person',
      message: { text: 'หนึ่ง' },
    });
    expect(events[2]?.data).toEqual({ richMenu: null, imageUrl: null });
    expect(events.filter(({ event }) => event === 'typing').map(({ data }) => data)).toEqual([
      { seconds: 20 },
      { seconds: 0 },
    ]);
  });

  test.each([
    ['1', ['2']],
    ['2', []],
    ['99', ['1', '2']],
    ['x', ['1', '2']],
  ])('after Last-Event-ID %s', async (lastEventId, expected) => {
    stand.platform.receive(somchai, [...hello, ...hello]);
    const events = await readStream(stand, hasMenu, lastEventId);
    expect(events.flatMap(({ id }) => id ?? [])).toEqual(expected);
  });

  test('a message taken back comes again under its id', async () => {
    const { messageId = '' } = await stand.platform.say(somchai, 'ผิด');
    const unsend = () => stand.platform.unsend(somchai, messageId);
    const events = await readStream(
      stand,
      (all) => all.some(({ data }) => data.unsent === true),
      undefined,
      unsend,
    );
    expect(events.map(({ id }) => id)).toEqual(['1', undefined, '1']);
  });
});
