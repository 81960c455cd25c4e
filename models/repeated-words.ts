/**
 * What the bot repeated of somebody's words: in their own chat, and to others who were told of them. Only what was said or
 * put down since the words came is looked at, by its time; and of others only what concerns a record in which the person
 * said something, so that the same words of somebody else stay.
 */
import { documentsOf } from './personal-data-replace.ts';
import { bangkokDate } from './thai/calendar.ts';
import { isPoint } from './unsent-place.ts';
import { type SaidWords, UNSENT } from './unsent-words.ts';
import { type AnyDocument, at, type FoundWords, nodesOf } from './words-in-documents.ts';
import type { Speaker } from './words-place.ts';

/** Where messages hold words that are shown. */
const SHOWN =
  /\.(?:text|title|subtitle|address|label|hint|vars\.\w+|rows\.\d+\.value|bars\.\d+\.label)(?:\.(?:th|en))?$/;
/** Answers given so far, in what a flow remembers; steps and names of flows are no words of people. */
const REMEMBERED = /\.data\./;

/** What buttons, the answer given last and what was put aside carry: a search of somebody's, with the point it was made at. */
const CARRIED = /\.(?:(?:under|quick|options)\.\d+(?:\.do)?|answered|parked\.\d+)\.(?:value|uri)$/;
const POINT_CARRIED = /\d\.\d+[ ,]-?\d+\.\d/;
/** A message that shows a point; nothing of it is left without. */
const PLACE_MESSAGE = /^(.+\.messages\.\d+)\.position$/;

/** What people were told or are to be told. */
const saidTo: readonly { collection: string; since: (since: Date) => Record<string, unknown> }[] = [
  { collection: 'conversations', since: (since) => ({ updatedAt: { $gte: since } }) },
  { collection: 'notes', since: (since) => ({ notBefore: { $gte: since } }) },
  {
    collection: 'outbox',
    since: (since) => ({
      $or: [{ state: 'waiting' }, { state: { $in: ['sent', 'failed'] }, endedAt: { $gte: since } }],
    }),
  },
  { collection: 'reminder_batches', since: (since) => ({ day: { $gte: bangkokDate(since) } }) },
  { collection: 'reminder_claims', since: (since) => ({ day: { $gte: bangkokDate(since) } }) },
];

/** Repetitions of the words; `records` are those in which the person may have said them. */
export async function repeatedWords(
  speaker: Speaker,
  words: SaidWords,
  records: readonly AnyDocument[],
): Promise<FoundWords[]> {
  const concerns = concerning(speaker, records);
  const isPublic = records.some((record) => isPublicPoint(record, words));
  const found: FoundWords[] = [];
  for (const { collection, since } of saidTo)
    for await (const document of documentsOf(collection).find(since(speaker.since)))
      if (concerns(document)) {
        const staysThere = isPublic && document._id !== speaker.person;
        found.push(...repeatedIn(collection, document, words, staysThere));
      }
  return found;
}

function repeatedIn(
  collection: string,
  document: AnyDocument,
  words: SaidWords,
  pointStays: boolean,
): FoundWords[] {
  const found: FoundWords[] = [];
  for (const { path, value } of nodesOf(document)) {
    if (!pointStays && isPoint(value) && words.isSaid(value))
      found.push(...pointIn(collection, document._id, path, value));
    if (typeof value !== 'string') continue;
    const to = wordsLeft(path, value, words);
    if (to !== value) found.push({ collection, id: document._id, path, from: value, leaves: path, to });
  }
  return found;
}

/** The position of a pin on the map: others may go on looking at it. */
function isPublicPoint(record: AnyDocument, { isSaid }: SaidWords): boolean {
  return record.state === 'published' && isSaid(at(record, 'position.coordinates'));
}

function pointIn(collection: string, id: string, path: string, from: unknown): FoundWords[] {
  const [, message] = PLACE_MESSAGE.exec(path) ?? [];
  const found = { collection, id, path, from };
  if (message) return [{ ...found, leaves: message, to: { kind: 'say', text: UNSENT } }];
  return REMEMBERED.test(path) ? [{ ...found, leaves: path }] : [];
}

function wordsLeft(path: string, text: string, { isSaid, without }: SaidWords): string {
  if (REMEMBERED.test(path)) return isSaid(text) ? UNSENT : text;
  if (SHOWN.test(path)) return without(text);
  if (!CARRIED.test(path) || !POINT_CARRIED.test(text) || without(text) === text) return text;
  // A link without its query still is one.
  return path.endsWith('uri') ? text.replace(/\?.*$/, '') : without(text);
}

/** Whether something is said to the person, to somebody who shares a record with them, or about such a record. */
function concerning({ person, trail }: Speaker, records: readonly AnyDocument[]) {
  const people = new Set([person, ...trail.map(({ about }) => about.id), ...records.flatMap(peopleOf)]);
  const ids = new Set([...records.flatMap(idsOf), ...trail.flatMap(idsOfEntry)]);
  return (document: AnyDocument): boolean => {
    const addressed = [document._id, document.to, document.person, ...listed(document.recipients)];
    if (addressed.some((one) => typeof one === 'string' && people.has(one))) return true;
    const text = JSON.stringify(document);
    return [...ids].some((id) => text.includes(id));
  };
}

const PEOPLE = ['reporter', 'followers', 'person', 'by', 'owner', 'takenBy', 'decidedBy', 'closedBy'];
/** Anything shorter stands in other texts by chance. */
const SHORTEST_ID = 4;
const IDS = ['_id', 'code', 'key', 'pin', 'agency', 'batch'];

const peopleOf = (record: AnyDocument): string[] => PEOPLE.flatMap((field) => listed(at(record, field)));

const idsOf = (record: AnyDocument): string[] => IDS.flatMap((field) => listed(at(record, field)));

const idsOfEntry = ({ key, about, agency }: Speaker['trail'][number]): string[] =>
  listed([key, about.id, agency]);

function listed(value: unknown): string[] {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((one): one is string => typeof one === 'string' && one.length >= SHORTEST_ID);
}
