import type { JsonValue } from './json.js';

const LONG_NUMBER = /\d{16}|\d[eE]|\d{8}\.\d{8}|\.\d{15}/u;
/** No double prints itself in more characters, and no regular expression has to look at more. */
const LONGEST_SAFE_NUMBER = 400;

/**
 * Parses JSON without losing digits: a number that a double cannot hold becomes a string of what stands in the text.
 * Returns `undefined` for text that is not JSON. Texts may be as long as memory allows.
 */
export function parseFaithfulJson(text: string): JsonValue | undefined {
  try {
    return JSON.parse(LONG_NUMBER.test(text) ? quoteUnsafeNumbers(text) : text) as JsonValue;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** By hand: a regular expression that skips strings runs out of stack in a string of some megabytes. */
function quoteUnsafeNumbers(text: string): string {
  const start = /["\d-]/gu;
  let quoted = '';
  let copied = 0;
  for (let found = start.exec(text); found !== null; found = start.exec(text)) {
    const isString = found[0] === '"';
    const end = isString ? stringEnd(text, found.index) : numberEnd(text, found.index);
    const token = isString ? '' : text.slice(found.index, end);
    if (!isString && !isSafe(token)) {
      quoted += `${text.slice(copied, found.index)}"${token}"`;
      copied = end;
    }
    start.lastIndex = end;
  }
  return quoted + text.slice(copied);
}

/** Where the string that starts here has ended: after its closing quote, or with the text. */
function stringEnd(text: string, start: number): number {
  let quote = text.indexOf('"', start + 1);
  while (quote !== -1 && isEscaped(text, quote)) quote = text.indexOf('"', quote + 1);
  return quote === -1 ? text.length : quote + 1;
}

/** An odd number of backslashes before it. */
function isEscaped(text: string, quote: number): boolean {
  let backslash = quote;
  while (text[backslash - 1] === '\\') backslash -= 1;
  return (quote - backslash) % 2 === 1;
}

/** Where the number that starts here has ended. What is no number as JSON writes it ends early, and is refused by the parser. */
function numberEnd(text: string, start: number): number {
  const whole = digitsEnd(text, text[start] === '-' ? start + 1 : start);
  const fraction = text[whole] === '.' ? digitsEnd(text, whole + 1) : whole;
  if (text[fraction] !== 'e' && text[fraction] !== 'E') return fraction;
  const sign = text[fraction + 1];
  return digitsEnd(text, sign === '+' || sign === '-' ? fraction + 2 : fraction + 1);
}

function digitsEnd(text: string, start: number): number {
  let end = start;
  for (let code = text.charCodeAt(end); code >= 48 && code <= 57; code = text.charCodeAt(end)) end += 1;
  return end;
}

/** Whole numbers up to 2^53; others up to the 15 significant digits that every double keeps, or as a double prints itself. */
function isSafe(token: string): boolean {
  if (token.length > LONGEST_SAFE_NUMBER) return false;
  if (!/^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/u.test(token)) return true;
  const number = Number(token);
  if (/^-?\d+$/u.test(token)) return Number.isSafeInteger(number);
  if (String(number) === token) return true;
  const digits = token
    .replace(/[eE].*$/u, '')
    .replace(/[-.]/gu, '')
    .replace(/^0+/u, '');
  return digits.length <= 15 && Number.isFinite(number) && (number !== 0 || digits === '');
}
