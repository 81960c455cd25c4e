/** What happened to a case, as rows with their dates; its photos; and long words in full. */
import { choiceOf } from '../engine/accepts.ts';
import type { At } from '../engine/flow.ts';
import type { Asking, Message, Picture, Row } from '../engine/message.ts';
import { say } from '../engine/message.ts';
import { defineTexts, type Language, type Text, type Words } from '../engine/text.ts';
import { instant } from '../role-names.ts';
import { statusAt1111 } from './at-1111.ts';
import { beginningOf } from './case-answers.ts';
import { whyNoPhotoInWords } from './case-words.ts';
import type { ComplaintStep, OwnCase } from './complaint.ts';

export const historyTexts = defineTexts('complaint-history', {
  title: { th: 'ความเป็นมาของเรื่อง {{code}}', en: 'What happened to case {{code}}' },
  received: { th: 'ส่งเรื่อง', en: 'Complaint sent' },
  forwarded: { th: '{{by}}ส่งเรื่องต่อ', en: 'Passed on by {{by}}' },
  taken: { th: '{{by}}เริ่มดำเนินการ', en: 'Taken up by {{by}}' },
  asked: { th: '{{by}}ถามผู้ร้อง', en: 'Question from {{by}} to the reporter' },
  answered: { th: '{{by}}แจ้งความคืบหน้า', en: 'News from {{by}}' },
  said: { th: 'ข้อความจากผู้ร้อง', en: 'The reporter writes' },
  solved: { th: '{{by}}แจ้งว่าแก้ไขแล้ว', en: 'Said to be solved by {{by}}' },
  disputed: { th: 'ผู้ร้องแจ้งว่ายังไม่แก้', en: 'The reporter says that it is not solved' },
  confirmed: { th: 'ผู้ร้องยืนยันว่าแก้ไขแล้ว', en: 'The reporter confirms that it is solved' },
  closed: { th: 'ปิดเรื่อง เพราะไม่มีคำตอบจากผู้ร้อง', en: 'Closed: no answer from the reporter' },
  withdrawn: { th: 'ผู้ร้องถอนเรื่อง', en: 'Taken back by the reporter' },
  escalated: { th: 'ยกเรื่องขึ้นไปอีกระดับ', en: 'Went up one level' },
  sent1111: { th: 'ส่งถึงศูนย์ 1111', en: 'Sent to 1111' },
  status1111: { th: 'ศูนย์ 1111 แจ้งสถานะ: {{status}}', en: 'News from 1111: {{status}}' },
  words1111: { th: '{{what}} 1111: “{{words}}”', en: '{{what}}. 1111: “{{words}}”' },
  withWords: { th: '{{what}}: “{{words}}”', en: '{{what}}: “{{words}}”' },
  withoutPhoto: { th: '{{what}} (ไม่มีรูป: {{why}})', en: '{{what}} (no photo: {{why}})' },
  withPhotos: { th: '{{what}} (รูป {{count}} รูป)', en: '{{what}} (photos: {{count}})' },
  office: { th: 'หน่วยงาน', en: 'the office' },
  coordinator: { th: 'ผู้ประสานงาน', en: 'a coordinator' },
  service: { th: 'ระบบ', en: 'the service' },
  reporter: { th: 'ผู้ร้อง', en: 'the reporter' },
  center: { th: 'ศูนย์ 1111', en: '1111' },
  photos: { th: 'รูปของเรื่องนี้', en: 'Photos of this case' },
  fromReporter: { th: 'จากผู้ร้อง {{number}}', en: 'From the reporter {{number}}' },
  evidence: { th: 'หลังแก้ไข {{number}}', en: 'After the work {{number}}' },
  evidenceOf: { th: 'แก้ไขครั้งที่ {{time}} รูป {{number}}', en: 'Work {{time}}, photo {{number}}' },
  between: { th: 'ระหว่างนั้น', en: 'In between' },
  oneMore: { th: 'อีก 1 ขั้น', en: 'one more step' },
  more: { th: 'อีก {{count}} ขั้น', en: '{{count}} more steps', enOne: '{{count}} more step' },
  whole: { th: '{{when}} {{what}}\n{{words}}', en: '{{when}} {{what}}\n{{words}}' },
  plain: { th: '{{when}} {{what}}', en: '{{when}} {{what}}' },
  wholeAbove: { th: 'ข้อความเต็มอยู่ด้านบน', en: 'The words in full stand above.' },
  wholePart: {
    th: 'ข้อความเต็มอยู่ด้านบน ส่วนที่ {{page}} จาก {{pages}}',
    en: 'The words in full stand above, part {{page}} of {{pages}}.',
  },
  goOnReading: { th: 'อ่านต่อ', en: 'Read on' },
  backToCase: { th: 'กลับไปที่เรื่อง', en: 'Back to the case' },
  both: { th: '{{before}}\n\n{{after}}', en: '{{before}}\n\n{{after}}' },
});

