/** The parts bubbles are made of: texts that wrap and grow with the reader's letters, rows, buttons. */

import type { messagingApi } from '@line/bot-sdk';
import type { Row } from '../../../flows/engine/message.ts';
import { buttonAction } from './actions.ts';
import type { Choice } from './choices.ts';
import { cutToUnits, graphemesIn, unitsIn } from './counting.ts';
import { readable } from './limits.ts';
import type { Speak } from './speak.ts';
import { colours, sizes } from './theme.ts';

type TextLook = Pick<messagingApi.FlexText, 'size' | 'color' | 'weight' | 'align' | 'margin'>;

/** A text that wraps, cut to `room` UTF-16 units. */
export function flexText(text: string, room: number, look: TextLook = {}): messagingApi.FlexText {
  return {
    type: 'text',
    text: cutToUnits(text, room),
    wrap: true,
    scaling: true,
    size: sizes.text,
    color: colours.ink,
    lineSpacing: sizes.lineSpacing,
    ...look,
  };
}

/** A title. */
export function flexTitle(text: string, room: number): messagingApi.FlexText {
  return flexText(text, room, { size: sizes.title, weight: 'bold' });
}

/** A smaller, quieter text. */
export function flexHint(text: string, room: number): messagingApi.FlexText {
  return flexText(text, room, { size: sizes.small, color: colours.muted });
}

/** Labelled values, the label above its value: side by side there is no room for large letters. */
export function flexRows(rows: readonly Row[], room: number, speak: Speak): messagingApi.FlexBox[] {
  return rows.map(({ label, value }) => ({
    type: 'box',
    layout: 'vertical',
    contents: [flexHint(speak(label), room), flexText(speak(value), room)],
  }));
}

/** Full-width buttons, all of one shape: LINE's own where every label fits one line, else boxes that wrap. */
export function flexButtons(
  choices: readonly Choice[],
  allOfMessage: readonly Choice[],
  room: number,
): messagingApi.FlexComponent[] {
  const inOneLine = allOfMessage.every(fitsOneLine);
  return choices.map((choice) => (inOneLine ? oneLineButton(choice) : wrappingButton(choice, room)));
}

function fitsOneLine({ shown }: Choice): boolean {
  return unitsIn(shown) <= readable.oneLineUnits && graphemesIn(shown) <= readable.oneLineLabel;
}

function oneLineButton(choice: Choice): messagingApi.FlexButton {
  return {
    type: 'button',
    style: choice.main ? 'primary' : 'secondary',
    color: choice.main ? colours.main : colours.plain,
    height: 'sm',
    scaling: true,
    adjustMode: 'shrink-to-fit',
    action: buttonAction(choice, readable.oneLineUnits),
  };
}

/** LINE cuts a button's label at the edge of the screen; a box shows it whole, on as many lines as it needs. */
function wrappingButton(choice: Choice, room: number): messagingApi.FlexBox {
  const color = choice.main ? colours.onMain : colours.onPlain;
  return {
    type: 'box',
    layout: 'vertical',
    backgroundColor: choice.main ? colours.main : colours.plain,
    cornerRadius: sizes.corner,
    paddingAll: sizes.padding,
    action: buttonAction(choice, room),
    contents: [flexText(choice.shown, room, { color })],
  };
}

/** A bubble with its buttons below. */
export function flexBubble(
  body: messagingApi.FlexComponent[],
  buttons: messagingApi.FlexComponent[],
): messagingApi.FlexBubble {
  return {
    type: 'bubble',
    size: sizes.bubble,
    styles: { body: { backgroundColor: colours.paper }, footer: { backgroundColor: colours.paper } },
    body: { type: 'box', layout: 'vertical', spacing: sizes.gap, contents: body },
    ...(buttons.length > 0 && {
      footer: { type: 'box', layout: 'vertical', spacing: sizes.buttonGap, contents: buttons },
    }),
  };
}

/** A bubble that is a photo with a line under it; a tap shows the whole photo. Whole photos are cut to one shape. */
export function pictureBubble(small: string, whole: string, label: string): messagingApi.FlexBubble {
  return {
    ...flexBubble([flexHint(label, readable.oneLineUnits)], []),
    hero: {
      type: 'image',
      url: small,
      size: 'full',
      aspectRatio: '4:3',
      aspectMode: 'cover',
      action: { type: 'uri', label: cutToUnits(label, readable.oneLineLabel), uri: whole },
    },
  };
}

/** A picture of numbers, as wide as the bubble; `ratio` is width:height. */
export function chartImage(url: string, ratio: string): messagingApi.FlexImage {
  return { type: 'image', url, size: 'full', aspectRatio: ratio, aspectMode: 'fit' };
}
