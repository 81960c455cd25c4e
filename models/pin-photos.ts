/**
 * Photos of pins by those who may work on them: of published and retired pins, named by their code, and of drafts,
 * named by their id. What is done to a pin that was published before leaves an entry in the audit trail.
 */
import { type FieldChange, recordChanges } from './audit.ts';
import { type NewPhoto, photosOf, removePhoto, removePhotosOf, storePhoto } from './photo.ts';
import { draftForWork } from './pin.ts';
import type { PinWork } from './pin-change.ts';
import { PinModel, type StoredPin } from './pin-document.ts';
import { pinIdForWork } from './pin-work.ts';
import { idOfPublished, isPublished, pinIdsAmong } from './published-pins.ts';

/** Ids of the photos of the published pin with this code, in the order of sending. */
export async function publicPhotosOf(code: string): Promise<string[]> {
  const id = await idOfPublished(code);
  return id === undefined ? [] : idsOfPhotos(id);
}

/**
 * Ids of the photos of a pin (its code, or a draft's id) in the order of sending, if the person may work on it.
 * `areOpen`: the pin is published, so that everybody may see them.
 */
export async function photosForWork(
  pin: string,
  person: string,
): Promise<{ photos: string[]; areOpen: boolean } | undefined> {
  const id = await pinWithPhotos(pin, person);
  if (id === undefined) return undefined;
  const [photos, areOpen] = await Promise.all([idsOfPhotos(id), isPublished(id)]);
  return { photos, areOpen };
}

/** The id of the pin that is named by its code, or of the draft that is named by its id, if the person may work on it. */
export async function pinWithPhotos(pin: string, person: string): Promise<string | undefined> {
  return (await pinIdForWork(pin, person)) ?? (await draftForWork(pin, person))?.id;
}

async function idsOfPhotos(id: string): Promise<string[]> {
  return (await photosOf(id)).map((photo) => photo.id);
}

/** What became of a photo; `count` is how many the pin has now. */
export type PhotoAdded = { result: 'stored' | 'too-many'; count: number } | { result: 'not-yours' };

/** Stores a photo of a pin (its code, or a draft's id). The same photo id again changes nothing. */
export async function addPhoto(
  work: PinWork,
  photo: Pick<NewPhoto, 'id' | 'messageId' | 'full' | 'small'>,
): Promise<PhotoAdded> {
  const { by, at } = work;
  const id = await pinWithPhotos(work.pin, by);
  if (id === undefined) return { result: 'not-yours' };
  const stored = await storePhoto({ ...photo, pin: id, by, at });
  if (await isGone(id)) return { result: 'not-yours' };
  if (stored.stored) await record(id, work, { field: 'photo', from: null, to: photo.id });
  return { result: stored.stored ? 'stored' : 'too-many', count: (await photosOf(id)).length };
}

/** A draft may be thrown away while a photo of it is being stored: its album went before the photo came. */
async function isGone(id: string): Promise<boolean> {
  if ((await pinIdsAmong([id])).has(id)) return false;
  await removePhotosOf(id);
  return true;
}

/** Deletes a photo of a pin (its code, or a draft's id); one that is not there is left so. */
export async function deletePhoto({
  photo,
  ...work
}: PinWork & { photo: string }): Promise<{ result: 'deleted' | 'not-yours' }> {
  const id = await pinWithPhotos(work.pin, work.by);
  if (id === undefined) return { result: 'not-yours' };
  // The trail first: after a crash the same deleting is done again and finds its entry there already.
  await record(id, work, { field: 'photo', from: photo, to: null });
  await removePhoto({ pin: id, id: photo });
  return { result: 'deleted' };
}

/** The trail begins with the publication: what is done to a draft, which goes by its id, is not in it. */
async function record(id: string, { pin, by, at, key }: PinWork, change: FieldChange<'pin'>): Promise<void> {
  if (pin === id) return;
  const agency = (await PinModel.findById(id, { agency: 1 }).lean<StoredPin>())?.agency;
  // Without its agency nobody who looks after it would find the entry.
  const about = { kind: 'pin' as const, id: pin };
  await recordChanges({ key, at, by, about, ...(agency && { agency }), changes: [change] });
}
