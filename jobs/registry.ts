/** Every job there is. A new job adds its line here. */
import { askHowItWas } from './ask-how-it-was.ts';
import { checkMenus } from './check-menus.ts';
import { deleteLostPhotos } from './delete-lost-photos.ts';
import { deleteOldMessages } from './delete-old-messages.ts';
import { deletePersonalData } from './delete-personal-data.ts';
import { escalateComplaints } from './escalate-complaints.ts';
import type { Job } from './job.ts';
import { sendDigests } from './send-digests.ts';
import { sendReminders } from './send-reminders.ts';
import { settleStandIns } from './settle-stand-ins.ts';

export const jobs: readonly Job[] = [
  deleteLostPhotos,
  deleteOldMessages,
  deletePersonalData,
  escalateComplaints,
  askHowItWas,
  checkMenus,
  sendReminders,
  sendDigests,
  settleStandIns,
];
