/**
 * Telling somebody something about a case: as a push (paid, at once) or as a note that rides along with their next
 * free reply. Once for each key and person, whoever tells it how often.
 *
 * A push takes along what waits as a note about the same case, so that every step is heard of in its order; LINE counts
 * it once, whatever its messages. What goes along is written into the outbox with the push, and marked as said from
 * there: a telling that broke off in between is finished by the next one, and takes nothing along that came since.
 */
import { createHash } from 'node:crypto';
import { loadConversation } from './conversation.ts';
import { isNoteKept, noteSaid, putNote, unsaidNotesAbout } from './note.ts';
import { notesInOutbox, putInOutbox } from './outbox.ts';
import { pushesLeft } from './push-quota.ts';
import { addDays, bangkokDate, bangkokMinutes, startOfBangkokDay } from './thai/calendar.ts';

/** To whom, of which case (its code), under which key, and when; `message` is a semantic message as plain JSON. */
export type Telling = { person: string; about: string; key: string; message: unknown; now: Date };

/** Makes at most so many messages of those that go along. */
type Gather = (earlier: unknown[], most: number) => unknown[];

/** What nobody came to read in a month is no news any more. Milliseconds. */
const NOTES_KEPT = 30 * 24 * 3_600_000;

/** LINE takes five messages with one push; one of them is the news itself. */
const GOES_ALONG = 4;

/** Sends it at once, after what waits as notes about the same case. */
export function tellByPush(telling: Telling, gather: Gather): Promise<void> {
  return push(telling, gather, telling.now);
}

/**
 * Sends it to somebody who handles the case: by day, because it can wait for the morning. When the month's pushes are
 * used up it is a note. Decided once for each key.
 */
export async function tellByPushInDaytime(telling: Telling, gather: Gather): Promise<void> {
  const own = ownKey(telling.key, telling.person);
  const isPushed = (await notesInOutbox(own)) !== undefined;
  const isNote = !isPushed && ((await isNoteKept(own)) || (await pushesLeft(telling.now)) === 0);
  await (isNote ? tellByNote(telling) : push(telling, gather, daytimeFrom(telling.now)));
}

async function push({ person, about, key, message, now }: Telling, gather: Gather, dueAt: Date) {
  const own = ownKey(key, person);
  const waiting = await unsaidNotesAbout(person, about, now);
  const earlier = waiting.flatMap(({ messages }) => messages);
  await putInOutbox(
    {
      key: own,
      to: person,
      saying: { messages: [...gather(earlier, GOES_ALONG), message], quick: [] },
      language: await languageOf(person),
      retryKey: uuidOf(own),
      notes: waiting.map((note) => note.key),
    },
    dueAt,
  );
  // As they stand there, which may be of an earlier try.
  for (const note of (await notesInOutbox(own)) ?? []) await noteSaid(note, now);
}

/** Hours of Bangkok in which a handler's telephone may ring, on any day. Source: ours. */
const DAYTIME = { from: 8, until: 20 };

/** The instant itself by day, else eight in the morning. */
export function daytimeFrom(now: Date): Date {
  const [hour, today] = [bangkokMinutes(now) / 60, bangkokDate(now)];
  if (hour >= DAYTIME.from && hour < DAYTIME.until) return now;
  const day = startOfBangkokDay(hour < DAYTIME.from ? today : addDays(today, 1));
  return new Date(day.getTime() + DAYTIME.from * 3_600_000);
}

/** Keeps it for their next reply. */
export async function tellByNote({ person, about, key, message, now }: Telling): Promise<void> {
  const expiresAt = new Date(now.getTime() + NOTES_KEPT);
  const note = { key: ownKey(key, person), person, about, messages: [message] };
  await putNote({ ...note, notBefore: now, expiresAt });
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
