/**
 * Pins, the service points of offices, from the first draft to their publication. Every operation is one atomic
 * write to one document, and doing it twice equals doing it once. What is published is read by `published-pins.ts`
 * and changed by `pin-work.ts`.
 */
import mongoose from 'mongoose';
import { type DraftFields, type DraftPin, type NewPin, PinModel, type StoredPin } from './pin-document.ts';
import { mayWorkOn, officialsAgency } from './pin-rights.ts';
import { keyBesideName } from './thai/name-key.ts';

/** The pin is another person's. */
export class NotYours extends Error {
  readonly code = 'not-yours';

  constructor(id: string) {
    super(`pin ${id} belongs to somebody else`);
    this.name = 'NotYours';
  }
}

/** No free public code was found. */
export class NoFreeCode extends Error {
  readonly code = 'no-free-code';

  constructor(id: string) {
    super(`no free code for pin ${id}: ${MOST_CODES_TRIED} were taken`);
    this.name = 'NoFreeCode';
  }
}

const DUPLICATE_KEY = 11_000;
/** Even when half of all codes are taken, a hundred tries all fail only once in 10³⁰ times. */
const MOST_CODES_TRIED = 100;
const MOST_DRAFTS = 10;

/**
 * Keeps an unfinished pin; the same id again replaces what was kept. With `agency`, if `owner` is an official of it,
 * the draft is the agency's and its colleagues may go on with it. A pin that is published or that `owner` may not
 * work on is left as it is: `kept` is false. `now` is the instant of writing.
 */
export async function keepDraft(draft: {
  id: string;
  owner: string;
  agency?: string | undefined;
  fields: DraftFields;
  step: string;
  now: Date;
}): Promise<{ kept: boolean }> {
  const { id, owner, fields, step, now } = draft;
  const own = { _id: id, owner, state: 'draft' as const };
  const kept = { draft: { step, fields: withoutUndefined(fields) }, updatedAt: now };
  try {
    const agency = await officialsAgency(owner, draft.agency);
    const first = { createdAt: now, ...(agency && { agency }) };
    await PinModel.updateOne(own, { $set: kept, $setOnInsert: first }, { upsert: true });
    return { kept: true };
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
  // Either it is a colleague's draft or no draft, or the same draft was being inserted at the same moment.
  const stored = await PinModel.findById(id, { owner: 1, agency: 1 }).lean<StoredPin>();
  if (!stored || !(await mayWorkOn(owner, stored))) return { kept: false };
  const { matchedCount } = await PinModel.updateOne({ _id: id, state: 'draft' }, { $set: kept });
  return { kept: matchedCount === 1 };
}

/** Throws a draft away that `owner` may work on. Anything else is left as it is; `gone`: no such pin is there. */
export async function discardDraft({ id, owner }: { id: string; owner: string }): Promise<{ gone: boolean }> {
  const stored = await PinModel.findById(id, { owner: 1, agency: 1, state: 1 }).lean<StoredPin>();
  if (!stored) return { gone: true };
  if (stored.state !== 'draft' || !(await mayWorkOn(owner, stored))) return { gone: false };
  const { deletedCount } = await PinModel.deleteOne({ _id: id, state: 'draft' });
  return { gone: deletedCount === 1 };
}

/** One draft, for somebody who may work on it. */
export async function draftForWork(id: string, person: string): Promise<DraftPin | undefined> {
  const stored = await PinModel.findOne({ _id: id, state: 'draft' }).lean<StoredPin>();
  if (!stored?.draft || !(await mayWorkOn(person, stored))) return undefined;
  const { step, fields } = stored.draft;
  return { id, step, fields, keptAt: stored.updatedAt.toISOString() };
}

/** A person's unfinished pins, the newest first, at most 10. */
export async function draftsOf(owner: string): Promise<DraftPin[]> {
  const stored = await PinModel.find({ owner, state: 'draft' })
    .sort({ updatedAt: -1, _id: 1 })
    .limit(MOST_DRAFTS)
    .lean<StoredPin[]>();
  return stored.flatMap(({ _id, draft, updatedAt }) =>
    draft ? [{ id: _id, step: draft.step, fields: draft.fields, keptAt: updatedAt.toISOString() }] : [],
  );
}

/**
 * Publishes a pin, whether or not a draft was kept. With `agency`, if `owner` is an official of it, a new pin is the
 * agency's; a colleague's draft keeps its maker. The same id again gives the same code and changes nothing.
 * `newCode` is asked again when its code is taken. `now` is the instant of writing: searches in other processes
 * read what changed lately. Throws `NotYours`, or `NoFreeCode` when a hundred codes were taken.
 */
export async function publishPin(publication: {
  id: string;
  owner: string;
  agency?: string | undefined;
  pin: NewPin;
  now: Date;
  newCode: () => string;
}): Promise<{ code: string }> {
  const { id, newCode } = publication;
  for (let tried = 0; tried < MOST_CODES_TRIED; tried++) {
    const stored = await ownPin(id, publication.owner);
    if (stored?.code) return { code: stored.code };
    const code = newCode();
    const owner = stored?.owner ?? publication.owner;
    const agency = stored?.agency ?? (await officialsAgency(publication.owner, publication.agency));
    if (await publishAs(code, { ...publication, owner, agency })) return { code };
  }
  throw new NoFreeCode(id);
}

async function ownPin(id: string, person: string): Promise<StoredPin | undefined> {
  const stored = await PinModel.findById(id, { owner: 1, agency: 1, code: 1 }).lean<StoredPin>();
  if (stored && !(await mayWorkOn(person, stored))) throw new NotYours(id);
  return stored ?? undefined;
}

/** False when the code is another pin's, or when this pin was kept or published at the same moment. */
async function publishAs(
  code: string,
  {
    id,
    owner,
    agency,
    pin,
    now,
  }: { id: string; owner: string; agency: string | undefined; pin: NewPin; now: Date },
): Promise<boolean> {
  const change = {
    $set: {
      ...contentOf(pin),
      ...(agency && { agency }),
      state: 'published' as const,
      code,
      updatedAt: now,
      publishedAt: now,
    },
    $unset: { draft: 1 as const },
    $setOnInsert: { createdAt: now },
  };
  try {
    await PinModel.updateOne({ _id: id, owner, state: 'draft' }, change, { upsert: true });
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

function contentOf({ position, spot, nameTh, nameEn, kind, address, area, parent }: NewPin) {
  return {
    name: withoutUndefined({ th: nameTh, en: nameEn }),
    ...keyBesideName({ 'name.th': nameTh }),
    kind,
    position: { type: 'Point' as const, coordinates: [...position] },
    spot,
    ...(address && { address: withoutUndefined(address) }),
    ...(area && { area: withoutUndefined(area) }),
    ...(parent && { parent }),
  };
}

/** MongoDB would store `undefined` as null. */
function withoutUndefined<T extends object>(fields: T): T {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  // The same keys and values but for those whose type says that they may be missing.
  return Object.fromEntries(entries) as T;
}

function isDuplicateKey(error: unknown): boolean {
  return error instanceof mongoose.mongo.MongoServerError && error.code === DUPLICATE_KEY;
}
