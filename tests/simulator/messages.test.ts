/** The rules for messages, by tables, and their agreement with LINE's OpenAPI. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { judge } from '../../bot/simulator/message-rules/judge.ts';
import { messageSchema } from '../../bot/simulator/message-rules/messages.ts';
import { loadOpenApiJudge } from '../builders/line-openapi.ts';
import { badFlexMessages } from './bad-flex-messages.ts';
import { badPlainMessages } from './bad-messages.ts';
import { beyondOpenApi } from './beyond-openapi.ts';
import { changes } from './changes.ts';
import { goodMessages } from './good-messages.ts';
import { hello, type Stand, somchai, startStand } from './stand.ts';

const badMessages = [...badPlainMessages, ...badFlexMessages];

describe('the validating endpoints', () => {
  let stand: Stand;
  beforeAll(async () => {
    stand = await startStand();
  });
  afterAll(() => stand.close());

  const validate = (messages: unknown, kind = 'push') =>
    stand.call('POST', `/v2/bot/message/validate/${kind}`, { messages });

  test.each(goodMessages)('accept: %s', async (_what, message) => {
    expect((await validate([message])).body).toEqual({});
  });

  test.each(badMessages)('refuse: %s', async (_what, message, property) => {
    const { status, body } = await validate([message]);
    expect(status).toBe(400);
    expect(body.details?.map((detail) => detail.property)).toEqual([`messages[0]${property}`]);
    expect(body.message).toBe('The request body has 1 error(s)');
  });

  test.each(['reply', 'push', 'multicast'])(
    '%s: one to five messages, every error with its place',
    async (kind) => {
      expect((await validate([], kind)).body.details?.[0]?.property).toBe('messages');
      expect((await validate(Array(6).fill(hello[0]), kind)).body.details?.[0]?.property).toBe('messages');
      const { body } = await validate([hello[0], { type: 'text', text: '' }, { type: 'poem' }], kind);
      expect(body.message).toBe('The request body has 2 error(s)');
      expect(body.details?.map(({ property }) => property)).toEqual(['messages[1].text', 'messages[2].type']);
    },
  );

  test('a body that cannot be read', async () => {
    const headers = { authorization: 'Bearer a-token-of-tests' };
    const post = (body: string, type: string) =>
      fetch(`${stand.url}/v2/bot/message/push`, {
        method: 'POST',
        body,
        headers: { ...headers, 'content-type': type },
      });
    expect((await post('{', 'application/json')).status).toBe(400);
    expect((await post('a=1', 'application/x-www-form-urlencoded')).status).toBe(415);
    expect((await post(`"${'a'.repeat(2 * 1024 * 1024)}"`, 'application/json')).status).toBe(413);
  });

  test('pictures of this machine pass only where that is allowed', async () => {
    const image = {
      type: 'image',
      originalContentUrl: 'http://localhost:1/a.png',
      previewImageUrl: 'http://127.0.0.1/a.png',
    };
    expect((await validate([image])).status).toBe(400);
    const lenient = await startStand({ allowLocalImages: true });
    const pushed = await lenient.call('POST', '/v2/bot/message/push', { to: somchai, messages: [image] });
    expect(pushed.status).toBe(200);
    expect(lenient.platform.chat(somchai)).toMatchObject([{ message: image }]);
    await lenient.close();
  });
});

const openApi = loadOpenApiJudge();
if (openApi === undefined) {
  describe.skip("agreement with LINE's OpenAPI (line-openapi/messaging-api.yml is not at hand)", () => {
    test('skipped', () => undefined);
  });
} else {
  describe("agreement with LINE's OpenAPI", () => {
    test.each(goodMessages)('both accept: %s', (_what, message) => {
      expect(openApi(message)).toEqual([]);
      expect(judge(messageSchema, message)).toEqual([]);
    });

    test.each(goodMessages)('what it refuses we refuse, whatever is changed in: %s', (_what, message) => {
      const changed = changes(message);
      const missed = changed.filter(
        (one) => openApi(one).length > 0 && judge(messageSchema, one).length === 0,
      );
      expect(missed).toEqual([]);
      expect(changed.length).toBeGreaterThan(5);
    });

    test('of the bad ones it refuses all but those that only the prose forbids', () => {
      const passed = badMessages.filter(([, message]) => openApi(message).length === 0).map(([what]) => what);
      expect(passed.sort()).toEqual([...beyondOpenApi].sort());
    });
  });
}
