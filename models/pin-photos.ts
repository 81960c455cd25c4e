/** Photos of a published pin by those who may work on it; each leaves an entry in the audit trail. */
import { type FieldChange, recordChanges } from './audit.ts';
import { type NewPhoto, photosOf, removePhoto, storePhoto } from './photo.ts';
import { idOfPublished } from './pin.ts';
import { type PinWork, pinIdForWork } from './pin-work.ts';

/** Ids of the photos of the published pin with this code, in the order of sending. */
export async function publicPhotosOf(code: string): Promise<string[]> {
  const id = await idOfPublished(code);
  return id === undefined ? [] : (await photosOf(id)).map((photo) => photo.id);
}

/** What became of a photo; `count` is how many the pin has now. */
export type PhotoAdded = { result: 'stored' | 'too-many'; count: number } | { result: 'not-yours' };

/** Stores a photo of the pin with this code. The same photo id again changes nothing. */
export async function addPhoto(
  { pin, by, at, key }: PinWork,
  photo: Pick<NewPhoto, 'id' | 'messageId' | 'full' | 'small'>,
): Promise<PhotoAdded> {
  const id = await pinIdForWork(pin, by);
  if (id === undefined) return { result: 'not-yours' };
  const stored = await storePhoto({ ...photo, pin: id, by, at });
  if (stored.stored) await record({ pin, by, at, key }, { field: 'photo', from: null, to: photo.id });
  return { result: stored.stored ? 'stored' : 'too-many', count: (await photosOf(id)).length };
}

/** Deletes a photo of the pin with this code; one that is not there is left so. */
export async function deletePhoto({
  photo,
  ...work
}: PinWork & { photo: string }): Promise<{ result: 'deleted' | 'not-yours' }> {
  const id = await pinIdForWork(work.pin, work.by);
  if (id === undefined) return { result: 'not-yours' };
  // The trail first: after a crash the same deleting is done again and finds its entry there already.
  await record(work, { field: 'photo', from: photo, to: null });
  await removePhoto({ pin: id, id: photo });
  return { result: 'deleted' };
}

async function record({ pin, by, at, key }: PinWork, change: FieldChange): Promise<void> {
  await recordChanges({ key, at, by, about: { kind: 'pin', id: pin }, changes: [change] });
}
