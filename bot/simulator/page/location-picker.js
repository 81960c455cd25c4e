// @ts-check
/** The window in which a person chooses a place: map, presets, coordinates, name and address. */
import { formatCoordinates, parseCoordinates } from './coordinates.js';
import { openDialog } from './dialog.js';
import { button, element } from './elements.js';
import { createMap } from './map.js';
import { inLanguage, say } from './texts.js';
import { PRESETS } from './towns.js';

/** @typedef {import('./map-view.js').Point} Point */
/** @typedef {import('./types.js').Place} Place */

/**
 * Opens the picker; a place the person sends goes to `onSend`.
 * @param {(place: Place) => void} onSend
 */
export function openLocationPicker(onSend) {
  const fields = createFields();
  /** @type {Point | null} */
  let pin = null;
  /** @param {Point | null} next @param {string} [hint] */
  const setPin = (next, hint = '') => {
    pin = next;
    map.setPin(next);
    fields.hint.textContent = hint || (next ? '' : say('noPin'));
    send.disabled = !next;
  };
  const map = createMap((point) => {
    setPin(point);
    fields.coordinates.value = formatCoordinates(point);
  });
  const send = button({ class: 'primary', disabled: true }, say('sendPlace'));
  const dialog = openDialog(say('pickPlace'), 'location-picker', presetBar(map), map.node, fields.node, send);
  fields.coordinates.addEventListener('input', () => {
    const point = parseCoordinates(fields.coordinates.value);
    setPin(point, point || !fields.coordinates.value ? '' : say('coordinatesWrong'));
    if (point) map.lookAt(point);
  });
  const finish = () => {
    if (!pin) return;
    onSend(placeOf(pin, fields));
    dialog.close();
  };
  send.addEventListener('click', finish);
  fields.node.addEventListener('submit', (event) => {
    event.preventDefault();
    finish();
  });
  setPin(null);
}

/** @param {import('./map.js').PickMap} map */
function presetBar(map) {
  const towns = PRESETS.map((town) => button({ onclick: () => map.lookAt(town) }, inLanguage(town)));
  const whole = button({ onclick: () => map.lookAt(null) }, say('wholeCountry'));
  return element('div', { class: 'presets', role: 'group', 'aria-label': say('goTo') }, ...towns, whole);
}

/** @typedef {ReturnType<typeof createFields>} Fields */

function createFields() {
  const hint = element('p', { class: 'hint', role: 'status' });
  const coordinates = element('input', {
    inputmode: 'text',
    autocomplete: 'off',
    placeholder: '19.9072, 99.8325',
  });
  const title = element('input', { maxlength: 100, autocomplete: 'off' });
  const address = element('input', { maxlength: 100, autocomplete: 'off' });
  const node = element(
    'form',
    { class: 'place-fields' },
    element('label', { class: 'wide' }, say('coordinates'), coordinates),
    hint,
    element('label', {}, say('placeTitle'), title),
    element('label', {}, say('placeAddress'), address),
    element(
      'button',
      { type: 'submit', class: 'visually-hidden', tabindex: -1, 'aria-hidden': 'true' },
      say('sendPlace'),
    ),
  );
  return { node, hint, coordinates, title, address };
}

/** Rounded to about ten centimetres: more digits would pretend. @param {Point} pin @param {Fields} fields @returns {Place} */
function placeOf(pin, fields) {
  const title = fields.title.value.trim();
  const address = fields.address.value.trim();
  return {
    latitude: Number(pin.lat.toFixed(6)),
    longitude: Number(pin.lng.toFixed(6)),
    ...(title && { title }),
    ...(address && { address }),
  };
}
