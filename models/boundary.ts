/**
 * The boundaries of districts: whether a position lies in the district it should, and how far outside. They are
 * simplified and no legal boundaries: 0.6 % of true positions lie more than 2 km outside. So they are a reason to
 * ask a person again, never to refuse.
 */
import { createHash } from 'node:crypto';
import mongoose, { type InferSchemaType } from 'mongoose';
import { metresBetween } from './distance.ts';
import type { PinPosition } from './pin-document.ts';
import { nearestPlace, placesOfDistrict } from './place.ts';
import { type Area, boxOf, containsPoint, metresToEdge } from './polygon.ts';
import { type PutCounts, putRows, type UnauditedRegister } from './register.ts';

/** The boundary of a district (4 digits). */
export type Boundary = { districtCode: string; area: Area };

/** Where a position lies, as seen from a district. `foundIn` is the district it lies in, where that is known. */
export type PlaceInDistrict =
  | { inside: true }
  | { inside: false; metresOutside: number; foundIn?: string }
  | { unknown: true };

const schema = new mongoose.Schema(
  {
    /** The district's code. */
    _id: { type: String, required: true },
    // No GeoJSON type and no geographical index: simplified outlines may cross themselves, and MongoDB refuses those.
    area: { type: mongoose.Schema.Types.Mixed, required: true },
    /** Tells whether the area has changed without comparing thousands of points. */
    digest: { type: String, required: true },
    west: { type: Number, required: true },
    south: { type: Number, required: true },
    east: { type: Number, required: true },
    north: { type: Number, required: true },
    createdAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
  },
  { collection: 'boundaries', versionKey: false },
);
schema.index({ west: 1, east: 1, south: 1, north: 1 });

type StoredBoundary = Omit<InferSchemaType<typeof schema>, 'area'> & { area: Area };
const BoundaryModel = mongoose.model('Boundary', schema);
const register: UnauditedRegister = { model: BoundaryModel.modelName };

/** The farthest a position may be from the points of its district where there is no boundary to go by, in metres. */
const FARTHEST_FROM_POINTS_METRES = 30_000;

/** Adds and updates boundaries, each district once; those that stay the same are not touched. */
export async function putBoundaries(batch: readonly Boundary[], { at }: { at: Date }): Promise<PutCounts> {
  const rows = batch.map(({ districtCode, area }) => ({
    id: districtCode,
    values: { digest: createHash('sha256').update(JSON.stringify(area)).digest('hex') },
    along: { area, ...boxOf(area) },
  }));
  return putRows(register, rows, { by: 'import', at });
}

/** The district whose boundary holds the position; the lowest code where boundaries overlap. */
export async function districtAt([lng, lat]: PinPosition): Promise<string | undefined> {
  const candidates = await BoundaryModel.find({
    west: { $lte: lng },
    east: { $gte: lng },
    south: { $lte: lat },
    north: { $gte: lat },
  })
    .sort({ _id: 1 })
    .lean<StoredBoundary[]>();
  return candidates.find(({ area }) => containsPoint(area, [lng, lat]))?._id;
}

/**
 * Whether a position lies in a district (4 digits), and how many metres outside its boundary. Where no boundary is
 * stored, the points of the subdistricts decide, see `judgeByPoints`; `unknown` when there are none of them either.
 */
export async function placeInDistrict(position: PinPosition, districtCode: string): Promise<PlaceInDistrict> {
  const boundary = await BoundaryModel.findById(districtCode).lean<StoredBoundary>();
  if (!boundary) return judgeByPoints(position, districtCode);
  if (containsPoint(boundary.area, position)) return { inside: true };
  const foundIn = await districtAt(position);
  return {
    inside: false,
    metresOutside: metresToEdge(boundary.area, position),
    ...(foundIn !== undefined && { foundIn }),
  };
}

/**
 * The rule without a boundary: the position belongs to the district of the nearest subdistrict point. If that is
 * another district, it is outside by half of the difference of both distances, the least way to where the own
 * point would be the nearest one. Farther than 30 km from all of its points it is outside by what is more.
 */
async function judgeByPoints(position: PinPosition, districtCode: string): Promise<PlaceInDistrict> {
  const own = await placesOfDistrict(districtCode);
  if (own.length === 0) return { unknown: true };
  const ownMetres = Math.min(...own.map((place) => metresBetween(position, place.position)));
  const nearest = await nearestPlace(position);
  const isOthers =
    nearest !== undefined && nearest.metres < ownMetres && nearest.place.district.code !== districtCode;
  const tooFar = Math.max(0, ownMetres - FARTHEST_FROM_POINTS_METRES);
  if (!isOthers) return tooFar > 0 ? { inside: false, metresOutside: tooFar } : { inside: true };
  const metresOutside = Math.max((ownMetres - nearest.metres) / 2, tooFar);
  return { inside: false, metresOutside, foundIn: nearest.place.district.code };
}
