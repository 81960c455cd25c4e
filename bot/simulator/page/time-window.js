// @ts-check
/** The date and time picker of a datetimepicker action. It knows no time zone, as on LINE. */
import { openDialog } from './dialog.js';
import { element } from './elements.js';
import { asText } from './read-json.js';
import { say } from './texts.js';

/** @typedef {import('./types.js').Json} Json */
/** @typedef {import('./types.js').Postback} Postback */

/** LINE's mode, the browser's input and its label. */
const MODES = {
  date: { input: 'date', label: /** @type {const} */ ('pickDate') },
  time: { input: 'time', label: /** @type {const} */ ('pickTime') },
  datetime: { input: 'datetime-local', label: /** @type {const} */ ('pickDateTime') },
};

/** @param {Json} action */
function modeOf(action) {
  return action.mode === 'time' || action.mode === 'datetime' ? action.mode : 'date';
}

/** LINE writes the T between date and time small or large; the browser wants it large. @param {unknown} value */
const browserTime = (value) => asText(value).replace('t', 'T');

/**
 * Opens the picker; what was picked goes to `onPick` under the mode's name.
 * @param {Json} action
 * @param {(postback: Postback) => void} onPick
 */
export function openTimePicker(action, onPick) {
  const mode = modeOf(action);
  const { input: type, label } = MODES[mode];
  const input = element('input', {
    type,
    required: true,
    min: browserTime(action.min),
    max: browserTime(action.max),
  });
  input.value = browserTime(action.initial);
  const submit = element('button', { type: 'submit', class: 'primary' }, say('done'));
  const form = element('form', { class: 'time-form' }, element('label', {}, say(label), input), submit);
  const dialog = openDialog(say(label), 'time-picker', form);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    onPick({ data: asText(action.data), params: { [mode]: input.value.slice(0, 16) } });
    dialog.close();
  });
}
