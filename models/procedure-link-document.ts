/**
 * How it is stored that a procedure is offered at a pin: one document of the collection `procedure_links` for each pin
 * id and procedure code. A link that is taken away stays as such, so that who and when are known.
 */
import mongoose, { type InferSchemaType } from 'mongoose';

/** Who did something, when, and under which idempotency key. */
export type Deed = { by: string; at: Date; key: string };

const deed = new mongoose.Schema(
  {
    by: { type: String, required: true },
    at: { type: Date, required: true },
    key: { type: String, required: true },
  },
  { _id: false, versionKey: false },
);

const schema = new mongoose.Schema(
  {
    _id: { type: String, required: true },
    pin: { type: String, required: true },
    procedure: { type: String, required: true },
    isLinked: { type: Boolean, required: true },
    added: { type: deed, required: true },
    removed: { type: deed },
  },
  { collection: 'procedure_links', versionKey: false },
);
schema.index({ pin: 1, procedure: 1 }, { unique: true });
schema.index({ pin: 1, isLinked: 1, procedure: 1 });
schema.index({ procedure: 1, isLinked: 1 });

/** A link as it is stored. */
export type StoredLink = InferSchemaType<typeof schema>;

/** The collection; only the operations of `procedure-link*.ts` touch it. */
export const ProcedureLinkModel = mongoose.model('ProcedureLink', schema);

/** The id of a link: unique for each pin and code, since codes have no colons. */
export function linkId(pin: string, procedure: string): string {
  return `${pin}:${procedure}`;
}
