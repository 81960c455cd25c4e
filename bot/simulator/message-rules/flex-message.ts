/** Flex messages: bubbles and carousels of them, with their limits in bytes. */
import { z } from 'zod';
import { flexAction } from './actions.ts';
import { byType } from './by-type.ts';
import { box, hero } from './flex-components.ts';
import { color } from './flex-values.ts';
import { messageCommon } from './message-common.ts';
import { jsonBytes, units } from './strings.ts';

const kilobyte = 1024;
const largestBubble = 30 * kilobyte;
const largestCarousel = 50 * kilobyte;

const blockStyle = z
  .strictObject({
    backgroundColor: color.optional(),
    separator: z.boolean().optional(),
    separatorColor: color.optional(),
  })
  .optional();

const bubble = z
  .strictObject({
    type: z.literal('bubble'),
    size: z.enum(['nano', 'micro', 'deca', 'hecto', 'kilo', 'mega', 'giga']).optional(),
    direction: z.enum(['ltr', 'rtl']).optional(),
    header: box.optional(),
    hero: hero.optional(),
    body: box.optional(),
    footer: box.optional(),
    styles: z
      .strictObject({ header: blockStyle, hero: blockStyle, body: blockStyle, footer: blockStyle })
      .optional(),
    action: flexAction.optional(),
  })
  .superRefine((content, context) => {
    const refuse = (message: string, path: string[] = []) =>
      context.addIssue({ code: 'custom', path, message });
    const { header, body, footer, size = 'mega' } = content;
    if (!header && !content.hero && !body && !footer) refuse('At least one block must be specified');
    if (content.hero?.type === 'video' && !['kilo', 'mega', 'giga'].includes(size)) {
      refuse('a video needs a bubble of size kilo, mega or giga', ['size']);
    }
    if (jsonBytes(content) > largestBubble)
      refuse(`The bubble must not be larger than ${largestBubble} bytes`);
  });

const carousel = z
  .strictObject({
    type: z.literal('carousel'),
    contents: z
      .array(bubble)
      .min(1, 'Size must be between 1 and 12')
      .max(12, 'Size must be between 1 and 12'),
  })
  .superRefine((content, context) => {
    const [first] = content.contents;
    for (const [index, { size, hero }] of content.contents.entries()) {
      const path = ['contents', index];
      if ((size ?? 'mega') !== (first?.size ?? 'mega')) {
        context.addIssue({
          code: 'custom',
          path: [...path, 'size'],
          message: 'must be the same in all bubbles',
        });
      }
      if (hero?.type === 'video') {
        context.addIssue({ code: 'custom', path: [...path, 'hero', 'type'], message: 'not in a carousel' });
      }
    }
    if (jsonBytes(content) <= largestCarousel) return;
    const message = `The carousel must not be larger than ${largestCarousel} bytes`;
    context.addIssue({ code: 'custom', message });
  });

export const flexMessage = z.strictObject({
  type: z.literal('flex'),
  altText: units(1500, 1),
  contents: byType([bubble, carousel], ['bubble', 'carousel']),
  ...messageCommon,
});
