/** The latest changes in what somebody looks after (ประวัติ): who, when, what, from what to what. */
import { z } from 'zod';
import { defineFlow, stepsOf } from './engine/define-flow.ts';
import type { At, Closing } from './engine/flow.ts';
import { type Option, open, type Row, say } from './engine/message.ts';
import { defineTexts, type Text, type Words } from './engine/text.ts';
import type { PastChange } from './people-look-ups.ts';
import { instant, personName, roleName } from './role-names.ts';

const data = z.object({ skip: z.number().int().min(0).max(1_000).optional() });
type Data = z.infer<typeof data>;

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
  whenWho: { th: '{{when}} {{who}}', en: '{{when}}, {{who}}' },
  manage: { th: 'ผู้ดูแลระบบ (คำสั่ง)', en: 'an administrator, by command' },
  import: { th: 'การนำเข้าข้อมูล', en: 'an import of data' },
  roleGiven: { th: 'ให้ {{who}} เป็น {{role}}', en: 'made {{who}}: {{role}}' },
  roleTaken: { th: 'ถอน {{who}} จาก {{role}}', en: 'ended for {{who}}: {{role}}' },
  because: { th: '{{what}} เพราะ “{{reason}}”', en: '{{what}}, because “{{reason}}”' },
  refused: { th: 'ไม่อนุมัติ {{who}} ที่ {{about}}', en: 'refused {{who}} at {{about}}' },
  invited: { th: 'สร้างรหัสเชิญ {{role}}', en: 'made a code for {{role}}' },
  withdrawn: { th: 'เพิกถอนรหัสเชิญ {{role}}', en: 'withdrew a code for {{role}}' },
  changed: { th: 'แก้ {{about}}: {{fields}}', en: 'changed {{about}}: {{fields}}' },
  field: { th: '{{field}} {{from}} → {{to}}', en: '{{field}} {{from}} → {{to}}' },
  two: { th: '{{first}}; {{second}}', en: '{{first}}; {{second}}' },
  andMore: { th: '{{first}} และอีก {{count}} อย่าง', en: '{{first}} and {{count}} more' },
  nothing: { th: '(ว่าง)', en: '(empty)' },
  name: { th: 'ชื่อ', en: 'name' },
  englishName: { th: 'ชื่อภาษาอังกฤษ', en: 'English name' },
  kind: { th: 'ประเภท', en: 'kind' },
  position: { th: 'ตำแหน่ง', en: 'position' },
  address: { th: 'ที่อยู่', en: 'address' },
  phones: { th: 'เบอร์โทร', en: 'phones' },
  hours: { th: 'เวลาทำการ', en: 'opening hours' },
  website: { th: 'เว็บไซต์', en: 'website' },
  photos: { th: 'รูปภาพ', en: 'photos' },
  merging: { th: 'การรวมหมุด', en: 'merging' },
  state: { th: 'สถานะ', en: 'state' },
  department: { th: 'กรม', en: 'department' },
  ministry: { th: 'กระทรวง', en: 'ministry' },
  otherField: { th: 'ข้อมูลอื่น', en: 'other details' },
});

/** What stored fields are called, by the beginning of their path. */
const FIELDS: readonly [path: string, words: Text][] = [
  ['name.en', text('englishName')],
  ['nameEn', text('englishName')],
  ['name', text('name')],
  ['kind', text('kind')],
  ['position', text('position')],
  ['address', text('address')],
  ['phones', text('phones')],
  ['hours', text('hours')],
  ['openingHours', text('hours')],
  ['website', text('website')],
  ['merged', text('merging')],
  ['photo', text('photos')],
  ['state', text('state')],
  ['department', text('department')],
  ['ministry', text('ministry')],
];

const { closing } = stepsOf<Data, 'changes'>();

export const history = defineFlow({
  id: 'history',
  version: 1,
  data,
  text,
  title: text('title'),
  listed: true,
  words: { th: ['ประวัติ', 'ประวัติการเปลี่ยนแปลง'], en: ['history'] },
  takesWords: false,
  needsConsent: false,
  needs: ['coordinator', 'administrator'],
  start: ({ value }) => ({ to: 'changes', set: { skip: skipOf(value) } }),
  steps: { changes: closing(changesWords) },
});

/** The button of a further page says how many were shown; anything else is the first page. */
function skipOf(value: string): number {
  return /^\d{1,3}$/.test(value) ? Number(value) : 0;
}

async function changesWords({ data: { skip = 0 }, find, person, language }: At<Data>): Promise<Closing> {
  const found = await find.people.history(person, { skip, limit: PAGE + 1 });
  if (!found) return { messages: [say(text('notYours'))] };
  if (found.length === 0) return { messages: [say(text(skip > 0 ? 'noMore' : 'none'))] };
  const rows: Row[] = found.slice(0, PAGE).map((change) => ({
    label: text('whenWho', { when: instant(change.at, language), who: byWhom(change) }),
    value: whatOf(change),
  }));
  const more: Option[] = found.length > PAGE ? [open(text('more'), 'history', String(skip + PAGE))] : [];
  return {
    messages: [{ kind: 'summary', title: text(skip > 0 ? 'older' : 'latest'), rows, options: [] }],
    ...(more.length > 0 && { quick: more }),
  };
}

function byWhom({ by }: PastChange): Words {
  if (by === 'manage') return text('manage');
  return by === 'import' ? text('import') : personName(by.name);
}

function whatOf(change: PastChange): Text {
  const reason = change.changes.find(({ field }) => field === 'reason')?.to;
  const what = deedOf(change);
  return reason ? text('because', { what, reason }) : what;
}

function deedOf(change: PastChange): Text {
  const [first] = change.changes;
  const who = personName(change.who ?? '');
  const isGiven = first?.to !== '';
  const role = change.role ? roleName(change.role, change.about) : change.about;
  switch (change.what) {
    case 'role':
      return isGiven ? text('roleGiven', { who, role }) : text('roleTaken', { who, role });
    case 'registration':
      return text('refused', { who, about: change.about });
    case 'invitation':
      return isGiven ? text('invited', { role }) : text('withdrawn', { role });
    case 'agency':
    case 'pin':
    case 'person':
      return text('changed', { about: change.about, fields: fieldsOf(change) });
  }
}

function fieldsOf({ changes }: PastChange): Words {
  const [first, ...others] = changes.slice(0, FIELDS_SHOWN).map(fieldWords);
  if (!first) return text('otherField');
  const all = others.reduce<Text>((before, next) => text('two', { first: before, second: next }), first);
  const left = changes.length - FIELDS_SHOWN;
  return left > 0 ? text('andMore', { first: all, count: left }) : all;
}

function fieldWords({ field, from, to }: PastChange['changes'][number]): Text {
  const known = FIELDS.find(([path]) => field === path || field.startsWith(path))?.[1];
  return text('field', {
    field: known ?? text('otherField'),
    from: from || text('nothing'),
    to: to || text('nothing'),
  });
}
