// Whether people with weak eyes and old screens can read it.

import { describe, expect, test } from '@jest/globals';
import { colours, pairs } from '../../bot/line/render/theme.ts';
import { contrast } from './contrast.ts';
import { boundAnswer, bubblesOf, rendered, renderedFlex, textsOf } from './rendering.ts';

describe('the theme', () => {
  test('computes contrast as WCAG does', () => {
    expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#FFFFFF')).toBeCloseTo(4.48, 2);
  });

  test.each(pairs)('$text on $background has a contrast of 4.5:1 or more', ({ text, background }) => {
    expect(contrast(text, background)).toBeGreaterThanOrEqual(4.5);
  });

  test('lists every colour it uses', () => {
    const listed = new Set(pairs.flatMap(({ text, background }) => [text, background]));
    expect(listed).toEqual(new Set(Object.values(colours)));
  });

  test('puts only listed pairs on the screen, lets every text wrap and grow, and fixes no height', () => {
    const long = 'ตัวเลือกที่มีคำอธิบายยาวมากจนปุ่มบรรทัดเดียวแสดงได้ไม่หมด';
    const options = [boundAnswer(long, 'a', 'main'), boundAnswer('สั้น', 'b')];
    const flex = renderedFlex({ kind: 'question', text: 'เลือกข้อใด', hint: 'แตะได้เลย', options });
    const [bubble] = bubblesOf(flex);
    if (!bubble) throw new Error('no bubble');
    for (const text of textsOf(bubble)) expect(text).toMatchObject({ wrap: true, scaling: true });
    for (const text of textsOf(bubble)) expect(text).not.toHaveProperty('maxLines');
    const seen = [...inBody(bubble), ...inFooter(bubble)];
    expect(seen).toHaveLength(4);
    for (const pair of seen) expect(pairs).toContainEqual(pair);
    const everything = JSON.stringify(
      rendered([{ kind: 'summary', title: 'a', rows: [], options: [boundAnswer('b', 'b')] }]),
    );
    expect(everything).not.toMatch(/"(?:maxHeight|height)":"(?!sm")/);
  });
});

type Bubble = Parameters<typeof textsOf>[0];

function inBody(bubble: Bubble) {
  const background = bubble.styles?.body?.backgroundColor;
  return textsOf({ ...bubble, footer: { type: 'box', layout: 'vertical', contents: [] } }).map(
    ({ color: text }) => ({ text, background }),
  );
}

function inFooter(bubble: Bubble) {
  return (bubble.footer?.contents ?? []).flatMap((part) =>
    part.type === 'box'
      ? part.contents.flatMap((text) =>
          text.type === 'text' ? [{ text: text.color, background: part.backgroundColor }] : [],
        )
      : [],
  );
}
