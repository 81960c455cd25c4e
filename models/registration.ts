/** Registrations: people who asked to be officials of an agency and wait for a coordinator's word. */
import mongoose, { type InferSchemaType } from 'mongoose';
import { agencyByCode } from './agency.ts';
import { AgencyModel } from './agency-document.ts';
import { recordChanges } from './audit.ts';
import { type Change, giveRole, NotAllowed, type Profile, personById, saveProfile } from './person.ts';
import { lookAfter, placesLookedAfter, type Role, roleKey } from './role.ts';
import type { ScopedPlace } from './scope.ts';

/** A registration that waits. */
export type WaitingRegistration = { id: string; person: string; agency: string; profile: Profile; at: Date };

/** What became of a request. */
export type Requested = { result: 'waiting' | 'already-waiting' | 'already-official' | 'no-such-agency' };

/** What became of a decision; `person` is to be told. */
export type Decided =
  | { result: 'approved' | 'refused'; person: string; agency: string }
  | { result: 'already-decided' };

const schema = new mongoose.Schema(
  {
    _id: { type: String, required: true },
    person: { type: String, required: true },
    agency: { type: String, required: true },
    profile: { type: mongoose.Schema.Types.Mixed, required: true },
    state: { type: String, enum: ['waiting', 'approved', 'refused'], required: true },
    at: { type: Date, required: true },
    decidedBy: { type: String },
    decidedKey: { type: String },
    decidedAt: { type: Date },
    reason: { type: String },
  },
  { collection: 'registrations', versionKey: false },
);
// One request at a time for each person and agency; of several sent at once, one is kept.
schema.index({ person: 1, agency: 1 }, { unique: true, partialFilterExpression: { state: 'waiting' } });
schema.index({ state: 1, at: 1 });
// Those of a scope are counted from it alone.
schema.index({ state: 1, agency: 1 });
schema.index({ person: 1, at: -1 });

type Stored = InferSchemaType<typeof schema>;
const RegistrationModel = mongoose.model('Registration', schema);

const DUPLICATE_KEY = 11_000;

/** Asks for the role of an official. The same `id` again changes nothing. */
export async function requestRegistration(request: WaitingRegistration): Promise<Requested> {
  const { id, person, agency, profile, at } = request;
  if (!(await agencyByCode(agency))) return { result: 'no-such-agency' };
  const { roles } = await personById(person);
  if (roles.some((role) => roleKey(role) === `official:${agency}`)) return { result: 'already-official' };
  await saveProfile(person, profile);
  const content = { person, agency, profile, state: 'waiting' as const, at };
  try {
    await RegistrationModel.updateOne({ _id: id }, { $setOnInsert: content }, { upsert: true });
    return { result: 'waiting' };
  } catch (error) {
    if (!(error instanceof mongoose.mongo.MongoServerError) || error.code !== DUPLICATE_KEY) throw error;
    // The same request twice at the same moment, or another one for the same agency.
    return { result: (await RegistrationModel.exists({ _id: id })) ? 'waiting' : 'already-waiting' };
  }
}

/** Registrations that wait for `coordinator`, the oldest first. None for somebody who looks after nothing. */
export async function waitingFor(coordinator: string, limit: number): Promise<WaitingRegistration[]> {
  const { roles } = await personById(coordinator);
  const covered = await coveredBy(roles);
  if (!covered) return [];
  const stored = await RegistrationModel.find(covered).sort({ at: 1, _id: 1 }).limit(limit).lean<Stored[]>();
  return stored.map(waiting);
}

/**
 * How many registrations wait for somebody with these roles. One round trip for the whole country, two for a part of it
 * and none for who looks after nothing.
 */
export async function countWaitingFor(roles: readonly Role[]): Promise<number> {
  const covered = await coveredBy(roles);
  return covered ? RegistrationModel.countDocuments(covered) : 0;
}

/** All registrations that wait, with where their agency stands. */
export async function* allWaiting(): AsyncGenerator<{ at: Date; place: ScopedPlace }> {
  const beside = { from: 'agencies', localField: 'agency', foreignField: '_id', as: 'place' };
  const rows = RegistrationModel.aggregate<{ at: Date; place: ScopedPlace }>([
    { $match: { state: 'waiting' } },
    { $lookup: beside },
    { $unwind: '$place' },
    { $project: { at: 1, 'place.provinceCode': 1, 'place.districtCode': 1, 'place.department': 1 } },
  ]);
  for await (const { at, place } of rows.cursor<{ at: Date; place: ScopedPlace }>()) yield { at, place };
}

/** The codes of the scope are read first: joining each registration with its agency takes many times as long. */
async function coveredBy(roles: readonly Role[]): Promise<Record<string, unknown> | undefined> {
  const filters = placesLookedAfter(roles);
  if (filters.length === 0) return undefined;
  const isAll = filters.some((filter) => Object.keys(filter).length === 0);
  if (isAll) return { state: 'waiting' };
  return { state: 'waiting', agency: { $in: await AgencyModel.distinct('_id', { $or: filters }) } };
}

/**
 * Approves or refuses a registration. Throws `NotAllowed` when the agency is outside the decider's scope. The same
 * `key` again ends the same way.
 */
export async function decideRegistration(
  id: string,
  decision: { approve: true } | { approve: false; reason: string },
  change: Change,
): Promise<Decided> {
  const stored = await RegistrationModel.findById(id).lean<Stored>();
  const agency = stored && (await agencyByCode(stored.agency));
  if (!stored || !agency) return { result: 'already-decided' };
  const { roles } = await personById(change.by);
  if (!lookAfter(roles, agency)) throw new NotAllowed(`registration ${id} is outside the scope`);
  const state = decision.approve ? 'approved' : 'refused';
  const reason = decision.approve ? {} : { reason: decision.reason };
  await RegistrationModel.updateOne(
    { _id: id, state: 'waiting' },
    { $set: { state, decidedBy: change.by, decidedKey: change.key, decidedAt: change.at, ...reason } },
  );
  const decided = await RegistrationModel.findById(id).lean<Stored>();
  if (decided?.decidedKey !== change.key) return { result: 'already-decided' };
  const { person } = stored;
  if (decision.approve) await giveRole(person, { role: 'official', agency: stored.agency }, change);
  else await recordRefusal(stored, decision.reason, change);
  return { result: state, person, agency: stored.agency };
}

/** An approval is in the audit trail as the role it gave. */
async function recordRefusal({ person, agency }: Stored, reason: string, change: Change): Promise<void> {
  await recordChanges({
    ...change,
    key: `${change.key}:refuse`,
    about: { kind: 'role', id: person },
    agency,
    changes: [
      { field: 'registration', from: 'waiting', to: 'refused' },
      { field: 'reason', from: null, to: reason },
    ],
  });
}

function waiting({ _id, person, agency, profile, at }: Stored): WaitingRegistration {
  // Written by requestRegistration only, as a Profile.
  return { id: _id, person, agency, profile: profile as Profile, at };
}
