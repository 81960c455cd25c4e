/** The small values of Flex components: sizes, spaces, colours and ratios. */
import { z } from 'zod';

const spaceWords = ['none', 'xs', 'sm', 'md', 'lg', 'xl', 'xxl'];
const sizeWords = ['xxs', 'xs', 'sm', 'md', 'lg', 'xl', 'xxl', '3xl', '4xl', '5xl'];

const pixels = /^\d+(?:\.\d+)?px$/;
const percent = /^\d+(?:\.\d+)?%$/;
const signedPixelsOrPercent = /^-?\d+(?:\.\d+)?(?:px|%)$/;

/** One of the words, or a text in one of the forms. */
function measure(words: readonly string[], ...forms: RegExp[]) {
  const fits = (text: string) => words.includes(text) || forms.some((form) => form.test(text));
  const expected = [
    ...words,
    ...(forms.includes(pixels) ? ['{n}px'] : []),
    ...(forms.includes(percent) ? ['{n}%'] : []),
  ];
  return z
    .string()
    .refine(fits, `Must be one of the following values: [${expected.join(', ')}]`)
    .optional();
}

export const spacing = measure(spaceWords, pixels);
export const padding = measure(spaceWords, pixels, percent);
const offset = measure(spaceWords, signedPixelsOrPercent);
export const cornerRadius = measure(spaceWords, pixels);
export const borderWidth = measure(['none', 'light', 'normal', 'medium', 'semi-bold', 'bold'], pixels);
export const extent = measure([], pixels, percent);
export const fontSize = measure(sizeWords, pixels);
export const imageSize = measure([...sizeWords, 'full'], pixels, percent);
export const lineSpacing = measure([], pixels);

/** `#RRGGBB` or `#RRGGBBAA`. */
export const color = z.string().regex(/^#[0-9a-fA-F]{6}(?:[0-9a-fA-F]{2})?$/, 'invalid color code');

function isRatio(text: string): boolean {
  const [, width = '0', height = '0'] = /^(\d{1,6}):(\d{1,6})$/.exec(text) ?? [];
  const inRange = (side: string) => Number(side) >= 1 && Number(side) <= 100_000;
  return inRange(width) && inRange(height) && Number(height) <= 3 * Number(width);
}

/** `{width}:{height}`, the height at most three times the width. */
export const aspectRatio = z.string().refine(isRatio, 'invalid aspect ratio').optional();

export const flexShare = z.int().min(0, 'must be 0 or greater').optional();

/** Where a component lies; common to most of them. */
export const placement = {
  position: z.enum(['relative', 'absolute']).optional(),
  offsetTop: offset,
  offsetBottom: offset,
  offsetStart: offset,
  offsetEnd: offset,
};

export const gravity = z.enum(['top', 'bottom', 'center']).optional();
export const align = z.enum(['start', 'end', 'center']).optional();
export const adjustMode = z.enum(['shrink-to-fit']).optional();

/** How letters look; common to texts and spans. */
export const lettering = {
  size: fontSize,
  color: color.optional(),
  weight: z.enum(['regular', 'bold']).optional(),
  style: z.enum(['normal', 'italic']).optional(),
  decoration: z.enum(['none', 'underline', 'line-through']).optional(),
};
