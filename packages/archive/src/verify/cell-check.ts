import { guardCell, guardNumberCell, quoteCell, unguardCell } from '../csv/csv-cell.js';
import { isNumeric } from '../csv/csv-encoder.js';
import type { FieldDescriptor } from '../descriptor/data-package.js';
import type { Cell } from '../table/column.js';
import {
  DATE_TIME_FORM,
  dateTimeForm,
  isBase64Text,
  isDateText,
  isIntegerText,
  isNumberText,
  isTimeText,
} from '../table/value-form.js';

/** Whether a value is of the field's type. */
export type CellCheck = (cell: Exclude<Cell, undefined | null>) => boolean;

const SPACE_FORMATS: ReadonlyMap<string | undefined, number> = new Map([
  [undefined, DATE_TIME_FORM.t],
  ['default', DATE_TIME_FORM.t],
  ['%Y-%m-%d %H:%M:%S', DATE_TIME_FORM.space],
  ['%Y-%m-%d %H:%M:%S.%f', DATE_TIME_FORM.spaceFraction],
]);

/** Checks the texts of a CSV column against its Table Schema type. */
export function csvCellCheck(field: FieldDescriptor): CellCheck {
  switch (field.type) {
    case 'boolean':
      return (cell) => cell === 'true' || cell === 'false';
    case 'object':
      return (cell) => isOfKind(parseJson(cell), 'object');
    case 'array':
      return (cell) => isOfKind(parseJson(cell), 'array');
    case 'string':
      return field['x-encoding'] === 'json' ? (cell) => parseJson(cell) !== undefined : textCheck(field);
    default:
      return textCheck(field);
  }
}

/** Checks the values of a JSON column. Numbers may be texts: wide ones are. */
export function jsonCellCheck(field: FieldDescriptor): CellCheck {
  const isText = textCheck(field);
  switch (field.type) {
    case 'integer':
      return (cell) => Number.isSafeInteger(cell) || isText(cell);
    case 'number':
      return (cell) => typeof cell === 'number' || isText(cell);
    case 'boolean':
      return (cell) => typeof cell === 'boolean';
    case 'object':
    case 'array':
      return (cell) => isOfKind(cell, field.type);
    default:
      return isText;
  }
}

/** Whether a cell of a CSV file is written as our dialect says: harmless in a spreadsheet, and in one way only. */
export function isGuardedCell(cell: string, field: FieldDescriptor): boolean {
  const text = unguardCell(cell);
  if (text === undefined) return true;
  // A column keeps the dialect of the type it was written with, also where its values turned out to be something else.
  const guard = isNumeric(field['x-type']) ? guardNumberCell : guardCell;
  return guard(text) === quoteCell(cell);
}

function textCheck({ type, format }: FieldDescriptor): CellCheck {
  const test = textTest(type, format);
  return (cell) => (test === undefined ? true : typeof cell === 'string' && test(cell));
}

function textTest(type: string, format: string | undefined): ((text: string) => boolean) | undefined {
  switch (type) {
    case 'string':
      return format === 'binary' ? isBase64Text : () => true;
    case 'integer':
      return isIntegerText;
    case 'number':
      return isNumberText;
    case 'date':
      return isDateText;
    case 'time':
      return isTimeText;
    case 'datetime':
      return (text) => dateTimeForm(text) === SPACE_FORMATS.get(format);
    default:
      return undefined;
  }
}

function parseJson(cell: Cell): Cell {
  try {
    return typeof cell === 'string' ? (JSON.parse(cell) as Cell) : undefined;
  } catch {
    return undefined; // not JSON: an answer, not a fault
  }
}

function isOfKind(value: Cell, kind: string): boolean {
  return typeof value === 'object' && value !== null && Array.isArray(value) === (kind === 'array');
}
