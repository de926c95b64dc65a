/**
 * How cells are made harmless in a spreadsheet. `formula-prefix`: text that a spreadsheet could take for a formula, and
 * text that begins with `'`, gets one `'` in front; empty text is a lone `'`, so that an empty cell always means "no
 * value". Whoever reads a cell takes one leading `'` away and has the exact text. `none` leaves cells as they are;
 * empty text and no value are then the same.
 */
export type CsvEscaping = 'formula-prefix' | 'none';

/** What makes a cell need quotes: RFC 4180, and lone CR or LF besides, which readers take for the end of a row. */
const NEEDS_QUOTES = /[",\r\n]/;
const PLAIN_NUMBER = /^[+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/;

/** The first characters that get a `'` in front (OWASP, ASVS 1.2.10): `= + - @ TAB CR LF NUL | %`, their full-width kin, and `'`. */
const GUARDED = new Set(Array.from("=+-@\t\r\n\0|%＝＋－＠'", (char) => char.charCodeAt(0)));
/** For ASCII, where nearly all texts begin, a lookup is faster than the set. */
const GUARDED_ASCII = Uint8Array.from({ length: 128 }, (_, code) => Number(GUARDED.has(code)));

function isGuarded(first: number): boolean {
  return first < GUARDED_ASCII.length ? GUARDED_ASCII[first] === 1 : GUARDED.has(first);
}

/** Puts a cell's text into quotes where RFC 4180 asks for them. */
export function quoteCell(text: string): string {
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A text that no spreadsheet takes for a formula, see {@link CsvEscaping} `formula-prefix`. */
export function guardText(text: string): string {
  if (text.length === 0) return "'";
  return isGuarded(text.charCodeAt(0)) ? `'${text}` : text;
}

/** A text as a cell: guarded, and quoted where it has to be. */
export function guardCell(text: string): string {
  return quoteCell(guardText(text));
}

/** A number's text as a cell: left alone where it is a plain number (`-5` stays one), guarded like any text otherwise. */
export function guardNumberCell(text: string): string {
  return PLAIN_NUMBER.test(text) ? text : guardCell(text);
}

/** The text that a guarded cell stands for, or `undefined` for an empty cell: no value. */
export function unguardCell(cell: string): string | undefined {
  if (cell.length === 0) return undefined;
  return cell.charCodeAt(0) === 0x27 ? cell.slice(1) : cell;
}
