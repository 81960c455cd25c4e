// The small polite words that end a Thai message and say nothing about the answer.

const PARTICLE = '(?:ครับผม|ครับ|คับ|ค้าบ|คร้าบ|ค่ะ|คะ|ค่า|จ้า|จ้ะ|จ๊ะ|(?<= )(?:krub|krap|kub|kha|ka|please))';
const PARTICLES = new RegExp(`(?:\\s*(?:นะ\\s*)?${PARTICLE})+$|\\s+นะ$`);
const LAST_MARKS = /[\s!?~…,;"'”’]+$/;

/** A text in normal form without the polite particles and marks at its end: "ข้อ 2 ครับ!" → "ข้อ 2". */
export function withoutParticles(form: string): string {
  return form.replace(LAST_MARKS, '').replace(PARTICLES, '').replace(LAST_MARKS, '');
}
