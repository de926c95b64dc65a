import { SheetBuilder } from './sheet-builder.js';
import type { Sheet } from './workbook.js';
import { decodeEscapes } from './xlsx-escapes.js';
import { readXml, type XmlElement } from './xml.js';

/** What a worksheet needs to be read. */
export interface WorksheetContext {
  readonly name: string;
  /** Texts that cells name by their numbers. */
  readonly shared: readonly string[];
  readonly file: string;
}

const REFERENCE = /^([A-Z]{1,3})([1-9]\d{0,6})$/u;
const LETTERS = 26;

/** The texts of a worksheet's cells. */
export function readWorksheet(part: Uint8Array, context: WorksheetContext): Sheet {
  const reader = new WorksheetReader(context);
  readXml(part, context.file, reader);
  return reader.sheet.build();
}

/** Follows cells by their references, or one behind the other where they have none. */
class WorksheetReader {
  readonly sheet: SheetBuilder;
  #row = -1;
  #column = -1;
  #type = '';
  #value = '';
  #isValue = false;
  #pronounced = 0;

  constructor(private readonly context: WorksheetContext) {
    this.sheet = new SheetBuilder(context.name, context.file);
  }

  readonly open = ({ name, attributes }: XmlElement): void => {
    if (name === 'row') {
      this.#row = rowOf(attributes.get('r')) ?? this.#row + 1;
      this.#column = -1;
    } else if (name === 'c') this.#openCell(attributes);
    else if (name === 'rPh') this.#pronounced += 1;
    this.#isValue = (name === 'v' || name === 't') && this.#pronounced === 0;
  };

  readonly close = (name: string): void => {
    this.#isValue = false;
    if (name === 'rPh') this.#pronounced -= 1;
    else if (name === 'c') this.sheet.set(this.#row, this.#column, this.#text());
  };

  readonly text = (text: string): void => {
    if (this.#isValue) this.#value += text;
  };

  #openCell(attributes: XmlElement['attributes']): void {
    const [, letters, number] = REFERENCE.exec(attributes.get('r') ?? '') ?? [];
    this.#column = letters === undefined ? this.#column + 1 : columnOf(letters);
    this.#row = number === undefined ? this.#row : Number(number) - 1;
    this.#type = attributes.get('t') ?? 'n';
    this.#value = '';
  }

  #text(): string {
    if (this.#type === 's') return this.context.shared[Number(this.#value)] ?? '';
    if (this.#type === 'b') return this.#value === '1' ? 'Oui' : 'Non';
    return decodeEscapes(this.#value);
  }
}

function rowOf(number: string | undefined): number | undefined {
  const row = Number(number);
  return Number.isSafeInteger(row) && row > 0 ? row - 1 : undefined;
}

function columnOf(letters: string): number {
  return Array.from(letters).reduce((sum, letter) => sum * LETTERS + letter.charCodeAt(0) - 64, 0) - 1;
}
