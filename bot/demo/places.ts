// The districts of the demonstration: real names at about the right points, so that nothing is called by a number.

import type { PinPosition } from '../../models/pin-document.ts';
import type { Place } from '../../models/place-document.ts';

type District = readonly [
  th: string,
  en: string,
  provinceTh: string,
  provinceEn: string,
  code: string,
  postcode: string,
  position: PinPosition,
];

const NAKHON_PHANOM = ['นครพนม', 'Nakhon Phanom'] as const;
const CHIANG_RAI = ['เชียงราย', 'Chiang Rai'] as const;
const RAYONG = ['ระยอง', 'Rayong'] as const;
const PHRAE = ['แพร่', 'Phrae'] as const;

/** District and province, each in Thai and English, the district's code, a postcode, and a point in it. */
export const DEMO_DISTRICTS = {
  'mueang-nakhon-phanom': [
    'เมืองนครพนม',
    'Mueang Nakhon Phanom',
    ...NAKHON_PHANOM,
    '4801',
    '48000',
    [104.784, 17.411],
  ],
  'that-phanom': ['ธาตุพนม', 'That Phanom', ...NAKHON_PHANOM, '4805', '48110', [104.714, 16.938]],
  'si-songkhram': ['ศรีสงคราม', 'Si Songkhram', ...NAKHON_PHANOM, '4808', '48150', [104.25, 17.62]],
  'tha-uthen': ['ท่าอุเทน', 'Tha Uthen', ...NAKHON_PHANOM, '4803', '48120', [104.595, 17.56]],
  'mueang-chiang-rai': ['เมืองเชียงราย', 'Mueang Chiang Rai', ...CHIANG_RAI, '5701', '57000', [99.832, 19.909]],
  'mae-chan': ['แม่จัน', 'Mae Chan', ...CHIANG_RAI, '5707', '57110', [99.853, 20.147]],
  thoeng: ['เทิง', 'Thoeng', ...CHIANG_RAI, '5704', '57160', [100.19, 19.69]],
  'chiang-khong': ['เชียงของ', 'Chiang Khong', ...CHIANG_RAI, '5703', '57140', [100.402, 20.26]],
  'mueang-rayong': ['เมืองระยอง', 'Mueang Rayong', ...RAYONG, '2101', '21000', [101.28, 12.683]],
  klaeng: ['แกลง', 'Klaeng', ...RAYONG, '2103', '21110', [101.653, 12.778]],
  'ban-khai': ['บ้านค่าย', 'Ban Khai', ...RAYONG, '2105', '21120', [101.298, 12.785]],
  'pluak-daeng': ['ปลวกแดง', 'Pluak Daeng', ...RAYONG, '2106', '21140', [101.214, 12.972]],
  'mueang-phrae': ['เมืองแพร่', 'Mueang Phrae', ...PHRAE, '5401', '54000', [100.141, 18.145]],
  'sung-men': ['สูงเม่น', 'Sung Men', ...PHRAE, '5404', '54130', [100.116, 18.05]],
  long: ['ลอง', 'Long', ...PHRAE, '5403', '54150', [99.833, 18.071]],
  song: ['สอง', 'Song', ...PHRAE, '5406', '54120', [100.186, 18.466]],
} as const satisfies Record<string, District>;

/** One place for each of them. The points are their districts' and say nothing about subdistricts. */
export const DEMO_PLACES: readonly Place[] = Object.values<District>(DEMO_DISTRICTS).map(placeOf);

/** A real register that is imported later has the same code and takes its place. */
function placeOf([th, en, provinceTh, provinceEn, code, postcode, position]: District): Place {
  return {
    code: `${code}01`,
    name: { th, en },
    district: { code, name: { th, en } },
    province: { code: code.slice(0, 2), name: { th: provinceTh, en: provinceEn } },
    postcode,
    position,
    ownPoint: false,
  };
}
