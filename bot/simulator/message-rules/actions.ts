/** What a tap may do, by the place of the button: labels and allowed types differ. */
import { z } from 'zod';
import { linkUri } from './addresses.ts';
import { byType } from './by-type.ts';
import { isPickerTime } from './picker-times.ts';
import { graphemes, units } from './strings.ts';

type LabelRule = { limit: number; required: boolean };

/** The documentation's table "Specifications of the label". */
function label({ limit, required }: LabelRule) {
  return required ? graphemes(limit, 1) : graphemes(limit).optional();
}

function postback(rule: LabelRule) {
  return z
    .strictObject({
      type: z.literal('postback'),
      label: label(rule),
      data: units(300),
      displayText: graphemes(300, 1).optional(),
      text: graphemes(300, 1).optional(),
      inputOption: z.enum(['closeRichMenu', 'openRichMenu', 'openKeyboard', 'openVoice']).optional(),
      fillInText: graphemes(300).optional(),
    })
    .refine(({ displayText, text }) => displayText === undefined || text === undefined, {
      path: ['displayText'],
      message: 'displayText and text cannot both be used',
    })
    .refine(({ fillInText, inputOption }) => fillInText === undefined || inputOption === 'openKeyboard', {
      path: ['fillInText'],
      message: 'fillInText needs inputOption openKeyboard',
    });
}

function datetimepicker(rule: LabelRule) {
  const time = z.string().optional();
  return z
    .strictObject({
      type: z.literal('datetimepicker'),
      label: label(rule),
      data: units(300),
      mode: z.enum(['date', 'time', 'datetime']),
      initial: time,
      max: time,
      min: time,
    })
    .superRefine((action, context) => {
      for (const property of ['initial', 'max', 'min'] as const) {
        const value = action[property];
        if (value !== undefined && !isPickerTime(action.mode, value)) {
          context.addIssue({
            code: 'custom',
            path: [property],
            message: `not in the form of mode ${action.mode}`,
          });
        }
      }
      // All three forms sort as text.
      if (action.min !== undefined && action.max !== undefined && action.max <= action.min) {
        context.addIssue({ code: 'custom', path: ['max'], message: 'must be greater than min' });
      }
    });
}

const message = (rule: LabelRule) =>
  z.strictObject({ type: z.literal('message'), label: label(rule), text: graphemes(300, 1) });

const uri = (rule: LabelRule) =>
  z.strictObject({
    type: z.literal('uri'),
    label: label(rule),
    uri: linkUri,
    altUri: z.strictObject({ desktop: linkUri }).optional(),
  });

const clipboard = (rule: LabelRule) =>
  z.strictObject({ type: z.literal('clipboard'), label: label(rule), clipboardText: units(1000, 1) });

const everywhere = (rule: LabelRule) =>
  [postback(rule), message(rule), uri(rule), datetimepicker(rule), clipboard(rule)] as const;
const everywhereTypes = ['postback', 'message', 'uri', 'datetimepicker', 'clipboard'];

function labelOnly<const Type extends string>(type: Type) {
  return z.strictObject({ type: z.literal(type), label: graphemes(20, 1) });
}

function plainAction(rule: LabelRule) {
  return byType(everywhere(rule), everywhereTypes);
}

/** On templates except the image carousel. */
export const templateAction = plainAction({ limit: 20, required: true });
export const imageCarouselAction = plainAction({ limit: 12, required: false });
export const flexButtonAction = plainAction({ limit: 40, required: true });
/** On boxes, pictures, texts and whole bubbles, where the label is not seen. */
export const flexAction = plainAction({ limit: 40, required: false });
export const flexVideoAction = uri({ limit: 40, required: true });

/** Camera, pictures and places can be asked for only here. */
export const quickReplyAction = byType(
  [
    ...everywhere({ limit: 20, required: true }),
    labelOnly('camera'),
    labelOnly('cameraRoll'),
    labelOnly('location'),
  ],
  [...everywhereTypes, 'camera', 'cameraRoll', 'location'],
);

/** The form of an alias id. */
export const aliasId = z.string().regex(/^[a-z0-9_-]{1,32}$/, 'must match "[a-z0-9_-]{1,32}"');

const richmenuswitch = z.strictObject({
  type: z.literal('richmenuswitch'),
  label: graphemes(20).optional(),
  richMenuAliasId: aliasId,
  data: units(300),
});

/** Switching menus is possible only from a menu. */
export const richMenuAction = byType(
  [...everywhere({ limit: 20, required: false }), richmenuswitch],
  [...everywhereTypes, 'richmenuswitch'],
);
