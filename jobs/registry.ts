/** Every job there is. A new job adds its line here. */
import { deleteLostPhotos } from './delete-lost-photos.ts';
import { deleteOldMessages } from './delete-old-messages.ts';
import type { Job } from './job.ts';

export const jobs: readonly Job[] = [deleteLostPhotos, deleteOldMessages];
