/** What happened to a case, as rows with their dates; its photos; and long words in full. */
import type { Message, Picture, Row } from '../engine/message.ts';
import { say } from '../engine/message.ts';
import { defineTexts, type Language, type Text, type Words } from '../engine/text.ts';
import { instant } from '../role-names.ts';
import { beginningOf } from './case-answers.ts';
import type { ComplaintStep, OwnCase } from './complaint.ts';

export const historyTexts = defineTexts('complaint-history', {
  title: { th: 'ความเป็นมาของเรื่อง {{code}}', en: 'What happened to case {{code}}' },
  latest: { th: 'ความเป็นมาล่าสุดของเรื่อง {{code}}', en: 'The latest about case {{code}}' },
  received: { th: 'ส่งเรื่อง', en: 'Complaint sent' },
  forwarded: { th: '{{by}}ส่งเรื่องต่อ', en: 'Passed on by {{by}}' },
  taken: { th: '{{by}}เริ่มดำเนินการ', en: 'Taken up by {{by}}' },
  asked: { th: '{{by}}ถามผู้ร้อง', en: 'Question from {{by}} to the reporter' },
  answered: { th: '{{by}}แจ้งความคืบหน้า', en: 'News from {{by}}' },
  said: { th: 'ผู้ร้องตอบ', en: 'Answer of the reporter' },
  solved: { th: '{{by}}แจ้งว่าแก้ไขแล้ว', en: 'Said to be solved by {{by}}' },
  disputed: { th: 'ผู้ร้องแจ้งว่ายังไม่แก้', en: 'The reporter says that it is not solved' },
  confirmed: { th: 'ผู้ร้องยืนยันว่าแก้ไขแล้ว', en: 'The reporter confirms that it is solved' },
  closed: { th: 'ปิดเรื่อง เพราะไม่มีคำตอบจากผู้ร้อง', en: 'Closed: no answer from the reporter' },
  withdrawn: { th: 'ผู้ร้องถอนเรื่อง', en: 'Taken back by the reporter' },
  escalated: { th: 'ยกเรื่องขึ้นไปอีกระดับ', en: 'Went up one level' },
  sent1111: { th: 'ส่งถึงศูนย์ 1111', en: 'Sent to 1111' },
  status1111: { th: 'ศูนย์ 1111 แจ้งสถานะ', en: 'News from 1111' },
  withWords: { th: '{{what}}: “{{words}}”', en: '{{what}}: “{{words}}”' },
  withPhotos: { th: '{{what}} (รูป {{count}} รูป)', en: '{{what}} (photos: {{count}})' },
  office: { th: 'หน่วยงาน', en: 'the office' },
  coordinator: { th: 'ผู้ประสานงาน', en: 'a coordinator' },
  service: { th: 'ระบบ', en: 'the service' },
  reporter: { th: 'ผู้ร้อง', en: 'the reporter' },
  center: { th: 'ศูนย์ 1111', en: '1111' },
  photos: { th: 'รูปของเรื่องนี้', en: 'Photos of this case' },
  fromReporter: { th: 'จากผู้ร้อง {{number}}', en: 'From the reporter {{number}}' },
  evidence: { th: 'หลังแก้ไข {{number}}', en: 'After the work {{number}}' },
  whole: { th: '{{when}} {{what}}\n{{words}}', en: '{{when}} {{what}}\n{{words}}' },
});

type Told = Pick<OwnCase, 'code' | 'words' | 'photos' | 'steps'>;

/** Steps shown at once, the latest. */
const STEPS_SHOWN = 8;
/** So much of what was said stands in the history. */
const WORDS_SHOWN = 240;
/** LINE takes ten pictures side by side. */
const EVIDENCE_SHOWN = 5;
/** Long words that are said in full, the latest. */
const WHOLE_SHOWN = 3;

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

/** The latest steps with their dates. */
export function historyOf(found: Told, language: Language): Message {
  const steps = stepsOf(found);
  const rows = steps
    .slice(-STEPS_SHOWN)
    .map((step): Row => ({ label: instant(step.at, language), value: stepInWords(step) }));
  const title = historyTexts(steps.length > STEPS_SHOWN ? 'latest' : 'title', { code: found.code });
  return { kind: 'summary', title, rows, options: [] };
}

/** The complaint's own words stand in its first step. */
function stepsOf({ steps, words }: Told): ComplaintStep[] {
  return steps.map((step) => (step.what === 'received' && words ? { ...step, words } : step));
}

function stepInWords(step: ComplaintStep): Words {
  const { words, photos = [] } = step;
  const what = stepName(step);
  const seen = photos.length > 0 ? historyTexts('withPhotos', { what, count: photos.length }) : what;
  return words ? historyTexts('withWords', { what: seen, words: beginningOf(words, WORDS_SHOWN) }) : seen;
}

function stepName({ what, by }: ComplaintStep): Text {
  const key = KEYS[what];
  switch (key) {
    case 'forwarded':
    case 'taken':
    case 'asked':
    case 'answered':
    case 'solved':
      return historyTexts(key, { by: historyTexts(MAKERS[by]) });
    case 'closed':
      return historyTexts(by === 'reporter' ? 'withdrawn' : 'closed');
    default:
      return historyTexts(key);
  }
}

/** The reporter's photos and those of the latest solution. */
export function picturesOf({ photos, steps }: Told): Message[] {
  const evidence = steps.findLast(({ what }) => what === 'solved')?.photos ?? [];
  const pictures = [
    ...photos.map((photo, index) => pictureOf(photo, historyTexts('fromReporter', { number: index + 1 }))),
    ...evidence
      .slice(0, EVIDENCE_SHOWN)
      .map((photo, index) => pictureOf(photo, historyTexts('evidence', { number: index + 1 }))),
  ];
  return pictures.length > 0 ? [{ kind: 'pictures', title: historyTexts('photos'), pictures }] : [];
}

/** A photo comes as "id-key". */
function pictureOf(photo: string, label: Words): Picture {
  const [id = '', key = ''] = photo.split('-');
  return { path: `/photos/${id}-${key}.jpg`, small: `/photos/${id}-small-${key}.jpg`, label };
}

/** Whether the history had to cut something. */
export function isCut(found: Told): boolean {
  return stepsOf(found).some(isLong);
}

const isLong = ({ words = '' }: ComplaintStep): boolean => beginningOf(words, WORDS_SHOWN) !== words;

/** The latest long words, each in full. */
export function wholeWords(found: Told, language: Language): Message[] {
  return stepsOf(found)
    .filter(isLong)
    .slice(-WHOLE_SHOWN)
    .map((step) =>
      say(
        historyTexts('whole', {
          when: instant(step.at, language),
          what: stepName(step),
          words: step.words ?? '',
        }),
      ),
    );
}
