import type { FieldType } from '@habeas/connector-sdk';
import type { Cell, Column, TableEncoder } from '../table/column.js';
import { guardCell, guardNumberCell, guardText, quoteCell, type CsvEscaping } from './csv-cell.js';

type CellEncoder = (cell: Cell) => string;

/** The types whose values are written as plain numbers. */
const NUMERIC: ReadonlySet<string> = new Set<FieldType>(['integer', 'big-integer', 'decimal', 'number']);

/** Whether values of this type are written as plain numbers, which no spreadsheet takes for anything else. */
export function isNumeric(type: string): boolean {
  return NUMERIC.has(type);
}

/**
 * A table as RFC 4180 has it: `,`, CRLF, quotes only where they are needed, a header row. Column types decide how a value
 * is written: values of type `json` always as JSON text, numbers as plain numbers.
 */
export function csvEncoder(columns: readonly Column[], escaping: CsvEscaping = 'formula-prefix'): TableEncoder {
  const encoders = columns.map(({ type }) => cellEncoder(type, escaping));
  const labels = columns.map(({ name }) => (escaping === 'none' ? name : guardText(name)));
  const count = encoders.length;
  return {
    labels,
    head: `${labels.map(quoteCell).join(',')}\r\n`,
    row(cells) {
      let text = '';
      for (let index = 0; index < count; index += 1) {
        const encode = encoders[index];
        if (index > 0) text += ',';
        if (encode !== undefined) text += encode(cells[index]);
      }
      return `${text}\r\n`;
    },
    foot: () => '',
  };
}

function cellEncoder(type: FieldType, escaping: CsvEscaping): CellEncoder {
  const text = escaping === 'none' ? quoteCell : guardCell;
  const number = escaping === 'none' ? quoteCell : guardNumberCell;
  if (type === 'json') return (cell) => (cell === undefined || cell === null ? '' : text(JSON.stringify(cell)));
  return plainEncoder(isNumeric(type) ? number : text);
}

function plainEncoder(text: (value: string) => string): CellEncoder {
  return (cell) => {
    if (typeof cell === 'string') return text(cell);
    if (cell === undefined || cell === null) return '';
    if (typeof cell === 'boolean') return cell ? 'true' : 'false';
    return text(typeof cell === 'number' ? String(cell) : JSON.stringify(cell));
  };
}
