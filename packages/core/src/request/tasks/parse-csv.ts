/** The cells of a CSV text as RFC 4180 has it, line by line; `undefined` where a quote is not closed or stands within a cell. */
export function parseCsv(text: string): readonly (readonly string[])[] | undefined {
  const lines: string[][] = [];
  let line: string[] = [];
  for (const [, quoted, plain = '', end] of text.matchAll(CELL)) {
    if (plain.includes('"')) return undefined;
    line.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    lines.push(line);
    line = [];
    if (end === '') break;
  }
  return lines.filter((cells) => cells.length > 1 || cells[0] !== '');
}

/** A cell, in quotes or not, with what ends it: a comma, a line or the text. */
const CELL = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/gu;
