/** What tapping does, as LINE's action objects. */
import type { messagingApi } from '@line/bot-sdk';
import type { Button } from '../../../flows/engine/message.ts';
import { encodeButton } from '../../../flows/postback/codec.ts';
import type { Choice, Tap } from './choices.ts';
import { cutToGraphemes, cutToUnits } from './counting.ts';
import { BreaksLineLimit } from './limit-errors.ts';
import { limits, readable } from './limits.ts';

/** Opens LINE's picker of a position from a link; the location action itself works in quick replies only. */
const LOCATION_PICKER = 'https://line.me/R/nv/location/';

/** The action of a button in a bubble. `room` is how many UTF-16 units its words may take. */
export function buttonAction(choice: Choice, room: number): messagingApi.Action {
  const label = cutToUnits(cutToGraphemes(choice.shown, limits.buttonLabel), room);
  return actionOf(choice.do, label, said(choice, room));
}

/** The action of a quick reply. */
export function quickReplyAction(choice: Choice): messagingApi.Action {
  const label = cutToUnits(cutToGraphemes(choice.label, limits.quickReplyLabel), readable.oneLineUnits);
  if (choice.do.act === 'location') return { type: 'location', label };
  return actionOf(choice.do, label, said(choice, limits.displayText));
}

/** What the chat shows as said by the person who tapped. */
function said(choice: Choice, room: number): string {
  return cutToUnits(choice.label, Math.min(room, limits.displayText));
}

function actionOf(action: Tap, label: string, displayText: string): messagingApi.Action {
  const postback = (button: Button): messagingApi.PostbackAction => ({
    type: 'postback',
    label,
    data: encodeButton(button),
    displayText,
  });
  switch (action.act) {
    case 'button':
      return postback(action.button);
    case 'open':
      return postback({ kind: 'open', flow: action.flow, value: action.value ?? '' });
    case 'word':
      return postback({ kind: 'word', word: action.word });
    case 'uri':
      return { type: 'uri', label, uri: checkedUri(action.uri) };
    case 'location':
      return { type: 'uri', label, uri: LOCATION_PICKER };
    case 'answer':
      throw new Error(`The answer "${action.value}" is not bound to a question`);
  }
}

/** RFC 3986's characters, with `%` only before two hexadecimal digits. */
const ENCODED = /^(?:[\w.~:/?#[\]@!$&'()*+,;=-]|%[0-9a-f]{2})+$/i;
const SCHEMES = /^(?:https?:\/\/|line:\/\/|tel:)./i;

function checkedUri(uri: string): string {
  if (uri.length > limits.uri) throw new BreaksLineLimit('uri', limits.uri, uri.length);
  if (!ENCODED.test(uri)) throw new BreaksLineLimit('uri', 'percent-encoded characters', uri);
  if (!SCHEMES.test(uri) || !URL.canParse(uri))
    throw new BreaksLineLimit('uri', 'http, https, line and tel', uri);
  return uri;
}
