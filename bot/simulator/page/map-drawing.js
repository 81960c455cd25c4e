// @ts-check
/** Draws a view of the map as SVG: land, lakes, lines, towns, scale bar and the pin. No tiles, no internet. */
import { svgElement } from './elements.js';
import { roundNumber, toPixels, toPoint } from './map-view.js';
import { inLanguage } from './texts.js';
import { ISLANDS, LAKES, MAINLAND } from './thailand.js';
import { SURROUNDINGS, TOWNS } from './towns.js';

/** @typedef {import('./map-view.js').View} View */
/** @typedef {import('./map-view.js').Point} Point */
/** @typedef {import('./thailand.js').LngLat} LngLat */
/** @typedef {import('./towns.js').Town} Town */

/** Below this many metres per pixel the degree lines give way to the metric grid. */
const METRIC_BELOW = 400;
/** Nearer than this to the right edge a town's name stands before its dot, in pixels. */
const NAME_SPACE = 90;
const DEGREE_METRES = 111_320;

/**
 * Redraws the whole map into the svg; cheap enough for every movement of a finger.
 * @param {SVGSVGElement} svg
 * @param {View} view
 * @param {Point | null} pin
 */
export function drawMap(svg, view, pin) {
  svg.setAttribute('viewBox', `0 0 ${view.width} ${view.height}`);
  const land = [MAINLAND, ...ISLANDS].map((shape) => polygon(view, shape, 'map-land'));
  const lakes = LAKES.map((shape) => polygon(view, shape, 'map-lake'));
  svg.replaceChildren(
    ...land,
    ...lakes,
    ...gridLines(view),
    ...labels(view),
    scaleBar(view),
    ...pinAt(view, pin),
  );
}

/** @param {View} view @param {LngLat[]} shape @param {string} className */
function polygon(view, shape, className) {
  const points = shape.map(([lng, lat]) => {
    const { x, y } = toPixels(view, { lng, lat });
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  });
  return svgElement('polygon', { class: className, points: points.join(' ') });
}

/** Lines of latitude and longitude far away, a grid in metres near by. @param {View} view */
function gridLines(view) {
  const metric = view.metresPerPixel < METRIC_BELOW;
  const wanted = view.metresPerPixel * 110;
  const latStep = metric ? roundNumber(wanted) / DEGREE_METRES : degreeStep(wanted / DEGREE_METRES);
  // The grid's metres hold at the whole degree nearest the centre, so that lines stay put while panning.
  const squeeze = metric ? Math.cos((Math.round(view.centre.lat) * Math.PI) / 180) : 1;
  return [...parallels(view, latStep, metric), ...meridians(view, latStep / squeeze, metric)];
}

/** @param {number} degrees */
function degreeStep(degrees) {
  return [0.25, 0.5, 1, 2, 5].find((step) => step >= degrees) ?? 5;
}

/** @param {View} view @param {number} step degrees @param {boolean} metric */
function parallels(view, step, metric) {
  const top = toPoint(view, 0, 0).lat;
  const bottom = toPoint(view, 0, view.height).lat;
  return multiples(bottom, top, step).flatMap((lat) => {
    const { y } = toPixels(view, { lat, lng: view.centre.lng });
    const line = svgElement('line', { class: 'map-line', x1: 0, x2: view.width, y1: y, y2: y });
    return metric || y > view.height - 30
      ? [line]
      : [line, label(4, y - 3, `${Number(lat.toFixed(2))}°N`, 'map-degree')];
  });
}

/** @param {View} view @param {number} step degrees @param {boolean} metric */
function meridians(view, step, metric) {
  const left = toPoint(view, 0, 0).lng;
  const right = toPoint(view, view.width, 0).lng;
  return multiples(left, right, step).flatMap((lng) => {
    const { x } = toPixels(view, { lat: view.centre.lat, lng });
    const line = svgElement('line', { class: 'map-line', x1: x, x2: x, y1: 0, y2: view.height });
    return metric ? [line] : [line, label(x + 3, 12, `${Number(lng.toFixed(2))}°E`, 'map-degree')];
  });
}

/** @param {number} from @param {number} to @param {number} step @returns {number[]} */
function multiples(from, to, step) {
  const first = Math.ceil(from / step);
  const count = Math.min(60, Math.floor(to / step) - first + 1);
  return Array.from({ length: Math.max(0, count) }, (_, index) => (first + index) * step);
}

/** @param {number} x @param {number} y @param {string} text @param {string} className */
function label(x, y, text, className) {
  return svgElement('text', { class: className, x, y }, text);
}

/** @param {View} view */
function labels(view) {
  const far = view.metresPerPixel > 2500;
  const near = view.metresPerPixel < 900;
  const shown = TOWNS.filter((town) => town.rank === 1 || near || (!far && town.rank === 2));
  const around = view.metresPerPixel > 700 ? SURROUNDINGS : [];
  return [
    ...around.map((place) => surrounding(view, place)),
    ...shown.flatMap((town) => townMark(view, town)),
  ];
}

/** @param {View} view @param {Town} place */
function surrounding(view, place) {
  const { x, y } = toPixels(view, place);
  return label(x, y, inLanguage(place), 'map-surrounding');
}

/** @param {View} view @param {Town} town @returns {SVGElement[]} */
function townMark(view, town) {
  const { x, y } = toPixels(view, town);
  if (x < -80 || y < -20 || x > view.width + 20 || y > view.height + 20) return [];
  const dot = svgElement('circle', { class: 'map-dot', cx: x, cy: y, r: 3 });
  const name = label(x + 6, y + 4, inLanguage(town), `map-town rank-${town.rank}`);
  if (x > view.width - NAME_SPACE) {
    name.setAttribute('x', String(x - 6));
    name.classList.add('before');
  }
  return [dot, name];
}

/** @param {View} view */
function scaleBar(view) {
  const metres = roundNumber(view.metresPerPixel * 100);
  const length = metres / view.metresPerPixel;
  const x = 10;
  const y = view.height - 10;
  const bar = svgElement('path', { class: 'map-scale', d: `M${x} ${y - 5}V${y}H${x + length}V${y - 5}` });
  const text = metres >= 1000 ? `${metres / 1000} km` : `${metres} m`;
  return svgElement('g', {}, bar, label(x + 4, y - 5, text, 'map-scale-text'));
}

/** @param {View} view @param {Point | null} pin @returns {SVGElement[]} */
function pinAt(view, pin) {
  if (!pin) return [];
  const { x, y } = toPixels(view, pin);
  const shape = svgElement('path', {
    class: 'map-pin',
    d: 'M0 0S-11 -13 -11 -22A11 11 0 0 1 11 -22C11 -13 0 0 0 0Z',
  });
  const eye = svgElement('circle', { class: 'map-pin-eye', cx: 0, cy: -22, r: 4 });
  return [svgElement('g', { transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})` }, shape, eye)];
}
