/** `GET /privacy`: the privacy notice in full, in both languages. The chat asks for consent to this version. */
import type { RequestHandler } from 'express';
import { PRIVACY_NOTICE_VERSION } from '../../flows/privacy-notice.ts';

/** Sections in both languages: a heading and its sentences. */
const sections: { th: [string, string]; en: [string, string] }[] = [
  {
    th: [
      'เก็บอะไรบ้าง',
      'รหัสบัญชี LINE ของคุณ ภาษาที่เลือก วันที่ให้ความยินยอม คำตอบของเรื่องที่ทำค้างไว้ ร่างหมุด หมุดที่คุณเผยแพร่พร้อมรูปถ่าย และเมื่อลงทะเบียนเป็นเจ้าหน้าที่: ชื่อ นามสกุล อีเมล โทรศัพท์ และประวัติการแก้ไขข้อมูล',
    ],
    en: [
      'What is kept',
      'Your LINE account id, your language, the date of your consent, the answers of what you have not finished, your drafts, the pins you published with their photos and, if you register as an official, your name, e-mail, phone and what you changed.',
    ],
  },
  {
    th: [
      'ใช้ทำอะไร',
      'ใช้ปักหมุดจุดบริการ ตอบคุณในแชต และให้ประชาชนค้นหาสำนักงานที่คุณเผยแพร่ ไม่ใช้เพื่อการโฆษณา ไม่ขาย และไม่ส่งต่อ',
    ],
    en: [
      'What it is used for',
      'To pin service points, to answer you in the chat, and to let citizens find the offices you published. Never for advertising; never sold; never passed on.',
    ],
  },
  {
    th: [
      'เก็บนานเท่าใด',
      'ข้อความที่ส่งมาเก็บไว้ไม่เกิน 3 วันเพื่อไม่ให้ตอบซ้ำหรือตกหล่น ข้อความที่คุณยกเลิกการส่งจะถูกลบทันที หมุดที่เผยแพร่แล้วเป็นข้อมูลสาธารณะและไม่แสดงว่าใครเป็นผู้ปัก',
    ],
    en: [
      'For how long',
      'What you send is kept for at most 3 days, so that nothing is answered twice or lost. What you unsend is deleted at once. Published pins are public and do not show who made them.',
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
    th: ['สิทธิของคุณ', 'คุณเลิกใช้ได้ทุกเมื่อ และขอดู แก้ไข หรือลบข้อมูลของคุณได้ที่หน่วยงานผู้ดูแลบัญชี LINE นี้'],
    en: [
      'Your rights',
      'You may stop at any time, and may ask the agency that runs this LINE account to show, correct or delete your data.',
    ],
  },
];

const style =
  'body{font:18px/1.7 system-ui,sans-serif;max-width:42rem;margin:0 auto;padding:1rem;color:#1c2b33;background:#fff}h1{font-size:1.5rem}h2{font-size:1.15rem;margin-bottom:.2rem}hr{margin:2rem 0}';

function part(language: 'th' | 'en', heading: string): string {
  const body = sections
    .map((section) => `<h2>${section[language][0]}</h2><p>${section[language][1]}</p>`)
    .join('\n');
  return `<section lang="${language}"><h1>${heading}</h1>\n${body}</section>`;
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
