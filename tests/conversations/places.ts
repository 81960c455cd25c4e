/**
 * The districts that transcripts happen in: one subdistrict each, and a square for a boundary. Codes, names and rough
 * positions of the districts are real, the subdistricts are invented.
 */
import { type Boundary, putBoundaries } from '../../models/boundary.ts';
import { putPlaces } from '../../models/place.ts';
import type { Place, PlaceName } from '../../models/place-document.ts';

/** Names in both languages; `north`, `east` is the subdistrict's point, in degrees. */
type Given = {
  code: string;
  subdistrict: [th: string, en: string];
  district: [th: string, en: string];
  province: [th: string, en: string];
  postcode: string;
  north: number;
  east: number;
  /** South-west and north-east corner of the district. */
  square: [west: number, south: number, east: number, north: number];
};

const rayong: [string, string] = ['ระยอง', 'Rayong'];
const nakhonPhanom: [string, string] = ['นครพนม', 'Nakhon Phanom'];
const chiangRai: [string, string] = ['เชียงราย', 'Chiang Rai'];

const given: readonly Given[] = [
  {
    code: '210151',
    subdistrict: ['เขาใหม่', 'Khao Mai'],
    district: ['เมืองระยอง', 'Mueang Rayong'],
    province: rayong,
    postcode: '21000',
    north: 12.672,
    east: 101.266,
    square: [101.1, 12.6, 101.45, 12.75],
  },
  {
    code: '210551',
    subdistrict: ['สวนทอง', 'Suan Thong'],
    district: ['บ้านค่าย', 'Ban Khai'],
    province: rayong,
    postcode: '21120',
    north: 12.83,
    east: 101.27,
    square: [101.1, 12.75, 101.45, 12.95],
  },
  {
    code: '480151',
    subdistrict: ['บึงทอง', 'Bueng Thong'],
    district: ['เมืองนครพนม', 'Mueang Nakhon Phanom'],
    province: nakhonPhanom,
    postcode: '48000',
    north: 17.392,
    east: 104.769,
    square: [104.55, 17.25, 104.85, 17.55],
  },
  {
    code: '480551',
    subdistrict: ['เขาใหม่', 'Khao Mai'],
    district: ['ธาตุพนม', 'That Phanom'],
    province: nakhonPhanom,
    postcode: '48110',
    north: 16.942,
    east: 104.711,
    square: [104.55, 16.8, 104.85, 17.05],
  },
  {
    code: '570151',
    subdistrict: ['เวียงทอง', 'Wiang Thong'],
    district: ['เมืองเชียงราย', 'Mueang Chiang Rai'],
    province: chiangRai,
    postcode: '57000',
    north: 19.91,
    east: 99.84,
    square: [99.7, 19.75, 100, 20.05],
  },
  {
    code: '570751',
    subdistrict: ['ดอยงาม', 'Doi Ngam'],
    district: ['แม่จัน', 'Mae Chan'],
    province: chiangRai,
    postcode: '57110',
    north: 20.146,
    east: 99.853,
    square: [99.7, 20.05, 100, 20.35],
  },
];

/** Puts them into the register of places. */
export async function putTranscriptPlaces(at: Date): Promise<void> {
  await putPlaces(given.map(placeOf), { at });
  await putBoundaries(given.map(boundaryOf), { at });
}

function placeOf({ code, subdistrict, district, province, postcode, north, east }: Given): Place {
  return {
    code,
    name: named(subdistrict),
    district: { code: code.slice(0, 4), name: named(district) },
    province: { code: code.slice(0, 2), name: named(province) },
    postcode,
    position: [east, north],
    ownPoint: true,
  };
}

function boundaryOf({ code, square: [west, south, east, north] }: Given): Boundary {
  const corners: Boundary['area'][number][number] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { districtCode: code.slice(0, 4), area: [[corners]] };
}

const named = ([th, en]: [string, string]): PlaceName => ({ th, en });
