/**
 * How a pin is stored: one document of the collection `pins` from its first draft on, its indexes, and the shapes
 * in which pins are handed out. What is done with pins stands in `pin.ts`.
 */
import mongoose, { type InferSchemaType } from 'mongoose';
import type { AuditEntry } from './audit.ts';
import { isOpeningHours, type OpeningHours } from './thai/opening-hours.ts';

/** A point on the earth in GeoJSON order, degrees, WGS 84. */
export type PinPosition = [lng: number, lat: number];

/** A name or an address in both languages; English may be missing. */
export type PinName = { th: string; en?: string | undefined };

/** Where at the office the point stands: the main entrance of the main building, its centre, or the service counter. */
export type PinSpot = 'entrance' | 'counter' | 'centre';

/** What a draft holds so far. */
export type DraftFields = {
  position?: PinPosition | undefined;
  spot?: PinSpot | undefined;
  nameTh?: string | undefined;
  kind?: string | undefined;
};

/** A national number, digits only, and what to dial after it: one extension, or with `to` a row of them. */
export type PinPhone = { number: string; extensions: { from: string; to?: string }[] };

/** Whom officials may ask about a pin. Never public. */
export type PinContact = { name: string; phone: PinPhone };

/** An unfinished pin. `keptAt` is an ISO instant. */
export type DraftPin = { id: string; step: string; fields: DraftFields; keptAt: string };

/** What publishing needs; `kind` is the id of a kind of office. */
export type NewPin = {
  position: PinPosition;
  spot: PinSpot;
  nameTh: string;
  kind: string;
  nameEn?: string | undefined;
  address?: PinName | undefined;
  area?: PinName | undefined;
  /** The code of the pin this office is inside of. */
  parent?: string | undefined;
};

/** A merge under way, as both pins hold it until it is done; `filled` once the pin that stays has its values. */
export type Merging = {
  keepId: string;
  awayId: string;
  keep: string;
  away: string;
  by: string;
  at: Date;
  key: string;
  filled?: boolean;
};

/** A published pin as everybody may see it. */
export type PublishedPin = {
  code: string;
  name: PinName;
  kind: string;
  position: PinPosition;
  spot: PinSpot;
  /** e.g. "อ.เมืองระยอง จ.ระยอง"; `th` is empty when not known. */
  area: PinName;
  address?: PinName;
  phones?: PinPhone[];
  website?: string;
  hours?: OpeningHours;
  /** The code of the pin this office is inside of. */
  parent?: string;
  /** When somebody last said that all of it is still right. */
  checkedAt?: Date;
};

/** A published pin and how many metres away it is, along the surface of the earth. */
export type NearPin = PublishedPin & { metres: number };

/** A pin that was published, changed or retired; `pin` is there while it is published, `agency` when one keeps it. */
export type ChangedPin = { id: string; changedAt: Date; pin?: PublishedPin; agency?: string };

const names = new mongoose.Schema(
  { th: { type: String, required: true }, en: { type: String } },
  { _id: false, versionKey: false },
);

const point = new mongoose.Schema(
  {
    type: { type: String, enum: ['Point'], required: true },
    coordinates: { type: [Number], required: true },
  },
  { _id: false, versionKey: false },
);

const draft = new mongoose.Schema(
  { step: { type: String, required: true }, fields: { type: mongoose.Schema.Types.Mixed, required: true } },
  { _id: false, versionKey: false, minimize: false },
);

const retired = new mongoose.Schema(
  {
    reason: { type: String, required: true },
    at: { type: Date, required: true },
    by: { type: String, required: true },
  },
  { _id: false, versionKey: false },
);

const editor = new mongoose.Schema(
  { by: { type: String, required: true }, at: { type: Date, required: true } },
  { _id: false, versionKey: false },
);

