import { canonicalPhone } from '@habeas/connector-sdk';
import type { NumberText } from './digit-groups.js';

/** National numbers of ten and eleven digits as France, the United Kingdom and their neighbours group them. */
const NATIONAL = new Set(
  '22222 a 46 244 4222 433 334 37 28 55 3322 64 2233 343 442 b 56 344 434 533 47 38 5222 353 335 65 2322 3222'.split(' '),
);
const NORTH_AMERICAN = new Set(['334', '1334']);
/** `33639…`, `447700…`: an international number that lost its plus. */
const LOST_PLUS = /^(?:33[1-79]\d{8}|44[1-37]\d{9})$/u;
const DATE = /^(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d/u;

/** Whether a number is written as phone numbers are. Behind a word such as "tel", far more is one. */
export function isPhone(number: NumberText, hasCue: boolean): boolean {
  if (looksLikeDate(number)) return false;
  if (isInternational(number)) return true;
  if (isNational(number) || isNorthAmerican(number)) return true;
  return LOST_PLUS.test(number.digits) || (hasCue && number.digits.length >= 8 && number.digits.length <= 15);
}

/** `12/05/2023`, `2023-05-12 10`: dates are joined by the same signs. */
function looksLikeDate({ digits, shape, joints }: NumberText): boolean {
  if (/^(?:22|12|21|11)4/u.test(shape) && /^([./–-])\1/u.test(joints)) return true;
  if (/^422/u.test(shape) && /^--/u.test(joints)) return true;
  return shape === '8' && DATE.test(digits);
}

function isInternational({ isInternational: hasPlus, digits }: NumberText): boolean {
  if (hasPlus) return digits.length >= 8 && isPossible(`+${digits}`);
  return /^00[1-9]/u.test(digits) && digits.length >= 11 && isPossible(`+${digits.slice(2)}`);
}

function isPossible(number: string): boolean {
  return canonicalPhone(number) !== undefined;
}

function isNational({ digits, shape, joints, isInternational: hasPlus }: NumberText): boolean {
  if (hasPlus || !/^0[1-9]/u.test(digits) || !NATIONAL.has(shape)) return false;
  const signs = new Set(joints.replace(/[()]/gu, ''));
  if (shape !== '22222') return !signs.has('/');
  // Pairs joined by different signs are dates and times: 01/02/23 10:30.
  return signs.size <= 1 && (joints.length === 0 || joints.length === 4 || signs.has('.'));
}

function isNorthAmerican({ digits, shape, joints }: NumberText): boolean {
  return NORTH_AMERICAN.has(shape) && /^1?[2-9]/u.test(digits) && /^(?:[()]+[-.]?|[-.]{2,3})$/u.test(joints);
}
