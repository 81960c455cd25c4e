/** The components a Flex bubble is built of, each strict, and which may stand in which. */
import { z } from 'zod';
import { flexAction, flexButtonAction, flexVideoAction } from './actions.ts';
import { mediaUrl } from './addresses.ts';
import { byType } from './by-type.ts';
import * as value from './flex-values.ts';

const button = z.strictObject({
  type: z.literal('button'),
  action: flexButtonAction,
  flex: value.flexShare,
  margin: value.spacing,
  ...value.placement,
  height: z.enum(['sm', 'md']).optional(),
  style: z.enum(['primary', 'secondary', 'link']).optional(),
  color: value.color.optional(),
  gravity: value.gravity,
  adjustMode: value.adjustMode,
  scaling: z.boolean().optional(),
});

const image = z.strictObject({
  type: z.literal('image'),
  url: mediaUrl,
  flex: value.flexShare,
  margin: value.spacing,
  ...value.placement,
  align: value.align,
  gravity: value.gravity,
  size: value.imageSize,
  aspectRatio: value.aspectRatio,
  aspectMode: z.enum(['fit', 'cover']).optional(),
  backgroundColor: value.color.optional(),
  action: flexAction.optional(),
  animated: z.boolean().optional(),
});

const icon = z.strictObject({
  type: z.literal('icon'),
  url: mediaUrl,
  margin: value.spacing,
  ...value.placement,
  size: value.fontSize,
  scaling: z.boolean().optional(),
  aspectRatio: value.aspectRatio,
});

const span = z.strictObject({
  type: z.literal('span'),
  text: z.string().min(1, 'must be non-empty text'),
  ...value.lettering,
});

const text = z
  .strictObject({
    type: z.literal('text'),
    text: z.string().min(1, 'must be non-empty text').optional(),
    contents: z.array(span).min(1, 'May not be empty').optional(),
    flex: value.flexShare,
    margin: value.spacing,
    ...value.placement,
    ...value.lettering,
    adjustMode: value.adjustMode,
    scaling: z.boolean().optional(),
    align: value.align,
    gravity: value.gravity,
    wrap: z.boolean().optional(),
    lineSpacing: value.lineSpacing,
    maxLines: z.int().min(0, 'must be 0 or greater').optional(),
    action: flexAction.optional(),
  })
  .refine((component) => component.text !== undefined || component.contents !== undefined, {
    path: ['text'],
    message: 'must be specified',
  });

const separator = z.strictObject({
  type: z.literal('separator'),
  margin: value.spacing,
  color: value.color.optional(),
});

const filler = z.strictObject({ type: z.literal('filler'), flex: value.flexShare });

const gradient = z.strictObject({
  type: z.literal('linearGradient'),
  angle: z.string().regex(/^(?:[0-2]?\d{1,2}|3[0-5]\d)(?:\.\d+)?deg$/, 'invalid angle'),
  startColor: value.color,
  endColor: value.color,
  centerColor: value.color.optional(),
  centerPosition: z
    .string()
    .regex(/^(?:100(?:\.0+)?|\d{1,2}(?:\.\d+)?)%$/, 'invalid position')
    .optional(),
});

/** By the documentation of the box: what a row or column holds, and what a line of text and icons holds. */
const inRowOrColumn = ['box', 'button', 'image', 'text', 'separator', 'filler'];
const inBaseline = ['icon', 'text', 'filler'];

const boxShape = z.strictObject({
  type: z.literal('box'),
  layout: z.enum(['horizontal', 'vertical', 'baseline']),
  contents: z.array(z.lazy((): z.ZodType<{ type: string }> => component)),
  backgroundColor: value.color.optional(),
  borderColor: value.color.optional(),
  borderWidth: value.borderWidth,
  cornerRadius: value.cornerRadius,
  width: value.extent,
  maxWidth: value.extent,
  height: value.extent,
  maxHeight: value.extent,
  flex: value.flexShare,
  spacing: value.spacing,
  margin: value.spacing,
  paddingAll: value.padding,
  paddingTop: value.padding,
  paddingBottom: value.padding,
  paddingStart: value.padding,
  paddingEnd: value.padding,
  ...value.placement,
  action: flexAction.optional(),
  justifyContent: z
    .enum(['center', 'flex-start', 'flex-end', 'space-between', 'space-around', 'space-evenly'])
    .optional(),
  alignItems: z.enum(['center', 'flex-start', 'flex-end']).optional(),
  background: gradient.optional(),
});

/** A box; a bubble's header, body and footer are boxes. */
export const box = boxShape.superRefine(({ layout, contents }, context) => {
  const allowed = layout === 'baseline' ? inBaseline : inRowOrColumn;
  for (const [index, { type }] of contents.entries()) {
    if (allowed.includes(type)) continue;
    const message = `Must be one of the following values: [${allowed.join(', ')}]`;
    context.addIssue({ code: 'custom', path: ['contents', index, 'type'], message });
  }
});

const component = byType(
  [box, button, image, icon, text, separator, filler],
  ['box', 'button', 'image', 'icon', 'text', 'separator', 'filler'],
);

const video = z.strictObject({
  type: z.literal('video'),
  url: mediaUrl,
  previewUrl: mediaUrl,
  altContent: byType([box, image], ['box', 'image']),
  aspectRatio: value.aspectRatio,
  action: flexVideoAction.optional(),
});

/** What may stand at the top of a bubble. */
export const hero = byType([box, image, video], ['box', 'image', 'video']);
