/** What every message may carry: quick replies and another sender's name. */
import { z } from 'zod';
import { quickReplyAction } from './actions.ts';
import { mediaUrl } from './addresses.ts';
import { units } from './strings.ts';

const quickReply = z.strictObject({
  items: z
    .array(
      z.strictObject({
        type: z.literal('action'),
        imageUrl: mediaUrl.optional(),
        action: quickReplyAction,
      }),
    )
    .min(1, 'Size must be between 1 and 13')
    .max(13, 'Size must be between 1 and 13'),
});

const sender = z.strictObject({
  name: units(20, 1)
    .refine((name) => !/\bline\b/i.test(name), 'must not contain LINE')
    .optional(),
  iconUrl: mediaUrl.optional(),
});

export const messageCommon = { quickReply: quickReply.optional(), sender: sender.optional() };
