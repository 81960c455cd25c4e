// The history: each audited field is called something, and what it may hold is said in words, in both languages.
import { describe, expect, test } from '@jest/globals';
import type { Words } from '../../flows/engine/text.ts';
import { HISTORY_FIELDS, wordedField } from '../../flows/history-fields.ts';
import type { PastChange } from '../../flows/people-look-ups.ts';
import { allTexts } from '../../flows/registry.ts';
import { readinessSurvey } from '../../flows/survey/questions.ts';
import type { AuditFields, AuditKind } from '../../models/audit.ts';
import { WHOLE_DAY, weekOf } from '../../models/thai/opening-hours.ts';
import { createSpeaker } from '../conversations/speaker.ts';

const speak = createSpeaker(allTexts);
const names = { JQ86D8: { th: 'อบต.เขาใหม่', en: 'Khao Mai' }, birth: { th: 'แจ้งเกิด', en: 'Birth' } };
const said = (what: PastChange['what'], field: string, value: unknown) => {
  const [called, inWords] = wordedField(what, field, names) ?? [];
  const both = (words: Words | undefined) =>
    words === undefined ? undefined : [speak(words, 'th'), speak(words, 'en')];
  return [both(called), both(inWords?.(value, names))];
};
const phone = { number: '038123456', extensions: [] };

/** A field for each of something is listed once. */
type Listed<Field extends string> = Field extends `answers.${string}`
  ? 'answers.*'
  : Field extends `matrix.${string}`
    ? 'matrix.*'
    : Field;

/** A value of every field that models/ may write, as it is stored. */
const AUDITED: { [Kind in AuditKind]: Record<Listed<AuditFields[Kind]>, unknown> } = {
  agency: {
    ...{ 'name.th': 'ก', 'name.en': 'A', kind: 'hospital', department: 'ก', ministry: 'ก', abroad: true },
    ...{ provinceCode: '21', districtCode: '2101', subdistrictCode: '210101', parentCode: '030700002' },
  },
  pin: {
    ...{ 'name.th': 'ก', 'name.en': 'A', kind: 'hospital', 'position.type': 'Point', spot: 'counter' },
    ...{ 'position.coordinates': [101.266, 12.672], area: { th: 'ก' }, 'area.th': 'ก', 'area.en': 'A' },
    ...{ 'address.th': 'ก', 'address.en': 'A', phones: [phone], website: 'https://a.go.th' },
    ...{
      hours: { weekdays: weekOf(() => [WHOLE_DAY]), closedOnHolidays: true },
      parent: 'JQ86D8',
      contact: { name: 'มะลิ', phone },
      photo: '01CD',
    },
    ...{ procedure: 'birth', poster: '2018-05-08T02:30:00.000Z', checkedAt: '2018-05-08T02:30:00.000Z' },
    ...{ checkedBy: 'U1', state: 'retired', retired: { reason: 'closed' }, mergedInto: 'JQ86D8' },
    ...{ mergedFrom: 'JQ86D8', task: 'JQ86D8' },
  },
  procedure: {
    ...{ 'title.th': 'ก', 'title.en': 'A', 'owner.agency': '030700002', 'owner.kinds': ['hospital'] },
    ...{ steps: ['ก'], papers: ['ก'], fee: 'ก', duration: 'ก', law: 'ก', link: 'ก', retired: true },
  },
  survey: {
    'title.th': 'ก',
    'title.en': 'A',
    opensAt: '2018-05-08T02:30:00.000Z',
    closesAt: '2018-05-08',
    revision: 2,
    'answers.*': null,
    'matrix.*': { idCard: true, house: false },
  },
  copies: {
    ...{ idCard: true, house: false, since: '2018-05-08', blockers: ['law'], blockerText: 'ก' },
    ...{ target: '2018-05-08', doneOn: '2018-05-08', pin: 'JQ86D8' },
  },
  route: { route: 'online-a', reason: 'ก' },
  complaint: { step: 'forward-up', state: 'working', level: 'district', agency: '030700002' },
  deadline: {
    ...{
      title: 'ก',
      'title.th': 'ก',
      'title.en': 'A',
      what: 'pinned',
      scope: 'country',
      kinds: ['hospital'],
    },
    ...{ opensOn: '2018-05-08', closesOn: '2018-05-08', remindBefore: [14, 7], remindAfter: 1 },
    ...{ within: 'd', cancelled: true, reason: 'ก' },
  },
  reminder: { agencies: ['030700002'], words: 'ก' },
  rating: { answer: 'ก' },
  person: { leave: '2018-05-08/2018-05-10' },
  menu: { menus: 'ก' },
  role: { role: 'official:030700002', registration: 'refused', reason: 'ก' },
  invitation: { invitation: 'official:030700002' },
};

/** What is not worded as a kind of its own has the fields of roles. */
const VALUES: Record<PastChange['what'], Record<string, unknown>> = {
  ...AUDITED,
  registration: AUDITED.role,
};

const fields = Object.entries(HISTORY_FIELDS).flatMap(([what, known]) =>
  // The keys of HISTORY_FIELDS are exactly these; Object.entries widens them.
  Object.keys(known).map((field) => [what as PastChange['what'], field] as const),
);

describe('every audited field', () => {
  test.each(fields)('%s %s', (what, field) => {
    const [called, value] = said(what, field, VALUES[what][field]);
    expect(called?.every((words) => words !== '')).toBe(true);
    expect(value?.every((words) => words !== '' && !/\d{4}-\d{2}-\d{2}|[{}]|\[object/.test(words))).toBe(
      true,
    );
  });

  test('has a value here, and nothing else has', () => {
    for (const [what, field] of fields) expect(VALUES[what]).toHaveProperty([field]);
    expect(Object.values(VALUES).flatMap(Object.keys)).toHaveLength(fields.length);
  });
});

test('answers of the survey by the question’s name, rows by the procedure’s', () => {
  for (const { id, kind, title } of readinessSurvey.questions)
    if (kind !== 'matrix')
      expect(said('survey', `answers.${id}`, { text: 'x' })[0]).toEqual([title.th, title.en]);
  expect(said('survey', 'answers.points', { number: 7 })[1]?.[0]).toContain('7');
  const [called, value] = said('survey', 'matrix.birth', { idCard: true, house: false });
  expect(called).toEqual(['สำเนาสำหรับ “แจ้งเกิด”', 'copies for “Birth”']);
  expect(value?.[0]).toMatch(/บัตร/);
});

test('phones, days, leave and names are said as people say them', () => {
  expect(said('pin', 'phones', [phone])[1]?.[0]).toBe('038-123-456');
  expect(said('deadline', 'closesOn', '2018-05-08')[1]).toEqual(['8 พฤษภาคม 2561', '8 May 2018']);
  expect(said('person', 'leave', '2018-05-08/2018-05-10')[1]?.[0]).toBe('8 พฤษภาคม 2561 ถึง 10 พฤษภาคม 2561');
  expect(said('pin', 'parent', 'JQ86D8')[1]).toEqual(['อบต.เขาใหม่', 'Khao Mai']);
});

test('nothing is said of a field that nothing writes', () => {
  expect(wordedField('pin', 'constructor', {})).toBeUndefined();
  expect(said('survey', 'answers.nothing', {})[0]).toEqual(['คำตอบในแบบสำรวจ', 'an answer in the survey']);
});
