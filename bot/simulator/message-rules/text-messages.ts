/** Text messages, plain and with substitutions. */
import { z } from 'zod';
import { byType } from './by-type.ts';
import { messageCommon } from './message-common.ts';
import { units } from './strings.ts';

const emoji = z.strictObject({
  index: z.int().min(0),
  productId: z.string().min(1, 'May not be empty'),
  emojiId: z.string().min(1, 'May not be empty'),
});

const quoteToken = z.string().min(1, 'May not be empty').optional();

export const textMessage = z
  .strictObject({
    type: z.literal('text'),
    text: units(5000, 1),
    emojis: z.array(emoji).max(20, 'Size must be between 0 and 20').optional(),
    quoteToken,
    ...messageCommon,
  })
  .superRefine(({ text, emojis = [] }, context) => {
    for (const [index, placed] of emojis.entries()) {
      if (text[placed.index] === '$') continue;
      context.addIssue({ code: 'custom', path: ['emojis', index, 'index'], message: 'must point at a $' });
    }
  });

const mention = z.strictObject({
  type: z.literal('mention'),
  mentionee: byType(
    [
      z.strictObject({ type: z.literal('user'), userId: z.string().min(1, 'May not be empty') }),
      z.strictObject({ type: z.literal('all') }),
    ],
    ['user', 'all'],
  ),
});

const emojiSubstitute = z.strictObject({
  type: z.literal('emoji'),
  productId: z.string().min(1, 'May not be empty'),
  emojiId: z.string().min(1, 'May not be empty'),
});

/** The names between braces; `undefined` when the braces do not pair. Doubled braces stand for themselves. */
function placeholders(text: string): string[] | undefined {
  const names: string[] = [];
  const rest = text.replace(/\{\{|\}\}|\{([^{}]*)\}/g, (_match, name?: string) => {
    if (name !== undefined) names.push(name);
    return '';
  });
  return /[{}]/.test(rest) ? undefined : names;
}

export const textV2Message = z
  .strictObject({
    type: z.literal('textV2'),
    text: units(5000, 1),
    substitution: z
      .record(
        z.string().regex(/^[0-9a-zA-Z_]{1,20}$/, 'invalid key'),
        byType([mention, emojiSubstitute], ['mention', 'emoji']),
      )
      .optional(),
    quoteToken,
    ...messageCommon,
  })
  .superRefine(({ text, substitution = {} }, context) => {
    const refuse = (property: string, message: string) =>
      context.addIssue({ code: 'custom', path: [property], message });
    const names = placeholders(text);
    if (names === undefined) refuse('text', '{ and } must be used in pairs');
    const unknown = names?.find((name) => !Object.hasOwn(substitution, name));
    if (unknown !== undefined) refuse('text', `no substitution for {${unknown}}`);
    const values = Object.values(substitution);
    if (values.length > 100) refuse('substitution', 'Size must be between 0 and 100');
    for (const type of ['mention', 'emoji']) {
      if (values.filter((value) => value.type === type).length > 20) {
        refuse('substitution', `at most 20 of type ${type}`);
      }
    }
  });
