/**
 * Photos of complaints. They are kept as photos of pins are (`photo.ts`), in albums of their own that are no pin's, so
 * that they open under a signed address only. A photo whose message was unsent is in no album any more and is shown
 * nowhere.
 */

import { readComplaintCode } from './complaint-code.ts';
import { type StoredComplaint, storedComplaint } from './complaint-document.ts';
import { draftAlbums, noteDraftAlbum } from './complaint-draft.ts';
import { mayHandle } from './complaint-rights.ts';
import { albumsOfPhotos, type NewPhoto, photosOf, storePhoto } from './photo.ts';

/** What tells albums of complaints from those of pins. */
const ALBUM = 'complaint:';

/** A new photo as it was sent; `complaint` is the run in which it is being written, or the code of a case. */
export type ComplaintPhoto = Omit<NewPhoto, 'pin'> & { complaint: string };

/** The album that a photo of this person may go into; undefined for a case that they do not work on. */
export async function complaintAlbum(complaint: string, person: string): Promise<string | undefined> {
  const code = readComplaintCode(complaint);
  if (code === undefined) return `${ALBUM}${complaint}`;
  const stored = await storedComplaint(code);
  const isWorkedOn = stored?.state === 'working' && (await mayHandle(person, stored));
  return isWorkedOn ? evidenceAlbum(stored) : undefined;
}

/** Each solution has its own evidence. */
const evidenceAlbum = ({ _id, disputes }: StoredComplaint) => `${ALBUM}${_id}:solved:${disputes}`;

/** Stores a photo, once for its id; ten at most. `count` is how many there are then. */
export async function addComplaintPhoto({
  complaint,
  ...photo
}: ComplaintPhoto): Promise<
  { result: 'stored' | 'too-many'; count: number; photo: string } | { result: 'gone' }
> {
  const album = await complaintAlbum(complaint, photo.by);
  if (album === undefined) return { result: 'gone' };
  const isReporters = readComplaintCode(complaint) === undefined;
  if (isReporters) await noteDraftAlbum({ person: photo.by, album, at: photo.at });
  // Who reports is written beside no picture.
  const { stored } = await storePhoto({ ...photo, by: isReporters ? 'reporter' : photo.by, pin: album });
  const count = (await photosOf(album)).length;
  return { result: stored ? 'stored' : 'too-many', count, photo: photo.id };
}

/** Which of these photos are still there, in their order. Photos of pins are none of them. */
export async function listedComplaintPhotos(ids: readonly string[]): Promise<string[]> {
  const albums = await albumsOfPhotos(ids);
  return ids.filter((id) => albums.get(id)?.startsWith(ALBUM));
}

/** The photos in their order: of the complaint this person is writing, or the evidence on a case they work on. */
export async function complaintPhotos(complaint: string, person: string): Promise<string[]> {
  const album = await complaintAlbum(complaint, person);
  if (album === undefined) return [];
  const isReporters = readComplaintCode(complaint) === undefined;
  if (isReporters && !(await draftAlbums(person)).includes(album)) return [];
  return (await photosOf(album)).map(({ id }) => id);
}
