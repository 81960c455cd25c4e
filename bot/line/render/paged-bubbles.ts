/** A body with its options as buttons: one bubble, or as many side by side as the options need. */

import type { messagingApi } from '@line/bot-sdk';
import type { Choice } from './choices.ts';
import { flexBubble, flexButtons, flexHint } from './flex.ts';
import { BreaksLineLimit } from './limit-errors.ts';
import { limits, readable } from './limits.ts';
import type { Speak } from './speak.ts';
import { renderTexts } from './texts.ts';

/** The most options one message holds. */
const OPTIONS_AT_MOST = limits.bubbles * readable.buttons;

/** A bubble, or a carousel whose first bubble has the body and whose others say which options they show. */
export function pagedBubbles(
  body: messagingApi.FlexComponent[],
  choices: readonly Choice[],
  room: number,
  speak: Speak,
): messagingApi.FlexContainer {
  const pages = pagesOf(choices);
  const last = pages.length - 1;
  const aside = flexHint(speak(renderTexts('moreToTheSide')), room);
  const bubbles = pages.map((page, index) => {
    const opening = index === 0 ? body : [flexHint(speak(whichOf(page, choices)), room)];
    return flexBubble(index < last ? [...opening, aside] : opening, flexButtons(page, choices, room));
  });
  return inOne(bubbles);
}

/** One bubble as it is, several as a carousel. */
export function inOne(bubbles: messagingApi.FlexBubble[]): messagingApi.FlexContainer {
  if (bubbles.length > limits.bubbles) throw new BreaksLineLimit('bubbles', limits.bubbles, bubbles.length);
  const [first, ...others] = bubbles;
  if (!first) throw new Error('There is nothing to put into a bubble');
  return others.length === 0 ? first : { type: 'carousel', contents: bubbles };
}

/** Evenly filled pages: LINE makes all bubbles as tall as the tallest. Without options there is one empty page. */
function pagesOf(choices: readonly Choice[]): Choice[][] {
  if (choices.length > OPTIONS_AT_MOST) throw new BreaksLineLimit('options', OPTIONS_AT_MOST, choices.length);
  const pages = Math.max(1, Math.ceil(choices.length / readable.buttons));
  const size = Math.ceil(choices.length / pages);
  return Array.from({ length: pages }, (_, page) => choices.slice(page * size, (page + 1) * size));
}

function whichOf(page: readonly Choice[], choices: readonly Choice[]) {
  const [first] = page;
  const from = first ? choices.indexOf(first) + 1 : 0;
  return renderTexts('part', { from, to: from + page.length - 1, all: choices.length });
}
