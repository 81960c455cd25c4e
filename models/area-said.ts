/**
 * Subdistricts and districts that people name as the place of something: "ต.หนองบัว อ.ชุมแสง", "ถนนหน้าวัด ตำบลหนองบัว
 * อำเภอชุมแสง จังหวัดนครสวรรค์", "Nong Bua, Chum Saeng". A subdistrict's name alone often means several.
 */
import { writeAddress } from './address.ts';
import type { PinPosition } from './pin-document.ts';
import { type Place, PlaceModel, type PlaceName, placeOf, type StoredPlace } from './place-document.ts';
import { allAreaNames, districtNames } from './place-names.ts';
import { looseForm } from './thai/normal-form.ts';

/** A subdistrict (code of 6 digits) or a district (of 4); the name has all that it lies in. */
export type SaidArea = { code: string; name: PlaceName };

/** What words name. `isMarked`: they say that it is a place ("ต.", "district"). `hasMore`: they say more than the place. */
export type SaidAreas = { areas: SaidArea[]; isMarked: boolean; hasMore: boolean };

/** A place with its codes; `position` is a point of the subdistrict, or the middle of the district's. */
export type KnownArea = {
  name: PlaceName;
  position: PinPosition;
  provinceCode: string;
  districtCode: string;
};

type Level = 'subdistrict' | 'district' | 'province';
type Parts = { [L in Level]?: string };

/** What stands before a name; not within the name of an office: "อบต.", "เทศบาลตำบล", "ที่ว่าการอำเภอ". */
const MARKS: Readonly<Record<Level, string>> = {
  subdistrict: '(?<!ส่วน|เทศบาล)ตำบล|แขวง|(?<![ก-๙.])ต\\.',
  district: '(?<!ที่ว่าการ)อำเภอ|เขต|อ\\.',
  province: 'จังหวัด|(?<!อบ)จ\\.',
};
const ANY_MARK = Object.values(MARKS).join('|');
const SHORT_MARKS = /(^|\s)([ตอจ])(?=\s)/g;
const IN_ENGLISH: Readonly<Record<Level, RegExp>> = {
  subdistrict: /^(?:tambon|subdistrict|khwaeng)\s+(.+)$|^(.+?)\s+(?:sub-?district|tambon)$/i,
  district: /^(?:amphoe|amphur|district|khet)\s+(.+)$|^(.+?)\s+(?:district|amphoe)$/i,
  province: /^(?:changwat|province)\s+(.+)$|^(.+?)\s+province$/i,
};
const LEVELS: readonly Level[] = ['subdistrict', 'district', 'province'];
const BANGKOK = ['กรุงเทพ', 'กทม', 'กรุงเทพฯ'];
/** Of more nobody finds theirs. */
const MOST_AREAS = 6;

/** The areas that words name; none where there are more than six, or none of that name. */
export async function areasSaid(words: string): Promise<SaidAreas> {
  const { parts, rest } = partsOf(words);
  const isMarked = Object.keys(parts).length > 0;
  if (!isMarked) return { areas: await unmarked(rest), isMarked, hasMore: false };
  const { whole, left } = await completed(parts, rest);
  const areas = await areasOf(whole);
  if (areas.length > 0 || !whole.subdistrict || !whole.district) return { areas, isMarked, hasMore: left };
  // Its district is something, when the subdistrict is misspelt.
  const { subdistrict: _, ...wider } = whole;
  return { areas: await areasOf(wider), isMarked, hasMore: true };
}

/** The area with this code. */
export async function areaByCode(code: string): Promise<KnownArea | undefined> {
  const which = code.length === 4 ? { 'district.code': code } : { _id: code };
  const places = (await PlaceModel.find(which).sort({ _id: 1 }).lean<StoredPlace[]>()).map(placeOf);
  const [first] = places;
  if (!first) return undefined;
  const { district, province, name: subdistrict } = first;
  return {
    name: writeAddress({ province, district, ...(code.length === 4 ? {} : { subdistrict }) }),
    position: middleOf(places),
    provinceCode: province.code,
    districtCode: district.code,
  };
}

function middleOf(places: readonly Place[]): PinPosition {
  const mean = (axis: 0 | 1) => places.reduce((sum, { position }) => sum + position[axis], 0) / places.length;
  return [mean(0), mean(1)];
}

