/** Template messages: buttons, confirm, carousel and image carousel. */
import { z } from 'zod';
import { imageCarouselAction, templateAction } from './actions.ts';
import { mediaUrl } from './addresses.ts';
import { byType } from './by-type.ts';
import { messageCommon } from './message-common.ts';
import { countGraphemes, graphemes, units } from './strings.ts';

const size = (min: number, max: number) => `Size must be between ${min} and ${max}`;

function actions(min: number, max: number) {
  return z.array(templateAction).min(min, size(min, max)).max(max, size(min, max));
}

const pictureForm = {
  imageAspectRatio: z.enum(['rectangle', 'square']).optional(),
  imageSize: z.enum(['cover', 'contain']).optional(),
};

const card = {
  thumbnailImageUrl: mediaUrl.optional(),
  imageBackgroundColor: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/, 'invalid color code')
    .optional(),
  title: graphemes(40, 1).optional(),
  defaultAction: templateAction.optional(),
};

type Card = { thumbnailImageUrl?: string | undefined; title?: string | undefined; text: string };

const hasHead = ({ thumbnailImageUrl, title }: Card) =>
  thumbnailImageUrl !== undefined || title !== undefined;

/** Under a picture or a title there is room for only 60 characters. */
const fitsUnderHead = (content: Card) => !hasHead(content) || countGraphemes(content.text) <= 60;
const underHead = { path: ['text'], message: 'Length must be between 1 and 60' };

const buttons = z
  .strictObject({
    type: z.literal('buttons'),
    ...card,
    ...pictureForm,
    text: graphemes(160, 1),
    actions: actions(1, 4),
  })
  .refine(fitsUnderHead, underHead);

const confirm = z.strictObject({
  type: z.literal('confirm'),
  text: graphemes(240, 1),
  actions: actions(2, 2),
});

const column = z
  .strictObject({ ...card, text: graphemes(120, 1), actions: actions(1, 3) })
  .refine(fitsUnderHead, underHead);

const carousel = z
  .strictObject({
    type: z.literal('carousel'),
    columns: z.array(column).min(1, size(1, 10)).max(10, size(1, 10)),
    ...pictureForm,
  })
  .superRefine(({ columns }, context) => {
    const [first] = columns;
    for (const [index, content] of columns.entries()) {
      const refuse = (property: string) =>
        context.addIssue({
          code: 'custom',
          path: ['columns', index, property],
          message: 'must be consistent in all columns',
        });
      if (content.actions.length !== first?.actions.length) refuse('actions');
      if ((content.title === undefined) !== (first?.title === undefined)) refuse('title');
      if ((content.thumbnailImageUrl === undefined) !== (first?.thumbnailImageUrl === undefined)) {
        refuse('thumbnailImageUrl');
      }
    }
  });

const imageCarousel = z.strictObject({
  type: z.literal('image_carousel'),
  columns: z
    .array(z.strictObject({ imageUrl: mediaUrl, action: imageCarouselAction }))
    .min(1, size(1, 10))
    .max(10, size(1, 10)),
});

export const templateMessage = z.strictObject({
  type: z.literal('template'),
  altText: units(1500, 1),
  template: byType(
    [buttons, confirm, carousel, imageCarousel],
    ['buttons', 'confirm', 'carousel', 'image_carousel'],
  ),
  ...messageCommon,
});