type Told = Pick<OwnCase, 'code' | 'words' | 'photos' | 'steps'>;

/** Steps shown at once: the first, in which the complaint's own words stand, and the latest. */
const STEPS_SHOWN = 8;
/** So much of what was said stands in the history. */
const WORDS_SHOWN = 240;
/** LINE takes ten pictures side by side. */
const PICTURES_SHOWN = 10;
/** One message in full holds about so much, UTF-16 units, and room for the longest words; so many go on one page. */
const WHOLE_LENGTH = 4_000;
const WHOLE_AT_ONCE = 3;
/** More than date and name of a step have. */
const HEADING_LENGTH = 100;

const KEYS = {
  received: 'received',
  forwarded: 'forwarded',
  taken: 'taken',
  asked: 'asked',
  answered: 'answered',
  said: 'said',
  solved: 'solved',
  disputed: 'disputed',
  confirmed: 'confirmed',
  closed: 'closed',
  escalated: 'escalated',
  'sent-1111': 'sent1111',
  'status-1111': 'status1111',
} as const satisfies Record<ComplaintStep['what'], string>;
const MAKERS = {
  office: 'office',
  coordinator: 'coordinator',
  service: 'service',
  reporter: 'reporter',
  1111: 'center',
} as const satisfies Record<ComplaintStep['by'], string>;

/** The first step and the latest, with their dates; how many lie between. */
export function historyOf(found: Told, language: Language): Message {
  const rows = stepsOf(found).map(
    (step): Row => ({ label: instant(step.at, language), value: stepInWords(step) }),
  );
  return {
    kind: 'summary',
    title: historyTexts('title', { code: found.code }),
    rows: rows.length > STEPS_SHOWN ? withoutMiddle(rows) : rows,
    options: [],
  };
}

function withoutMiddle(rows: readonly Row[]): Row[] {
  const count = rows.length - STEPS_SHOWN;
  const value = count === 1 ? historyTexts('oneMore') : historyTexts('more', { count });
  return [...rows.slice(0, 1), { label: historyTexts('between'), value }, ...rows.slice(1 - STEPS_SHOWN)];
}

/** The complaint's own words stand in its first step. */
function stepsOf({ steps, words }: Told): ComplaintStep[] {
  return steps.map((step) => (step.what === 'received' && words ? { ...step, words } : step));
}

function stepInWords(step: ComplaintStep): Words {
  const { words } = step;
  const seen = withEvidence(step);
  if (!words) return seen;
  const how = step.what === 'status-1111' ? 'words1111' : 'withWords';
  return historyTexts(how, { what: seen, words: beginningOf(words, WORDS_SHOWN) });
}

function withEvidence(step: ComplaintStep): Text {
  const { photos = [], whyNoPhoto } = step;
  const what = stepName(step);
  if (photos.length > 0) return historyTexts('withPhotos', { what, count: photos.length });
  return whyNoPhoto ? historyTexts('withoutPhoto', { what, why: whyNoPhotoInWords(whyNoPhoto) }) : what;
}

function stepName({ what, by, status = 'arrived' }: ComplaintStep): Text {
  const key = KEYS[what];
  switch (key) {
    case 'forwarded':
    case 'taken':
    case 'asked':
    case 'answered':
    case 'solved':
      return historyTexts(key, { by: historyTexts(MAKERS[by]) });
    case 'status1111':
      return historyTexts(key, { status: statusAt1111(status) });
    case 'closed':
      return historyTexts(by === 'reporter' ? 'withdrawn' : 'closed');
    default:
      return historyTexts(key);
  }
}

