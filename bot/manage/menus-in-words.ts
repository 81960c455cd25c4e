/** What `menus` says when LINE's hourly limits or unfinished business are in the way. */
import { CALLS_AN_HOUR, type LackingCalls, type LimitedCall } from '../../models/menu-calls.ts';
import { bangkokDate, bangkokMinutes, formatShortDate, formatTime } from '../../models/thai/calendar.ts';
import type { LeftBehind } from '../menus/deploy-menus.ts';

const names: Record<LimitedCall, { th: string; en: string }> = {
  create: { th: 'สร้างเมนู', en: 'making menus' },
  delete: { th: 'ลบเมนู', en: 'deleting menus' },
  deleteAlias: { th: 'ลบชื่อเมนู', en: 'deleting aliases' },
  move: { th: 'ย้ายผู้ใช้ไปเมนูใหม่', en: 'moving people' },
  moveProgress: { th: 'ดูว่าย้ายถึงไหนแล้ว', en: 'seeing how far people are moved' },
};

const MINUTE = 60_000;

/** What is needed, what is left, and until when to wait: a line in Thai, one in English. */
export function lackingInWords({ call, left, needed, freeAt }: LackingCalls): string[] {
  const most = CALLS_AN_HOUR[call];
  const { th, en } = names[call];
  const untilThai = freeAt ? ` ต้องรอถึง ${inBangkok(freeAt)}` : ' ซึ่งเกินที่ LINE ให้ในหนึ่งชั่วโมง';
  const until = freeAt ? `, wait until ${freeAt.toISOString()}` : ', which is more than LINE ever takes';
  return [
    `${th}: ต้องใช้ ${needed} ครั้ง ยังเหลือ ${left} จาก ${most} ครั้งต่อชั่วโมง${untilThai}`,
    `${en}: ${needed} calls needed, ${left} of ${most} an hour left${until}`,
  ];
}

/** The minute in which it is over: a part of a minute is waited out. */
function inBangkok(instant: Date): string {
  const whole = new Date(Math.ceil(instant.getTime() / MINUTE) * MINUTE);
  return `${formatShortDate(bangkokDate(whole), 'th')} ${formatTime(bangkokMinutes(whole), 'th')}`;
}

/** Why old menus are still there. */
export function leftBehindInWords(leftBehind: LeftBehind): string {
  const again = 'run it again later';
  if (leftBehind.why === 'moving')
    return `LINE is still moving people to the new menus, the old ones stay until then: ${again}`;
  if (leftBehind.why === 'used-up') return `old menus are left, this hour's deletions are used up: ${again}`;
  return `old menus are left, ${again}: ${leftBehind.failure.message}`;
}
