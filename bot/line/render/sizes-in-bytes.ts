/** Keeps Flex containers within LINE's bytes by giving long words less room. */
import type { messagingApi } from '@line/bot-sdk';
import { bytesIn } from './counting.ts';
import { BreaksLineLimit } from './limit-errors.ts';
import { limits } from './limits.ts';

/** UTF-16 units for each text of a container, tried in turn. Only people's own words are ever this long. */
const ROOMS = [4_000, 2_000, 1_000, 500, 250, 120, 60, 30];

/** What `build` makes with the most room for words that fits. Throws `BreaksLineLimit` if none does. */
export function fitted(build: (room: number) => messagingApi.FlexContainer): messagingApi.FlexContainer {
  let refusal: BreaksLineLimit | undefined;
  for (const room of ROOMS) {
    const container = build(room);
    refusal = tooLarge(container);
    if (!refusal) return container;
  }
  throw refusal;
}

/** How a container is too large, or undefined. */
function tooLarge(container: messagingApi.FlexContainer): BreaksLineLimit | undefined {
  const bubbles = container.type === 'carousel' ? container.contents : [container];
  const size = bytesIn(container);
  if (container.type === 'carousel' && size > limits.carouselBytes)
    return new BreaksLineLimit('carousel bytes', limits.carouselBytes, size);
  const largest = Math.max(...bubbles.map(bytesIn));
  return largest > limits.bubbleBytes
    ? new BreaksLineLimit('bubble bytes', limits.bubbleBytes, largest)
    : undefined;
}
