/**
 * What is told of a case to those who did not just write: its reporter, who follows it, and who handles it. Nothing
 * here says who the reporter is; followers hear what became of the case and no words of anybody.
 */
import { type Message, open, type Row } from '../engine/message.ts';
import { defineTexts, type Name, type Text } from '../engine/text.ts';
import { saidBy1111 } from './at-1111.ts';
import { beginningOf } from './case-answers.ts';
import { whyNoPhotoInWords } from './case-words.ts';
import type { ComplaintLevel, ComplaintStep, Status1111 } from './complaint.ts';

/**
 * Something that happened to a case. `notice`: the reporter is reminded to say whether it is solved. `not-at-1111`: it was
 * to go there, and was given up.
 */
export type ToldCase = {
  code: string;
  /** The office, or the district and province. */
  name: Name;
  level: ComplaintLevel;
  what: ComplaintStep['what'] | 'notice' | 'not-at-1111';
  by: ComplaintStep['by'];
  words?: string | undefined;
  whyNoPhoto?: string | undefined;
  /** What 1111 says. */
  status?: Status1111 | undefined;
};

/** A message, and whether waiting for the person's next visit will not do. */
export type ToldPerson = { message: Message; isUrgent: boolean };

/** The texts; also listed in the registry of texts. */
export const toldTexts = defineTexts('complaint-told', {
  taken: { th: 'เรื่อง {{code}} มีเจ้าหน้าที่รับไปดำเนินการแล้ว', en: 'Somebody is working on case {{code}} now' },
  forwarded: { th: 'เรื่อง {{code}} ส่งต่อไปยัง{{level}}แล้ว', en: 'Case {{code}} was passed on to {{level}}' },
  escalated: {
    th: 'เรื่อง {{code}} ยกขึ้นไปให้{{level}}ดูแลแล้ว',
    en: 'Case {{code}} went up to {{level}}',
  },
  asked: { th: 'เจ้าหน้าที่มีคำถามเกี่ยวกับเรื่อง {{code}}', en: 'There is a question about your case {{code}}' },
  answered: { th: 'มีคำตอบเกี่ยวกับเรื่อง {{code}}', en: 'There is an answer about your case {{code}}' },
  solved: {
    th: 'เรื่อง {{code}} แจ้งว่าแก้ไขแล้ว ช่วยดูและบอกเราว่าเรียบร้อยหรือยัง',
    en: 'Case {{code}} is said to be solved. Please look and tell us whether it is.',
  },
  solvedFollowed: {
    th: 'เรื่อง {{code}} ที่คุณติดตาม แจ้งว่าแก้ไขแล้ว',
    en: 'Case {{code}}, which you follow, is said to be solved',
  },
  notice: {
    th: 'เรื่อง {{code}} แก้ไขเรียบร้อยจริงหรือยัง ถ้าไม่มีคำตอบภายใน 15 วันหลังแจ้งแก้ไข เรื่องจะปิดเอง',
    en: 'Is case {{code}} really solved? Without an answer it closes 15 days after it was said to be.',
  },
  closedSilently: {
    th: 'เรื่อง {{code}} ปิดแล้ว เพราะครบ 15 วันโดยไม่มีคำตอบ',
    en: 'Case {{code}} is closed: there was no answer for 15 days',
  },
  closed: { th: 'เรื่อง {{code}} ปิดแล้ว', en: 'Case {{code}} is closed' },
  status: { th: 'ศูนย์ 1111 แจ้งความคืบหน้าเรื่อง {{code}}', en: '1111 has news of your case {{code}}' },
  notAt1111: {
    th: 'เรื่อง {{code}} ส่งถึงศูนย์ 1111 ไม่ได้ แต่ยังดำเนินการที่นี่ต่อ หากต้องการแจ้งที่นั่นด้วย โทร 1111 ได้ตลอด 24 ชั่วโมง',
    en: 'Case {{code}} could not be sent to 1111. It goes on here; to report it there too, call 1111 at any hour.',
  },
  sent1111: { th: 'เรื่อง {{code}} ถึงศูนย์ 1111 แล้ว', en: 'Case {{code}} has reached 1111' },
  disputedFollowed: {
    th: 'เรื่อง {{code}} ที่คุณติดตาม กลับมาดำเนินการอีกครั้ง',
    en: 'Case {{code}}, which you follow, is being worked on again',
  },
  received: { th: 'มีเรื่องร้องเรียนใหม่ {{code}}', en: 'There is a new complaint, {{code}}' },
  arrived: { th: 'เรื่องร้องเรียน {{code}} ส่งมาถึงคุณ', en: 'Complaint {{code}} was passed on to you' },
  said: { th: 'ผู้ร้องเพิ่มข้อความในเรื่อง {{code}}', en: 'The reporter of case {{code}} wrote something' },
  disputed: { th: 'ผู้ร้องแจ้งว่าเรื่อง {{code}} ยังไม่แก้', en: 'The reporter says that case {{code}} is not solved' },
  confirmed: {
    th: 'ผู้ร้องยืนยันแล้วว่าเรื่อง {{code}} แก้ไขเรียบร้อย ขอบคุณ',
    en: 'The reporter confirms that case {{code}} is solved. Thank you.',
  },
  earlier: { th: 'ก่อนหน้านี้', en: 'Before that' },
  about: { th: 'เกี่ยวกับ', en: 'About' },
  words: { th: 'ข้อความ', en: 'In their words' },
  noPhoto: { th: 'ไม่มีรูป', en: 'No photo' },
  track: { th: 'ดูเรื่องนี้', en: 'See this case' },
  look: { th: 'เปิดเรื่องนี้', en: 'Open this case' },
  office: { th: 'หน่วยงาน', en: 'the office' },
  district: { th: 'ผู้ดูแลระดับอำเภอ', en: 'the district' },
  province: { th: 'ผู้ดูแลระดับจังหวัด', en: 'the province' },
  department: { th: 'ผู้ดูแลระดับกรม', en: 'the department' },
});

