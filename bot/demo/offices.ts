// The offices of the demonstration: invented names at likely places, so that there is something to find at once.

import type { PinName, PinPosition, PinSpot } from '../../models/pin-document.ts';
import { DEMO_DISTRICTS } from './places.ts';

/** An invented office; `id` is the id of its pin, `kind` the id of a kind of office, `area` its district and province. */
export type DemoOffice = {
  id: string;
  kind: string;
  name: PinName;
  position: PinPosition;
  spot: PinSpot;
  area: PinName;
  address: PinName;
};

/** What stands before the own name in Thai, and behind it in English. */
const KINDS = {
  'subdistrict-office': ['อบต.', 'Subdistrict Administrative Organization'],
  'subdistrict-municipality': ['ทต.', 'Subdistrict Municipality'],
  'town-municipality': ['ทม.', 'Town Municipality'],
  'city-municipality': ['ทน.', 'City Municipality'],
  'provincial-organisation': ['อบจ.', 'Provincial Administrative Organization'],
  'district-office': ['ที่ว่าการอำเภอ', 'District Office'],
  'land-office': ['สำนักงานที่ดินสาขา', 'Land Office'],
  'police-station': ['สภ.', 'Police Station'],
  'health-hospital': ['รพ.สต.', 'Subdistrict Health Promoting Hospital'],
  hospital: ['โรงพยาบาล', 'Hospital'],
  school: ['โรงเรียน', 'School'],
  'transport-office': ['สำนักงานขนส่งสาขา', 'Transport Office'],
  'revenue-office': ['สำนักงานสรรพากรสาขา', 'Revenue Office'],
  other: ['ศูนย์บริการร่วม', 'Joint Service Centre'],
} as const;

type Row = readonly [
  kind: keyof typeof KINDS,
  ownNameTh: string,
  ownNameEn: string,
  district: keyof typeof DEMO_DISTRICTS,
  position: PinPosition,
  houseNumber: string,
  postcode: string,
];

