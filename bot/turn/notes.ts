/** Notes ride along with a reply: in front of what the turn says, so that its question stays the last word. */
import type { Message, Saying } from '../../flows/engine/message.ts';
import type { Note } from '../../models/note.ts';
import type { Loaded } from './load-with-roles.ts';

/** A note whose messages were read back. */
export type RidingNote = { key: string; messages: Message[] };

/** LINE takes five messages with one reply; cards are two of them. */
const MESSAGES_AT_MOST = 5;

/** The first note that is due and fits before what is said; one at a time. */
export function dueNote(
  { notes, lastTurn }: Loaded,
  { messages }: Saying,
  now: Date,
): RidingNote | undefined {
  if (messages.length === 0) return undefined;
  const room = MESSAGES_AT_MOST - sent(messages);
  return notes
    .filter((note) => isDue(note, now) && note.key !== lastTurn?.note)
    .map(riding)
    .find((note) => sent(note.messages) <= room);
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
