/** What an official of an agency sees: the work on its offices. */
import { type MenuContent, opening } from './menu.ts';

export const officialMenu: MenuContent = {
  role: 'official',
  bar: { th: 'เมนูเจ้าหน้าที่', en: 'Official menu' },
  tab: { th: 'เจ้าหน้าที่', en: 'Official' },
  rows: [
    [
      opening('pin-office', { th: 'ปักหมุด', en: 'Pin an office' }, 'pin'),
      opening('my-pins', { th: 'หมุดของฉัน', en: 'My pins' }, 'pins'),
      opening('survey', { th: 'แบบสำรวจ', en: 'Survey' }, 'survey'),
    ],
    [
      // Who is a coordinator as well means their own agency here, whatever role they work in.
      opening('copies', { th: 'สำเนา', en: 'Copies' }, 'copies', 'mine'),
      opening('manuals', { th: 'คู่มือ', en: 'Manuals' }, 'book'),
      opening('tasks', { th: 'งาน', en: 'Tasks' }, 'tasks'),
      opening('complaint-cases', { th: 'เรื่องร้องเรียน', en: 'Complaints' }, 'cases'),
    ],
  ],
};
