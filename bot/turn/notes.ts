/** Notes ride along with a reply: in front of what the turn says, so that its question stays the last word. */
import type { Message, Saying } from '../../flows/engine/message.ts';
import { isReminderNote } from '../../jobs/renew-reminder-note.ts';
import type { Note } from '../../models/note.ts';
import type { Loaded } from './load-with-roles.ts';

/** A note whose messages were read back. */
export type RidingNote = { key: string; messages: Message[] };

/** LINE takes five messages with one reply; cards are two of them. */
const MESSAGES_AT_MOST = 5;

/** How notes are looked at again: whether one is still to be said, and what a reminder says as of now, if anything. */
export type NoteLooks = {
  now: Date;
  isUnsaid: (key: string) => Promise<boolean>;
  renewReminder: (key: string) => Promise<Message[] | undefined>;
};

/**
 * The first note that is due and fits before what is said; one at a time. Notes were loaded before the turn, which may
 * have taken one back (a rating, the question for it): `isUnsaid` is asked before one is chosen. A reminder is made anew,
 * as the turn may have done what it reminds of.
 */
export async function dueNote(
  { notes, lastTurn }: Pick<Loaded, 'notes' | 'lastTurn'>,
  { messages }: Saying,
  { now, isUnsaid, renewReminder }: NoteLooks,
): Promise<RidingNote | undefined> {
  if (messages.length === 0) return undefined;
  const room = MESSAGES_AT_MOST - sent(messages);
  const fitting = notes
    .filter((note) => isDue(note, now) && note.key !== lastTurn?.note)
    .map(riding)
    .filter((note) => sent(note.messages) <= room);
  for (const { key, messages: kept } of fitting) {
    if (!(await isUnsaid(key))) continue;
    const messages = isReminderNote(key) ? await renewReminder(key) : kept;
    if (messages) return { key, messages };
  }
  return undefined;
}

/** What is said with the note before it. */
export function withNote(saying: Saying, note: RidingNote): Saying {
  return { ...saying, messages: [...note.messages, ...saying.messages] };
}

function isDue({ notBefore, expiresAt }: Note, now: Date): boolean {
  return notBefore <= now && now < expiresAt;
}

function riding({ key, messages }: Note): RidingNote {
  // Kept by `putNote` from messages of ours; they come back as they went.
  return { key, messages: messages as Message[] };
}

function sent(messages: readonly Message[]): number {
  return messages.reduce((count, { kind }) => count + (kind === 'cards' ? 2 : 1), 0);
}
