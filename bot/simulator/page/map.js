// @ts-check
/** The map a person moves: drag, wheel, buttons and keys; a tap or Enter places the pin. */
import { button, element, svgElement } from './elements.js';
import { drawMap } from './map-drawing.js';
import { panned, toPoint, wholeCountry, zoomed } from './map-view.js';
import { say } from './texts.js';

/** @typedef {import('./map-view.js').View} View */
/** @typedef {import('./map-view.js').Point} Point */

const KEY_STEP = 48;
/** A press that moves less than this many pixels is a tap, not a drag. */
const TAP_SLACK = 6;

/** @typedef {{ node: HTMLElement, setPin: (pin: Point | null) => void, lookAt: (point: Point | null, metresPerPixel?: number) => void }} PickMap */

/**
 * Draws the map of the picker.
 * @param {(point: Point) => void} onPlace called when the person places the pin
 * @returns {PickMap}
 */
export function createMap(onPlace) {
  const svg = svgElement('svg', {
    class: 'map',
    role: 'application',
    tabindex: 0,
    'aria-label': say('mapLabel'),
  });
  const cross = element('span', { class: 'map-cross', 'aria-hidden': 'true' });
  /** @type {View} */
  let view = wholeCountry(320, 320);
  /** @type {Point | null} */
  let pin = null;
  let moved = false;
  /** @param {View} next */
  const show = (next) => {
    view = next;
    drawMap(svg, view, pin);
  };
  /** @param {View} next */
  const move = (next) => {
    moved = true;
    show(next);
  };
  const zoom = element(
    'div',
    { class: 'map-zoom' },
    button({ 'aria-label': say('zoomIn'), onclick: () => move(zoomed(view, 2)) }, '+'),
    button({ 'aria-label': say('zoomOut'), onclick: () => move(zoomed(view, 0.5)) }, '−'),
  );
  const node = element('div', { class: 'map-frame' }, svg, cross, zoom);
  new ResizeObserver(([entry]) => {
    if (!entry || entry.contentRect.width === 0) return;
    const { width, height } = entry.contentRect;
    show(moved || pin ? { ...view, width, height } : wholeCountry(width, height));
  }).observe(svg);
  const hands = { view: () => view, move, place: onPlace };
  listenToKeys(svg, hands);
  listenToPointer(svg, hands);
  return {
    node,
    setPin(next) {
      pin = next;
      show(view);
    },
    lookAt(point, metresPerPixel = 100) {
      move(point ? { ...view, centre: point, metresPerPixel } : wholeCountry(view.width, view.height));
    },
  };
}

/** @typedef {{ view: () => View, move: (view: View) => void, place: (point: Point) => void }} MapHands */

/** @param {SVGSVGElement} svg @param {MapHands} hands */
function listenToKeys(svg, hands) {
  /** @type {{ [key: string]: (view: View) => View }} */
  const moves = {
    ArrowLeft: (view) => panned(view, -KEY_STEP, 0),
    ArrowRight: (view) => panned(view, KEY_STEP, 0),
    ArrowUp: (view) => panned(view, 0, -KEY_STEP),
    ArrowDown: (view) => panned(view, 0, KEY_STEP),
    '+': (view) => zoomed(view, 2),
    '=': (view) => zoomed(view, 2),
    '-': (view) => zoomed(view, 0.5),
  };
  svg.addEventListener('keydown', (event) => {
    const change = moves[event.key];
    if (change) hands.move(change(hands.view()));
    else if (event.key === 'Enter' || event.key === ' ') hands.place(hands.view().centre);
    else return;
    event.preventDefault();
  });
}

/** @param {SVGSVGElement} svg @param {MouseEvent} event */
function positionIn(svg, event) {
  const box = svg.getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
}

/** @param {SVGSVGElement} svg @param {MapHands} hands */
function listenToPointer(svg, hands) {
  listenToDrag(svg, hands);
  svg.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const { x, y } = positionIn(svg, event);
      hands.move(zoomed(hands.view(), event.deltaY < 0 ? 1.5 : 1 / 1.5, x, y));
    },
    { passive: false },
  );
}

/** @param {SVGSVGElement} svg @param {MapHands} hands */
function listenToDrag(svg, hands) {
  /** @type {{ x: number, y: number, view: View, dragged: boolean } | null} */
  let press = null;
  svg.addEventListener('pointerdown', (event) => {
    press = { ...positionIn(svg, event), view: hands.view(), dragged: false };
    svg.setPointerCapture(event.pointerId);
  });
  svg.addEventListener('pointermove', (event) => {
    if (!press) return;
    const { x, y } = positionIn(svg, event);
    press.dragged ||= Math.hypot(x - press.x, y - press.y) > TAP_SLACK;
    if (press.dragged) hands.move(panned(press.view, press.x - x, press.y - y));
  });
  svg.addEventListener('pointercancel', () => {
    press = null;
  });
  svg.addEventListener('pointerup', (event) => {
    if (press && !press.dragged) {
      const { x, y } = positionIn(svg, event);
      hands.place(toPoint(hands.view(), x, y));
    }
    press = null;
  });
}
