/** Reading complaints: one's own and followed ones, those one handles, and open ones alike. Who may see what is decided here. */
import { readCodeBeginning, readComplaintCode } from './complaint-code.ts';
import {
  type ComplaintCategory,
  ComplaintModel,
  type StoredComplaint,
  storedComplaint,
} from './complaint-document.ts';
import { isConcerned } from './complaint-follow.ts';
import { OPEN_STATES } from './complaint-moves.ts';
import { listedComplaintPhotos } from './complaint-photo.ts';
import { handledFilter, mayHandle } from './complaint-rights.ts';
import {
  followedComplaint,
  type HandledComplaint,
  handledComplaint,
  type ListedComplaint,
  listedComplaint,
  type OwnComplaint,
  ownComplaint,
  photosOfComplaint,
} from './complaint-views.ts';
import { type PinName, type PinPosition, plainName } from './pin-document.ts';
import { bangkokDate } from './thai/calendar.ts';

type Page = { skip: number; limit: number };

/** How near and how new an open case is to be the same one. Metres; milliseconds. */
const ALIKE_METRES = 100;
const ALIKE_FOR = 14 * 24 * 3_600_000;
const ALIKE_AT_MOST = 5;

/** A case the person reported or follows, by its code as people type it, or by the first group of it. */
export async function ownComplaintByCode(typed: string, person: string): Promise<OwnComplaint | undefined> {
  const stored = (await caseTyped(typed)) ?? (await ownCaseBeginning(typed, person));
  if (!stored || !isConcerned(stored, person)) return undefined;
  const view = stored.reporter === person ? ownComplaint : followedComplaint;
  return view(stored, await photosThere(stored));
}

async function caseTyped(typed: string): Promise<StoredComplaint | undefined> {
  const code = readComplaintCode(typed);
  return code === undefined ? undefined : storedComplaint(code);
}

/** Nobody has two cases that begin alike, save by a rare chance: then the whole code is needed. */
async function ownCaseBeginning(typed: string, person: string): Promise<StoredComplaint | undefined> {
  const beginning = readCodeBeginning(typed);
  if (!beginning) return undefined;
  const [only, ...others] = await ComplaintModel.find({
    ...concerning(person),
    code: { $gte: beginning, $lt: `${beginning}~` },
  })
    .limit(2)
    .lean<StoredComplaint[]>();
  return others.length > 0 ? undefined : only;
}

const concerning = (person: string) => ({ $or: [{ reporter: person }, { followers: person }] });

async function photosThere(stored: StoredComplaint): Promise<Set<string>> {
  return new Set(await listedComplaintPhotos(photosOfComplaint(stored)));
}

/** What the person reported or follows: open cases first, the newest first. */
export async function complaintsOf(
  person: string,
  { skip, limit }: Page,
  now: Date,
): Promise<{ cases: ListedComplaint[]; all: number }> {
  const theirs = concerning(person);
  const [stored, all] = await Promise.all([
    ComplaintModel.aggregate<StoredComplaint>([
      { $match: theirs },
      { $addFields: { isOver: { $eq: ['$state', 'closed'] } } },
      { $sort: { isOver: 1, createdAt: -1, _id: 1 } },
      { $skip: skip },
      { $limit: limit },
    ]),
    ComplaintModel.countDocuments(theirs),
  ]);
  return { cases: stored.map((one) => listedComplaint(one, now)), all };
}

/** The open cases the person handles in a role (its key or its kind), by due date. */
export async function handledComplaints(
  { person, role, skip, limit }: Page & { person: string; role: string },
  now: Date,
): Promise<{ cases: ListedComplaint[]; all: number; overdue: number }> {
  const filter = await handledFilter(person, role);
  const [stored, all, overdue] = await Promise.all([
    ComplaintModel.find(filter).sort({ dueOn: 1, _id: 1 }).skip(skip).limit(limit).lean<StoredComplaint[]>(),
    ComplaintModel.countDocuments(filter),
    ComplaintModel.countDocuments({ ...filter, dueOn: { $lt: bangkokDate(now) } }),
  ]);
  return { cases: stored.map((one) => listedComplaint(one, now)), all, overdue };
}

/** How many of them are overdue, counted by the database. */
export async function countOverdue(
  { person, role }: { person: string; role: string },
  now: Date,
): Promise<number> {
  const filter = await handledFilter(person, role);
  return ComplaintModel.countDocuments({ ...filter, dueOn: { $lt: bangkokDate(now) } });
}

/** One case for who handles it. */
export async function handledComplaintByCode(
  typed: string,
  person: string,
  now: Date,
): Promise<HandledComplaint | undefined> {
  const stored = await caseTyped(typed);
  if (!stored || !(await mayHandle(person, stored))) return undefined;
  return handledComplaint(stored, await photosThere(stored), now);
}

/** Open cases of the same category within 100 m and 14 days, nearest first. `at` is an ISO instant. */
export async function complaintsAlike(
  position: PinPosition,
  category: ComplaintCategory,
  now: Date,
): Promise<{ code: string; area: PinName; metres: number; at: string }[]> {
  const found = await ComplaintModel.aggregate<StoredComplaint & { metres: number }>([
    {
      $geoNear: {
        near: { type: 'Point' as const, coordinates: position },
        key: 'position',
        distanceField: 'metres',
        maxDistance: ALIKE_METRES,
        spherical: true,
        query: {
          category,
          // Of what is only known to be somewhere in an area nobody can say how near it is.
          area: null,
          state: { $in: [...OPEN_STATES, 'solved'] },
          createdAt: { $gte: new Date(now.getTime() - ALIKE_FOR) },
        },
      },
    },
    { $limit: ALIKE_AT_MOST },
  ]);
  return found.map(({ code, name, metres, createdAt }) => ({
    code,
    area: plainName(name),
    metres,
    at: createdAt.toISOString(),
  }));
}
