// @ts-check
/** The names for sizes in Flex messages and what they measure (LINE documentation, "Flex Message layout"). */
import { safeLength } from './safe-values.js';

/** @typedef {{ [name: string]: string }} Scale */

/** Bubble widths. */
export const BUBBLE_WIDTH = { nano: 120, micro: 160, deca: 220, hecto: 241, kilo: 260, mega: 300, giga: 386 };

/** @type {Scale} */
export const SPACE = { none: '0px', xs: '2px', sm: '4px', md: '8px', lg: '12px', xl: '16px', xxl: '20px' };

/** @type {Scale} */
export const CORNER = { none: '0px', xs: '2px', sm: '4px', md: '8px', lg: '12px', xl: '16px', xxl: '20px' };

/** @type {Scale} */
export const BORDER = {
  none: '0px',
  light: '0.5px',
  normal: '1px',
  medium: '2px',
  'semi-bold': '3px',
  bold: '4px',
};

/** @type {Scale} Font sizes, and the height of icons. */
export const FONT = {
  xxs: '11px',
  xs: '13px',
  sm: '14px',
  md: '16px',
  lg: '19px',
  xl: '22px',
  xxl: '29px',
  '3xl': '35px',
  '4xl': '48px',
  '5xl': '74px',
};

/** @type {Scale} Widths of pictures. */
export const PICTURE = {
  xxs: '40px',
  xs: '60px',
  sm: '80px',
  md: '100px',
  lg: '120px',
  xl: '140px',
  xxl: '160px',
  '3xl': '180px',
  '4xl': '200px',
  '5xl': '220px',
  full: '100%',
};

/** A named or measured length, else null. @param {Scale} scale @param {unknown} value */
export function lengthOf(scale, value) {
  if (typeof value !== 'string') return null;
  return Object.hasOwn(scale, value) ? (scale[value] ?? null) : safeLength(value);
}

/** "20:13" as a CSS aspect ratio, else null; LINE allows up to 3:1 high. @param {unknown} value */
export function ratioOf(value) {
  const match = typeof value === 'string' ? /^(\d{1,5}(?:\.\d+)?):(\d{1,5}(?:\.\d+)?)$/.exec(value) : null;
  if (!match || Number(match[1]) === 0 || Number(match[2]) === 0) return null;
  return `${match[1]} / ${match[2]}`;
}
