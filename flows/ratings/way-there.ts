/**
 * The button "the way there" on an office's card. For somebody who agreed to the privacy notice it leads over a page of
 * ours that notes it, so that they can be asked the next morning how it was; for anybody else straight to the map.
 */
import type { At } from '../engine/flow.ts';
import { directionsUri, link, type Option, type Position } from '../engine/message.ts';
import type { Words } from '../engine/text.ts';
import { PRIVACY_NOTICE_VERSION } from '../privacy-notice.ts';
import type { RatingLookUps } from './rating-look-ups.ts';

/** What the button needs to know of the turn. */
type Asking = Pick<At<unknown>, 'person' | 'consent' | 'now'> & {
  find: { ratings: Pick<RatingLookUps, 'wayPath'> };
};

/** The way to a published pin; `label` is what the button says. */
export function wayThere(
  pin: { code: string; position: Position },
  { find, person, consent, now }: Asking,
  label: Words,
): Option {
  if (consent?.version !== PRIVACY_NOTICE_VERSION) return link(label, directionsUri(pin.position));
  return { label, do: { act: 'page', path: find.ratings.wayPath(pin.code, person, now) } };
}
