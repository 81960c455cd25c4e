/** Deletes what people sent once it is answered and no redelivery can come any more, and messages that were sent. */
import { deleteEndedEvents } from '../models/inbox.ts';
import { deleteEndedMessages } from '../models/outbox.ts';
import type { Job } from './job.ts';

const DAY = 24 * 3_600_000;
/** The privacy notice promises at most 3 days; this runs hourly, so a little less. */
const EVENTS_KEPT = 3 * DAY - 2 * 3_600_000;
/** Long enough to look into a complaint about a missing message. */
const SENT_MESSAGES_KEPT = 30 * DAY;

export const deleteOldMessages: Job = {
  name: 'delete-old-messages',
  schedule: '17 * * * *',
  async run(now) {
    const events = await deleteEndedEvents(new Date(now.getTime() - EVENTS_KEPT));
    const messages = await deleteEndedMessages(new Date(now.getTime() - SENT_MESSAGES_KEPT));
    return { events, messages };
  },
};