/** The reporter's photos, and those of every solution, the newest first: a later one hides none of an earlier one. */
export function picturesOf({ photos, steps }: Told): Message[] {
  const pictures = [
    ...photos.map((photo, index) => pictureOf(photo, historyTexts('fromReporter', { number: index + 1 }))),
    ...evidenceShown(steps, PICTURES_SHOWN - photos.length),
  ];
  return pictures.length > 0 ? [{ kind: 'pictures', title: historyTexts('photos'), pictures }] : [];
}

/** As many as there is room for, of each solution about as many. */
function evidenceShown(steps: readonly ComplaintStep[], room: number): Picture[] {
  const solutions = steps.filter(({ what }) => what === 'solved').map(({ photos = [] }) => photos);
  const isOnly = solutions.length === 1;
  const all = solutions.flatMap((photos, solution) =>
    photos.map((photo, place) => ({ photo, solution, place })),
  );
  const newest = (one: { solution: number }, other: { solution: number }) => other.solution - one.solution;
  const fitting = all.toSorted((one, other) => one.place - other.place || newest(one, other)).slice(0, room);
  return fitting
    .toSorted((one, other) => newest(one, other) || one.place - other.place)
    .map(({ photo, solution, place }) => {
      const number = place + 1;
      const label = isOnly
        ? historyTexts('evidence', { number })
        : historyTexts('evidenceOf', { time: solution + 1, number });
      return pictureOf(photo, label);
    });
}

/** A photo comes as "id-key". */
function pictureOf(photo: string, label: Words): Picture {
  const [id = '', key = ''] = photo.split('-');
  return { path: `/photos/${id}-${key}.jpg`, small: `/photos/${id}-small-${key}.jpg`, label };
}

/** Whether the history had to leave out something: words, or whole steps. */
export function isCut(found: Told): boolean {
  const steps = stepsOf(found);
  return steps.length > STEPS_SHOWN || steps.some(isLong);
}

const isLong = ({ words = '' }: ComplaintStep): boolean => beginningOf(words, WORDS_SHOWN) !== words;

/** All steps with all words, page by page (from 0), and how many pages there are. */
export function wholeHistory(
  found: Told,
  language: Language,
  page: number,
): { messages: Message[]; pages: number } {
  const messages = packed(stepsOf(found), language);
  const from = page * WHOLE_AT_ONCE;
  return {
    messages: messages.slice(from, from + WHOLE_AT_ONCE).map(say),
    pages: Math.ceil(messages.length / WHOLE_AT_ONCE),
  };
}

const ways = choiceOf(historyTexts, { more: 'goOnReading', case: 'backToCase' });
/** Reading on, or back to the case. */
export const wholeAnswers = ways.accept;

/** A page of all that was said, and the way on and back. */
export function askWhole(
  found: Told | undefined,
  { language, data: { page = 0 } }: Pick<At<{ page?: number | undefined }>, 'language' | 'data'>,
): Asking {
  const { messages, pages } = found ? wholeHistory(found, language, page) : { messages: [], pages: 1 };
  const text = pages > 1 ? historyTexts('wholePart', { page: page + 1, pages }) : historyTexts('wholeAbove');
  const options = page + 1 < pages ? ways.options : ways.options.slice(1);
  return { messages: [...messages, { kind: 'question', text, options }] };
}

/** As many steps in one message as it holds. */
function packed(steps: readonly ComplaintStep[], language: Language): Text[] {
  const messages: { text: Text; length: number }[] = [];
  for (const step of steps) {
    const [text, length] = [inFull(step, language), HEADING_LENGTH + (step.words?.length ?? 0)];
    const last = messages.at(-1);
    if (last && last.length + length <= WHOLE_LENGTH) {
      last.text = historyTexts('both', { before: last.text, after: text });
      last.length += length;
    } else messages.push({ text, length });
  }
  return messages.map(({ text }) => text);
}

function inFull(step: ComplaintStep, language: Language): Text {
  const { words } = step;
  const [when, what] = [instant(step.at, language), stepName(step)];
  return words ? historyTexts('whole', { when, what, words }) : historyTexts('plain', { when, what });
}
