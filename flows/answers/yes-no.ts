// Yes or no, as people say it.

import { looseForm, normalForm } from '../../models/thai/normal-form.ts';
import { type Parsed, refused, understood } from './parsed.ts';
import { withoutParticles } from './politeness.ts';

const YES = [
  ...['ใช่', 'ใช่แล้ว', 'ใช่เลย', 'ตกลง', 'ตกลงตามนี้', 'โอเค', 'โอเคเลย', 'โอเช', 'ได้', 'ได้เลย', 'ได้สิ', 'ได้แน่นอน'],
  ...[
    'ถูก',
    'ถูกต้อง',
    'ถูกแล้ว',
    'ถูกต้องแล้ว',
    'ยืนยัน',
    'เอา',
    'เอาเลย',
    'ต้องการ',
    'แน่นอน',
    'เห็นด้วย',
    'ยินยอม',
    'ยอมรับ',
  ],
  ...['ครับ', 'ครับผม', 'คับ', 'ค้าบ', 'ค่ะ', 'คะ', 'ค่า', 'จ้า', 'จ้ะ', 'เยส', 'อือ', 'เออ', 'มี', 'เคย'],
  ...[
    'yes',
    'y',
    'yeah',
    'yep',
    'yup',
    'ok',
    'o.k',
    'okay',
    'okey',
    'k',
    'sure',
    'of course',
    'correct',
    'right',
  ],
  ...['that is right', "that's right", 'confirm', 'agree', 'i agree', 'true', 'yes please', '👍', '👌', '✅'],
];
const NO = [
  ...['ไม่', 'ไม่ใช่', 'ไม่เอา', 'ไม่เอาแล้ว', 'ไม่ได้', 'ไม่ตกลง', 'ไม่โอเค', 'ไม่ถูก', 'ไม่ถูกต้อง', 'ไม่ยืนยัน'],
  ...['ไม่ต้อง', 'ไม่ต้องการ', 'ไม่มี', 'ไม่เคย', 'ไม่เห็นด้วย', 'ไม่ยินยอม', 'ไม่ยอมรับ', 'ยังไม่', 'ผิด', 'เปล่า', 'โน'],
  ...[
    'no',
    'n',
    'nope',
    'nah',
    'no thanks',
    'no thank you',
    'not ok',
    'wrong',
    'incorrect',
    'not right',
    'not correct',
  ],
  ...['false', 'disagree', '👎', '❌'],
];

const ANSWERS = new Map<string, boolean>([
  ...YES.map((word): [string, boolean] => [looseForm(word), true]),
  ...NO.map((word): [string, boolean] => [looseForm(word), false]),
]);

/** Reads yes or no. Anything else is `neither`: "ไม่แน่ใจ", a question ("ได้ไหม"), both at once. */
export function parseYesNo(text: string): Parsed<boolean, { why: 'neither' }> {
  const said = normalForm(text).replace(/[ๆ\p{Emoji_Modifier}]/gu, '');
  const answers = [said, withoutParticles(said)].map(answerOf);
  const answer = answers.find((found) => found !== undefined);
  return answer === undefined ? refused({ why: 'neither' }) : understood(answer);
}

/** The answer of a message that says one word once or several times ("ใช่ ใช่"). */
function answerOf(said: string): boolean | undefined {
  const whole = ANSWERS.get(looseForm(said));
  if (whole !== undefined || said.includes('?')) return whole;
  const words = new Set(said.split(/[\s,!]+/).map((word) => ANSWERS.get(looseForm(word))));
  return words.size === 1 ? [...words][0] : undefined;
}
