/** Moving everybody from one rich menu to another: what is refused, how far it is, and going on with the same key. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { judge } from '../../bot/simulator/message-rules/judge.ts';
import { batchSchema } from '../../bot/simulator/message-rules/rich-menu-rules.ts';
import { loadSchemaJudge } from '../builders/line-openapi.ts';
import { changes } from './changes.ts';
import { malee, pngOf, type Stand, somchai, startStand } from './stand.ts';

const DAY = 24 * 3_600_000;

let stand: Stand;
beforeEach(async () => {
  stand = await startStand();
});
afterEach(() => stand.close());

const call = (method: string, path: string, body?: unknown) =>
  stand.call(
    method,
    `/v2/bot/richmenu${path}`,
    body,
    body instanceof Uint8Array ? { 'content-type': 'image/png' } : {},
  );
const ask = (operations: unknown, resumeRequestKey?: string) =>
  call('POST', '/batch', { operations, ...(resumeRequestKey && { resumeRequestKey }) });
const link = (from: string, to: string) => ({ type: 'link', from, to });

async function makeMenu(isPictured = true): Promise<string> {
  const size = { width: 2500, height: 1686 };
  const menu = { size, selected: true, name: 'a', chatBarText: 'a', areas: [] };
  const id = String((await call('POST', '', menu)).body.richMenuId);
  if (isPictured) await call('POST', `/${id}/content`, pngOf(2500, 1686));
  return id;
}

const linkedTo = (...people: string[]) => people.map((one) => stand.platform.richMenus.links.get(one));

async function accepted(operations: unknown, key?: string): Promise<string> {
  const { status, headers, body } = await ask(operations, key);
  expect([status, body]).toEqual([202, {}]);
  return headers.get('x-line-request-id') ?? '';
}

const progress = async (requestId: string) => {
  const { status, body } = await call('GET', `/progress/batch?requestId=${requestId}`);
  return { status, ...body };
};

describe('how far it is', () => {
  const at = '2026-02-03T04:05:06.000Z';

  test('done at once, or held until later, each as LINE tells it', async () => {
    const [a, b] = [await makeMenu(), await makeMenu()];
    stand.platform.richMenus.link(somchai, a);
    stand.platform.richMenus.batches.fate = 'held';
    const held = await accepted([link(a, b)]);
    expect(await progress(held)).toEqual({ status: 200, phase: 'ongoing', acceptedTime: at });
    expect(linkedTo(somchai)).toEqual([a]);
    stand.clock.instant += 1000;
    stand.platform.richMenus.batches.finish();
    const completedTime = '2026-02-03T04:05:07.000Z';
    expect(await progress(held)).toEqual({
      status: 200,
      phase: 'succeeded',
      acceptedTime: at,
      completedTime,
    });
    expect(linkedTo(somchai)).toEqual([b]);
  });

  test('is told for 14 days', async () => {
    const requestId = await accepted([link(await makeMenu(), await makeMenu())]);
    stand.clock.instant += 14 * DAY;
    expect((await progress(requestId)).status).toBe(200);
    stand.clock.instant += 1;
    expect((await progress(requestId)).status).toBe(404);
  });

  test('counts among the hundred an hour', async () => {
    const requestId = await accepted([{ type: 'unlinkAll' }]);
    for (let nth = 0; nth < 100; nth += 1) expect((await progress(requestId)).status).toBe(200);
    expect((await progress(requestId)).status).toBe(429);
  });
});

describe('the same key again', () => {
  const setUp = async () => {
    const [a, b, c] = [await makeMenu(), await makeMenu(), await makeMenu()];
    stand.platform.richMenus.link(somchai, a);
    stand.platform.richMenus.link(malee, b);
    return { a, b, c, chain: [link(a, b), link(b, c)] };
  };

  test('without it a repetition moves people on who were moved already', async () => {
    const { c, chain } = await setUp();
    await accepted(chain);
    await accepted(chain);
    expect(linkedTo(somchai, malee)).toEqual([c, c]);
  });

  test('with it nobody is moved twice', async () => {
    const { b, c, chain } = await setUp();
    await accepted(chain, 'key');
    await accepted(chain, 'key');
    expect(linkedTo(somchai, malee)).toEqual([b, c]);
  });

  test('goes on where a failure stopped', async () => {
    const { b, c, chain } = await setUp();
    stand.platform.richMenus.batches.fate = 'failed';
    const first = await accepted(chain, 'key');
    expect(await progress(first)).toMatchObject({ phase: 'failed', completedTime: expect.any(String) });
    expect(linkedTo(somchai, malee)).toEqual([b, b]);
    stand.platform.richMenus.batches.fate = 'done';
    await accepted(chain, 'key');
    expect(linkedTo(somchai, malee)).toEqual([b, c]);
  });

  test('is forgotten after 14 days', async () => {
    const { c, chain } = await setUp();
    await accepted(chain, 'key');
    stand.clock.instant += 14 * DAY + 1;
    await accepted(chain, 'key');
    expect(linkedTo(somchai, malee)).toEqual([c, c]);
  });
});

describe('refused, by the request and by its validation alike', () => {
  test('a menu that is not there, and one without a picture', async () => {
    const [a, bare] = [await makeMenu(), await makeMenu(false)];
    for (const path of ['/batch', '/validate/batch']) {
      const refused = async (operation: object) => {
        const { status, body } = await call('POST', path, { operations: [operation] });
        return [status, body.message, body.details?.[0]];
      };
      const message = 'The request body has 1 error(s)';
      const missing = { message: 'Richmenu (richmenu-0) is not found' };
      expect(await refused(link('richmenu-0', a))).toEqual([
        404,
        message,
        { ...missing, property: 'operations[0].from' },
      ]);
      expect(await refused(link(a, 'richmenu-0'))).toEqual([
        404,
        message,
        { ...missing, property: 'operations[0].to' },
      ]);
      expect(await refused(link(a, bare))).toEqual([
        400,
        message,
        { message: `'to' richmenu (${bare}) must have image but it doesn't`, property: 'operations[0].to' },
      ]);
      stand.platform.rateLimits.overrides.set('richmenu-batch', { calls: 100, milliseconds: 1 });
    }
  });

  test('validating moves nobody', async () => {
    const [a, b] = [await makeMenu(), await makeMenu()];
    stand.platform.richMenus.link(somchai, a);
    expect((await call('POST', '/validate/batch', { operations: [link(a, b)] })).status).toBe(200);
    expect(linkedTo(somchai)).toEqual([a]);
  });
});

const requestJudge = loadSchemaJudge('RichMenuBatchRequest');
const progressJudge = loadSchemaJudge('RichMenuBatchProgressResponse');
const check = requestJudge === undefined ? test.skip : test;
describe("agreement with LINE's OpenAPI", () => {
  const good: [string, object][] = [
    ['moves', { operations: [link('richmenu-1', 'richmenu-2'), { type: 'unlink', from: 'richmenu-3' }] }],
    ['a key', { operations: [{ type: 'unlinkAll' }], resumeRequestKey: 'a-_9'.repeat(25) }],
  ];
  check.each(good)('what it refuses is refused: %s', (_what, body) => {
    expect([requestJudge?.(body), judge(batchSchema, body)]).toEqual([[], []]);
    const missed = changes(body).filter(
      (one) => (requestJudge?.(one).length ?? 0) > 0 && judge(batchSchema, one).length === 0,
    );
    expect(missed).toEqual([]);
  });

  check.each(['', 'a'.repeat(101), 'a b', 'ก'])('both refuse the key %p', (resumeRequestKey) => {
    const body = { operations: [{ type: 'unlinkAll' }], resumeRequestKey };
    expect(requestJudge?.(body)).not.toEqual([]);
    expect(judge(batchSchema, body)).toMatchObject([{ property: 'resumeRequestKey' }]);
  });

  check('both refuse 1,001 steps', () => {
    const operations = Array.from({ length: 1001 }, (_, nth) => ({
      type: 'unlink',
      from: `richmenu-${nth}`,
    }));
    expect(requestJudge?.({ operations })).not.toEqual([]);
    expect(judge(batchSchema, { operations })).toMatchObject([{ property: 'operations' }]);
  });

  check('it knows every answer about how far it is', async () => {
    for (const fate of ['done', 'held', 'failed'] as const) {
      stand.platform.richMenus.batches.fate = fate;
      const { status: _status, ...body } = await progress(await accepted([{ type: 'unlinkAll' }]));
      expect(progressJudge?.(body)).toEqual([]);
    }
    expect(progressJudge?.({ phase: 'waiting', acceptedTime: 'now' })).toHaveLength(2);
  });
});
