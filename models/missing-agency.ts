/**
 * Agencies that somebody missed in the register: reported in people's own words, looked through by those who look
 * after the place the words name, and ended with an answer.
 */
import mongoose, { type InferSchemaType } from 'mongoose';
import { agencyByCode } from './agency.ts';
import { type Change, NotAllowed, personById } from './person.ts';
import { placeInWords } from './place-in-words.ts';
import { lookAfter, placesLookedAfter, type Role } from './role.ts';
import type { ScopedPlace } from './scope.ts';

/** A report. What its words say about the place is in the codes; without them only the whole country covers it. */
export type MissingAgencyReport = {
  id: string;
  person: string;
  words: string;
  at: Date;
  provinceCode?: string;
  districtCode?: string;
  /** How it ended, if it has: with the code of the agency that was meant, or with a reason. */
  ended?: { at: Date } & MissingAgencyAnswer;
};

/** How a report ends. */
export type MissingAgencyAnswer = { agency: string } | { reason: string };

/** What became of ending a report; `person` is to be told. */
export type Closed = { result: 'closed'; person: string } | { result: 'already-closed' };

const schema = new mongoose.Schema(
  {
    _id: { type: String, required: true },
    person: { type: String, required: true },
    words: { type: String, required: true },
    at: { type: Date, required: true },
    provinceCode: { type: String },
    districtCode: { type: String },
    closedBy: { type: String },
    closedKey: { type: String },
    closedAt: { type: Date },
    agency: { type: String },
    reason: { type: String },
  },
  { collection: 'missing_agencies', versionKey: false },
);
schema.index({ closedAt: 1, at: 1 });

type Stored = InferSchemaType<typeof schema>;
const MissingAgencyModel = mongoose.model('MissingAgency', schema);

const OPEN = { closedAt: null };

/** Keeps that somebody missed an agency in the register. The same `id` again changes nothing. */
export async function reportMissingAgency(report: {
  id: string;
  person: string;
  words: string;
  at: Date;
}): Promise<void> {
  const { id, ...content } = report;
  const { provinceCode, districtCode } = await placeInWords(report.words);
  const place = { ...(provinceCode && { provinceCode }), ...(districtCode && { districtCode }) };
  await MissingAgencyModel.updateOne(
    { _id: id },
    { $setOnInsert: { ...content, ...place } },
    { upsert: true },
  );
}

/** Open reports in the scope of somebody with these roles, the oldest first. None for who looks after nothing. */
export async function missingAgenciesFor(
  roles: readonly Role[],
  limit: number,
): Promise<MissingAgencyReport[]> {
  const places = placesLookedAfter(roles);
  if (places.length === 0) return [];
  const stored = await MissingAgencyModel.find({ ...OPEN, $or: places })
    .sort({ at: 1, _id: 1 })
    .limit(limit)
    .lean<Stored[]>();
  return stored.map(reportOf);
}

/** How many open reports there are in the scope of somebody with these roles. */
export async function countMissingAgenciesFor(roles: readonly Role[]): Promise<number> {
  const places = placesLookedAfter(roles);
  return places.length === 0 ? 0 : MissingAgencyModel.countDocuments({ ...OPEN, $or: places });
}

/** All reports, the newest first. */
export async function lastMissingAgencies(limit: number): Promise<MissingAgencyReport[]> {
  const stored = await MissingAgencyModel.find().sort({ at: -1, _id: 1 }).limit(limit).lean<Stored[]>();
  return stored.map(reportOf);
}

/**
 * Ends a report with its answer. Throws `NotAllowed` when its place is not looked after by who does it. The same
 * `key` again ends the same way.
 */
export async function closeMissingAgency(
  id: string,
  answer: MissingAgencyAnswer,
  { by, at, key }: Change,
): Promise<Closed> {
  const stored = await MissingAgencyModel.findById(id).lean<Stored>();
  if (!stored) return { result: 'already-closed' };
  const { roles } = await personById(by);
  if (!lookAfter(roles, placeOf(stored))) throw new NotAllowed(`the report ${id} is outside the scope`);
  if ('agency' in answer && !(await agencyByCode(answer.agency)))
    throw new NotAllowed(`there is no agency ${answer.agency}`);
  await MissingAgencyModel.updateOne(
    { _id: id, ...OPEN },
    { $set: { ...answer, closedBy: by, closedKey: key, closedAt: at } },
  );
  const isOurs = (await MissingAgencyModel.exists({ _id: id, closedKey: key })) !== null;
  return isOurs ? { result: 'closed', person: stored.person } : { result: 'already-closed' };
}

function placeOf({ provinceCode, districtCode }: Stored): ScopedPlace {
  return { ...(provinceCode && { provinceCode }), ...(districtCode && { districtCode }) };
}

function reportOf(stored: Stored): MissingAgencyReport {
  const { _id: id, person, words, at, provinceCode, districtCode, closedAt, agency, reason } = stored;
  const answer = agency ? { agency } : { reason: reason ?? '' };
  return {
    id,
    person,
    words,
    at,
    ...(provinceCode && { provinceCode }),
    ...(districtCode && { districtCode }),
    ...(closedAt && { ended: { at: closedAt, ...answer } }),
  };
}
