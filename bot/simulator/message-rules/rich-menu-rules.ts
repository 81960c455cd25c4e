/** What a rich menu may be, and its aliases and links. */
import { z } from 'zod';
import { aliasId, richMenuAction } from './actions.ts';
import { graphemes } from './strings.ts';

const side = (min: number) => z.int().min(min, `must be ${min} or greater`).max(2_147_483_647);

const area = z.strictObject({
  bounds: z.strictObject({ x: side(0), y: side(0), width: side(1), height: side(1) }),
  action: richMenuAction,
});

/** Width 800 to 2,500, height from 250, width to height at least 1.45; at most 20 areas inside the picture. */
export const richMenuSchema = z
  .strictObject({
    size: z
      .strictObject({
        width: z.int().min(800, 'Must be between 800 and 2500').max(2500, 'Must be between 800 and 2500'),
        height: side(250),
      })
      .refine(({ width, height }) => width / height >= 1.45, 'width / height must be 1.45 or greater'),
    selected: z.boolean(),
    name: graphemes(300, 1),
    chatBarText: graphemes(14, 1),
    areas: z.array(area).max(20, 'Size must be between 0 and 20'),
  })
  .superRefine(({ size, areas }, context) => {
    for (const [index, { bounds }] of areas.entries()) {
      if (bounds.x + bounds.width <= size.width && bounds.y + bounds.height <= size.height) continue;
      context.addIssue({
        code: 'custom',
        path: ['areas', index, 'bounds'],
        message: 'must lie in the rich menu',
      });
    }
  });

/** The form of a rich menu id. */
const richMenuId = z.string().regex(/^richmenu-[0-9a-zA-Z]{1,64}$/, 'invalid richMenuId');

export const aliasSchema = z.strictObject({ richMenuAliasId: aliasId, richMenuId });
export const aliasChangeSchema = z.strictObject({ richMenuId });

const userIds = z
  .array(z.string())
  .min(1, 'Size must be between 1 and 500')
  .max(500, 'Size must be between 1 and 500');

export const bulkLinkSchema = z.strictObject({ richMenuId, userIds });
export const bulkUnlinkSchema = z.strictObject({ userIds });

const operation = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('link'), from: richMenuId, to: richMenuId }),
  z.strictObject({ type: z.literal('unlink'), from: richMenuId }),
  z.strictObject({ type: z.literal('unlinkAll') }),
]);

/** Several moves at once; each menu may be left only once, and `unlinkAll` stands alone. */
export const batchSchema = z
  .strictObject({
    operations: z
      .array(operation)
      .min(1, 'Size must be between 1 and 1000')
      .max(1000, 'Size must be between 1 and 1000'),
    resumeRequestKey: z
      .string()
      .regex(/^[a-zA-Z0-9_-]{1,100}$/, 'invalid resumeRequestKey')
      .optional(),
  })
  .superRefine(({ operations }, context) => {
    const left = operations.flatMap((move) => (move.type === 'unlinkAll' ? [] : move.from));
    const twice = left.find((from, index) => left.indexOf(from) < index);
    const refuse = (property: string, message: string) =>
      context.addIssue({ code: 'custom', path: [`operations[].${property}`], message });
    if (twice !== undefined) refuse('from', `from richmenu (${twice}) is duplicated`);
    if (operations.length > 1 && left.length < operations.length) {
      refuse('type', "'unlinkAll' type can't be combined with other type");
    }
  });