const schema = new mongoose.Schema(
  {
    _id: { type: String, required: true },
    state: { type: String, enum: ['draft', 'published', 'retired'], required: true },
    code: { type: String },
    owner: { type: String, required: true },
    name: { type: names },
    kind: { type: String },
    position: { type: point },
    spot: { type: String, enum: ['entrance', 'counter', 'centre'] },
    address: { type: names },
    area: { type: names },
    draft: { type: draft },
    /** The code of the agency whose officials made it; without one it belongs to `owner`. */
    agency: { type: String },
    phones: { type: mongoose.Schema.Types.Mixed },
    website: { type: String },
    parent: { type: String },
    hours: { type: mongoose.Schema.Types.Mixed },
    contact: { type: mongoose.Schema.Types.Mixed },
    checkedAt: { type: Date },
    checkedBy: { type: String },
    retired: { type: retired },
    /** The code of the pin this one was merged into. */
    mergedInto: { type: String },
    /** A merge under way, see `pin-merge.ts`. */
    merging: { type: mongoose.Schema.Types.Mixed },
    editing: { type: [editor], default: undefined },
    /** The place of its name among others, see `pin-order.ts`. */
    nameKey: { type: String },
    /** Changes that are not in the audit trail yet, see `pin-work.ts`. */
    unaudited: { type: [mongoose.Schema.Types.Mixed], default: undefined },
    createdAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
    publishedAt: { type: Date },
  },
  { collection: 'pins', versionKey: false, minimize: false },
);

schema.index({ code: 1 }, { unique: true, sparse: true });
schema.index({ position: '2dsphere' }, { partialFilterExpression: { state: 'published' } });
schema.index({ owner: 1, state: 1, updatedAt: -1 });
schema.index({ agency: 1, state: 1, updatedAt: -1 });
// Whole countries are counted from it alone, see `deadline-done.ts`.
schema.index({ agency: 1, state: 1, checkedAt: 1, _id: 1 });
// Whole scopes are listed by name; what is in no scope is passed over without being read.
schema.index({ state: 1, nameKey: 1, _id: 1, agency: 1 });
// The id stands behind the instant so that changes of one instant can be read page by page.
schema.index({ state: 1, updatedAt: 1, _id: 1 });

/** A pin as it is stored. */
export type StoredPin = Omit<
  InferSchemaType<typeof schema>,
  'phones' | 'hours' | 'contact' | 'unaudited' | 'merging'
> & {
  phones?: PinPhone[] | null;
  hours?: OpeningHours | null;
  contact?: PinContact | null;
  unaudited?: AuditEntry<'pin'>[] | null;
  merging?: Merging | null;
};

/** The collection; only the operations of `pin.ts` touch it. */
export const PinModel = mongoose.model('Pin', schema);

/** What a stored published pin shows of itself. */
export function publishedPin(stored: StoredPin): PublishedPin {
  const { code, name, kind, position, spot, address, area } = stored;
  const { phones, website, hours, parent, checkedAt } = stored;
  if (!code || !name || !kind || !position || !spot)
    throw new Error(`published pin ${stored._id} is incomplete`);
  return {
    code,
    name: plainName(name),
    kind,
    position: positionOf(position.coordinates),
    spot,
    area: area ? plainName(area) : { th: '' },
    ...(address && { address: plainName(address) }),
    ...(phones && phones.length > 0 && { phones }),
    ...(website && { website }),
    ...(isOpeningHours(hours) && { hours }),
    ...(parent && { parent }),
    ...(checkedAt && { checkedAt }),
  };
}

/** A stored name or address as it is handed out. */
export function plainName({ th, en }: { th: string; en?: string | null | undefined }): PinName {
  return en ? { th, en } : { th };
}

/** A stored point as it is handed out. */
export function positionOf(coordinates: readonly number[]): PinPosition {
  const [lng, lat] = coordinates;
  if (lng === undefined || lat === undefined) throw new Error('a stored position needs two numbers');
  return [lng, lat];
}