const ROWS: readonly Row[] = [
  ['subdistrict-office', 'เขาใหม่', 'Khao Mai', 'that-phanom', [104.714, 16.933], '10', '48110'],
  [
    'subdistrict-municipality',
    'บึงทอง',
    'Bueng Thong',
    'mueang-nakhon-phanom',
    [104.7839, 17.4108],
    '47',
    '48000',
  ],
  ['district-office', 'ดอนฟ้าคราม', 'Don Fa Khram', 'si-songkhram', [104.2886, 17.6384], '84', '48150'],
  ['health-hospital', 'ห้วยแก้วใส', 'Huai Kaeo Sai', 'that-phanom', [104.6713, 16.9191], '121', '48110'],
  ['police-station', 'บึงทอง', 'Bueng Thong', 'mueang-nakhon-phanom', [104.7862, 17.4097], '158', '48000'],
  ['land-office', 'นาเดือนหงาย', 'Na Duean Ngai', 'tha-uthen', [104.5929, 17.5724], '195', '48120'],
  ['hospital', 'ริมโขงสุขใจ', 'Rim Khong Suk Chai', 'tha-uthen', [104.5966, 17.5381], '42', '48120'],
  ['school', 'บึงทองวิทยา', 'Bueng Thong Witthaya', 'mueang-nakhon-phanom', [104.6572, 17.3213], '79', '48000'],
  ['subdistrict-office', 'โนนสายรุ้ง', 'Non Sai Rung', 'si-songkhram', [104.3372, 17.5504], '116', '48150'],
  ['transport-office', 'บึงทอง', 'Bueng Thong', 'mueang-nakhon-phanom', [104.651, 17.4041], '153', '48000'],
  [
    'city-municipality',
    'ดอยหมอกงาม',
    'Doi Mok Ngam',
    'mueang-chiang-rai',
    [99.8297, 19.9058],
    '190',
    '57000',
  ],
  [
    'provincial-organisation',
    'ดอยหมอกงาม',
    'Doi Mok Ngam',
    'mueang-chiang-rai',
    [99.7974, 19.8924],
    '37',
    '57000',
  ],
  ['subdistrict-office', 'เขาใหม่', 'Khao Mai', 'mae-chan', [99.8733, 20.1401], '74', '57110'],
  [
    'subdistrict-municipality',
    'เวียงดาวเรือง',
    'Wiang Dao Rueang',
    'chiang-khong',
    [100.369, 20.2637],
    '111',
    '57140',
  ],
  ['health-hospital', 'ผาเมฆขาว', 'Pha Mek Khao', 'mae-chan', [99.8987, 20.2565], '148', '57240'],
  ['police-station', 'เวียงดาวเรือง', 'Wiang Dao Rueang', 'chiang-khong', [100.3696, 20.2031], '185', '57140'],
  ['district-office', 'ทุ่งหิ่งห้อย', 'Thung Hing Hoi', 'thoeng', [100.2153, 19.6887], '32', '57160'],
  ['revenue-office', 'ดอยหมอกงาม', 'Doi Mok Ngam', 'mueang-chiang-rai', [99.846, 19.9755], '69', '57100'],
  ['subdistrict-office', 'ปางแสงจันทร์', 'Pang Saeng Chan', 'thoeng', [100.0918, 19.6971], '106', '57160'],
  ['hospital', 'ทุ่งหิ่งห้อย', 'Thung Hing Hoi', 'thoeng', [100.0666, 19.6538], '143', '57230'],
  ['town-municipality', 'หาดพลอยใส', 'Hat Phloi Sai', 'mueang-rayong', [101.2674, 12.6755], '180', '21000'],
  ['subdistrict-municipality', 'อ่าวเรือใบ', 'Ao Ruea Bai', 'klaeng', [101.6231, 12.8061], '27', '21110'],
  ['subdistrict-office', 'เขาใหม่', 'Khao Mai', 'ban-khai', [101.2988, 12.7698], '64', '21120'],
  ['health-hospital', 'สวนผลไม้งาม', 'Suan Phonlamai Ngam', 'klaeng', [101.6277, 12.7655], '101', '21110'],
  ['land-office', 'หาดพลอยใส', 'Hat Phloi Sai', 'mueang-rayong', [101.3184, 12.6751], '138', '21000'],
  ['police-station', 'อ่าวเรือใบ', 'Ao Ruea Bai', 'klaeng', [101.6011, 12.7059], '175', '21110'],
  ['transport-office', 'หาดพลอยใส', 'Hat Phloi Sai', 'mueang-rayong', [101.37, 12.6545], '22', '21000'],
  ['district-office', 'ไร่สับปะรดหวาน', 'Rai Sapparot Wan', 'pluak-daeng', [101.2287, 12.9751], '59', '21140'],
  ['subdistrict-office', 'บึงนกยูง', 'Bueng Nok Yung', 'pluak-daeng', [101.2245, 13.0429], '96', '21140'],
  ['other', 'หาดพลอยใส', 'Hat Phloi Sai', 'mueang-rayong', [101.2622, 12.6725], '133', '21000'],
  [
    'town-municipality',
    'เวียงสักทองคำ',
    'Wiang Sak Thongkham',
    'mueang-phrae',
    [100.147, 18.1361],
    '170',
    '54000',
  ],
  ['subdistrict-municipality', 'ม่อนหมอกหอม', 'Mon Mok Hom', 'sung-men', [100.0888, 18.0629], '17', '54130'],
  ['subdistrict-office', 'ห้วยไม้สักงาม', 'Huai Mai Sak Ngam', 'long', [99.8235, 18.1305], '54', '54150'],
  ['health-hospital', 'ม่อนหมอกหอม', 'Mon Mok Hom', 'sung-men', [100.1832, 17.9561], '91', '54130'],
  [
    'revenue-office',
    'เวียงสักทองคำ',
    'Wiang Sak Thongkham',
    'mueang-phrae',
    [100.1681, 18.1159],
    '128',
    '54000',
  ],
  [
    'school',
    'เวียงสักทองคำพิทยา',
    'Wiang Sak Thongkham Phitthaya',
    'mueang-phrae',
    [100.2465, 18.114],
    '165',
    '54000',
  ],
  ['police-station', 'ห้วยไม้สักงาม', 'Huai Mai Sak Ngam', 'long', [99.9345, 18.0591], '12', '54150'],
  ['district-office', 'ผาอินทนิล', 'Pha Inthanin', 'song', [100.2283, 18.4389], '49', '54120'],
  ['subdistrict-municipality', 'ผาอินทนิล', 'Pha Inthanin', 'song', [100.1861, 18.4825], '86', '54120'],
  ['subdistrict-office', 'ทุ่งฝ้ายขาว', 'Thung Fai Khao', 'song', [100.0889, 18.4232], '123', '54120'],
];

/** Ten invented offices in each of Nakhon Phanom, Chiang Rai, Rayong and Phrae. */
export const DEMO_OFFICES: readonly DemoOffice[] = ROWS.map(officeOf);

function officeOf([kind, th, en, district, position, houseNumber, postcode]: Row, index: number): DemoOffice {
  const [before, behind] = KINDS[kind];
  const [districtTh, districtEn, provinceTh, provinceEn] = DEMO_DISTRICTS[district];
  return {
    id: `demo-office-${String(index + 1).padStart(2, '0')}`,
    kind,
    name: { th: before + th, en: `${en} ${behind}` },
    position,
    spot: index % 3 === 0 ? 'counter' : 'entrance',
    area: { th: `อ.${districtTh} จ.${provinceTh}`, en: `${districtEn}, ${provinceEn}` },
    address: {
      th: `${houseNumber} ถนน${th} อ.${districtTh} จ.${provinceTh} ${postcode}`,
      en: `${houseNumber} ${en} Road, ${districtEn}, ${provinceEn} ${postcode}`,
    },
  };
}
