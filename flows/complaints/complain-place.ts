/** Making a complaint: what somebody means who says where it happened, and what becomes of words that name no place. */
import type { GivenPlace } from '../engine/accepts.ts';
import type { Move } from '../engine/flow.ts';
import type { Position } from '../engine/message.ts';
import type { FoundPin } from '../found-pin.ts';
import { LONGEST_WORDS } from './case-answers.ts';
import { type At, type Data, filled, NOWHERE, type Step, type StepName } from './complain-data.ts';
import { text } from './complain-texts.ts';
import type { SaidArea } from './complaint-look-ups.ts';

/** No name is longer. */
export const NAME_AT_MOST = 80;
/** Offices that fit, on one list; farther down nothing fits well. */
const FOUND_AT_MOST = 6;
/** Fewer characters say nothing that happened. */
const SENTENCE = 10;
/** Of what begins or ends like the name of an office, so much is taken for one. */
const OFFICE_NAME = 40;
const LIKE_OFFICE =
  /^(?:อบต|อบจ|องค์การ|เทศบาล|ทต\.|ทม\.|ทน\.|ที่ว่าการ|ที่ทำการ|สำนัก|สนง|โรงพยาบาล|รพ|โรงเรียน|รร\.|สถานี|ศูนย์|กรม|กระทรวง)|\b(?:office|organi[sz]ation|municipality|hospital|school|station|sao|pao)$/i;

const AREA_MARK = /[ตอจ](?:\.|\s)|ตำบล|แขวง|อำเภอ|เขต|จังหวัด|district|tambon|amphoe|province/i;

/** Where it happened: the one office or area of that name, several to choose from, a position; else it is what happened. */
export async function placed(given: string | GivenPlace, at: At): Promise<Move<Data, StepName>> {
  if (typeof given !== 'string') return aboutPlace(given.position, at);
  const page = { skip: 0, limit: FOUND_AT_MOST };
  const found = given.length <= NAME_AT_MOST ? await at.find.pinsNamed(given, page) : [];
  const { areas, hasMore } = await areasIn(given, found.length > 0, at);
  const words = hasMore ? kept(given, at) : {};
  // Who names a subdistrict means the place, and no office of that name.
  const [area, ...more] = areas;
  const isClear = area && more.length === 0 && (found.length === 0 || area.code.length > DISTRICT_CODE);
  if (isClear) return aboutArea(area, at, words);
  const [pin, ...others] = found;
  if (pin && others.length === 0 && areas.length === 0) return aboutOffice(pin, at);
  if (pin || area) {
    const offices = found.map(({ code, name, area: where }) => ({ code, name, area: where }));
    return { to: 'pick', set: { found: offices, areas, typed: given } };
  }
  const told = kept(given, at);
  return told.words
    ? filled(at, told)
    : { again: text('noneNamed', { words: given.slice(0, NAME_AT_MOST) }) };
}

const DISTRICT_CODE = 4;

/** Where offices fit, only what is said to be a place, and is no office's name, is one. */
async function areasIn(given: string, hasOffices: boolean, { find }: At) {
  const none = { areas: [], hasMore: false };
  if (hasOffices && (LIKE_OFFICE.test(given) || !AREA_MARK.test(given))) return none;
  const said = await find.complaints.areas(given);
  return hasOffices && !said.isMarked ? none : said;
}

/** What was typed, as the words of the complaint, when it can be that and nothing was said yet. */
export function kept(typed: string | undefined, { data: { words } }: At): { words?: string } {
  if (typed === undefined || words !== undefined || !isSentence(typed)) return {};
  return { words: typed };
}

function isSentence(typed: string): boolean {
  const { length } = typed;
  if (length < SENTENCE || length > LONGEST_WORDS * 2) return false;
  return length > OFFICE_NAME || !LIKE_OFFICE.test(typed);
}

/** Goes on with an office. */
export function aboutOffice({ code, name }: Pick<FoundPin, 'code' | 'name'>, at: At): Promise<Step> {
  return unlessAlike({ ...NOWHERE, pin: code, name }, at);
}

/** Goes on with a subdistrict or district. */
export async function aboutArea(
  { code, name }: SaidArea,
  at: At,
  words: { words?: string } = {},
): Promise<Step> {
  return unlessAlike({ ...NOWHERE, area: code, name, ...words }, at);
}

async function aboutPlace(position: Position, at: At): Promise<Step> {
  const name = (await at.find.pins.addressAt(position)) ?? { th: '' };
  return unlessAlike({ ...NOWHERE, position, name }, at);
}

/** Offers open cases like it, once for each place and category. */
export async function unlessAlike(set: Step['set'] & object, at: At): Promise<Step> {
  const next = filled(at, { ...set, isOwn: undefined });
  const given = { ...at.data, ...set };
  const position = given.position ?? (given.pin ? (await at.find.pin(given.pin))?.position : undefined);
  if (!position || !given.category) return next;
  const alike = await at.find.complaints.alike(position, given.category);
  if (alike.length === 0) return next;
  return { ...next, to: 'alike', set: { ...next.set, alike } };
}
