import type { Cell, Column, TableEncoder } from '../table/column.js';

const PLAIN = /^[^"\\\u0000-\u001f\u2028\u2029\ud800-\udfff]*$/;

/**
 * A table as one JSON array (RFC 8259), one record per line. Lossless: what a record does not have is absent, `null` is
 * `null`, and a lone surrogate is escaped.
 */
export function jsonEncoder(columns: readonly Column[]): TableEncoder {
  const names = columns.map(({ name }) => `${jsonText(name)}:`);
  let separator = '\n';
  return {
    labels: columns.map(({ name }) => name),
    head: '[',
    row(cells) {
      let text = separator;
      let mark = '{';
      for (let index = 0; index < names.length; index += 1) {
        const cell = cells[index];
        if (cell === undefined) continue;
        text += mark + (names[index] ?? '') + (typeof cell === 'string' ? jsonString(cell) : jsonText(cell));
        mark = ',';
      }
      separator = ',\n';
      return mark === '{' ? `${text}{}` : `${text}}`;
    },
    foot: () => '\n]\n',
  };
}

/** A value as JSON on one line: U+2028 and U+2029, which some readers take for line ends, are escaped as well. */
export function jsonText(value: Exclude<Cell, undefined>): string {
  const text = JSON.stringify(value);
  if (typeof value !== 'object' && typeof value !== 'string') return text;
  return text.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}

/** The same for text; most needs no escape, and the test for it is cheaper than the general way. */
function jsonString(text: string): string {
  return PLAIN.test(text) ? `"${text}"` : jsonText(text);
}
