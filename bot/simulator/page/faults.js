// @ts-check
/** The developer's drawer: makes the simulated LINE fail on purpose. */
import { fetchFaults, putFaults } from './api.js';
import { openDialog } from './dialog.js';
import { element } from './elements.js';
import { showNotice } from './notice.js';
import { asNumber, asObjects } from './read-json.js';
import { inLanguage, say } from './texts.js';

/** @typedef {import('./types.js').Json} Json */
/** @typedef {import('./types.js').Words} Words */
/** @typedef {{ list: 'calls' | 'webhooks', kind: string, words: Words }} ListFault */

/** @type {ListFault[]} */
const LIST_FAULTS = [
  {
    list: 'calls',
    kind: 'tooManyRequests',
    words: { th: 'LINE ตอบว่าเรียกบ่อยเกินไป (429)', en: 'LINE answers 429, too many requests' },
  },
  { list: 'calls', kind: 'serverError', words: { th: 'LINE ขัดข้อง (500)', en: 'LINE answers 500' } },
  { list: 'calls', kind: 'slow', words: { th: 'LINE ตอบช้า', en: 'LINE answers slowly' } },
  {
    list: 'calls',
    kind: 'loseAnswer',
    words: { th: 'LINE ทำแล้วแต่คำตอบหาย', en: 'LINE acts, but its answer is lost' },
  },
  {
    list: 'webhooks',
    kind: 'duplicate',
    words: { th: 'ส่งเหตุการณ์ให้บอตซ้ำ', en: 'Events reach the bot twice' },
  },
  {
    list: 'webhooks',
    kind: 'outOfOrder',
    words: { th: 'เหตุการณ์ถึงบอตสลับลำดับ', en: 'Events reach the bot out of order' },
  },
  { list: 'webhooks', kind: 'redeliver', words: { th: 'ส่งเหตุการณ์เดิมมาอีกครั้ง', en: 'Events are redelivered' } },
  { list: 'webhooks', kind: 'delay', words: { th: 'เหตุการณ์ถึงบอตช้า', en: 'Events reach the bot late' } },
];

/** @type {{ name: string, words: Words }[]} */
const SWITCHES = [
  { name: 'replyTokensExpired', words: { th: 'โทเคนตอบกลับหมดอายุ', en: 'Reply tokens are expired' } },
  { name: 'quotaExhausted', words: { th: 'โควตาข้อความหมด', en: 'The message quota is used up' } },
];

/** A fault for everybody; those for one person or endpoint come from tests and are kept as they are. @param {Json} fault */
const isGeneral = (fault) => fault.userId === undefined && fault.endpoint === undefined;

/** @param {string} label @param {boolean} checked */
function checkbox(label, checked) {
  const input = element('input', { type: 'checkbox' });
  input.checked = checked;
  return { input, node: element('label', { class: 'fault' }, input, label) };
}

/** @param {string} label @param {number | null} value */
function numberField(label, value) {
  const input = element('input', { type: 'number', min: 0, max: 120_000, step: 1 });
  input.value = value === null ? '' : String(value);
  return { input, node: element('label', { class: 'fault' }, label, input) };
}

/** Opens the drawer with the faults as the server has them now. */
export async function openFaults() {
  try {
    drawFaults(await fetchFaults());
  } catch {
    showNotice(say('actionFailed'));
  }
}

/** @param {Json} faults */
function drawFaults(faults) {
  const all = [...asObjects(faults.calls), ...asObjects(faults.webhooks)].filter(isGeneral);
  const lists = LIST_FAULTS.map((fault) => ({
    ...fault,
    ...checkbox(
      inLanguage(fault.words),
      all.some(({ kind }) => kind === fault.kind),
    ),
  }));
  const switches = SWITCHES.map((one) => ({
    ...one,
    ...checkbox(inLanguage(one.words), faults[one.name] === true),
  }));
  const wait = numberField(
    inLanguage({ th: 'ช้าเท่าไร (มิลลิวินาที)', en: 'How slow (milliseconds)' }),
    asNumber(all[0]?.milliseconds) ?? 3000,
  );
  const times = numberField(
    inLanguage({ th: 'กี่ครั้ง (ว่าง = จนกว่าจะปิด)', en: 'How many times (empty: until switched off)' }),
    asNumber(all[0]?.remaining),
  );
  const submit = element('button', { type: 'submit', class: 'primary' }, say('save'));
  const rows = [...lists, ...switches, wait, times].map(({ node }) => node);
  const form = element('form', { class: 'faults' }, element('p', {}, say('toolsHint')), ...rows, submit);
  const dialog = openDialog(say('tools'), 'faults-drawer', form);
  /** @param {'calls' | 'webhooks'} list @returns {Json[]} */
  const chosen = (list) => {
    const remaining = Number(times.input.value) > 0 ? Number(times.input.value) : null;
    const general = lists.filter((fault) => fault.list === list && fault.input.checked);
    const special = asObjects(faults[list]).filter((fault) => !isGeneral(fault));
    return [
      ...special,
      ...general.map(({ kind }) => ({ kind, milliseconds: Number(wait.input.value) || 0, remaining })),
    ];
  };
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const flags = Object.fromEntries(switches.map(({ name, input }) => [name, input.checked]));
    await save({ ...faults, calls: chosen('calls'), webhooks: chosen('webhooks'), ...flags }, dialog);
  });
}

/** @param {Json} faults @param {HTMLDialogElement} dialog */
async function save(faults, dialog) {
  try {
    await putFaults(faults);
    showNotice(say('saved'));
    dialog.close();
  } catch {
    showNotice(say('actionFailed'));
  }
}
