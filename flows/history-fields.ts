/** What the fields of the audit trail are called, and their changes in words: every field that anything writes. */
import { caseTexts } from './complaints/case-words.ts';
import { nextStepTexts } from './deadlines/next-step.ts';
import type { Text, Words } from './engine/text.ts';
import { historyFieldTexts as text } from './history-field-texts.ts';
import {
  asArea,
  asBlockers,
  asContact,
  asCount,
  asDay,
  asHours,
  asKind,
  asKinds,
  asked,
  asLeave,
  asList,
  asMove,
  asNamed,
  asNames,
  asNeeds,
  asOneOf,
  asPerson,
  asPhones,
  asPlace,
  asRead,
  asReasonOrWords,
  asRetired,
  asSaid,
  asScope,
  asSpot,
  asState,
  asWritten,
  type InWords,
  isYes,
  type Names,
  yesOr,
} from './history-values.ts';
import type { PastChange } from './people-look-ups.ts';
import { routeTexts } from './reports/route-texts.ts';
import { answerWords } from './survey/answer-words.ts';
import { surveyAnswer } from './survey/answers.ts';
import { readinessSurvey } from './survey/questions.ts';
import { questionNamed } from './survey/sheet.ts';

/** A change as a whole, where that says more than “this, then that”. */
type WholeChange = (from: unknown, to: unknown, names: Names) => Text | undefined;
type Worded = readonly [called: Words, inWords: InWords, asWhole?: WholeChange];

const photoChange: WholeChange = (from, to) =>
  from === null ? text('photoAdded') : to === null ? text('photoGone') : undefined;
const procedureChange: WholeChange = (from, to, names) => {
  const procedure = asNamed(to ?? from, names);
  if (procedure === undefined) return undefined;
  return text(from === null ? 'procedureAdded' : 'procedureGone', { procedure });
};
const revisionChange: WholeChange = (_from, to) =>
  typeof to === 'number' ? text('revisionSent', { count: to }) : undefined;
const stepDone: WholeChange = (from, to, names) => {
  const act = from === null ? asOneOf(text)(to, names) : undefined;
  return act === undefined ? undefined : text('done', { act });
};

// Told as deeds, not field by field; the reason stands behind them.
const ROLE_FIELDS = {
  role: [text('role'), asWritten],
  registration: [text('registration'), asWritten],
  reason: [text('reason'), asSaid],
} as const;

/**
 * Every field that is audited, by what the entry is about; `answers.*` is a field for each question. A field that
 * models/audit.ts lists and that is not here does not compile, see bot/turn/past-changes.ts.
 */
