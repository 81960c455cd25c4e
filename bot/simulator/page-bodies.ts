/** What the page may post, each strict. */
import { z } from 'zod';

const shortText = z.string().max(300);

/** People type at most 10,000 characters into one message. */
export const messageBody = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string().min(1).max(10_000) }),
  z.strictObject({
    type: z.literal('sticker'),
    packageId: z.string().regex(/^\d{1,12}$/),
    stickerId: z.string().regex(/^\d{1,12}$/),
    keywords: z.array(z.string().max(100)).max(15).optional(),
  }),
  z.strictObject({
    type: z.literal('location'),
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
    title: shortText.optional(),
    address: shortText.optional(),
  }),
]);

export const postbackBody = z.strictObject({
  data: z.string().max(300),
  displayText: shortText.optional(),
  params: z.record(z.string().max(50), z.string().max(100)).optional(),
  inputOption: z.string().max(50).optional(),
});

export const followBody = z.strictObject({ following: z.boolean() });
export const menuBody = z.strictObject({ richMenuAliasId: z.string().max(32), data: z.string().max(300) });
export const personaBody = z.strictObject({ displayName: z.string().trim().min(1).max(50) });
export const emptyBody = z.strictObject({}).default({});
