import type { FieldType } from '@habeas/connector-sdk';
import type { Cell } from './column.js';
import { DATE_TIME_FORM, dateTimeForm, isBase64Text, isDateText, isIntegerText, isNumberText, isTimeText } from './value-form.js';

/** A type of Table Schema (Data Package v2). */
export interface SchemaType {
  readonly type: string;
  readonly format?: string;
}

/**
 * Watches a column's values go by and knows, at the end, which type of Table Schema they all have. The declared type is
 * kept where it holds; a column with a single value that breaks it (`0000-00-00` in a date) is described as text instead,
 * so that the archive never promises more than it has.
 */
export interface TypeObserver {
  see(cell: Exclude<Cell, undefined | null>): void;
  /** In CSV every cell is text; in JSON a column of mixed types is `any`. */
  result(format: 'csv' | 'json'): SchemaType;
}

const isWhole = (cell: unknown): boolean => (typeof cell === 'number' ? Number.isSafeInteger(cell) : isText(cell, isIntegerText));
const isNumber = (cell: unknown): boolean => typeof cell === 'number' || isText(cell, isNumberText);
const isString = (cell: unknown): boolean => typeof cell === 'string';

const OBSERVERS: Readonly<Record<FieldType, () => TypeObserver>> = {
  string: () => new PlainObserver({ type: 'string' }, isString),
  file: () => new PlainObserver({ type: 'string' }, isString),
  integer: () => new PlainObserver({ type: 'integer' }, isWhole),
  'big-integer': () => new PlainObserver({ type: 'integer' }, isWhole),
  decimal: () => new PlainObserver({ type: 'number' }, isNumber),
  number: () => new PlainObserver({ type: 'number' }, isNumber),
  boolean: () => new PlainObserver({ type: 'boolean' }, (cell) => typeof cell === 'boolean'),
  date: () => new PlainObserver({ type: 'date' }, (cell) => isText(cell, isDateText)),
  time: () => new PlainObserver({ type: 'time' }, (cell) => isText(cell, isTimeText)),
  bytes: () => new PlainObserver({ type: 'string', format: 'binary' }, (cell) => isText(cell, isBase64Text)),
  datetime: () => new DateTimeObserver(),
  timestamp: () => new DateTimeObserver(),
  json: () => new JsonObserver(),
};

/** The observer for a column of this type. */
export function observerFor(type: FieldType): TypeObserver {
  return OBSERVERS[type]();
}

function isText(cell: unknown, test: (text: string) => boolean): boolean {
  return typeof cell === 'string' && test(cell);
}

class PlainObserver implements TypeObserver {
  #holds = true;

  constructor(
    private readonly declared: SchemaType,
    private readonly test: (cell: unknown) => boolean,
  ) {}

  see(cell: unknown): void {
    if (this.#holds) this.#holds = this.test(cell);
  }

  result(format: 'csv' | 'json'): SchemaType {
    return this.#holds ? this.declared : untyped(format);
  }
}

class DateTimeObserver implements TypeObserver {
  #forms = 0;

  see(cell: unknown): void {
    this.#forms |= typeof cell === 'string' ? dateTimeForm(cell) : DATE_TIME_FORM.other;
  }

  result(format: 'csv' | 'json'): SchemaType {
    switch (this.#forms) {
      case 0:
      case DATE_TIME_FORM.t:
        return { type: 'datetime' };
      case DATE_TIME_FORM.space:
        return { type: 'datetime', format: '%Y-%m-%d %H:%M:%S' };
      case DATE_TIME_FORM.spaceFraction:
        return { type: 'datetime', format: '%Y-%m-%d %H:%M:%S.%f' };
      default:
        return untyped(format);
    }
  }
}

/** Objects only and arrays only have types of their own; a mixture has none. */
class JsonObserver implements TypeObserver {
  #kinds = new Set<string>();

  see(cell: unknown): void {
    this.#kinds.add(Array.isArray(cell) ? 'array' : typeof cell);
  }

  result(format: 'csv' | 'json'): SchemaType {
    const [kind, ...others] = this.#kinds;
    const isNested = others.length === 0 && (kind === 'object' || kind === 'array');
    return isNested ? { type: kind } : untyped(format);
  }
}

function untyped(format: 'csv' | 'json'): SchemaType {
  return { type: format === 'csv' ? 'string' : 'any' };
}