/** What is marked, and the pieces that are not. */
function partsOf(words: string): { parts: Parts; rest: string[] } {
  const parts: Parts = {};
  // NFKC would take the vowel of "อำเภอ" apart.
  let rest = words.normalize('NFC').replace(SHORT_MARKS, '$1$2.');
  for (const level of LEVELS) {
    const marked = new RegExp(`(?:${MARKS[level]})\\s*([^\\s,.]+?)(?=\\s|,|$|${ANY_MARK})`);
    const [whole, name] = marked.exec(rest) ?? [];
    if (!whole || !name) continue;
    parts[level] = name;
    rest = rest.replace(whole, ',');
  }
  const pieces = rest.split(/[,\n]/).map((piece) => piece.trim());
  return { parts, rest: pieces.filter((piece) => piece !== '' && !isEnglishPart(piece, parts)) };
}

/** Takes "Chum Saeng district" for what it says. */
function isEnglishPart(piece: string, parts: Parts): boolean {
  for (const level of LEVELS) {
    const [, before, behind] = IN_ENGLISH[level].exec(piece) ?? [];
    const name = before ?? behind;
    if (!name || parts[level]) continue;
    parts[level] = name;
    return true;
  }
  return false;
}

/** What stands beside the marked parts may name the district or province too. */
async function completed(parts: Parts, rest: readonly string[]): Promise<{ whole: Parts; left: boolean }> {
  const whole = { ...parts };
  const { provinces, districts } = await allAreaNames();
  const left = rest.filter((piece) => {
    if (!whole.district && [...districts.values()].some(({ district }) => isCalled(district, piece)))
      whole.district = piece;
    else if (!whole.province && [...provinces.values()].some((name) => isProvince(name, piece)))
      whole.province = piece;
    else return true;
    return false;
  });
  return { whole, left: left.length > 0 };
}

/** Bare names, the smaller before the larger. */
async function unmarked(rest: readonly string[]): Promise<SaidArea[]> {
  const pieces = rest.flatMap((piece) => (/[ก-๙]/.test(piece) ? piece.split(/\s+/) : [piece]));
  const [one, two, three] = pieces;
  if (!one || pieces.length > LEVELS.length) return [];
  if (two && three) return areasOf({ subdistrict: one, district: two, province: three });
  const readings: Parts[] = two
    ? [
        { subdistrict: one, district: two },
        { district: one, province: two },
      ]
    : [{ district: one }, { subdistrict: one }];
  for (const reading of readings) {
    const areas = await areasOf(reading);
    if (areas.length > 0) return areas;
  }
  return [];
}

async function areasOf({ subdistrict, district, province }: Parts): Promise<SaidArea[]> {
  const codes = district || province ? await districtCodes(district, province) : undefined;
  if (codes?.length === 0) return [];
  const found = subdistrict ? await subdistricts(subdistrict, codes) : await districtsOf(district, codes);
  return found.length > MOST_AREAS ? [] : found;
}

async function districtCodes(district: string | undefined, province: string | undefined): Promise<string[]> {
  const { districts } = await allAreaNames();
  return [...districts]
    .filter(([, names]) => !province || isProvince(names.province, province))
    .filter(([, names]) => !district || isDistrict(names, district))
    .map(([code]) => code);
}

async function districtsOf(district: string | undefined, codes: string[] = []): Promise<SaidArea[]> {
  // A province alone is too wide.
  if (!district) return [];
  const names = await districtNames(codes);
  return codes.flatMap((code) => {
    const found = names.get(code);
    if (!found) return [];
    const province = { code: code.slice(0, 2), name: found.province };
    return [{ code, name: writeAddress({ province, district: { code, name: found.district } }) }];
  });
}

async function subdistricts(said: string, codes: string[] | undefined): Promise<SaidArea[]> {
  const places = await PlaceModel.find(codes ? { 'district.code': { $in: codes } } : {}, {
    name: 1,
    district: 1,
    province: 1,
  })
    .sort({ _id: 1 })
    .lean<Pick<StoredPlace, '_id' | 'name' | 'district' | 'province'>[]>();
  return places
    .filter(({ name }) => isCalled(name, said))
    .map(({ _id: code, name: subdistrict, district, province }) => ({
      code,
      name: writeAddress({ province, district, subdistrict }),
    }));
}

const isCalled = ({ th, en }: PlaceName, said: string): boolean =>
  [th, en].some((name) => looseForm(name) === looseForm(said));

/** People leave out the province behind the district of its capital: "อ.เมือง จ.ระยอง". */
function isDistrict(
  { district, province }: { district: PlaceName; province: PlaceName },
  said: string,
): boolean {
  const { th, en } = { th: `${said}${province.th}`, en: `${said} ${province.en}` };
  return isCalled(district, said) || isCalled(district, th) || isCalled(district, en);
}

function isProvince(name: PlaceName, said: string): boolean {
  const isBangkok =
    name.th === 'กรุงเทพมหานคร' && BANGKOK.some((short) => looseForm(short) === looseForm(said));
  return isBangkok || isCalled(name, said);
}
