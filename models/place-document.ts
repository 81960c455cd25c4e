/** How a place is stored: one document of the collection `places` for each subdistrict, and its plain shape. */
import mongoose, { type InferSchemaType } from 'mongoose';
import type { PinPosition } from './pin-document.ts';

/** A name in both languages. */
export type PlaceName = { th: string; en: string };

/** A district or a province. */
export type NamedArea = { code: string; name: PlaceName };

/** A subdistrict (ตำบล, แขวง). Codes are official: 6 digits, of which 4 are the district's and 2 the province's. */
export type Place = {
  code: string;
  name: PlaceName;
  district: NamedArea;
  province: NamedArea;
  postcode: string;
  position: PinPosition;
  /** Whether the point is the subdistrict's own; else it is its district's and says nothing about the subdistrict. */
  ownPoint: boolean;
};

const name = new mongoose.Schema(
  { th: { type: String, required: true }, en: { type: String, required: true } },
  { _id: false },
);
const area = new mongoose.Schema(
  { code: { type: String, required: true }, name: { type: name, required: true } },
  { _id: false },
);
const point = new mongoose.Schema(
  {
    type: { type: String, enum: ['Point'], required: true },
    coordinates: { type: [Number], required: true },
  },
  { _id: false },
);

const schema = new mongoose.Schema(
  {
    /** The subdistrict's code. */
    _id: { type: String, required: true },
    name: { type: name, required: true },
    district: { type: area, required: true },
    province: { type: area, required: true },
    postcode: { type: String, required: true },
    position: { type: point, required: true },
    ownPoint: { type: Boolean, required: true },
    createdAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
  },
  { collection: 'places', versionKey: false },
);
schema.index({ position: '2dsphere' });
schema.index({ 'district.code': 1 });

/** A place as it is stored. */
export type StoredPlace = InferSchemaType<typeof schema>;

/** The collection; only the operations of `place.ts`, `place-names.ts` and `area-point.ts` touch it. */
export const PlaceModel = mongoose.model('Place', schema);

/** The plain shape of a stored place. */
export function placeOf(stored: StoredPlace): Place {
  const [lng, lat] = stored.position.coordinates;
  if (lng === undefined || lat === undefined) throw new Error(`place ${stored._id} has no point`);
  return {
    code: stored._id,
    name: plainName(stored.name),
    district: { code: stored.district.code, name: plainName(stored.district.name) },
    province: { code: stored.province.code, name: plainName(stored.province.name) },
    postcode: stored.postcode,
    position: [lng, lat],
    ownPoint: stored.ownPoint,
  };
}

function plainName({ th, en }: PlaceName): PlaceName {
  return { th, en };
}
