/**
 * Telling somebody something about a case: as a push (paid, at once) or as a note that rides along with their next
 * free reply. Once for each key and person, whoever tells it how often.
 */
import { createHash } from 'node:crypto';
import { loadConversation } from './conversation.ts';
import { putNote } from './note.ts';
import { putInOutbox } from './outbox.ts';

/** To whom, under which key, and when; `messages` are semantic messages as plain JSON. */
export type Telling = { person: string; key: string; messages: unknown[]; now: Date };

/** What nobody came to read in a month is no news any more. Milliseconds. */
const NOTES_KEPT = 30 * 24 * 3_600_000;

/** Sends it at once. */
export async function tellByPush({ person, key, messages, now }: Telling): Promise<void> {
  const own = ownKey(key, person);
  await putInOutbox(
    {
      key: own,
      to: person,
      saying: { messages, quick: [] },
      language: await languageOf(person),
      retryKey: uuidOf(own),
    },
    now,
  );
}

/** Keeps it for their next reply. */
export async function tellByNote({ person, key, messages, now }: Telling): Promise<void> {
  const expiresAt = new Date(now.getTime() + NOTES_KEPT);
  await putNote({ key: ownKey(key, person), person, messages, notBefore: now, expiresAt });
}

async function languageOf(person: string): Promise<string> {
  const { state } = await loadConversation(person);
  const language = typeof state === 'object' && state !== null && 'language' in state ? state.language : 'th';
  return language === 'en' ? 'en' : 'th';
}

/** One for each person, without saying who it is: keys are shown where failures are looked into. */
function ownKey(key: string, person: string): string {
  return `complaint:${key}:${digest(person).slice(0, 16)}`;
}

/** The same key always makes the same UUID, so that LINE too takes what is sent twice for one. */
export function uuidOf(key: string): string {
  const hex = digest(key);
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return parts.join('-');
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
