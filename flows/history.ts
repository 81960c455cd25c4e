/** The latest changes in what somebody looks after (ประวัติ): who, when, what, from what to what. */
import { z } from 'zod';
import { oneOfOptions } from './engine/accepts.ts';
import { defineFlow, stepsOf } from './engine/define-flow.ts';
import type { Advance, At } from './engine/flow.ts';
import { type Asking, answer, type Row, say } from './engine/message.ts';
import { defineTexts, type Text, type Words } from './engine/text.ts';
import { wordedField } from './history-fields.ts';
import type { PastChange } from './people-look-ups.ts';
import { instant, personName, roleName } from './role-names.ts';

const data = z.object({
  /** How many changes are newer than those shown. */
  skip: z.number().int().min(0).max(1_000).optional(),
  /** Whether there are older ones. */
  more: z.boolean().optional(),
});
type Data = z.infer<typeof data>;
type StepName = 'latest' | 'older' | 'all' | 'none' | 'notYours';

/** Changes shown at once. */
const PAGE = 10;
/** Fields of one change that are named; the rest is counted. */
const FIELDS_SHOWN = 3;

const text = defineTexts('history', {
  title: { th: 'ประวัติการเปลี่ยนแปลง', en: 'History of changes' },
  latest: { th: 'การเปลี่ยนแปลงล่าสุดในพื้นที่ของคุณ', en: 'The latest changes in what you look after' },
  older: { th: 'การเปลี่ยนแปลงก่อนหน้านั้น', en: 'Changes before those' },
  none: { th: 'ยังไม่มีการเปลี่ยนแปลงในพื้นที่ของคุณ', en: 'There are no changes in what you look after yet.' },
  noMore: { th: 'หมดแล้ว ไม่มีรายการก่อนหน้านี้', en: 'That was all; there is nothing older.' },
  notYours: { th: 'ประวัตินี้สำหรับผู้ประสานงานและผู้ดูแลระบบ', en: 'This is for coordinators and administrators.' },
  more: { th: 'ดูก่อนหน้านี้', en: 'Older ones' },
  newer: { th: 'ใหม่กว่านี้', en: 'Newer ones' },
  whenWho: { th: '{{when}} {{who}}', en: '{{when}}, {{who}}' },
  manage: { th: 'ผู้ดูแลระบบ (คำสั่ง)', en: 'an administrator, by command' },
  import: { th: 'การนำเข้าข้อมูล', en: 'an import of data' },
  roleGiven: { th: 'ให้ {{who}} เป็น {{role}}', en: 'gave {{who}} a role: {{role}}' },
  roleTaken: { th: 'ถอน {{who}} จาก {{role}}', en: 'ended a role of {{who}}: {{role}}' },
  because: { th: '{{what}} เพราะ “{{reason}}”', en: '{{what}}, because “{{reason}}”' },
  refused: { th: 'ไม่อนุมัติ {{who}} ที่ {{about}}', en: 'refused {{who}} at {{about}}' },
  invited: { th: 'สร้างรหัสเชิญ {{role}}', en: 'made a code for {{role}}' },
  withdrawn: { th: 'เพิกถอนรหัสเชิญ {{role}}', en: 'withdrew a code for {{role}}' },
  copies: {
    th: 'แก้สำเนาของ “{{procedure}}” ที่ {{about}}: {{fields}}',
    en: 'changed the copies for “{{procedure}}” at {{about}}: {{fields}}',
  },
  survey: { th: 'แบบสำรวจ {{about}}: {{fields}}', en: 'the survey of {{about}}: {{fields}}' },
  reminded: { th: 'ส่งการเตือนเรื่อง {{about}}: {{fields}}', en: 'sent reminders of {{about}}: {{fields}}' },
  changedMenus: { th: 'เปลี่ยนเมนูของ LINE: {{fields}}', en: 'changed the menus in LINE: {{fields}}' },
  something: { th: 'ข้อมูลหนึ่งรายการ', en: 'a record' },
  changed: { th: 'แก้ {{about}}: {{fields}}', en: 'changed {{about}}: {{fields}}' },
  field: { th: '{{field}} {{from}} → {{to}}', en: '{{field}} {{from}} → {{to}}' },
  two: { th: '{{first}}; {{second}}', en: '{{first}}; {{second}}' },
  andMore: { th: '{{first}} และอีก {{count}} อย่าง', en: '{{first}} and {{count}} more' },
  unclear: { th: '(มีข้อมูล)', en: '(something)' },
  nothing: { th: '(ว่าง)', en: '(empty)' },
  otherField: { th: 'ข้อมูลอื่น', en: 'other details' },
});

const { question, closing } = stepsOf<Data, StepName>();
const page = question({
  ask: (at) => changesWords(at),
  accepts: ({ data: shown }) => oneOfOptions(pagesBeside(shown)),
  next: (skip, at) => toPage(Number(skip), at),
});

export const history = defineFlow({
  id: 'history',
  version: 2,
  data,
  text,
  title: text('title'),
  listed: true,
  words: { th: ['ประวัติ', 'ประวัติการเปลี่ยนแปลง'], en: ['history'] },
  takesWords: false,
  needsConsent: false,
  needs: ['coordinator', 'administrator'],
  browsing: ['latest', 'older'],
  start: ({ value }, at) => toPage(skipOf(value), at),
  // A look at the history is nothing to go on with.
  leave: () => null,
  steps: {
    // Two steps with one question: the way back from any older page is the latest.
    latest: page,
    older: page,
    all: closing(changesWords),
    none: closing(({ data: { skip = 0 } }) => ({ messages: [say(text(skip > 0 ? 'noMore' : 'none'))] })),
    notYours: closing(() => ({ messages: [say(text('notYours'))] })),
  },
});

