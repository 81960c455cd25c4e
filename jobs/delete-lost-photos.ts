/** Deletes pictures that crashes left behind: written, but in no pin's album. */
import { deleteUnlistedPhotos } from '../models/photo.ts';
import type { Job } from './job.ts';

/** An upload in hand looks like a lost one; none takes this long. */
const DAY = 24 * 3_600_000;

export const deleteLostPhotos: Job = {
  name: 'delete-lost-photos',
  schedule: '41 3 * * *',
  async run(now) {
    return { photos: await deleteUnlistedPhotos(new Date(now.getTime() - DAY)) };
  },
};
