/** Deletes what people sent once it is answered and no redelivery can come any more, and messages that were sent. */
import { deleteEndedEvents } from '../models/inbox.ts';
import { deleteOldRuns } from '../models/job-run.ts';
import { deleteExpiredNotes } from '../models/note.ts';
import { deleteEndedMessages } from '../models/outbox.ts';
import { daysKept } from '../models/personal-data.ts';
import type { Job } from './job.ts';

const DAY = 24 * 3_600_000;
/** It runs hourly and must keep what the privacy notice promises, so a little less than that. Milliseconds. */
const EARLIER = 2 * 3_600_000;
/** A season of deadlines can be looked back on. */
const RUNS_KEPT = 180 * DAY;

export const deleteOldMessages: Job = {
  name: 'delete-old-messages',
  schedule: '17 * * * *',
  async run(now) {
    const before = (kind: string) => new Date(now.getTime() - daysKept(kind) * DAY + EARLIER);
    const events = await deleteEndedEvents(before('messages'));
    // Long enough to look into a complaint about a missing message.
    const messages = await deleteEndedMessages(before('answers'));
    const notes = await deleteExpiredNotes(before('answers'));
    const runs = await deleteOldRuns(new Date(now.getTime() - RUNS_KEPT));
    return { events, messages, notes, runs };
  },
};
