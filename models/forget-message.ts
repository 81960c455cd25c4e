/**
 * Unsending: what a message brought is deleted everywhere it went, also from what others were given of it. Where words stand
 * is told by the table `said-words-table.ts`; what the bot repeated of them, to the person or to others, is looked for in
 * what it has said or is to say since the message came.
 */
import { changesMadeBy } from './audit.ts';
import { forwardingOf } from './complaint-forwarding.ts';
import { forgetMessage, wordsOfMessage } from './inbox.ts';
import { documentsOf } from './personal-data-replace.ts';
import { removePhotoOfMessage } from './photo.ts';
import { knownRaters } from './rating-key.ts';
import { repeatedWords } from './repeated-words.ts';
import { placesOfWords } from './said-words-table.ts';
import { areaInstead, isPoint } from './unsent-place.ts';
import { type SaidWords, saidWords, type WordForms } from './unsent-words.ts';
import {
  type AnyDocument,
  at,
  type FoundWords,
  type Node,
  nodesOf,
  takeOut,
  wordsFound,
} from './words-in-documents.ts';
import type { Speaker, WordsPlace } from './words-place.ts';

/**
 * What is left in spite of unsending, and the person is to be told of: the name of a public thing, the position of a pin (its
 * code), or words or a point that were sent on to 1111, there under `number` (without one it may have arrived).
 */
export type LeftOver =
  | { what: 'name'; of: 'pin' | 'deadline' | 'procedure'; id: string; name: string }
  | { what: 'position'; id: string; name: string }
  | { what: 'profile' }
  | { what: 'at-1111'; code: string; number?: string };

/** A message in the chat of the person who sent it. `formsOf`: what its texts may have become, see `unsent-words.ts`. */
export type UnsentMessage = {
  chat: string;
  messageId: string;
  now: Date;
  formsOf: (texts: readonly string[]) => WordForms;
  /** Tells the person what is left. It may be called again for the same, after a crash. */
  tell: (left: readonly LeftOver[]) => Promise<void>;
};

/** Clocks of processes differ by less. Milliseconds. */
const TOLERANCE = 5 * 60_000;
/** Each further round only finds what somebody else moved at the same moment. */
const MOST_ROUNDS = 5;

/** Deletes the content of a message. The same again finds nothing more. */
export async function forgetMessageEverywhere(unsent: UnsentMessage): Promise<void> {
  const { chat, messageId, formsOf } = unsent;
  const sent = await wordsOfMessage(chat, messageId);
  const words = sent && saidWords(formsOf(sent.texts));
  if (sent && words) await forgetWords(unsent, words, sent.receivedAt);
  await removePhotoOfMessage(messageId);
  // Last, because the words are known from here.
  await forgetMessage(chat, messageId);
}

async function forgetWords({ chat, now, tell }: UnsentMessage, words: SaidWords, receivedAt: Date) {
  const since = new Date(receivedAt.getTime() - TOLERANCE);
  const trail = await changesMadeBy(chat, since);
  const speaker: Speaker = { person: chat, since, trail, raters: await knownRaters(chat, now) };
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const found = await search(speaker, words);
    // Told before the words go: afterwards nobody could tell what was left.
    if (round === 0) await tell(await leftOvers(found));
    const changes = found.flatMap(({ change }) => change ?? []);
    for (const change of changes) await takeOut(change, now);
    if (changes.length === 0) return;
  }
}

/** Words at a place of the table, or repeated; without a `change` they stay. */
type Found = { change?: FoundWords; place?: WordsPlace; document?: AnyDocument; isPlace?: boolean };

async function search(speaker: Speaker, words: SaidWords): Promise<Found[]> {
  const found: Found[] = [];
  const documents: AnyDocument[] = [];
  for (const place of placesOfWords) {
    for await (const document of documentsOf(place.collection).find(place.where(speaker))) {
      documents.push(document);
      for (const one of wordsAt(place, document, speaker, words)) found.push(await withArea(one));
    }
  }
  for (const change of await repeatedWords(speaker, words, documents)) found.push({ change });
  return found;
}

function wordsAt(place: WordsPlace, document: AnyDocument, speaker: Speaker, words: SaidWords): Found[] {
  const found: Found[] = [];
  for (const node of nodesOf(document)) {
    const fate = fateAt(place, document, node, speaker);
    if (!fate || !words.isSaid(node.value)) continue;
    if (fate === 'public') found.push({ place, document, isPlace: isPoint(node.value) });
    else {
      const change = wordsFound(place.collection, document, node, fate);
      found.push({ place, document, change: { ...change, ...(place.isCached && { touches: true }) } });
    }
  }
  return found;
}

/** Of the point of a case its area stays. */
async function withArea(found: Found): Promise<Found> {
  const { place, change } = found;
  if (place?.fate !== 'area' || !change || !isPoint(change.from)) return found;
  const { coordinates, ...also } = await areaInstead(change.from);
  return { ...found, change: { ...change, to: coordinates, also } };
}

/** What becomes of the person's words at a path; undefined where it is no place of theirs. */
function fateAt(
  { path, fate, isTheirs }: WordsPlace,
  document: AnyDocument,
  node: Node,
  speaker: Speaker,
): WordsPlace['fate'] | undefined {
  if (isUnaudited(node.path, document, speaker)) return 'null';
  if (!path.test(node.path)) return undefined;
  return isTheirs?.(speaker, document, node.path) === false ? undefined : fate;
}

/** What waits to go into the audit trail stands in the record meanwhile. */
function isUnaudited(path: string, document: AnyDocument, { person }: Speaker): boolean {
  const [, entry] = /^(unaudited\.\d+)\.changes\.\d+\.(?:from|to)/.exec(path) ?? [];
  return entry !== undefined && at(document, `${entry}.by`) === person;
}

async function leftOvers(found: readonly Found[]): Promise<LeftOver[]> {
  const left = await Promise.all(found.map(leftOver));
  return left.filter((one) => one !== undefined);
}

/** What of a case goes on to 1111. */
const SENT_ON = ['words', 'position.coordinates'];

async function leftOver({ place, document, change, isPlace }: Found): Promise<LeftOver | undefined> {
  if (!place || !document) return undefined;
  if (place.collection === 'people') return { what: 'profile' };
  if (place.fate === 'public' && !change) return publicLeft(place, document, isPlace);
  if (place.collection !== 'complaints' || !SENT_ON.includes(change?.path ?? '')) return undefined;
  const code = String(document.code);
  const forwarding = await forwardingOf(code);
  // It may have arrived although no answer to it did.
  if (!forwarding || (forwarding.number === undefined && forwarding.attempts === 0)) return undefined;
  return { what: 'at-1111', code, ...(forwarding.number && { number: forwarding.number }) };
}

const PUBLIC = { pins: 'pin', deadlines: 'deadline', procedures: 'procedure' } as const;

function publicLeft(
  { collection }: WordsPlace,
  document: AnyDocument,
  isPlace = false,
): LeftOver | undefined {
  if (collection !== 'pins' && collection !== 'deadlines' && collection !== 'procedures') return undefined;
  const name = String(at(document, collection === 'pins' ? 'name.th' : 'title.th'));
  const id = String(document.code ?? document._id);
  return isPlace ? { what: 'position', id, name } : { what: 'name', of: PUBLIC[collection], id, name };
}
