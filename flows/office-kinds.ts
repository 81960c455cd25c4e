/** The kinds of office a pin can be, as the programme and its local authorities call them. */
import { choiceOf } from './engine/accepts.ts';
import { defineTexts, type Text } from './engine/text.ts';

export const officeKindTexts = defineTexts('office-kinds', {
  'subdistrict-office': { th: 'อบต.', en: 'Subdistrict administration' },
  'subdistrict-municipality': { th: 'เทศบาลตำบล', en: 'Subdistrict municipality' },
  'town-municipality': { th: 'เทศบาลเมือง', en: 'Town municipality' },
  'city-municipality': { th: 'เทศบาลนคร', en: 'City municipality' },
  'provincial-organisation': { th: 'อบจ.', en: 'Provincial administration' },
  'district-office': { th: 'ที่ว่าการอำเภอ', en: 'District office' },
  'land-office': { th: 'สำนักงานที่ดิน', en: 'Land office' },
  'police-station': { th: 'สถานีตำรวจ', en: 'Police station' },
  'health-hospital': { th: 'รพ.สต.', en: 'Subdistrict health hospital' },
  hospital: { th: 'โรงพยาบาล', en: 'Hospital' },
  school: { th: 'โรงเรียน', en: 'School' },
  'transport-office': { th: 'สำนักงานขนส่ง', en: 'Transport office' },
  'revenue-office': { th: 'สำนักงานสรรพากร', en: 'Revenue office' },
  other: { th: 'อื่น ๆ', en: 'Other' },
});

type OfficeKind = keyof typeof officeKindTexts.texts;

// The keys of the texts are the kinds; Object.keys widens them.
const kinds = Object.keys(officeKindTexts.texts) as OfficeKind[];

/** The kinds to choose from. */
export const officeKinds = choiceOf(officeKindTexts, Object.fromEntries(kinds.map((kind) => [kind, kind])));

/** What a kind is called; one that is no longer known is called "other". */
export function officeKindName(kind: string): Text {
  return officeKindTexts(isOfficeKind(kind) ? kind : 'other');
}

function isOfficeKind(kind: string): kind is OfficeKind {
  return kind in officeKindTexts.texts;
}
