// The agencies of the demonstration: invented ones in the districts where its offices stand.

import type { Agency } from '../../models/agency-document.ts';

/** What the coordinator of the demonstration looks after; the first agency lies in it. */
export const DEMO_SCOPE = 'province:48';

const LOCAL = ['กรมส่งเสริมการปกครองท้องถิ่น', 'กระทรวงมหาดไทย'] as const;
const DISTRICT = ['กรมการปกครอง', 'กระทรวงมหาดไทย'] as const;
const LAND = ['กรมที่ดิน', 'กระทรวงมหาดไทย'] as const;

type Row = readonly [
  th: string,
  en: string,
  kind: string,
  district: string,
  above: readonly [department: string, ministry: string],
];

// The first two digits of a district's code are its province's.
const ROWS: readonly Row[] = [
  ['เทศบาลตำบลบึงทอง', 'Bueng Thong Subdistrict Municipality', 'subdistrict-municipality', '4801', LOCAL],
  ['องค์การบริหารส่วนตำบลเขาใหม่', 'Khao Mai Subdistrict Administration', 'subdistrict-office', '4805', LOCAL],
  ['ที่ว่าการอำเภอดอนฟ้าคราม', 'Don Fa Khram District Office', 'district-office', '4808', DISTRICT],
  ['สำนักงานที่ดินสาขานาเดือนหงาย', 'Na Duean Ngai Land Office', 'land-office', '4803', LAND],
  ['เทศบาลนครดอยหมอกงาม', 'Doi Mok Ngam City Municipality', 'city-municipality', '5701', LOCAL],
  ['องค์การบริหารส่วนตำบลเขาใหม่', 'Khao Mai Subdistrict Administration', 'subdistrict-office', '5707', LOCAL],
  ['ที่ว่าการอำเภอทุ่งหิ่งห้อย', 'Thung Hing Hoi District Office', 'district-office', '5704', DISTRICT],
  ['เทศบาลเมืองหาดพลอยใส', 'Hat Phloi Sai Town Municipality', 'town-municipality', '2101', LOCAL],
  ['องค์การบริหารส่วนตำบลเขาใหม่', 'Khao Mai Subdistrict Administration', 'subdistrict-office', '2105', LOCAL],
  ['ที่ว่าการอำเภอไร่สับปะรดหวาน', 'Rai Sapparot Wan District Office', 'district-office', '2106', DISTRICT],
  ['เทศบาลเมืองเวียงสักทองคำ', 'Wiang Sak Thongkham Town Municipality', 'town-municipality', '5401', LOCAL],
  [
    'องค์การบริหารส่วนตำบลทุ่งฝ้ายขาว',
    'Thung Fai Khao Subdistrict Administration',
    'subdistrict-office',
    '5406',
    LOCAL,
  ],
];

/** Some in each of Nakhon Phanom, Chiang Rai, Rayong and Phrae. */
export const DEMO_AGENCIES: readonly Agency[] = ROWS.map(agencyOf);

function agencyOf([th, en, kind, districtCode, [department, ministry]]: Row, index: number): Agency {
  return {
    code: `0307${String(index + 2).padStart(5, '0')}`,
    name: { th, en },
    kind,
    department,
    ministry,
    provinceCode: districtCode.slice(0, 2),
    districtCode,
    abroad: false,
  };
}
