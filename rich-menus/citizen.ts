/** What everybody sees: finding an office, saying how it was. */
import { type MenuContent, opening } from './menu.ts';

export const citizenMenu: MenuContent = {
  role: 'citizen',
  bar: { th: 'เมนูปักหมุด', en: 'Pakmud menu' },
  tab: { th: 'ประชาชน', en: 'Citizen' },
  rows: [
    [
      {
        label: { th: 'ค้นหาใกล้ฉัน', en: 'Near me' },
        icon: 'near',
        // A position out of the blue is a search: one tap less than asking for it in the chat.
        deed: { open: 'location' },
      },
      opening('find-office', { th: 'ค้นหา', en: 'Search' }, 'search'),
      opening('rate', { th: 'ให้คะแนน', en: 'Rate' }, 'star'),
    ],
    [
      opening('complain', { th: 'ร้องเรียน', en: 'Complain' }, 'complain'),
      opening('track-complaint', { th: 'ติดตามเรื่อง', en: 'Follow up' }, 'track'),
      opening('places', { th: 'ที่ชอบ/ล่าสุด', en: 'Saved, recent' }, 'heart'),
    ],
  ],
};