const text = toldTexts;

const LEVELS: Readonly<Record<ComplaintLevel, Text>> = {
  office: text('office'),
  district: text('district'),
  province: text('province'),
  department: text('department'),
};

/** What the reporter is told; nothing of what they did themselves. One push each for what they have to answer, or ends it. */
export function toldReporter(told: ToldCase): ToldPerson | undefined {
  const title = reportersTitle(told);
  if (!title || told.by === 'reporter') return undefined;
  return {
    message: message(title, told, saidRows(told), 'track'),
    isUrgent: ['asked', 'solved', 'notice', 'closed'].includes(told.what),
  };
}

function reportersTitle({ what, code, level }: ToldCase): Text | undefined {
  switch (what) {
    case 'taken':
    case 'asked':
    case 'answered':
    case 'solved':
    case 'notice':
      return text(what, { code });
    case 'forwarded':
    case 'escalated':
      return text(what, { code, level: LEVELS[level] });
    case 'closed':
      return text('closedSilently', { code });
    case 'sent-1111':
      return text('sent1111', { code });
    case 'status-1111':
      return text('status', { code });
    case 'not-at-1111':
      return text('notAt1111', { code });
    default:
      return undefined;
  }
}

/** What followers are told: how the case stands, and no words. They need not answer anything. */
export function toldFollower(told: ToldCase): ToldPerson | undefined {
  const title = followersTitle(told);
  return title && { message: message(title, told, [], 'track'), isUrgent: false };
}

function followersTitle({ what, code, level }: ToldCase): Text | undefined {
  switch (what) {
    case 'taken':
      return text('taken', { code });
    case 'forwarded':
    case 'escalated':
      return text(what, { code, level: LEVELS[level] });
    case 'solved':
      return text('solvedFollowed', { code });
    case 'disputed':
      return text('disputedFollowed', { code });
    case 'confirmed':
    case 'closed':
      return text('closed', { code });
    default:
      return undefined;
  }
}

/** What handlers are told: what came to them, and what the reporter did. The words stand in the case. */
export function toldHandler(told: ToldCase): ToldPerson | undefined {
  const title = handlersTitle(told);
  const isUrgent = told.what === 'received' || told.what === 'disputed';
  return title && { message: message(title, told, [], 'look'), isUrgent };
}

function handlersTitle({ what, code }: ToldCase): Text | undefined {
  switch (what) {
    case 'received':
    case 'said':
    case 'disputed':
    case 'confirmed':
    case 'closed':
      return text(what, { code });
    case 'forwarded':
    case 'escalated':
      return text('arrived', { code });
    case 'status-1111':
      return text('status', { code });
    default:
      return undefined;
  }
}

const FLOWS = { track: 'track-complaint', look: 'complaint-cases' } as const;

function message(title: Text, { code, name }: ToldCase, rows: Row[], way: keyof typeof FLOWS): Message {
  return {
    kind: 'summary',
    title,
    rows: [{ label: text('about'), value: name }, ...rows],
    options: [open(text(way), FLOWS[way], code)],
  };
}

/** The words as they were said; of 1111 its status too. */
function saidRows({ words, whyNoPhoto, status }: ToldCase): Row[] {
  if (status) return saidBy1111({ status, words });
  return [
    ...(whyNoPhoto ? [{ label: text('noPhoto'), value: whyNoPhotoInWords(whyNoPhoto) }] : []),
    ...(words ? [{ label: text('words'), value: words }] : []),
  ];
}

/** So much of somebody's words stands in a message that gathers several. */
const WORDS_GATHERED = 200;

/** Earlier news in their order, in at most so many messages: where there are more, the first become the rows of one. */
export function gathered(earlier: readonly Message[], most: number): Message[] {
  if (earlier.length <= most) return [...earlier];
  const count = earlier.length - most + 1;
  const rows = earlier.slice(0, count).flatMap(asRow);
  return [{ kind: 'summary', title: text('earlier'), rows, options: [] }, ...earlier.slice(count)];
}

/** The last row holds the words, where there are any. */
function asRow(told: Message): Row[] {
  if (told.kind !== 'summary') return [];
  const value = told.rows.at(-1)?.value ?? '';
  return [
    { label: told.title, value: typeof value === 'string' ? beginningOf(value, WORDS_GATHERED) : value },
  ];
}
