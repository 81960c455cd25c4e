/** The fields of a pin as people see them: what each is called, and its value in words. */
import { formatHours } from '../models/thai/opening-hours-print.ts';
import { formatPhone, type Phone } from './answers/phone.ts';
import { choiceOf } from './engine/accepts.ts';
import type { Position } from './engine/message.ts';
import { defineTexts, type Name, type Words } from './engine/text.ts';
import { officeKindName } from './office-kinds.ts';
import type { PinChange } from './pin-effects.ts';
import type { WorkPin } from './pin-look-ups.ts';

/** A field of a pin. */
export type PinField = keyof PinChange;

export const fieldTexts = defineTexts('pin-fields', {
  nameTh: { th: 'ชื่อ', en: 'Name' },
  nameEn: { th: 'ชื่อภาษาอังกฤษ', en: 'English name' },
  kind: { th: 'ประเภท', en: 'Kind' },
  position: { th: 'ตำแหน่ง', en: 'Position' },
  spot: { th: 'จุดที่ปัก', en: 'Spot' },
  addressTh: { th: 'ที่อยู่', en: 'Address' },
  addressEn: { th: 'ที่อยู่ภาษาอังกฤษ', en: 'English address' },
  phones: { th: 'เบอร์โทร', en: 'Phone numbers' },
  website: { th: 'เว็บไซต์', en: 'Website' },
  hours: { th: 'เวลาทำการ', en: 'Opening hours' },
  parent: { th: 'อยู่ในอาคารของ', en: 'Inside the building of' },
  contact: { th: 'ผู้ประสานงาน (ไม่เผยแพร่)', en: 'Contact person (not public)' },
  none: { th: 'ยังไม่มี', en: 'none yet' },
  entrance: { th: 'ประตูทางเข้าหลัก', en: 'The main entrance' },
  counter: { th: 'เคาน์เตอร์บริการ', en: 'The service counter' },
  centre: { th: 'กลางอาคารหลัก', en: 'The centre of the main building' },
});

/** The fields to choose from, in the order in which they are numbered. */
export const pinFields = choiceOf(fieldTexts, {
  nameTh: 'nameTh',
  nameEn: 'nameEn',
  kind: 'kind',
  position: 'position',
  spot: 'spot',
  addressTh: 'addressTh',
  addressEn: 'addressEn',
  phones: 'phones',
  website: 'website',
  hours: 'hours',
  parent: 'parent',
  contact: 'contact',
});

/** The fields in the order in which they are numbered. */
export const PIN_FIELDS: readonly PinField[] = [
  ...(['nameTh', 'nameEn', 'kind', 'position', 'spot', 'addressTh', 'addressEn'] as const),
  ...(['phones', 'website', 'hours', 'parent', 'contact'] as const),
];

export const spotChoice = choiceOf(fieldTexts, {
  entrance: 'entrance',
  counter: 'counter',
  centre: 'centre',
});

/** A field's value in words; `parent` is the name of the pin this one is inside of, where it is known. */
export function valueInWords(field: PinField, pin: WorkPin, parent?: Name): Words {
  const none = fieldTexts('none');
  switch (field) {
    case 'nameTh':
      return pin.name.th;
    case 'nameEn':
      return pin.name.en ?? none;
    case 'kind':
      return officeKindName(pin.kind);
    case 'position':
      return coordinates(pin.position);
    case 'spot':
      return fieldTexts(pin.spot);
    case 'addressTh':
      return pin.address?.th ?? none;
    case 'addressEn':
      return pin.address?.en ?? none;
    case 'phones':
      return pin.phones ? phonesInWords(pin.phones) : none;
    case 'website':
      return pin.website ?? none;
    case 'hours':
      return pin.hours ? hoursInWords(pin.hours) : none;
    case 'parent':
      return parent ?? pin.parent ?? none;
    case 'contact':
      return contactInWords(pin.contact) ?? none;
  }
}

/** Phone numbers with their extensions, in both languages. */
export function phonesInWords(phones: readonly Phone[]): Name {
  const inLanguage = (language: 'th' | 'en') =>
    phones.map((phone) => formatPhone(phone, language)).join(', ');
  return { th: inLanguage('th'), en: inLanguage('en') };
}

/** Opening hours in both languages. */
export function hoursInWords(hours: NonNullable<WorkPin['hours']>): Name {
  return { th: formatHours(hours, 'th'), en: formatHours(hours, 'en') };
}

function contactInWords(contact: WorkPin['contact']): Name | undefined {
  if (!contact) return undefined;
  const { th, en = th } = phonesInWords([contact.phone]);
  return { th: `${contact.name} ${th}`, en: `${contact.name} ${en}` };
}

/** As maps show it: latitude first; five decimals are about a metre. */
export function coordinates([lng, lat]: Position): string {
  return `${lat.toFixed(5)}, ${lng.toFixed(5)}`;
}
