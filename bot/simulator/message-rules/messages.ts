/** Every message a bot can send, judged as strictly as LINE does. Written from the documentation alone. */
import { z } from 'zod';
import { mediaUrl } from './addresses.ts';
import { byType } from './by-type.ts';
import { flexMessage } from './flex-message.ts';
import { imagemapMessage } from './imagemap-message.ts';
import { messageCommon } from './message-common.ts';
import { units } from './strings.ts';
import { templateMessage } from './template-message.ts';
import { textMessage, textV2Message } from './text-messages.ts';

const digits = z.string().regex(/^\d+$/, 'must be digits');

const sticker = z.strictObject({
  type: z.literal('sticker'),
  packageId: digits,
  stickerId: digits,
  quoteToken: z.string().min(1, 'May not be empty').optional(),
  ...messageCommon,
});

const image = z.strictObject({
  type: z.literal('image'),
  originalContentUrl: mediaUrl,
  previewImageUrl: mediaUrl,
  ...messageCommon,
});

const video = z.strictObject({
  type: z.literal('video'),
  originalContentUrl: mediaUrl,
  previewImageUrl: mediaUrl,
  trackingId: z
    .string()
    .regex(/^[\w\-.=,+*()%$&;:@{}!?<>[\]]{1,100}$/, 'invalid trackingId')
    .optional(),
  ...messageCommon,
});

const audio = z.strictObject({
  type: z.literal('audio'),
  originalContentUrl: mediaUrl,
  duration: z.int().min(1, 'must be 1 or greater'),
  ...messageCommon,
});

const location = z.strictObject({
  type: z.literal('location'),
  title: units(100, 1),
  address: units(100, 1),
  latitude: z.number().min(-90, 'must be between -90 and 90').max(90, 'must be between -90 and 90'),
  longitude: z.number().min(-180, 'must be between -180 and 180').max(180, 'must be between -180 and 180'),
  ...messageCommon,
});

const coupon = z.strictObject({
  type: z.literal('coupon'),
  couponId: z.string().min(1, 'May not be empty'),
  deliveryTag: z
    .string()
    .regex(/^\w{1,30}$/, 'invalid deliveryTag')
    .optional(),
  ...messageCommon,
});

/** One message. */
export const messageSchema = byType(
  [
    textMessage,
    textV2Message,
    sticker,
    image,
    video,
    audio,
    location,
    imagemapMessage,
    templateMessage,
    flexMessage,
    coupon,
  ],
  [
    'text',
    'textV2',
    'sticker',
    'image',
    'video',
    'audio',
    'location',
    'imagemap',
    'template',
    'flex',
    'coupon',
  ],
);

/** The messages of one request: one to five. */
export const messagesSchema = z
  .array(messageSchema)
  .min(1, 'Size must be between 1 and 5')
  .max(5, 'Size must be between 1 and 5');
