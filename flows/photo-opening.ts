/** How other conversations hand over to the photos of a pin: which pin, a picture sent already, and where it goes on. */
import type { Accept } from './engine/flow.ts';

/** `pin` is a code or a draft's id; `image` the message with a picture to be added; `check` what a check-up noted. */
export type PhotosOpening = { pin: string; image?: string; check?: string };

/** A picture that was sent. */
export const picture: Accept<{ image: string }> = {
  freeText: false,
  read: (input) => (input.kind === 'image' ? { ok: true, value: { image: input.messageId } } : { ok: false }),
};

/** An opening as a flow's value. */
export function photosOpening({ pin, image, check }: PhotosOpening): string {
  const parts = [
    image === undefined ? [] : [`image:${image}`],
    check === undefined ? [] : [`check:${check}`],
  ];
  return [pin, ...parts.flat()].join(' ');
}

/** What a flow's value opens. */
export function readPhotosOpening(value: string): PhotosOpening {
  const [pin = '', ...parts] = value.split(' ');
  const part = (name: string) => parts.find((one) => one.startsWith(`${name}:`))?.slice(name.length + 1);
  const [image, check] = [part('image'), part('check')];
  return { pin, ...(image !== undefined && { image }), ...(check !== undefined && { check }) };
}
