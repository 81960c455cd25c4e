/** Imagemap messages: a picture with areas to tap. */
import { z } from 'zod';
import { linkUri, mediaUrl } from './addresses.ts';
import { byType } from './by-type.ts';
import { messageCommon } from './message-common.ts';
import { units } from './strings.ts';

const area = z.strictObject({
  x: z.int().min(0, 'must be 0 or greater'),
  y: z.int().min(0, 'must be 0 or greater'),
  width: z.int().min(1, 'must be 1 or greater'),
  height: z.int().min(1, 'must be 1 or greater'),
});

const tappable = { label: units(100).optional(), area };

const action = byType(
  [
    z.strictObject({ type: z.literal('uri'), linkUri, ...tappable }),
    z.strictObject({ type: z.literal('message'), text: units(400, 1), ...tappable }),
    z.strictObject({ type: z.literal('clipboard'), clipboardText: units(1000, 1), ...tappable }),
  ],
  ['uri', 'message', 'clipboard'],
);

export const imagemapMessage = z.strictObject({
  type: z.literal('imagemap'),
  baseUrl: mediaUrl,
  altText: units(1500, 1),
  baseSize: z.strictObject({
    width: z.int().refine((width) => width === 1040, 'must be 1040'),
    height: z.int().min(1, 'must be 1 or greater'),
  }),
  video: z
    .strictObject({
      originalContentUrl: mediaUrl,
      previewImageUrl: mediaUrl,
      area,
      externalLink: z.strictObject({ linkUri, label: units(30, 1) }).optional(),
    })
    .optional(),
  actions: z.array(action).min(1, 'Size must be between 1 and 50').max(50, 'Size must be between 1 and 50'),
  ...messageCommon,
});