/** The button of a further page says how many were shown; anything else is the first page. */
function skipOf(value: string): number {
  return /^\d{1,3}$/.test(value) ? Number(value) : 0;
}

async function toPage(skip: number, { find, person }: At<Data>): Promise<Advance<Data, StepName>> {
  const found = await find.people.history(person, { skip, limit: PAGE + 1 });
  if (!found) return { to: 'notYours' };
  const set = { skip, more: found.length > PAGE };
  if (found.length === 0) return { to: 'none', set };
  if (skip > 0) return { to: 'older', set };
  return { to: set.more ? 'latest' : 'all', set };
}

/** The pages before and after the one shown; their values say how many changes are newer. */
function pagesBeside({ skip = 0, more = false }: Data): (Choosable & { label: Text })[] {
  const { more: older, newer } = text.texts;
  return [
    ...(more ? [{ value: String(skip + PAGE), labels: [older.th, older.en], label: text('more') }] : []),
    ...(skip > 0
      ? [{ value: String(Math.max(0, skip - PAGE)), labels: [newer.th, newer.en], label: text('newer') }]
      : []),
  ];
}

type Choosable = { value: string; labels: string[] };

async function changesWords({ data: shown, find, person, language }: At<Data>): Promise<Asking> {
  const { skip = 0 } = shown;
  const found = (await find.people.history(person, { skip, limit: PAGE })) ?? [];
  const rows: Row[] = found.map((change) => ({
    label: text('whenWho', { when: instant(change.at, language), who: byWhom(change) }),
    value: whatOf(change),
  }));
  const options = pagesBeside(shown).map(({ label, value }) => answer(label, value));
  return { messages: [{ kind: 'summary', title: text(skip > 0 ? 'older' : 'latest'), rows, options }] };
}

function byWhom({ by }: PastChange): Words {
  if (by === 'manage') return text('manage');
  return by === 'import' ? text('import') : personName(by.name);
}

function whatOf(change: PastChange): Text {
  const reason = change.changes.find(({ field }) => field === 'reason');
  const what = deedOf(withoutReason(change));
  return reason?.to ? text('because', { what, reason: reasonWords(reason.to, change) }) : what;
}

/** The reason stands behind the rest, unless it is all there is. */
function withoutReason(change: PastChange): PastChange {
  const changes = change.changes.filter(({ field }) => field !== 'reason');
  return changes.length > 0 ? { ...change, changes } : change;
}

function reasonWords(reason: unknown, { what, names }: PastChange): Words {
  return wordedField(what, 'reason', names)?.[1](reason, names) ?? String(reason);
}

function deedOf(change: PastChange): Text {
  const [first] = change.changes;
  const who = personName(change.who ?? '');
  const isGiven = (first?.to ?? null) !== null;
  const role = change.role ? roleName(change.role, change.about) : change.about;
  const fields = fieldsOf(change);
  switch (change.what) {
    case 'role':
      return isGiven ? text('roleGiven', { who, role }) : text('roleTaken', { who, role });
    case 'registration':
      return text('refused', { who, about: change.about });
    case 'invitation':
      return isGiven ? text('invited', { role }) : text('withdrawn', { role });
    case 'copies':
      return text('copies', { procedure: change.procedure ?? '', about: aboutWords(change), fields });
    case 'survey':
      return text('survey', { about: aboutWords(change), fields });
    case 'reminder':
      return text('reminded', { about: aboutWords(change), fields });
    case 'menu':
      return text('changedMenus', { fields });
    case 'person':
      return text('changed', { about: who, fields });
    case 'agency':
    case 'pin':
    case 'procedure':
    case 'route':
    case 'complaint':
    case 'rating':
    case 'deadline':
      return text('changed', { about: aboutWords(change), fields });
  }
}

const aboutWords = ({ about }: PastChange): Words => (about.th ? about : text('something'));

function fieldsOf(change: PastChange): Words {
  const changes = change.changes.filter(isTelling);
  const [first, ...others] = changes
    .slice(0, FIELDS_SHOWN)
    .map(({ field, from, to }) => fieldWords(field, from, to, change));
  if (!first) return text('otherField');
  const all = others.reduce<Text>((before, next) => text('two', { first: before, second: next }), first);
  const left = changes.length - FIELDS_SHOWN;
  return left > 0 ? text('andMore', { first: all, count: left }) : all;
}

/** An area that only got its English name beside the Thai one has not changed for who reads it. */
function isTelling({ field, from, to }: PastChange['changes'][number]): boolean {
  const [before, after] = [from, to].map((value) => areaName.safeParse(value).data?.th);
  return field !== 'area' || before === undefined || before !== after;
}

const areaName = z.object({ th: z.string() });

function fieldWords(field: string, from: unknown, to: unknown, { what, names }: PastChange): Text {
  // Only an older version of this program may have written a field that has no words.
  const [called, inWords, asWhole] = wordedField(what, field, names) ?? [text('otherField'), () => undefined];
  const worded = (value: unknown): Words =>
    value === null || value === '' ? text('nothing') : (inWords(value, names) ?? text('unclear'));
  return asWhole?.(from, to, names) ?? text('field', { field: called, from: worded(from), to: worded(to) });
}