export const HISTORY_FIELDS = {
  agency: {
    'name.th': [text('title'), asWritten],
    'name.en': [text('englishName'), asWritten],
    kind: [text('kind'), asKind],
    department: [text('department'), asWritten],
    ministry: [text('ministry'), asWritten],
    provinceCode: [text('province'), asNamed],
    districtCode: [text('district'), asNamed],
    subdistrictCode: [text('subdistrict'), asNamed],
    parentCode: [text('above'), asNamed],
    abroad: [text('abroad'), isYes],
  },
  pin: {
    'name.th': [text('title'), asWritten],
    'name.en': [text('englishName'), asWritten],
    kind: [text('kind'), asKind],
    'position.type': [text('position'), asWritten],
    'position.coordinates': [text('position'), asPlace, asMove],
    spot: [text('spot'), asSpot],
    area: [text('area'), asArea],
    'area.th': [text('area'), asWritten],
    'area.en': [text('englishArea'), asWritten],
    'address.th': [text('address'), asWritten],
    'address.en': [text('englishAddress'), asWritten],
    phones: [text('phones'), asPhones],
    website: [text('website'), asWritten],
    hours: [text('hours'), asHours],
    parent: [text('parent'), asNamed],
    contact: [text('contact'), asContact],
    photo: [text('photos'), () => text('photos'), photoChange],
    procedure: [text('procedure'), asNamed, procedureChange],
    poster: [text('poster'), asDay],
    checkedAt: [text('checked'), asDay],
    checkedBy: [text('checkedBy'), asPerson],
    state: [text('state'), asState],
    retired: [text('retired'), asRetired],
    mergedInto: [text('mergedInto'), asNamed],
    mergedFrom: [text('mergedFrom'), asNamed],
    task: [text('task'), asNamed],
  },
  procedure: {
    'title.th': [text('title'), asWritten],
    'title.en': [text('englishName'), asWritten],
    'owner.agency': [text('agency'), asNamed],
    'owner.kinds': [text('kinds'), asKinds],
    steps: [text('steps'), asCount],
    papers: [text('papers'), asCount],
    fee: [text('fee'), asWritten],
    duration: [text('duration'), asWritten],
    law: [text('law'), asWritten],
    link: [text('link'), asWritten],
    retired: [text('retired'), asRetired],
  },
  survey: {
    'title.th': [text('title'), asWritten],
    'title.en': [text('englishName'), asWritten],
    opensAt: [text('opensOn'), asDay],
    closesAt: [text('closesOn'), asDay],
    revision: [text('revision'), asWritten, revisionChange],
    'answers.*': [text('surveyAnswer'), () => text('answered')],
    'matrix.*': [text('idCardAndHouse'), asNeeds],
  },
  copies: {
    idCard: [text('idCard'), asked],
    house: [text('house'), asked],
    since: [text('since'), asDay],
    blockers: [text('blockers'), asBlockers],
    blockerText: [text('blockerText'), asWritten],
    target: [text('target'), asDay],
    doneOn: [text('doneOn'), asDay],
    pin: [text('pin'), asNamed],
  },
  route: { route: [text('route'), asOneOf(routeTexts)], reason: [text('reason'), asReasonOrWords] },
  complaint: {
    step: [text('act'), asOneOf(text), stepDone],
    state: [text('state'), asState],
    level: [text('level'), asOneOf(caseTexts)],
    agency: [text('agency'), asNamed],
  },
  deadline: {
    title: [text('title'), asWritten],
    'title.th': [text('title'), asWritten],
    'title.en': [text('englishName'), asWritten],
    what: [text('what'), asOneOf(nextStepTexts)],
    scope: [text('scope'), asScope],
    kinds: [text('kinds'), asKinds],
    opensOn: [text('opensOn'), asDay],
    closesOn: [text('closesOn'), asDay],
    remindBefore: [text('remindBefore'), asList],
    remindAfter: [text('remindAfter'), asWritten],
    within: [text('within'), asNamed],
    cancelled: [text('cancelled'), yesOr(text('isCancelled'), text('inForce'))],
    reason: [text('reason'), asWritten],
  },
  reminder: { agencies: [text('agencies'), asNames], words: [text('words'), asWritten] },
  rating: { answer: [text('reply'), asWritten] },
  person: { leave: [text('leave'), asLeave] },
  menu: { menus: [text('menus'), asWritten] },
  role: ROLE_FIELDS,
  registration: ROLE_FIELDS,
  invitation: { invitation: [text('invitation'), asWritten] },
} as const satisfies Readonly<Record<PastChange['what'], Readonly<Record<string, Worded>>>>;

/** What a field is called and its values in words; undefined only for one that an older version wrote. */
export function wordedField(what: PastChange['what'], field: string, names: Names): Worded | undefined {
  const [, part, id = ''] = (what === 'survey' && /^(answers|matrix)\.(.+)$/.exec(field)) || [];
  const listed = fieldsOf(what).find(([path]) => path === (part ? `${part}.*` : field))?.[1];
  if (part === 'matrix') return [text('copies', { title: names[id] ?? id }), asNeeds];
  const asking = part === 'answers' ? questionNamed(readinessSurvey, id) : undefined;
  return asking ? [asking.title, asAnswerTo(asking)] : listed;
}

const fieldsOf = (what: PastChange['what']): [string, Worded][] => Object.entries(HISTORY_FIELDS[what]);

function asAnswerTo(asking: NonNullable<ReturnType<typeof questionNamed>>): InWords {
  return asRead(surveyAnswer, (given) => answerWords(asking, given, readinessSurvey));
}
