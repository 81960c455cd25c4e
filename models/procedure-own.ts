/**
 * Procedures that agencies add themselves because the manuals miss them. An agency has so many places for them; each
 * place is given once (a unique key), so that two who add at the same moment never make too many.
 */
import { createHash } from 'node:crypto';
import mongoose from 'mongoose';
import { recordChanges } from './audit.ts';
import { mayWorkForAgency } from './pin-rights.ts';
import { ProcedureModel, type ProcedurePaper, type StoredProcedure } from './procedure-document.ts';

/** How many procedures of its own an agency may have. */
export const OWN_AT_MOST = 200;
/** What the codes of such procedures begin with; codes of manuals never do. */
export const OWN_CODE = 'own-';

const DUPLICATE_KEY = 11_000;

/** What is added, for which agency (its code), by whom, when, and under which idempotency key. */
export type OwnProcedure = {
  agency: string;
  titleTh: string;
  papers: readonly ProcedurePaper[];
  by: string;
  at: Date;
  key: string;
};

/** What became of it. `too-many`: the agency has no place left. */
export type Added = { result: 'added'; code: string } | { result: 'not-yours' | 'too-many' };

/** Adds a procedure as the agency's own, once for its key. */
export async function addOwnProcedure(wanted: OwnProcedure): Promise<Added> {
  const { agency, by, at, key } = wanted;
  if (!(await mayWorkForAgency(by, agency))) return { result: 'not-yours' };
  const code = ownCode(key);
  if (!(await insert(code, wanted))) return { result: 'too-many' };
  await recordChanges({
    key: `${key}:add`,
    at,
    by,
    about: { kind: 'procedure', id: code },
    agency,
    changes: [{ field: 'title.th', from: null, to: wanted.titleTh }],
  });
  return { result: 'added', code };
}

/** The code follows from the key: the same turn taken again adds the same procedure. */
function ownCode(key: string): string {
  return OWN_CODE + createHash('sha256').update(key).digest('hex').slice(0, 16);
}

/** Whether it is there now; false when no place is free. */
async function insert(code: string, wanted: OwnProcedure): Promise<boolean> {
  // The place somebody else takes at the same moment is not free any more when it is looked for again.
  for (let tries = 0; tries <= OWN_AT_MOST; tries++) {
    if (await ProcedureModel.exists({ _id: code })) return true;
    const place = await freePlace(wanted.agency);
    if (place === undefined) return false;
    if (await insertAt(place, code, wanted)) return true;
  }
  return false;
}

async function freePlace(agency: string): Promise<number | undefined> {
  const stored = await ProcedureModel.find(
    { 'owner.agency': agency, place: { $exists: true } },
    { place: 1 },
  ).lean<StoredProcedure[]>();
  const taken = new Set(stored.map(({ place }) => place));
  return Array.from({ length: OWN_AT_MOST }, (_, place) => place).find((place) => !taken.has(place));
}

async function insertAt(
  place: number,
  code: string,
  { agency, titleTh, papers, by, at, key }: OwnProcedure,
): Promise<boolean> {
  try {
    await ProcedureModel.create({
      _id: code,
      title: { th: titleTh },
      owner: { agency },
      ...(papers.length > 0 && { papers: papers.map(plainPaper) }),
      place,
      key,
      by,
      createdAt: at,
      updatedAt: at,
    });
    return true;
  } catch (error) {
    if (error instanceof mongoose.mongo.MongoServerError && error.code === DUPLICATE_KEY) return false;
    throw error;
  }
}

/** MongoDB would store `undefined` as null. */
function plainPaper({ name: { th, en }, need, of }: ProcedurePaper): ProcedurePaper {
  return { name: en ? { th, en } : { th }, need, ...(of && { of }) };
}

/**
 * Takes a procedure of the agency's own back: nobody is shown it any more, and its place is free again. Doing it again
 * changes nothing. The manuals' procedures are not the agency's to take away.
 */
export async function withdrawOwnProcedure({
  code,
  by,
  at,
  key,
}: {
  code: string;
  by: string;
  at: Date;
  key: string;
}): Promise<{ result: 'withdrawn' | 'not-yours' }> {
  const stored = await ProcedureModel.findById(code).lean<StoredProcedure>();
  const agency = stored?.owner.agency;
  if (!stored?.key || !agency || !(await mayWorkForAgency(by, agency))) return { result: 'not-yours' };
  await ProcedureModel.updateOne(
    { _id: code, retired: null },
    { $set: { retired: true, updatedAt: at }, $unset: { place: 1 } },
  );
  await recordChanges({
    key: `${key}:withdraw`,
    at,
    by,
    about: { kind: 'procedure', id: code },
    agency,
    changes: [{ field: 'retired', from: null, to: true }],
  });
  return { result: 'withdrawn' };
}
