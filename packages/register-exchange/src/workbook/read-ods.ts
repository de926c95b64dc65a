import { encrypted, readWholeXml, unreadable, type WorkbookPackage, type XmlElement } from '@habeas/workbooks';
import { tooLarge, WORKBOOK_LIMITS } from './limits.js';
import { withPackage } from './read-package.js';
import { SheetBuilder, WorkbookSize } from './sheet-builder.js';
import type { Sheet, Workbook } from './workbook.js';

const CONTENT = 'content.xml';
const MANIFEST = 'META-INF/manifest.xml';
const CELLS = new Set(['covered-table-cell', 'table-cell']);
/** What stands in a cell and is not its text. */
const ASIDE = new Set(['annotation', 'shapes']);

/** Reads an ODS workbook. Throws `InvalidInputError` for what is none, is encrypted, or passes a limit. */
export function readOds(bytes: Uint8Array, file: string): Promise<Workbook> {
  const wants = (name: string): boolean => name === CONTENT || name === MANIFEST;
  return withPackage(bytes, { file, wants }, async (parts) => {
    if (parts.has(MANIFEST)) await refuseEncrypted(parts);
    if (!parts.has(CONTENT)) throw unreadable('it is no ODS workbook', 'name the format it has, or save it as .ods');
    const reader = new ContentReader(new WorkbookSize(file));
    await readWholeXml(parts.stream(CONTENT), reader);
    return { sheets: reader.sheets };
  });
}

async function refuseEncrypted(parts: WorkbookPackage): Promise<void> {
  await readWholeXml(parts.stream(MANIFEST), {
    open: ({ name }) => {
      if (name === 'encryption-data') throw encrypted();
    },
  });
}

/** Follows rows, cells and the texts in them, with whatever is repeated. */
class ContentReader {
  readonly sheets: Sheet[] = [];
  #sheet: SheetBuilder | undefined;
  #row = 0;
  #rowRepeats = 1;
  #column = 0;
  #cell: { readonly repeats: number; readonly value: string; readonly lines: string[] } | undefined;
  #aside = 0;

  constructor(private readonly size: WorkbookSize) {}

  readonly open = (element: XmlElement): void => {
    const { name } = element;
    if (ASIDE.has(name)) this.#aside += 1;
    else if (this.#aside > 0) return;
    else if (name === 'table') this.#openTable(element);
    else if (name === 'table-row') {
      this.#column = 0;
      this.#rowRepeats = count(element, 'number-rows-repeated');
    } else if (CELLS.has(name)) {
      this.#cell = { repeats: count(element, 'number-columns-repeated'), value: valueOf(element), lines: [] };
    } else this.#openText(element);
  };

  readonly close = (name: string): void => {
    if (ASIDE.has(name)) this.#aside -= 1;
    else if (this.#aside > 0) return;
    else if (CELLS.has(name)) this.#closeCell();
    else if (name === 'table-row') this.#row += this.#rowRepeats;
    else if (name === 'table' && this.#sheet !== undefined) this.sheets.push(this.#sheet.build());
  };

  readonly text = (text: string): void => {
    if (this.#aside > 0) return;
    const last = this.#cell?.lines.pop();
    if (last !== undefined) this.#cell?.lines.push(`${last}${text}`);
  };

  #openTable({ attributes }: XmlElement): void {
    if (this.sheets.length >= WORKBOOK_LIMITS.sheets) throw tooLarge(this.size.file, 'it has too many sheets');
    this.#row = 0;
    this.#sheet = new SheetBuilder(attributes.get('name') ?? '', this.size);
  }

  #openText(element: XmlElement): void {
    if (element.name === 'p') this.#cell?.lines.push('');
    else if (element.name === 's') this.text(' '.repeat(Math.min(count(element, 'c'), WORKBOOK_LIMITS.columns)));
    else if (element.name === 'tab') this.text('\t');
    else if (element.name === 'line-break') this.text('\n');
  }

  #closeCell(): void {
    if (this.#cell === undefined) return;
    const { repeats, value, lines } = this.#cell;
    const text = value === '' ? lines.join('\n') : value;
    if (text !== '') this.#setAll(text, repeats);
    this.#column += repeats;
    this.#cell = undefined;
  }

  #setAll(text: string, repeats: number): void {
    for (let row = this.#row; row < this.#row + this.#rowRepeats; row += 1) {
      for (let column = this.#column; column < this.#column + repeats; column += 1) this.#sheet?.set(row, column, text);
    }
  }
}

/** A day is taken as the file keeps it; other values are taken as they are shown. */
function valueOf({ attributes }: XmlElement): string {
  return attributes.get('date-value') ?? '';
}

function count({ attributes }: XmlElement, name: string): number {
  const number = Number(attributes.get(name) ?? 1);
  return Number.isSafeInteger(number) && number > 0 ? number : 1;
}
