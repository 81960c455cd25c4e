/** Pictures as messages: the photos of a pin, and the example of what to photograph and where to stand. */
import type { Message } from './engine/message.ts';
import type { Words } from './engine/text.ts';
import type { ShownPhoto } from './pin-look-ups.ts';

const EXAMPLE = '/guidance/where-to-stand.png';

/** These photos side by side, numbered in their order. */
export function photoMessage(title: Words, photos: readonly ShownPhoto[]): Message {
  return {
    kind: 'pictures',
    title,
    pictures: photos.map(({ id, key }, index) => ({
      path: `/photos/${id}${key ? `-${key}` : ''}.jpg`,
      small: `/photos/${id}-small${key ? `-${key}` : ''}.jpg`,
      label: String(index + 1),
    })),
  };
}

/** The example: an office, its sign, its main entrance with a pin before it, and its service counter. */
export function exampleMessage(label: Words): Message {
  return { kind: 'pictures', title: label, pictures: [{ path: EXAMPLE, small: EXAMPLE, label }] };
}
