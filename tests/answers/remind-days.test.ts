// On which days is reminded, as people type it.
import { describe, expect, test } from '@jest/globals';
import { remindAnswer } from '../../flows/deadlines/remind-answer.ts';

const NOW = '2021-01-05T02:30:00.000Z';
const read = (text: string) => remindAnswer.read({ kind: 'text', text, shown: [] }, NOW);

describe('days before and the day after', () => {
  test.each<[string, number[], number | undefined]>([
    ['14 7 3 1 0', [14, 7, 3, 1, 0], undefined],
    ['14 7 3 1 0 และหลังครบกำหนด 1 วัน', [14, 7, 3, 1, 0], 1],
    ['๑๔ ๗ ๓ และหลังครบกำหนด ๒ วัน', [14, 7, 3], 2],
    ['14, 7 และ 3 วัน หลังกำหนด 5 วัน', [14, 7, 3], 5],
    ['7 วัน 3 วัน และเตือนหลังจากนั้นอีก 3 วัน', [7, 3], 3],
    ['7 3 0 หลัง 1', [7, 3, 0], 1],
    ['หลังครบกำหนด 1 วัน', [], 1],
    ['7 3 0 +1', [7, 3, 0], 1],
    ['1 3 7 7', [7, 3, 1], undefined],
    ['14 7 3 1 0 and 1 day after', [14, 7, 3, 1, 0], 1],
    ['14 7, 2 days later', [14, 7], 2],
    ['7 3 and after 1 day', [7, 3], 1],
    ['14, 7 days before', [14, 7], undefined],
    ['ตามปกติ', [14, 7, 3, 1, 0], 1],
    ['As usual', [14, 7, 3, 1, 0], 1],
    ['ตามปกติ ไม่เตือนหลังครบกำหนด', [14, 7, 3, 1, 0], undefined],
    ['ไม่ต้องเตือน', [], undefined],
    ['none', [], undefined],
  ])('%s', (said, remindBefore, remindAfter) => {
    const reading = read(said);
    expect(reading).toMatchObject({ ok: true, value: { remindBefore } });
    if (reading.ok) expect(reading.value.remindAfter).toBe(remindAfter);
  });
});

test.each<[string, string]>([
  ['เร็ว ๆ นี้', 'deadlines:noDays'],
  ['91', 'deadlines:noDays'],
  ['1 2 3 4 5 6 7 8 9 10 11', 'deadlines:noDays'],
  ['-3', 'deadlines:noDays'],
  ['7 3 และหลังครบกำหนด 0 วัน', 'deadlines:oneAfter'],
  ['7 3 และหลังครบกำหนด 91 วัน', 'deadlines:oneAfter'],
  ['7 3 และหลังครบกำหนด 1 วัน และหลังครบกำหนด 3 วัน', 'deadlines:oneAfter'],
  ['7 3 และหลังครบกำหนด', 'deadlines:oneAfter'],
])('"%s" is asked again, saying why', (said, why) => {
  expect(read(said)).toEqual({ ok: false, why: expect.objectContaining({ key: why }) });
});

test('a tap is what it says', () => {
  const tap = (value: string) => remindAnswer.read({ kind: 'chosen', value }, NOW);
  expect(tap('usual')).toMatchObject({ value: { remindBefore: [14, 7, 3, 1, 0], remindAfter: 1 } });
  expect(tap('onlyBefore')).toEqual({ ok: true, value: { remindBefore: [14, 7, 3, 1, 0] } });
  expect(tap('never')).toEqual({ ok: true, value: { remindBefore: [] } });
});
