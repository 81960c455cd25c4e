// Buttons through LINE and back.

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Button, GlobalWord } from '../../flows/engine/message.ts';
import {
  BUTTON_DATA_AT_MOST,
  ButtonTooLong,
  decodeButton,
  encodeButton,
} from '../../flows/postback/codec.ts';

const part = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: fc.constantFrom('|', '%', '2', '5', '7', 'C', 'ก', '😀'), maxLength: 15 }),
);
const word = fc.constantFrom<GlobalWord>('back', 'cancel', 'help', 'continue', 'thai', 'english');
const button: fc.Arbitrary<Button> = fc.oneof(
  fc.record({ kind: fc.constant('answer' as const), flow: part, run: part, step: part, value: part }),
  fc.record({ kind: fc.constant('open' as const), flow: part, value: part }),
  fc.record({ kind: fc.constant('word' as const), word }),
);

describe('the codec of buttons', () => {
  test('brings every button back as it was, or says that it is too long', () => {
    fc.assert(
      fc.property(button, (original) => {
        const data = encoded(original);
        if (data === undefined) return;
        expect(data.length).toBeLessThanOrEqual(BUTTON_DATA_AT_MOST);
        expect(decodeButton(data)).toEqual(original);
      }),
      { numRuns: 2_000 },
    );
  });

  test('never throws, and what it reads it would write the same', () => {
    const almost = fc
      .tuple(fc.constantFrom('1a|', '1o|', '1w|', '2a|', ''), part)
      .map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), almost), (data) => {
        const read = decodeButton(data);
        if (read) expect(encodeButton(read)).toBe(data);
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    '',
    'action=buy&itemid=1',
    '{"kind":"word"}',
    '1',
    '1w|constructor',
    '1w|back|',
    '1w',
    '1a|flow|run|step',
    '1x|flow',
    '2w|back',
    '1o|flow|100%',
  ])('does not know %j', (data) => {
    expect(decodeButton(data)).toBeUndefined();
  });

  test('leaves Thai as short as it is', () => {
    expect(encodeButton({ kind: 'open', flow: 'find-office', value: 'อบต.เขาใหม่ 100%|1' })).toBe(
      '1o|find-office|อบต.เขาใหม่ 100%25%7C1',
    );
  });

  test('takes 300 characters and not one more', () => {
    const open = (length: number): Button => ({ kind: 'open', flow: 'f', value: 'ก'.repeat(length) });
    const room = BUTTON_DATA_AT_MOST - encodeButton(open(0)).length;
    expect(encodeButton(open(room))).toHaveLength(300);
    expect(() => encodeButton(open(room + 1))).toThrow(ButtonTooLong);
    expect(decodeButton(`${encodeButton(open(room))}ก`)).toBeUndefined();
  });
});

function encoded(original: Button): string | undefined {
  try {
    return encodeButton(original);
  } catch (error) {
    if (error instanceof ButtonTooLong) return undefined;
    throw error;
  }
}
