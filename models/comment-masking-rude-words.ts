/**
 * Rude words of Thai and English, as data. Only words that are rude wherever they stand; words that are also an animal,
 * a dish or a name are left alone. `except` are innocent words that begin with the same letters.
 */

/** A word and the innocent ones it must not be taken for. */
export type RudeWord = { word: string; except?: readonly string[] };

/** Found anywhere, since Thai is written without spaces. */
export const RUDE_THAI: readonly RudeWord[] = [
  { word: 'ควย' },
  { word: 'เหี้ย' },
  { word: 'เชี่ย', except: ['เชี่ยว'] },
  { word: 'สัส', except: ['สัสดี'] },
  { word: 'ไอ้สัตว์' },
  { word: 'อีสัตว์' },
  { word: 'เย็ด' },
  { word: 'หี', except: ['หีบ'] },
  { word: 'แม่ง', except: ['แม่งา', 'แม่งู'] },
  { word: 'มึง' },
  { word: 'ส้นตีน' },
  { word: 'ตอแหล' },
  { word: 'ระยำ' },
  { word: 'จัญไร' },
  { word: 'สถุน' },
  { word: 'ชิบหาย' },
  { word: 'ฉิบหาย' },
  { word: 'ชาติหมา' },
  { word: 'ไอ้เวร' },
  { word: 'ไอ้ห่า', except: ['ไอ้ห่าง'] },
  { word: 'อีห่า', except: ['อีห่าง'] },
  { word: 'อีดอก' },
  { word: 'อีกะหรี่' },
  { word: 'ไอ้ควาย' },
  { word: 'อีควาย' },
];

/** Found as whole words, also with the endings below. */
export const RUDE_ENGLISH: readonly RudeWord[] = [
  { word: 'fuck' },
  { word: 'motherfuck' },
  { word: 'shit' },
  { word: 'bullshit' },
  { word: 'bitch' },
  { word: 'asshole' },
  { word: 'arsehole' },
  { word: 'bastard' },
  { word: 'cunt' },
  { word: 'dickhead' },
  { word: 'wank' },
  { word: 'whore' },
  { word: 'slut' },
];

/** Endings an English one may have. */
export const ENDINGS: readonly string[] = ['', 's', 'es', 'ed', 'er', 'ers', 'ing', 'in', 'y', 'ty'];
