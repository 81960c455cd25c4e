/** How it is stored which copies a procedure asks for: one document per agency, procedure and pin, or for all pins. */
import mongoose, { type InferSchemaType } from 'mongoose';
import type { AuditEntry } from './audit.ts';
import type { CalendarDate } from './thai/calendar.ts';

/** Which copies are asked for: of the ID card, of the house registration. */
export type CopyNeeds = { idCard: boolean; house: boolean };

/** What keeps a copy from being abolished: ก law or rule, ข budget, equipment or system, ค people or process. */
export type Blocker = 'law' | 'budget' | 'people';

/** Their order everywhere. */
export const BLOCKERS = ['law', 'budget', 'people'] as const satisfies readonly Blocker[];

/** In place of a pin's id: the state at all pins of the agency that have no record of their own. */
export const ALL_PINS = '*';

/** What a record is about; `pin` is a pin's id, or `ALL_PINS`. */
export type CopyPlace = { agency: string; procedure: string; pin: string };

/**
 * What a procedure asks for somewhere, and how far it is on the way to nothing. Days are those of Bangkok. `since` is
 * when the present needs began, `before` what was asked for when it was first recorded.
 */
export type CopyState = CopyNeeds & {
  since?: CalendarDate;
  blockers: Blocker[];
  blockerText?: string;
  target?: CalendarDate;
  doneOn?: CalendarDate;
  before: CopyNeeds;
};

const needs = new mongoose.Schema(
  { idCard: { type: Boolean, required: true }, house: { type: Boolean, required: true } },
  { _id: false, versionKey: false },
);

const schema = new mongoose.Schema(
  {
    /** `agency:procedure:pin`. */
    _id: { type: String, required: true },
    agency: { type: String, required: true },
    procedure: { type: String, required: true },
    pin: { type: String, required: true },
    idCard: { type: Boolean, required: true },
    house: { type: Boolean, required: true },
    since: { type: String },
    blockers: { type: [String], enum: BLOCKERS, required: true },
    blockerText: { type: String },
    target: { type: String },
    doneOn: { type: String },
    before: { type: needs, required: true },
    /** Changes that are not in the audit trail yet, see `copy-change.ts`. */
    unaudited: { type: [mongoose.Schema.Types.Mixed], default: undefined },
    updatedAt: { type: Date, required: true },
  },
  { collection: 'copy_records', versionKey: false, minimize: false },
);
schema.index({ agency: 1, procedure: 1, pin: 1 });
schema.index({ pin: 1 });
schema.index({ target: 1, agency: 1 });

/** A record as it is stored. */
export type StoredCopies = Omit<InferSchemaType<typeof schema>, 'blockers' | 'unaudited'> & {
  blockers: Blocker[];
  unaudited?: AuditEntry<'copies'>[] | null;
};

/** The collection; only the operations of the `copy-*.ts` files touch it. */
export const CopyModel = mongoose.model('CopyRecord', schema);

/** The id of the record of a place. */
export const copyId = ({ agency, procedure, pin }: CopyPlace): string => `${agency}:${procedure}:${pin}`;

/** The state a stored record tells. */
export function stateOf(stored: StoredCopies): CopyState {
  const { idCard, house, since, blockers, blockerText, target, doneOn, before } = stored;
  return {
    idCard,
    house,
    blockers: [...blockers],
    before: { idCard: before.idCard, house: before.house },
    ...(since && { since }),
    ...(blockerText && { blockerText }),
    ...(target && { target }),
    ...(doneOn && { doneOn }),
  };
}
