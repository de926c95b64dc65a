import type { JsonValue } from '@habeas/connector-sdk';

const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/gs;
/** Fewer characters than this always survive as a double. */
const SAFE_LENGTH = 16;
const MAYBE_WIDE = /[\d.eE+-]{16}|[eE][+-]?\d{3}/;

/**
 * The value of a JSON text, with nothing lost: a number that a double cannot hold travels as a string of its own digits.
 * Text that is no JSON is returned as it stands: the source has it.
 */
export function parseJsonText(text: string): JsonValue {
  try {
    return JSON.parse(MAYBE_WIDE.test(text) ? text.replace(TOKEN, quoteWideNumber) : text) as JsonValue;
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}

function quoteWideNumber(token: string): string {
  if (token.startsWith('"')) return token;
  return survives(token) ? token : `"${token}"`;
}

function survives(digits: string): boolean {
  const value = Number(digits);
  if (/^-?\d+$/.test(digits)) return Number.isSafeInteger(value);
  if (digits.length < SAFE_LENGTH && !/e/i.test(digits)) return true;
  return Number.isFinite(value) && significant(String(value)) === significant(digits);
}

/** Significant digits and the power of ten they stand at: equal for equal numbers, however they are written. */
function significant(number: string): string {
  const [mantissa = '', exponent = '0'] = number.toLowerCase().split('e');
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.');
  const digits = (whole + fraction).replace(/^0+/, '');
  const kept = digits.replace(/0+$/, '');
  const power = Number(exponent) - fraction.length + (digits.length - kept.length);
  return kept === '' ? '0' : `${kept}e${String(power)}`;
}
