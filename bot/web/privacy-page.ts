/** `GET /privacy`: the privacy notice in full, in both languages. The chat asks for consent to this version. */
import type { RequestHandler } from 'express';
import type { Text } from '../../flows/engine/text.ts';
import { keptInWords, kindName, kindTexts } from '../../flows/my-data/kind-words.ts';
import { PRIVACY_NOTICE_VERSION } from '../../flows/privacy-notice.ts';
import { LEFT_KEPT_DAYS } from '../../models/left-person.ts';
import { personalData } from '../../models/personal-data.ts';

type Language = 'th' | 'en';

/** Sections in both languages: a heading and its sentences. The kinds and periods stand in the table below them. */
const sections: { th: [string, string]; en: [string, string] }[] = [
  {
    th: [
      'เก็บอะไรบ้าง',
      'รหัสบัญชี LINE ของคุณ ภาษาที่เลือก วันที่ให้ความยินยอม และสิ่งที่คุณส่งในแชต เช่น หมุดพร้อมรูปถ่าย คะแนนและความเห็น เรื่องร้องเรียน สำนักงานโปรด ที่ดูล่าสุด และที่ถามทาง เมื่อลงทะเบียนเป็นเจ้าหน้าที่ เก็บชื่อ นามสกุล อีเมล โทรศัพท์ และประวัติการแก้ไขข้อมูลด้วย ทุกอย่างอยู่ในตารางด้านล่าง',
    ],
    en: [
      'What is kept',
      'Your LINE account id, your language, the date of your consent, and what you send in the chat: pins with photos, ratings and comments, complaints, the offices you like, looked at last and asked the way to. If you register as an official, also your name, e-mail, phone and what you changed. The table below names all of it.',
    ],
  },
  {
    th: [
      'ใช้ทำอะไร',
      'ใช้ปักหมุดจุดบริการ ตอบคุณในแชต ให้ประชาชนค้นหาสำนักงาน รวมคะแนนความพึงพอใจ และดำเนินการเรื่องร้องเรียน ไม่ใช้เพื่อการโฆษณาและไม่ขาย',
    ],
    en: [
      'What it is used for',
      'To pin service points, to answer you in the chat, to let citizens find offices, to sum up how satisfied people are, and to work on complaints. Never for advertising; never sold.',
    ],
  },
  {
    th: [
      'ใครเห็นบ้าง',
      'คะแนนไม่แสดงว่าใครให้ หน่วยงานเห็นความเห็นโดยไม่รู้ว่าเป็นของใคร ผู้รับเรื่องร้องเรียนเห็นเนื้อหาและทางติดต่อที่คุณให้ไว้ แต่ไม่เห็นว่าคุณเป็นใคร เรื่องร้องเรียนบางหมวดส่งต่อไปยังศูนย์ 1111 ของสำนักนายกรัฐมนตรีโดยไม่มีชื่อหรือทางติดต่อคุณ ชื่อของเจ้าหน้าที่เห็นได้เฉพาะเพื่อนร่วมงานและผู้ประสานงาน',
    ],
    en: [
      'Who sees it',
      'Nobody sees who gave a rating; offices read comments without knowing whose they are. Who handles a complaint sees its words and the contact you gave, if any, not who you are. Complaints of some categories are forwarded to the 1111 centre of the Prime Minister’s Office without your name or contact. The names of officials are seen by colleagues and coordinators only.',
    ],
  },
  {
    th: [
      'คะแนนของใคร',
      'คะแนนเก็บไว้กับรหัสลับที่เปลี่ยนทุกเดือน ไม่ใช่กับบัญชีของคุณ เมื่อรหัสถูกลบ ไม่มีใครรู้ได้ว่าคะแนนใดเป็นของใคร คะแนนจึงเหลือเป็นตัวเลข ความเห็นและรูปในคะแนนเก็บไว้กับรหัสลับอีกชุดหนึ่งไม่เกินหนึ่งปี เพื่อให้คุณลบได้ แล้วลบทิ้ง',
    ],
    en: [
      'Whose ratings',
      'A rating is kept under a secret mark that changes monthly, not under your account. Once the key is deleted nobody can tell whose it was; what is left is a number. Its comment and photo are kept for a year at most, under another such mark so that you can have them erased, and then deleted.',
    ],
  },
  {
    th: [
      'ข้อความที่ยกเลิก และการเลิกติดตาม',
      `ข้อความที่คุณยกเลิกการส่งจะถูกลบทันทีจากทุกที่ในระบบนี้ ยกเว้นชื่อสาธารณะที่ต้องมี เช่น ชื่อหมุด และสิ่งที่ส่งถึงศูนย์ 1111 ไปแล้ว ซึ่งเราจะแจ้งคุณ ข้อความในกลุ่มไม่ถูกเก็บ เมื่อคุณบล็อกบัญชีนี้ เราหยุดส่งทันที และลบข้อมูลของคุณหลัง ${LEFT_KEPT_DAYS} วัน เว้นแต่คุณกลับมา ผู้ที่ไม่มีบทบาทและไม่ใช้งานนานเท่าที่ตารางบอกจะถูกลบเช่นกัน`,
    ],
    en: [
      'What you unsend, and leaving',
      `What you unsend is deleted at once, everywhere here, but for names that have to be public, such as a pin’s, and what had reached the 1111 centre before; of both you are told. What is said in groups is not kept. When you block this account, nothing more is sent, and your data are erased after ${LEFT_KEPT_DAYS} days unless you come back. Whoever holds no role and does not write for as long as the table says is erased too.`,
    ],
  },
  {
    th: ['สิ่งที่เราไม่รับ', 'กรุณาอย่าส่งรูปบัตรประชาชนหรือทะเบียนบ้าน เราไม่เปิดและไม่เก็บรูปเหล่านั้น'],
    en: [
      'What we do not take',
      'Please never send pictures of an ID card or a house registration. They are neither opened nor kept.',
    ],
  },
  {
    th: [
      'สิทธิของคุณ',
      'พิมพ์ “ข้อมูลของฉัน” ในแชต เพื่อดูว่าเก็บอะไรไว้ ขอเป็นไฟล์ หรือลบทั้งหมดได้ทุกเมื่อ ถ้าต้องการแก้ชื่อหรือทางติดต่อ พิมพ์ “แก้ข้อมูลของฉัน”',
    ],
    en: [
      'Your rights',
      'Type “my data” in the chat to see what is kept, to get it as a file, or to erase all of it, at any time. To correct your name or contact, type “my profile”.',
    ],
  },
];

