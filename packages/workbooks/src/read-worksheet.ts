import { cellPosition, type CellPosition } from './cell-name.js';
import { tooLarge } from './workbook-error.js';
import { readXml, type XmlElement, type XmlReader } from './xml.js';

/** A cell as it stands in a worksheet (ECMA-376, 18.3.1.4). */
export interface XlsxCell extends CellPosition {
  /** What its value is: `s` the number of a shared text, `b`, `d`, `e`, `n`, `str`, `inlineStr`. */
  readonly type: string;
  /** The number of its format. */
  readonly style: number;
  /** As it is written; of an inline text, all its runs. Absent where none is written. */
  readonly value?: string;
  readonly isFormula: boolean;
}

/** Cells that are shown as one; both ends belong to it. */
export interface MergedCells {
  readonly from: CellPosition;
  readonly to: CellPosition;
}

/** Who is given what a worksheet holds. */
export interface WorksheetTaker {
  readonly cell: (cell: XlsxCell) => void;
  /** Comes behind all cells. */
  readonly merged?: (cells: MergedCells) => void;
}

/**
 * Gives the cells of a worksheet as they stand in it, and control back after each piece. Throws `WorkbookError` for a cell of more than
 * so many characters.
 */
export function readWorksheet(
  bytes: AsyncIterable<Uint8Array>,
  mostCharacters: number,
  taker: WorksheetTaker,
): AsyncGenerator<void, void, undefined> {
  return readXml(bytes, new WorksheetReader(mostCharacters, taker));
}

/** Follows cells by their references, or one behind the other where they have none. */
class WorksheetReader implements XmlReader {
  #row = -1;
  #column = -1;
  #type = '';
  #style = 0;
  #value: string | undefined;
  #isFormula = false;
  #isValue = false;
  #pronounced = 0;

  readonly #openers: ReadonlyMap<string, (attributes: XmlElement['attributes']) => void> = new Map(
    Object.entries({
      row: (attributes: XmlElement['attributes']) => {
        this.#row = rowOf(attributes.get('r')) ?? this.#row + 1;
        this.#column = -1;
      },
      c: (attributes: XmlElement['attributes']) => {
        this.#openCell(attributes);
      },
      f: () => {
        this.#isFormula = true;
      },
      rPh: () => {
        this.#pronounced += 1;
      },
      mergeCell: (attributes: XmlElement['attributes']) => {
        this.#merged(attributes.get('ref') ?? '');
      },
    }),
  );

  constructor(
    private readonly mostCharacters: number,
    private readonly taker: WorksheetTaker,
  ) {}

  readonly open = ({ name, attributes }: XmlElement): void => {
    this.#openers.get(name)?.(attributes);
    this.#isValue = (name === 'v' || name === 't') && this.#pronounced === 0;
    if (this.#isValue) this.#value ??= '';
  };

  readonly close = (name: string): void => {
    this.#isValue = false;
    if (name === 'rPh') this.#pronounced -= 1;
    else if (name === 'c') this.#closeCell();
  };

  readonly text = (text: string): void => {
    if (!this.#isValue) return;
    this.#value = `${this.#value ?? ''}${text}`;
    if (this.#value.length > this.mostCharacters)
      throw tooLarge(`a cell has more than ${String(this.mostCharacters)} characters`);
  };

  #openCell(attributes: XmlElement['attributes']): void {
    const { row, column } = cellPosition(attributes.get('r') ?? '') ?? { row: this.#row, column: this.#column + 1 };
    this.#row = row;
    this.#column = column;
    this.#type = attributes.get('t') ?? 'n';
    this.#style = Number(attributes.get('s') ?? 0);
    this.#value = undefined;
    this.#isFormula = false;
  }

  #closeCell(): void {
    this.taker.cell({
      row: this.#row,
      column: this.#column,
      type: this.#type,
      style: this.#style,
      isFormula: this.#isFormula,
      ...(this.#value === undefined ? {} : { value: this.#value }),
    });
  }

  #merged(reference: string): void {
    const [first = '', last = first] = reference.split(':');
    const from = cellPosition(first);
    const to = cellPosition(last);
    if (from !== undefined && to !== undefined) this.taker.merged?.({ from, to });
  }
}

function rowOf(number: string | undefined): number | undefined {
  const row = Number(number);
  return Number.isSafeInteger(row) && row > 0 ? row - 1 : undefined;
}
