// @ts-check
/** LINE actions: what happens when a button, picture, box or menu area is tapped. */
import { button, element, link } from './elements.js';
import { readUri } from './links.js';
import { asText } from './read-json.js';
import { say } from './texts.js';

/** @typedef {import('./types.js').Json} Json */
/** @typedef {import('./types.js').ChatHands} ChatHands */
/** @typedef {import('./elements.js').Attributes} Attributes */
/** @typedef {import('./elements.js').Child} Child */

/** @type {{ [type: string]: (action: Json, hands: ChatHands) => void }} */
const PERFORM = {
  message: (action, hands) => hands.sendText(asText(action.text)),
  postback: performPostback,
  uri: performUri,
  datetimepicker: (action, hands) => hands.askTime(action),
  camera: (_, hands) => hands.askPicture(),
  cameraRoll: (_, hands) => hands.askPicture(),
  location: (_, hands) => hands.askPlace(),
  clipboard: (action, hands) => hands.copy(asText(action.clipboardText)),
  richmenuswitch: (action, hands) => hands.switchMenu(asText(action.richMenuAliasId), asText(action.data)),
};

/** Does what the action says; an unknown type does nothing. @param {Json} action @param {ChatHands} hands */
function perform(action, hands) {
  PERFORM[asText(action.type)]?.(action, hands);
}

/** @param {Json} action @param {ChatHands} hands */
function performPostback(action, hands) {
  const displayText = asText(action.displayText);
  hands.sendPostback({ data: asText(action.data), ...(displayText && { displayText }) });
  const text = asText(action.text);
  if (text) hands.sendText(text);
  performInputOption(action, hands);
}

/** @param {Json} action @param {ChatHands} hands */
function performInputOption(action, hands) {
  const option = asText(action.inputOption);
  if (option === 'openRichMenu') hands.showMenu(true);
  if (option === 'closeRichMenu') hands.showMenu(false);
  if (option !== 'openKeyboard') return;
  const fill = asText(action.fillInText);
  if (fill) hands.fillIn(fill);
  else hands.openKeyboard();
}

/** @param {Json} action @param {ChatHands} hands */
function performUri(action, hands) {
  const meaning = readUri(action.uri);
  if (meaning.kind === 'place') hands.askPlace();
  if (meaning.kind === 'picture') hands.askPicture();
  if (meaning.kind === 'fill') hands.fillIn(meaning.text);
  if (meaning.kind === 'open') window.open(meaning.address, '_blank', 'noopener,noreferrer');
}

/** Whether the action holds anything to do. @param {Json} action */
export function isAction(action) {
  return asText(action.type) in PERFORM;
}

/** @param {Json} action */
const isRefused = (action) => action.type === 'uri' && readUri(action.uri).kind === 'refused';

/**
 * A control for an action: a real link where an address opens, else a button.
 * @param {Json} action
 * @param {ChatHands} hands
 * @param {Attributes} attributes
 * @param {...Child} children its visible label
 * @returns {HTMLElement}
 */
export function actionControl(action, hands, attributes, ...children) {
  if (isRefused(action))
    return button({ ...attributes, disabled: true, title: say('linkRefused') }, ...children);
  const stop = { onclick: (/** @type {Event} */ event) => event.stopPropagation() };
  const meaning = action.type === 'uri' ? readUri(action.uri) : null;
  if (meaning?.kind === 'open') {
    const anchor = link(meaning.address, { ...attributes, ...stop }, ...children);
    if (anchor) return anchor;
  }
  const onclick = (/** @type {Event} */ event) => {
    event.stopPropagation();
    perform(action, hands);
  };
  return button({ ...attributes, onclick }, ...children);
}

/**
 * Makes a drawn thing (a box, a picture, a text) tappable, with mouse, finger and keyboard.
 * @param {HTMLElement} node
 * @param {Json} action
 * @param {ChatHands} hands
 */
export function makeTappable(node, action, hands) {
  if (!isAction(action) || isRefused(action)) return;
  node.classList.add('tappable');
  node.tabIndex = 0;
  node.setAttribute('role', action.type === 'uri' ? 'link' : 'button');
  const name = asText(action.label) || node.getAttribute('aria-label') || node.textContent;
  node.setAttribute('aria-label', name || asText(action.uri) || asText(action.text) || asText(action.type));
  node.addEventListener('click', (event) => {
    event.stopPropagation();
    perform(action, hands);
  });
  node.addEventListener('keydown', (event) => {
    if (event.target !== node || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    perform(action, hands);
  });
}

/**
 * A see-through control over a part of a picture (rich menu, imagemap).
 * @param {Json} bounds x, y, width, height in the picture's own pixels
 * @param {{ width: number, height: number }} size the whole picture
 * @param {Json} action
 * @param {ChatHands} hands
 * @param {string} name what a screen reader says
 */
export function areaControl(bounds, size, action, hands, name) {
  const node = actionControl(action, hands, { class: 'area', 'aria-label': name, title: name });
  /** @param {unknown} part @param {number} whole */
  const percent = (part, whole) => `${Math.min(100, Math.max(0, (Number(part) / whole) * 100)) || 0}%`;
  node.style.left = percent(bounds.x, size.width);
  node.style.top = percent(bounds.y, size.height);
  node.style.width = percent(bounds.width, size.width);
  node.style.height = percent(bounds.height, size.height);
  return node;
}

/** A picture that does something when tapped. @param {HTMLElement} image @param {Json} action @param {ChatHands} hands */
export function tappablePicture(image, action, hands) {
  if (!isAction(action)) return image;
  const name = asText(action.label) || image.getAttribute('alt') || asText(action.type);
  return actionControl(
    action,
    hands,
    { class: 'picture-button', 'aria-label': name },
    element('span', {}, image),
  );
}
