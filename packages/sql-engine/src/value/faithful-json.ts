import type { JsonValue } from '@habeas/connector-sdk';

/** Strings (skipped whole), and numbers that may have more digits than a double keeps. */
const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/gu;
const LONG_NUMBER = /\d{16}|\d[eE]|\d{8}\.\d{8}|\.\d{15}/u;

/**
 * Parses JSON without losing digits: a number that a double cannot hold becomes a string of what stands in the text.
 * Returns `undefined` for text that is not JSON.
 */
export function parseFaithfulJson(text: string): JsonValue | undefined {
  try {
    return JSON.parse(LONG_NUMBER.test(text) ? text.replace(STRING_OR_NUMBER, quoteUnsafe) : text) as JsonValue;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function quoteUnsafe(token: string): string {
  return token.startsWith('"') || isSafe(token) ? token : `"${token}"`;
}

/** Whole numbers up to 2^53; others up to the 15 significant digits that every double keeps, or as a double prints itself. */
function isSafe(token: string): boolean {
  const number = Number(token);
  if (/^-?\d+$/u.test(token)) return Number.isSafeInteger(number);
  if (String(number) === token) return true;
  const digits = token
    .replace(/[eE].*$/u, '')
    .replace(/[-.]/gu, '')
    .replace(/^0+/u, '');
  return digits.length <= 15 && Number.isFinite(number) && (number !== 0 || digits === '');
}
