/** What coordinators and administrators see: how far everybody is. */
import { type MenuContent, opening } from './menu.ts';

export const coordinatorMenu: MenuContent = {
  role: 'coordinator',
  bar: { th: 'เมนูผู้ประสาน', en: 'Coordinator' },
  tab: { th: 'ผู้ประสานงาน', en: 'Coordinator' },
  rows: [
    [
      opening('progress', { th: 'ความคืบหน้า', en: 'Progress' }, 'progress'),
      opening('report', { th: 'รายงาน', en: 'Reports' }, 'report'),
      opening('approvals', { th: 'อนุมัติ', en: 'Approvals' }, 'approve'),
    ],
    [
      opening('deadlines', { th: 'กำหนดส่ง', en: 'Deadlines' }, 'calendar'),
      opening('complaint-cases', { th: 'เรื่องร้องเรียน', en: 'Complaints' }, 'cases'),
      opening('invite', { th: 'เชิญ', en: 'Invite' }, 'invite'),
    ],
  ],
};
