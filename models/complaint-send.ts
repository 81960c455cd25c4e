/**
 * Sending a complaint: its case is made in one write, once for its key, under a code of its own. At most five a person
 * and day, however many are sent at once: each takes one of five places of that day, and places are unique.
 */
import { createHash } from 'node:crypto';
import mongoose from 'mongoose';
import { maskPersonalData } from './comment-masking-personal.ts';
import {
  type ComplaintCategory,
  type ComplaintLevel,
  ComplaintModel,
  type StoredComplaint,
} from './complaint-document.ts';
import { discardComplaintDraft } from './complaint-draft.ts';
import { moveComplaints } from './complaint-merge.ts';
import { listedComplaintPhotos } from './complaint-photo.ts';
import { firstLevel, type KnownTarget, knownTarget, officeTarget, type Target } from './complaint-target.ts';
import { dueAfter } from './complaint-time-limits.ts';
import { publishedBehind } from './merged-into.ts';
import { bangkokDate } from './thai/calendar.ts';

/** A complaint to be sent. `id` is its idempotency key; `words` have at most 2,000 characters as people see them. */
export type NewComplaint = {
  id: string;
  reporter: string;
  about: Target;
  category: ComplaintCategory;
  words: string;
  photos: readonly string[];
  contact?: string | undefined;
  at: Date;
  /** Makes a code, another one each time. */
  newCode: () => string;
};

/** `too-many-today`: five were sent today. `gone`: the office is not on the map any more. */
export type Sent = { result: 'sent'; code: string } | { result: 'too-many-today' | 'gone' };

const DUPLICATE_KEY = 11_000;
const MOST_A_DAY = 5;
/** The longest complaint, in characters as people see them. */
const MOST_CHARACTERS = 2_000;
/** Codes are so many that even one being taken is rare. */
const MOST_TRIES = 50;

/** Sends it; the draft is gone then, and with it the pictures that were left out. */
export async function sendComplaint(complaint: NewComplaint): Promise<Sent> {
  if (charactersOf(complaint.words) > MOST_CHARACTERS)
    throw new RangeError('the words of a complaint are too long');
  const sent = (await sentBefore(complaint.id)) ?? (await send(complaint));
  if (sent.result === 'sent') await discardComplaintDraft(complaint.reporter, complaint.photos);
  return sent;
}

function charactersOf(words: string): number {
  return words.length <= MOST_CHARACTERS
    ? words.length
    : [...new Intl.Segmenter('th', { granularity: 'grapheme' }).segment(words)].length;
}

async function sentBefore(id: string): Promise<Sent | undefined> {
  const stored = await ComplaintModel.findById(id, { code: 1 }).lean<StoredComplaint>();
  return stored ? { result: 'sent', code: stored.code } : undefined;
}

async function send(complaint: NewComplaint): Promise<Sent> {
  const target = await knownTarget(complaint.about);
  if (!target) return { result: 'gone' };
  const level = await firstLevel(target, complaint.reporter);
  const fresh = await newCase(complaint, target, level);
  const sent = await insert(fresh, complaint);
  if (sent.result === 'sent' && target.pin) await followMerge(target.pin);
  return sent;
}

async function newCase(complaint: NewComplaint, target: KnownTarget, level: ComplaintLevel) {
  const { id, reporter, category, words, contact, at } = complaint;
  const { position, ...where } = target;
  return {
    _id: id,
    reporter,
    ...(contact && { contact }),
    ...where,
    position: { type: 'Point' as const, coordinates: [...position] },
    category,
    words: wordsToKeep(words, contact),
    photos: await listedComplaintPhotos(complaint.photos),
    state: 'received' as const,
    level,
    steps: [{ at, what: 'received' as const, by: 'reporter' as const }],
    dueOn: await dueAfter('take', level, at),
    disputes: 0,
    revision: 0,
    news: [{ key: `send:${id}`, what: 'received' as const, by: 'reporter' as const }],
    createdAt: at,
    updatedAt: at,
  };
}

/**
 * Whoever gives no contact does not want to be known: a phone number, an e-mail address or an identification number in
 * the words is masked at once and stored nowhere, as in comments. Whoever gives one may name others.
 */
export function wordsToKeep(words: string, contact: string | undefined): string {
  return contact ? words : maskPersonalData(words);
}

/** Takes the first free place of the day and the first free code. */
async function insert(
  fresh: Awaited<ReturnType<typeof newCase>>,
  { reporter, at, newCode }: NewComplaint,
): Promise<Sent> {
  let place = 1;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    if (place > MOST_A_DAY) return { result: 'too-many-today' };
    const code = newCode();
    const taken = await tryInsert({ ...fresh, code, slot: slotOf(reporter, at, place) });
    if (!taken) return { result: 'sent', code };
    if (taken === 'slot') place += 1;
    const before = await sentBefore(fresh._id);
    if (before) return before;
  }
  throw new Error(`complaint ${fresh._id} found no free code`);
}

/** What was taken already, if anything was. */
async function tryInsert(
  complaint: Awaited<ReturnType<typeof newCase>> & { code: string; slot: string },
): Promise<string | undefined> {
  try {
    await ComplaintModel.create(complaint);
    return undefined;
  } catch (error) {
    if (!(error instanceof mongoose.mongo.MongoServerError) || error.code !== DUPLICATE_KEY) throw error;
    return Object.keys(error.keyPattern ?? {})[0] ?? '_id';
  }
}

/** One of the reporter's places of a Bangkok day; nobody can tell from it who the reporter is. */
function slotOf(reporter: string, at: Date, place: number): string {
  return createHash('sha256')
    .update(`${reporter}:${bangkokDate(at)}:${place}`)
    .digest('hex')
    .slice(0, 32);
}

/** The office may have been merged between looking it up and writing: then its other cases have moved already. */
async function followMerge(pin: string): Promise<void> {
  const behind = await publishedBehind(pin);
  const target = behind && behind.code !== pin ? await officeTarget(behind) : undefined;
  if (target) await moveComplaints(pin, target);
}
