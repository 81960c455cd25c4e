/** The fields of a pin that can be changed by themselves: their values, and the dotted paths they are stored under. */
import type { AuditedValues } from './audit.ts';
import {
  type PinContact,
  type PinName,
  type PinPhone,
  type PinPosition,
  type PinSpot,
  plainName,
  positionOf,
  type StoredPin,
} from './pin-document.ts';
import { isOpeningHours, type OpeningHours } from './thai/opening-hours.ts';

/** What can be changed of a pin; `null` takes a value away, a field left out stays as it is. */
export type PinChange = {
  nameTh?: string;
  nameEn?: string | null;
  kind?: string;
  position?: PinPosition;
  spot?: PinSpot;
  addressTh?: string | null;
  addressEn?: string | null;
  phones?: PinPhone[] | null;
  website?: string | null;
  hours?: OpeningHours | null;
  parent?: string | null;
  contact?: PinContact | null;
};

export type PinField = keyof PinChange;

/** Where each field is stored. */
const PATHS = {
  nameTh: 'name.th',
  nameEn: 'name.en',
  kind: 'kind',
  position: 'position.coordinates',
  spot: 'spot',
  addressTh: 'address.th',
  addressEn: 'address.en',
  phones: 'phones',
  website: 'website',
  hours: 'hours',
  parent: 'parent',
  contact: 'contact',
} as const satisfies Record<PinField, keyof AuditedValues<'pin'>>;

/** Values a pin cannot be without. */
const REQUIRED: readonly PinField[] = ['nameTh', 'kind', 'position', 'spot'];

/** More is a switchboard's list, which nobody reads on a telephone. */
const MOST_PHONES = 10;

/** The change by dotted paths, as it is stored and as the audit trail names it. */
export function pathsOf(change: PinChange): AuditedValues<'pin'> {
  const { addressTh, ...others } = change;
  const wanted: { [Path in (typeof PATHS)[PinField]]?: unknown } = {};
  for (const [field, value] of Object.entries({ ...others, ...(addressTh !== undefined && { addressTh }) })) {
    if (!isField(field) || value === undefined) continue;
    if (value === null && REQUIRED.includes(field)) throw new Error(`a pin cannot be without its ${field}`);
    if (field === 'phones' && Array.isArray(value) && value.length > MOST_PHONES)
      throw new Error(`a pin has at most ${MOST_PHONES} phone numbers`);
    wanted[PATHS[field]] = value;
  }
  // An address is its Thai text: without it there is no English one either.
  if (addressTh === null) wanted[PATHS.addressEn] = null;
  return wanted;
}

/** The field stored under a dotted path. */
export function fieldAt(path: string): PinField | undefined {
  return Object.keys(PATHS)
    .filter(isField)
    .find((field) => PATHS[field] === path);
}

function isField(name: string): name is PinField {
  return Object.hasOwn(PATHS, name);
}

/** All a pin holds, for those who may work on it. */
export type PinContent = {
  name: PinName;
  kind: string;
  position: PinPosition;
  spot: PinSpot;
  area: PinName;
  address?: PinName;
  phones?: PinPhone[];
  website?: string;
  hours?: OpeningHours;
  parent?: string;
  contact?: PinContact;
};

/** What a pin that was published once holds. */
export function contentOfPin(stored: StoredPin): PinContent {
  const { name, kind, position, spot, area, address, phones, website, hours, parent, contact } = stored;
  if (!name || !kind || !position || !spot) throw new Error(`pin ${stored._id} is incomplete`);
  return {
    name: plainName(name),
    kind,
    position: positionOf(position.coordinates),
    spot,
    area: area ? plainName(area) : { th: '' },
    ...(address && { address: plainName(address) }),
    ...(phones && { phones }),
    ...(website && { website }),
    ...(isOpeningHours(hours) && { hours }),
    ...(parent && { parent }),
    ...(contact && { contact }),
  };
}
