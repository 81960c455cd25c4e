// @ts-check
/** The page's own signs, drawn here: not every machine has a font with emoji. */
import { svgElement } from './elements.js';

/** Outlines on a 24 by 24 field. */
const PATHS = {
  plus: 'M12 5v14M5 12h14',
  send: 'M4 12 20 5l-5 14-4-6zM11 13l9-8',
  face: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM9 10v.01M15 10v.01M8 14c1.500 2.500 6.500 2.500 8 0',
  picture: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.500 9v.01',
  pin: 'M12 21s-6-6.500-6-11a6 6 0 0 1 12 0c0 4.500-6 11-6 11zM12 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  camera: 'M4 8h4l1.500-2.500h5L16 8h4v11H4zM12 16a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  gear: 'M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM12 3v4M12 17v4M3 12h4M17 12h4M5.600 5.600l2.800 2.800M15.600 15.600l2.800 2.800M18.400 5.600l-2.800 2.800M8.400 15.600l-2.800 2.800',
  calendar: 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4',
};

/** @typedef {keyof typeof PATHS} IconName */

/** @param {IconName} name */
export function icon(name) {
  const path = svgElement('path', { d: PATHS[name] });
  return svgElement('svg', { class: 'icon', viewBox: '0 0 24 24', 'aria-hidden': 'true' }, path);
}
