/** Rich menus: pictures, defaults, links, batches and aliases. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { longThai } from './message-parts.ts';
import { malee, pngOf, type Stand, somchai, startStand } from './stand.ts';

let stand: Stand;
beforeEach(async () => {
  stand = await startStand();
});
afterEach(() => stand.close());

const bounds = { x: 0, y: 0, width: 1250, height: 843 };
const action = { type: 'richmenuswitch', richMenuAliasId: 'more', data: 'a=1' };
const menu = (changed: object = {}) => ({
  size: { width: 2500, height: 1686 },
  selected: true,
  name: longThai(300),
  chatBarText: longThai(14),
  areas: [
    { bounds, action },
    { bounds, action: { type: 'postback', data: 'a', label: 'ปักหมุด' } },
  ],
  ...changed,
});
const call = (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
  stand.call(method, `/v2/bot/${path}`, body, headers);

async function createMenu(changed = {}): Promise<string> {
  return String((await call('POST', 'richmenu', menu(changed))).body.richMenuId);
}

const png = { 'content-type': 'image/png' };
const upload = (id: string, bytes = pngOf(2500, 1686), headers = png) =>
  call('POST', `richmenu/${id}/content`, bytes, headers);

async function picturedMenu(): Promise<string> {
  const id = await createMenu();
  expect((await upload(id)).status).toBe(200);
  return id;
}

describe('making and deleting', () => {
  test('created, read, listed, deleted', async () => {
    const id = await createMenu();
    const shown = { richMenuId: id, ...menu() };
    expect((await call('GET', `richmenu/${id}`)).body).toEqual(shown);
    expect((await call('GET', 'richmenu/list')).body).toEqual({ richmenus: [shown] });
    expect((await call('DELETE', `richmenu/${id}`)).body).toEqual({});
    expect((await call('GET', `richmenu/${id}`)).status).toBe(404);
    expect((await call('DELETE', `richmenu/${id}`)).status).toBe(404);
  });

  test('at most 1,000', async () => {
    const body = menu();
    for (let made = 0; made < 1000; made += 1) {
      stand.platform.richMenus.menus.set(`richmenu-${made}`, { richMenuId: `richmenu-${made}`, body });
    }
    expect((await call('POST', 'richmenu', body)).status).toBe(400);
  });
});

describe('the picture', () => {
  test('is taken once and can be fetched', async () => {
    const id = await createMenu();
    expect((await call('GET', `richmenu/${id}/content`)).status).toBe(404);
    expect((await upload(id)).status).toBe(200);
    expect((await upload(id)).body.message).toBe('An image has already been uploaded to the richmenu');
    const { bytes, headers } = await call('GET', `richmenu/${id}/content`);
    expect([bytes, headers.get('content-type')]).toEqual([pngOf(2500, 1686), 'image/png']);
  });

  test('a JPEG is measured too', async () => {
    const id = await createMenu();
    const frame = [0xff, 0xc0, 0, 11, 8, 1686 >> 8, 1686 & 255, 2500 >> 8, 2500 & 255, 1, 0, 0, 0];
    const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, ...frame]);
    expect((await upload(id, jpeg, { 'content-type': 'image/jpeg' })).status).toBe(200);
  });

  const refusals: [string, Buffer, Record<string, string>, number][] = [
    ['of other measures', pngOf(2500, 843), png, 400],
    ['of more than 1 MB', pngOf(2500, 1686, 1024 * 1024 + 1), png, 400],
    ['that is none', Buffer.from('picture'), png, 400],
    ['that is not what it says', pngOf(2500, 1686), { 'content-type': 'image/jpeg' }, 400],
    ['of another type', pngOf(2500, 1686), { 'content-type': 'image/gif' }, 415],
  ];
  test.each(refusals)('refused: one %s', async (_what, bytes, headers, status) => {
    expect((await call('POST', `richmenu/${await createMenu()}/content`, bytes, headers)).status).toBe(
      status,
    );
  });

  test('of a menu that is not there', async () => {
    expect((await upload('richmenu-0')).status).toBe(404);
  });
});

describe('who sees which', () => {
  const shownTo = (userId: string) => stand.platform.richMenus.shownTo(userId)?.richMenuId;

  test('the default one, unless a person has one of their own', async () => {
    const [all, own] = [await picturedMenu(), await picturedMenu()];
    expect((await call('GET', 'user/all/richmenu')).status).toBe(404);
    expect((await call('POST', `user/all/richmenu/${all}`)).status).toBe(200);
    expect((await call('GET', 'user/all/richmenu')).body).toEqual({ richMenuId: all });
    expect((await call('GET', `user/${somchai}/richmenu`)).status).toBe(404);
    expect((await call('POST', `user/${somchai}/richmenu/${own}`)).status).toBe(200);
    expect((await call('GET', `user/${somchai}/richmenu`)).body).toEqual({ richMenuId: own });
    expect([shownTo(somchai), shownTo(malee)]).toEqual([own, all]);
    await call('DELETE', `richmenu/${own}`);
    expect(shownTo(somchai)).toBe(all);
    await call('DELETE', 'user/all/richmenu');
    expect(shownTo(somchai)).toBeUndefined();
  });

  test('a menu without picture cannot be shown', async () => {
    const bare = await createMenu();
    expect((await call('POST', `user/all/richmenu/${bare}`)).status).toBe(400);
    expect((await call('POST', `user/${somchai}/richmenu/${bare}`)).status).toBe(400);
    expect((await call('POST', 'richmenu/bulk/link', { richMenuId: bare, userIds: [somchai] })).status).toBe(
      400,
    );
    expect((await call('POST', `user/all/richmenu/richmenu-0`)).status).toBe(404);
  });

  test('a person who blocked the account is passed over; what is no id is refused', async () => {
    const id = await picturedMenu();
    await stand.platform.unfollow(somchai);
    expect((await call('POST', `user/${somchai}/richmenu/${id}`)).status).toBe(200);
    expect(shownTo(somchai)).toBeUndefined();
    expect((await call('POST', `user/somchai/richmenu/${id}`)).status).toBe(400);
  });

  test('links of many at once', async () => {
    const id = await picturedMenu();
    const userIds = [somchai, malee];
    expect((await call('POST', 'richmenu/bulk/link', { richMenuId: id, userIds })).status).toBe(202);
    expect([shownTo(somchai), shownTo(malee)]).toEqual([id, id]);
    expect((await call('POST', 'richmenu/bulk/unlink', { userIds: [malee] })).status).toBe(202);
    expect([shownTo(somchai), shownTo(malee)]).toEqual([id, undefined]);
    const tooMany = { richMenuId: id, userIds: Array(501).fill(somchai) };
    expect((await call('POST', 'richmenu/bulk/link', tooMany)).body.details?.[0]?.property).toBe('userIds');
    expect((await call('POST', 'richmenu/bulk/unlink', { userIds: ['x'] })).status).toBe(400);
    expect((await call('POST', 'richmenu/bulk/link', { richMenuId: 'richmenu-0', userIds })).status).toBe(
      404,
    );
  });

  test('moves of all at once go by what was before', async () => {
    const [a, b, c] = [await picturedMenu(), await picturedMenu(), await picturedMenu()];
    await call('POST', `user/${somchai}/richmenu/${a}`);
    await call('POST', `user/${malee}/richmenu/${b}`);
    const operations = [
      { type: 'link', from: a, to: b },
      { type: 'link', from: b, to: c },
    ];
    expect((await call('POST', 'richmenu/validate/batch', { operations })).status).toBe(200);
    const batch = await call('POST', 'richmenu/batch', { operations });
    expect(batch.status).toBe(202);
    expect([shownTo(somchai), shownTo(malee)]).toEqual([b, c]);
    const requestId = batch.headers.get('x-line-request-id');
    const progress = await call('GET', `richmenu/progress/batch?requestId=${requestId}`);
    expect(progress.body).toMatchObject({ phase: 'succeeded', acceptedTime: '2026-02-03T04:05:06.000Z' });
    expect((await call('POST', 'richmenu/batch', { operations: [{ type: 'unlinkAll' }] })).status).toBe(202);
    expect(shownTo(malee)).toBeUndefined();
    expect((await call('GET', 'richmenu/progress/batch?requestId=x')).status).toBe(400);
    const other = '123e4567-e89b-12d3-a456-426655440002';
    expect((await call('GET', `richmenu/progress/batch?requestId=${other}`)).status).toBe(404);
  });

  test('wrong moves', async () => {
    const a = await picturedMenu();
    const validate = async (...operations: object[]) =>
      (await call('POST', 'richmenu/validate/batch', { operations })).body;
    const twice = await validate({ type: 'unlink', from: a }, { type: 'unlink', from: a });
    expect(twice.details?.[0]?.property).toBe('operations[].from');
    const mixed = await validate({ type: 'unlinkAll' }, { type: 'unlink', from: a });
    expect(mixed.details?.[0]?.property).toBe('operations[].type');
    expect((await validate({ type: 'link', from: 'x', to: a })).details?.[0]).toEqual({
      message: 'invalid richMenuId',
      property: 'operations[0].from',
    });
  });
});

describe('aliases', () => {
  const create = (richMenuAliasId: string, richMenuId: string) =>
    call('POST', 'richmenu/alias', { richMenuAliasId, richMenuId });

  test('made, read, listed, moved, deleted', async () => {
    const [a, b] = [await picturedMenu(), await picturedMenu()];
    expect((await create('main', a)).status).toBe(200);
    expect((await create('main', b)).body.message).toBe('conflict richmenu alias id');
    expect((await call('GET', 'richmenu/alias/main')).body).toEqual({
      richMenuAliasId: 'main',
      richMenuId: a,
    });
    expect((await call('POST', 'richmenu/alias/main', { richMenuId: b })).status).toBe(200);
    const aliases = [{ richMenuAliasId: 'main', richMenuId: b }];
    expect((await call('GET', 'richmenu/alias/list')).body).toEqual({ aliases });
    expect((await call('DELETE', 'richmenu/alias/main')).status).toBe(200);
    expect((await call('GET', 'richmenu/alias/main')).status).toBe(404);
    expect((await call('DELETE', 'richmenu/alias/main')).status).toBe(404);
  });

  test.each(['', 'A', 'ก', 'a b', 'a'.repeat(33)])('refused as a name: %p', async (alias) => {
    const { body } = await create(alias, await picturedMenu());
    expect(body.details?.[0]?.property).toBe('richMenuAliasId');
  });

  test('32 characters are enough; a menu without picture is not', async () => {
    expect((await create('a-_9'.repeat(8), await picturedMenu())).status).toBe(200);
    expect((await create('bare', await createMenu())).body.message).toBe('richmenu not found');
  });

  test('at most 1,000', async () => {
    const id = await picturedMenu();
    for (let made = 0; made < 1000; made += 1) stand.platform.richMenus.aliases.set(`a${made}`, id);
    expect((await create('one-more', id)).status).toBe(400);
  });
});
