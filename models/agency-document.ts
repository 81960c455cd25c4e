/** How an agency is stored: one document of the collection `agencies`, its indexes, and its plain shape. */
import mongoose, { type InferSchemaType } from 'mongoose';
import type { PinName } from './pin-document.ts';

/**
 * A government agency. `code` has nine digits: ministry, department, office (030700002). The codes of its place
 * have 2, 4 and 6 digits; `parentCode` is the agency above it.
 */
export type Agency = {
  code: string;
  name: PinName;
  kind: string;
  department: string;
  ministry: string;
  provinceCode?: string | undefined;
  districtCode?: string | undefined;
  subdistrictCode?: string | undefined;
  parentCode?: string | undefined;
  /** Whether it stands abroad, as an embassy does. */
  abroad: boolean;
};

/** An agency as it is handed out; `updatedAt` is when it last changed. */
export type KnownAgency = Agency & { updatedAt: Date };

const schema = new mongoose.Schema(
  {
    _id: { type: String, required: true },
    name: {
      type: new mongoose.Schema(
        { th: { type: String, required: true }, en: { type: String } },
        { _id: false },
      ),
      required: true,
    },
    kind: { type: String, required: true },
    department: { type: String, required: true },
    ministry: { type: String, required: true },
    provinceCode: { type: String },
    districtCode: { type: String },
    subdistrictCode: { type: String },
    parentCode: { type: String },
    abroad: { type: Boolean, required: true },
    /** Where its Thai name stands among all of them, see `agency-order.ts`. */
    nameKey: { type: String },
    createdAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
    /** Changes that are not in the audit trail yet, see `register.ts`. */
    unaudited: { type: [mongoose.Schema.Types.Mixed], default: undefined },
  },
  { collection: 'agencies', versionKey: false, minimize: false },
);
schema.index({ parentCode: 1 });
schema.index({ provinceCode: 1 });
schema.index({ districtCode: 1 });
schema.index({ department: 1 });
schema.index({ nameKey: 1, _id: 1 });
// The id stands behind the instant so that changes of one instant can be read page by page.
schema.index({ updatedAt: 1, _id: 1 });

/** An agency as it is stored. */
export type StoredAgency = InferSchemaType<typeof schema>;

/** The collection; only the operations of `agency.ts` touch it. */
export const AgencyModel = mongoose.model('Agency', schema);

/** The plain shape of a stored agency. */
export function agencyOf(stored: StoredAgency): KnownAgency {
  const { _id, name, kind, department, ministry, provinceCode, districtCode, subdistrictCode, parentCode } =
    stored;
  return {
    code: _id,
    name: name.en ? { th: name.th, en: name.en } : { th: name.th },
    kind,
    department,
    ministry,
    ...(provinceCode && { provinceCode }),
    ...(districtCode && { districtCode }),
    ...(subdistrictCode && { subdistrictCode }),
    ...(parentCode && { parentCode }),
    abroad: stored.abroad,
    updatedAt: stored.updatedAt,
  };
}
