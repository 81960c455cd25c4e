/**
 * How a complaint is stored: one document of the collection `complaints` with all that happened to it, and its
 * indexes. Who reported it stands in one field, `reporter`, and in no other.
 */
import mongoose, { type InferSchemaType } from 'mongoose';
import type { AuditEntry } from './audit.ts';

/** What a complaint is about. */
export const COMPLAINT_CATEGORIES = [
  'service',
  'copies',
  'fee',
  'delay',
  'conduct',
  'place',
  'road',
  'waste',
  'other',
] as const;
export type ComplaintCategory = (typeof COMPLAINT_CATEGORIES)[number];

/** Where a case stands: รับเรื่อง → ส่งต่อ → กำลังดำเนินการ → แก้ไขแล้ว → ปิด. */
export const COMPLAINT_STATES = ['received', 'forwarded', 'working', 'solved', 'closed'] as const;
export type ComplaintState = (typeof COMPLAINT_STATES)[number];

/** Who has the case, from the office concerned upwards. */
export const COMPLAINT_LEVELS = ['office', 'district', 'province', 'department'] as const;
export type ComplaintLevel = (typeof COMPLAINT_LEVELS)[number];

/** What can happen to a case, as everybody concerned sees it. */
export const STEP_KINDS = [
  'received',
  'forwarded',
  'taken',
  'asked',
  'answered',
  'said',
  'solved',
  'disputed',
  'confirmed',
  'closed',
  'escalated',
  'sent-1111',
  'status-1111',
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** Whose step it was; never a person. */
export const STEP_MAKERS = ['reporter', 'office', 'coordinator', 'service', '1111'] as const;
export type StepMaker = (typeof STEP_MAKERS)[number];

/** How a case stands at 1111: it got there; then what 1111 says. */
export const STATUSES_1111 = ['arrived', 'received', 'working', 'done', 'rejected'] as const;
export type Status1111 = (typeof STATUSES_1111)[number];

/** The longest that can be said at once, in UTF-16 units: as long as a message can be. People are held to less letters. */
const MOST_WORDS = 5_000;

/**
 * A step of a case. `photos` are the ids of photos; a solution without any says why (in words, or 'nothing-to-show');
 * `status` is told with 'status-1111' only.
 */
export type StoredStep = {
  at: Date;
  what: StepKind;
  by: StepMaker;
  words?: string;
  photos?: string[];
  whyNoPhoto?: string;
  status?: Status1111;
};

/** Something that is to be told to those concerned, and was not yet. */
export type StoredNews = Omit<StoredStep, 'at' | 'what' | 'photos'> & {
  key: string;
  what: StepKind | 'notice' | 'not-at-1111';
};

const inner = { _id: false, versionKey: false } as const;
const words = { type: String, maxlength: MOST_WORDS };
const status1111 = { type: String, enum: STATUSES_1111 };

const name = new mongoose.Schema({ th: { type: String, required: true }, en: { type: String } }, inner);
const point = new mongoose.Schema(
  {
    type: { type: String, enum: ['Point'], required: true },
    coordinates: { type: [Number], required: true },
  },
  inner,
);
const place = new mongoose.Schema(
  { provinceCode: { type: String }, districtCode: { type: String }, department: { type: String } },
  inner,
);
const step = new mongoose.Schema(
  {
    at: { type: Date, required: true },
    what: { type: String, enum: STEP_KINDS, required: true },
    by: { type: String, enum: STEP_MAKERS, required: true },
    words,
    photos: { type: [String], default: undefined },
    whyNoPhoto: words,
    status: status1111,
  },
  inner,
);
const outcome = new mongoose.Schema(
  { key: { type: String, required: true }, outcome: { type: mongoose.Schema.Types.Mixed, required: true } },
  inner,
);
const at1111 = new mongoose.Schema(
  { number: { type: String, required: true }, status: { ...status1111, required: true } },
  inner,
);

const schema = new mongoose.Schema(
  {
    /** The idempotency key of the turn that sent it. */
    _id: { type: String, required: true },
    code: { type: String, required: true },
    /** The LINE user id. Read only to tell the reporter, and for the reporter's own look-ups; gone once erased. */
    reporter: { type: String },
    /** How to reach the reporter, when they gave it: for who handles the case only. */
    contact: { type: String, maxlength: MOST_WORDS },
    /** The public code of the office it is about; without one it is about the place at `position`. */
    pin: { type: String },
    /** The name of the office, or of the district and province. */
    name: { type: name, required: true },
    /** Of an area its middle, for the index only. */
    position: { type: point, required: true },
    /** The code of the subdistrict or district it is about, when no more is known of the place. */
    area: { type: String },
    /** The agency that handles it at the level of the office. */
    agency: { type: String },
    /** Whose scopes cover it. */
    place: { type: place, required: true },
    category: { type: String, enum: COMPLAINT_CATEGORIES, required: true },
    words: { ...words, required: true },
    photos: { type: [String], required: true },
    state: { type: String, enum: COMPLAINT_STATES, required: true },
    level: { type: String, enum: COMPLAINT_LEVELS, required: true },
    /** The LINE user id of the handler who took it. */
    takenBy: { type: String },
    /** A question of the office that waits for the reporter's answer. */
    question: { type: String },
    steps: { type: [step], required: true },
    /** The day by which the next step is due, YYYY-MM-DD. */
    dueOn: { type: String },
    /** The day on which it was last said to be solved, and the days on which the reporter was reminded since. */
    solvedOn: { type: String },
    noticedOn: { type: [String], default: [] },
    disputes: { type: Number, required: true },
    followers: { type: [String], default: [] },
    at1111: { type: at1111 },
    /** The reporter's place among the complaints of a day, as a digest; see `complaint-send.ts`. */
    slot: { type: String },
    /** Raised by every write. */
    revision: { type: Number, required: true },
    outcomes: { type: [outcome], default: [] },
    news: { type: [mongoose.Schema.Types.Mixed], default: [] },
    /** Entries that are not in the audit trail yet. */
    unaudited: { type: [mongoose.Schema.Types.Mixed], default: [] },
    createdAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
  },
  { collection: 'complaints', versionKey: false, minimize: false },
);
schema.index({ code: 1 }, { unique: true });
schema.index({ slot: 1 }, { unique: true, sparse: true });
schema.index({ reporter: 1, createdAt: -1 });
schema.index({ followers: 1 });
schema.index({ pin: 1 });
schema.index({ agency: 1, state: 1, dueOn: 1 });
schema.index({ 'place.districtCode': 1, state: 1, dueOn: 1 });
schema.index({ 'place.provinceCode': 1, state: 1, dueOn: 1 });
schema.index({ 'place.department': 1, state: 1, dueOn: 1 });
schema.index({ state: 1, dueOn: 1 });
schema.index({ state: 1, solvedOn: 1 });
schema.index({ position: '2dsphere' });
schema.index({ 'news.key': 1 }, { sparse: true });

/** A complaint as it is stored. */
export type StoredComplaint = Omit<InferSchemaType<typeof schema>, 'news' | 'unaudited'> & {
  news: StoredNews[];
  unaudited: AuditEntry<'complaint'>[];
};

/** The collection; only the operations of `complaint*.ts` touch it. */
export const ComplaintModel = mongoose.model('Complaint', schema);

/** The complaint with this code. */
export async function storedComplaint(code: string): Promise<StoredComplaint | undefined> {
  return (await ComplaintModel.findOne({ code }).lean<StoredComplaint>()) ?? undefined;
}
