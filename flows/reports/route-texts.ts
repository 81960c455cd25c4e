/** What the routes to zero copies, the reasons for one and the steps on it are called. Ids are those of the rule. */
import { defineTexts, type Text } from '../engine/text.ts';
import type { AgencyRoute, RouteId } from './report-look-ups.ts';

export const routeTexts = defineTexts('routes', {
  offline: { th: 'อ่านบัตรแบบออฟไลน์ด้วยเครื่องอ่านบัตร', en: 'Read the card offline with a card reader' },
  'online-a': {
    th: 'ตรวจข้อมูลออนไลน์ แบบ ก ด้วยเครื่องมือของกรมการปกครอง',
    en: 'Read the register online, A: with the Department of Provincial Administration’s tool',
  },
  'online-b': {
    th: 'ตรวจข้อมูลออนไลน์ แบบ ข ด้วยเครื่องมือของ DGA',
    en: 'Read the register online, B: with DGA’s tool',
  },
});

export const reasonTexts = defineTexts('route-reasons', {
  linked: { th: 'เชื่อมโยงข้อมูลกับกรมการปกครองแล้ว', en: 'already linked with the department' },
  'budget-limit': { th: 'มีข้อจำกัดด้านงบประมาณ อุปกรณ์ หรือระบบ', en: 'limits of budget, equipment or systems' },
  'has-mou': { th: 'มี MOU กับกรมการปกครอง', en: 'an MOU with the department' },
  'link-soon': { th: 'จะเชื่อมโยงข้อมูลเสร็จภายใน 6 เดือน', en: 'a link within six months' },
  'has-system': { th: 'มีระบบสารสนเทศของตนเอง', en: 'an information system of its own' },
  'system-soon': { th: 'ระบบสารสนเทศจะเสร็จภายใน 6 เดือน', en: 'an information system within six months' },
  'has-plan': { th: 'มีแผนยกเลิกการขอสำเนา', en: 'a plan to stop asking for copies' },
  'no-link': { th: 'ยังไม่ได้เชื่อมโยงข้อมูลกับกรมการปกครอง', en: 'no link with the department yet' },
  'no-system': { th: 'ยังไม่มีระบบสารสนเทศ', en: 'no information system yet' },
  'no-plan': { th: 'ยังไม่มีแผนยกเลิกการขอสำเนา', en: 'no plan to stop asking for copies yet' },
});

export const stepTexts = defineTexts('route-steps', {
  'get-readers': {
    th: 'จัดหาเครื่องอ่านบัตรที่ยังขาดอีก {{number}} เครื่อง',
    en: 'Get the {{number}} card readers that are missing',
  },
  'decide-plan': {
    th: 'กำหนดแผนและวันที่จะเลิกขอสำเนา',
    en: 'Decide on a plan and a day to stop asking for copies',
  },
  'ask-law': {
    th: 'รวบรวมกฎหมายหรือระเบียบที่ยังให้ขอสำเนา แล้วเสนอต้นสังกัดแก้ไข',
    en: 'List the laws and rules that still demand copies, and propose their change',
  },
  'ask-budget': { th: 'ขอการสนับสนุนงบประมาณ อุปกรณ์ หรือระบบ', en: 'Ask for budget, equipment or systems' },
  'train-people': { th: 'ซักซ้อมวิธีใหม่กับเจ้าหน้าที่หน้าเคาน์เตอร์', en: 'Train the people at the counter' },
  'pilot-reading': {
    th: 'เริ่มอ่านบัตรแทนการขอสำเนาที่เคาน์เตอร์',
    en: 'Begin to read cards at the counter instead',
  },
  'prepare-mou': {
    th: 'เตรียมทำ MOU กับกรมการปกครองเพื่อไปสู่ออนไลน์',
    en: 'Prepare an MOU with the department, to go online later',
  },
  'sign-mou': { th: 'ลงนาม MOU กับกรมการปกครอง', en: 'Sign an MOU with the department' },
  'check-mou': {
    th: 'ตรวจสอบว่ามี MOU กับกรมการปกครองแล้วหรือยัง',
    en: 'Find out whether there is an MOU with the department',
  },
  'request-link': { th: 'ขอเชื่อมโยงข้อมูลกับกรมการปกครอง', en: 'Ask the department for the link' },
  'finish-link': { th: 'เชื่อมโยงข้อมูลกับกรมการปกครองให้เสร็จ', en: 'Finish the link with the department' },
  'apply-dga': { th: 'ขอใช้เครื่องมือของ DGA', en: 'Apply for DGA’s tool' },
  'finish-system': { th: 'พัฒนาระบบสารสนเทศให้เสร็จ', en: 'Finish the information system' },
  'end-copies': {
    th: 'เลิกขอสำเนาทีละบริการ แล้วบันทึกที่ “สำเนา”',
    en: 'Stop asking for copies, service by service, and note it under “copies”',
  },
  'keep-ended': {
    th: 'ตรวจว่าไม่มีจุดบริการใดกลับมาขอสำเนา',
    en: 'Watch that no service point asks for copies again',
  },
});

/** A route in words. */
export const routeName = (route: RouteId): Text => routeTexts(route);

const isReason = (id: string): id is keyof typeof reasonTexts.texts => Object.hasOwn(reasonTexts.texts, id);
const isStep = (id: string): id is keyof typeof stepTexts.texts => Object.hasOwn(stepTexts.texts, id);

/** A reason of the rule in words. An id without words is a bug that a test finds. */
export function reasonWords(id: string): Text {
  if (!isReason(id)) throw new Error(`no words for the reason "${id}"`);
  return reasonTexts(id);
}

/** A step in words. */
export function stepWords({ id, number = 0 }: AgencyRoute['steps'][number]): Text {
  if (!isStep(id)) throw new Error(`no words for the step "${id}"`);
  return stepTexts(id, { number });
}
