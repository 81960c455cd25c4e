// Whatever people write, what is said back stays within LINE's limits.

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Card, Message, Option } from '../../flows/engine/message.ts';
import type { Language } from '../../flows/engine/text.ts';
import { boundAnswer, rendered } from './rendering.ts';

const strange = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.string({
    unit: fc.constantFrom('ก', 'เ', 'ี', '่', 'ำ', '้', ' ', '\n', '\t', '\u0000', '\u200D', '\uD83D', '\uDE00'),
    maxLength: 60,
  }),
  fc.constantFrom('', ' ', '{{name}}', '$t(chat:back)', '"\\"\\', '\u202Eאבג', 'مرحبا'),
  fc
    .tuple(
      fc.constantFrom('ก', 'ที่', '😀', '👨‍👩‍👧‍👦', '้', '\u0001', '"', 'م', 'a '),
      fc.integer({ min: 100, max: 10_000 }),
    )
    .map(([unit, count]) => unit.repeat(Math.ceil(count / unit.length))),
);

const option: fc.Arbitrary<Option> = fc
  .tuple(strange, fc.constantFrom('main' as const, 'plain' as const))
  .map(([label, look]) => boundAnswer(label, 'v', look));
const options = fc.array(option, { maxLength: 20 });
const rows = fc.array(fc.record({ label: strange, value: strange }), { maxLength: 8 });
const card: fc.Arbitrary<Card> = fc.record({
  title: strange,
  subtitle: strange,
  rows: fc.array(fc.record({ label: strange, value: strange }), { maxLength: 3 }),
  options: fc.array(option, { maxLength: 3 }),
});
const message: fc.Arbitrary<Message> = fc.oneof(
  fc.record({ kind: fc.constant('say' as const), text: strange }),
  fc.record({ kind: fc.constant('question' as const), text: strange, hint: strange, options }),
  fc.record({ kind: fc.constant('summary' as const), title: strange, rows, options }),
  fc.record({ kind: fc.constant('cards' as const), text: strange, cards: fc.array(card, { maxLength: 10 }) }),
  fc.record({
    kind: fc.constant('place' as const),
    title: strange,
    address: strange,
    position: fc.tuple(
      fc.double({ min: -180, max: 180, noNaN: true }),
      fc.double({ min: -90, max: 90, noNaN: true }),
    ),
  }),
);

describe('strange words', () => {
  test('never break a limit', () => {
    const language = fc.constantFrom<Language>('th', 'en');
    fc.assert(
      fc.property(message, language, fc.array(option, { maxLength: 13 }), (said, spoken, quick) => {
        // `rendered` has the simulator's rules judge it.
        expect(JSON.stringify(rendered([said], spoken, quick)).isWellFormed()).toBe(true);
      }),
      // Shrinking words of 10,000 characters takes minutes; the seed is printed and says enough.
      { numRuns: 150, endOnFailure: true },
    );
  });
});
