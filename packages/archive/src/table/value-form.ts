/** The forms a date and time can have, as bits, so that those seen in a column add up. */
export const DATE_TIME_FORM = { t: 1, space: 2, spaceFraction: 4, other: 8 } as const;

const INTEGER = /^[+-]?[0-9]+$/;
const NUMBER = /^[+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/;
const TIME = /^([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,6})?$/;
const ZONE = /(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])$/;
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/** Whether a text is a whole number of any size. */
export function isIntegerText(text: string): boolean {
  return INTEGER.test(text);
}

/** Whether a text is a number as Table Schema has it, without the special values and the percent sign. */
export function isNumberText(text: string): boolean {
  return NUMBER.test(text);
}

/** Whether a text is a day that the Gregorian calendar has, `YYYY-MM-DD`, year 1 to 9999. */
export function isDateText(text: string): boolean {
  return text.length === 10 && beginsWithDate(text);
}

/** Whether a text is a time of day, `hh:mm:ss` with up to six decimals. */
export function isTimeText(text: string): boolean {
  return TIME.test(text);
}

/** Which of {@link DATE_TIME_FORM} a text has: ISO 8601 with `T`, or the form of SQL with a space (and without a zone). */
export function dateTimeForm(text: string): number {
  if (!beginsWithDate(text)) return DATE_TIME_FORM.other;
  const rest = text.slice(11);
  if (text[10] === 'T' && isTimeText(rest.replace(ZONE, ''))) return DATE_TIME_FORM.t;
  if (text[10] !== ' ' || !isTimeText(rest)) return DATE_TIME_FORM.other;
  return rest.length === 'hh:mm:ss'.length ? DATE_TIME_FORM.space : DATE_TIME_FORM.spaceFraction;
}

/** Whether a text is base64 with padding (RFC 4648 §4). */
export function isBase64Text(text: string): boolean {
  return text.length % 4 === 0 && BASE64.test(text);
}

/** By characters: it looks at every value of a column, and a pattern with groups takes five times as long. */
function beginsWithDate(text: string): boolean {
  const year = digitsAt(text, 0) * 100 + digitsAt(text, 2);
  const day = digitsAt(text, 8);
  return text[4] === '-' && text[7] === '-' && year >= 1 && day >= 1 && day <= daysInMonth(year, digitsAt(text, 5));
}

/** Two digits as a number; `NaN`, which compares to nothing, where they are none. */
function digitsAt(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

const ZERO = 0x30;
const DAYS = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysInMonth(year: number, month: number): number {
  if (month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) return 29;
  return DAYS[month] ?? 0;
}
