/**
 * How a procedure (กระบวนการ of a citizen manual) is stored: one document of the collection `procedures`, its indexes,
 * and its plain shape.
 */
import mongoose, { type InferSchemaType } from 'mongoose';
import { type PinName, plainName } from './pin-document.ts';

/** A paper to bring. `of` says which register it comes from, when it is one that Zero Copy is about. */
export type ProcedurePaper = {
  name: PinName;
  /** What is asked for: the paper itself, a copy of it, or both. */
  need: 'original' | 'copy' | 'both';
  of?: 'id-card' | 'house-registration' | undefined;
};

/** Whose a procedure is: one agency's by its code, or every agency's of these kinds. */
export type ProcedureOwner = { agency: string } | { kinds: readonly string[] };

/** What a citizen manual says of a procedure. `code` has no spaces and no colons. */
export type Manual = {
  code: string;
  title: PinName;
  owner: ProcedureOwner;
  steps: PinName[];
  papers: ProcedurePaper[];
  fee?: PinName | undefined;
  duration?: PinName | undefined;
  law?: string | undefined;
  link?: string | undefined;
  /** No longer offered: it stays in the register, and nobody is shown it any more. */
  isRetired?: boolean | undefined;
};

/** A procedure as it is handed out. `own`: an agency added it itself. */
export type KnownProcedure = Manual & { own: boolean; isRetired: boolean };

/** A procedure in a list. */
export type NamedProcedure = { code: string; title: PinName; own: boolean };

const schema = new mongoose.Schema(
  {
    _id: { type: String, required: true },
    title: {
      type: new mongoose.Schema(
        { th: { type: String, required: true }, en: { type: String } },
        { _id: false },
      ),
      required: true,
    },
    owner: {
      type: new mongoose.Schema(
        { agency: { type: String }, kinds: { type: [String], default: undefined } },
        { _id: false },
      ),
      required: true,
    },
    steps: { type: [mongoose.Schema.Types.Mixed], default: undefined },
    papers: { type: [mongoose.Schema.Types.Mixed], default: undefined },
    fee: { type: mongoose.Schema.Types.Mixed },
    duration: { type: mongoose.Schema.Types.Mixed },
    law: { type: String },
    link: { type: String },
    retired: { type: Boolean },
    /** Which of the places for its own procedures an agency has given it; see `procedure-own.ts`. */
    place: { type: Number },
    /** The idempotency key of what added it, and who did. */
    key: { type: String },
    by: { type: String },
    createdAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
    /** Changes that are not in the audit trail yet, see `register.ts`. */
    unaudited: { type: [mongoose.Schema.Types.Mixed], default: undefined },
  },
  { collection: 'procedures', versionKey: false, minimize: false },
);
schema.index({ 'owner.agency': 1 });
schema.index({ 'owner.kinds': 1 });
// The id stands behind the instant so that changes of one instant can be read page by page.
schema.index({ updatedAt: 1, _id: 1 });
// Each place of an agency is given once, whoever asks for it at the same moment.
schema.index(
  { 'owner.agency': 1, place: 1 },
  { unique: true, partialFilterExpression: { place: { $exists: true } } },
);

/** A procedure as it is stored. */
export type StoredProcedure = Omit<
  InferSchemaType<typeof schema>,
  'steps' | 'papers' | 'fee' | 'duration'
> & {
  steps?: PinName[] | null;
  papers?: ProcedurePaper[] | null;
  fee?: PinName | null;
  duration?: PinName | null;
};

/** The collection; only the operations of `procedure*.ts` touch it. */
export const ProcedureModel = mongoose.model('Procedure', schema);

/** The plain shape of a stored procedure. */
export function procedureOf(stored: StoredProcedure): KnownProcedure {
  const { _id, title, owner, steps, papers, fee, duration, law, link, retired, place } = stored;
  return {
    code: _id,
    title: plainName(title),
    owner: owner.agency ? { agency: owner.agency } : { kinds: owner.kinds ?? [] },
    own: typeof place === 'number',
    steps: (steps ?? []).map(plainName),
    papers: (papers ?? []).map(paperOf),
    ...(fee && { fee: plainName(fee) }),
    ...(duration && { duration: plainName(duration) }),
    ...(law && { law }),
    ...(link && { link }),
    isRetired: retired === true,
  };
}

/** A procedure as lists show it. */
export function namedProcedure({ _id, title, place }: StoredProcedure): NamedProcedure {
  return { code: _id, title: plainName(title), own: typeof place === 'number' };
}

function paperOf({ name, need, of }: ProcedurePaper): ProcedurePaper {
  return { name: plainName(name), need, ...(of && { of }) };
}
