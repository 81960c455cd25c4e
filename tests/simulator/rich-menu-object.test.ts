/** The rich menu object: what is refused, by a table, and agreement with LINE's OpenAPI. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { judge } from '../../bot/simulator/message-rules/judge.ts';
import { richMenuSchema } from '../../bot/simulator/message-rules/rich-menu-rules.ts';
import { loadRichMenuJudge } from '../builders/line-openapi.ts';
import { changes } from './changes.ts';
import { longThai } from './message-parts.ts';
import { type Stand, startStand } from './stand.ts';

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
const size = (width: number, height: number) => ({ size: { width, height }, areas: [] });
const areaWith = (changed: object) => ({ areas: [{ bounds, action, ...changed }] });

const badMenus: [string, object, string][] = [
  ['no name', { name: undefined }, 'name'],
  ['name of 301', { name: longThai(301) }, 'name'],
  ['chat bar text of 15', { chatBarText: longThai(15) }, 'chatBarText'],
  ['empty chat bar text', { chatBarText: '' }, 'chatBarText'],
  ['21 areas', { areas: Array(21).fill({ bounds, action }) }, 'areas'],
  ['too narrow', size(799, 300), 'size.width'],
  ['too wide', size(2501, 1000), 'size.width'],
  ['too low', size(800, 249), 'size.height'],
  ['too high for its width', size(800, 552), 'size'],
  ['area outside', areaWith({ bounds: { x: 2000, y: 0, width: 501, height: 1 } }), 'areas[0].bounds'],
  ['area without width', areaWith({ bounds: { x: 0, y: 0, width: 0, height: 1 } }), 'areas[0].bounds.width'],
  ['location action', areaWith({ action: { type: 'location', label: 'ก' } }), 'areas[0].action.type'],
  ['label of 21', areaWith({ action: { ...action, label: longThai(21) } }), 'areas[0].action.label'],
  [
    'alias in capitals',
    areaWith({ action: { ...action, richMenuAliasId: 'MORE' } }),
    'areas[0].action.richMenuAliasId',
  ],
  ['wrong uri', areaWith({ action: { type: 'uri', uri: 'ftp://a' } }), 'areas[0].action.uri'],
  ['unknown property', { colour: 'red' }, 'colour'],
];

const call = (method: string, path: string, body?: unknown) => stand.call(method, `/v2/bot/${path}`, body);

describe('the menu object', () => {
  test.each(badMenus)('refused: %s', async (_what, changed, property) => {
    for (const path of ['richmenu', 'richmenu/validate']) {
      const { status, body } = await call('POST', path, menu(changed));
      expect([status, body.details?.map((detail) => detail.property)]).toEqual([400, [property]]);
    }
  });

  test('the edges of the sizes', async () => {
    for (const edge of [
      size(800, 551),
      size(800, 250),
      size(2500, 1724),
      { areas: Array(20).fill({ bounds, action }) },
    ]) {
      expect((await call('POST', 'richmenu/validate', menu(edge))).body).toEqual({});
    }
  });

  const openApi = loadRichMenuJudge();
  const check = openApi === undefined ? test.skip : test;
  check("what LINE's OpenAPI refuses is refused, whatever is changed", () => {
    // Its maxLength counts code points, LINE counts graphemes: so with a short name.
    const short = menu({ name: 'main', chatBarText: 'menu' });
    expect([openApi?.(short), judge(richMenuSchema, short)]).toEqual([[], []]);
    const missed = changes(short).filter(
      (one) => (openApi?.(one).length ?? 0) > 0 && judge(richMenuSchema, one).length === 0,
    );
    expect(missed).toEqual([]);
  });
});
