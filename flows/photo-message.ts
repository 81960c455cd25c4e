/** Photos of a pin as one message. */
import type { Message } from './engine/message.ts';
import type { Words } from './engine/text.ts';

/** The photos with these ids side by side, numbered in their order. */
export function photoMessage(title: Words, photos: readonly string[]): Message {
  return {
    kind: 'pictures',
    title,
    pictures: photos.map((id, index) => ({
      path: `/photos/${id}.jpg`,
      small: `/photos/${id}-small.jpg`,
      label: String(index + 1),
    })),
  };
}