const headings = {
  th: { title: 'เก็บอะไร นานเท่าใด', kind: 'ข้อมูล', kept: 'เก็บ', erased: 'เมื่อคุณลบ' },
  en: { title: 'What is kept, and for how long', kind: 'What', kept: 'Kept', erased: 'When you erase' },
} as const;
const fate = {
  th: { stays: 'คงอยู่โดยไม่มีคุณ', goes: 'ลบ' },
  en: { stays: 'stays without you', goes: 'is deleted' },
} as const;

/** A text of the kinds of data, with its variables, which are numbers and texts of the same kind. */
function put({ key, vars }: Text, language: Language): string {
  const pair = Object.entries(kindTexts.texts).find(
    ([name]) => key === `${kindTexts.namespace}:${name}`,
  )?.[1];
  if (!pair) throw new Error(`there is no text "${key}"`);
  return pair[language].replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = vars?.[name];
    return typeof value === 'object' && 'key' in value ? put(value, language) : String(value);
  });
}

function table(language: Language): string {
  const { title, kind, kept, erased } = headings[language];
  const rows = personalData.map(({ id, stays, keptDays, since }) => {
    const cells = [
      put(kindName(id), language),
      put(keptInWords({ keptDays, since, stays }), language),
      fate[language][stays ? 'stays' : 'goes'],
    ];
    return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  });
  const head = [kind, kept, erased].map((cell) => `<th>${cell}</th>`).join('');
  return `<h2>${title}</h2><table><tr>${head}</tr>\n${rows.join('\n')}</table>`;
}

const style =
  'body{font:18px/1.7 system-ui,sans-serif;max-width:42rem;margin:0 auto;padding:1rem;color:#1c2b33;background:#fff}h1{font-size:1.5rem}h2{font-size:1.15rem;margin-bottom:.2rem}hr{margin:2rem 0}table{border-collapse:collapse}td,th{text-align:left;vertical-align:top;padding:.2rem .6rem .2rem 0;border-bottom:1px solid #d5dde2}';

function part(language: Language, heading: string): string {
  const body = sections
    .map((section) => `<h2>${section[language][0]}</h2><p>${section[language][1]}</p>`)
    .join('\n');
  return `<section lang="${language}"><h1>${heading}</h1>\n${body}\n${table(language)}</section>`;
}

const page = `<!doctype html>
<html lang="th"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>ปักหมุด: ประกาศความเป็นส่วนตัว</title><style>${style}</style></head><body>
${part('th', `ประกาศความเป็นส่วนตัว ฉบับที่ ${PRIVACY_NOTICE_VERSION}`)}
<hr>
${part('en', `Privacy notice, version ${PRIVACY_NOTICE_VERSION}`)}
</body></html>
`;

/** Serves the notice. */
export const privacyPage: RequestHandler = (_request, response) => {
  response.type('html').send(page);
};
