import { isXlsxPart, openXlsx, readSharedTexts, readWorksheet, type WorkbookPackage, decodeEscapes } from '@habeas/workbooks';
import { tooLarge, unreadable, WORKBOOK_LIMITS } from './limits.js';
import { withPackage } from './read-package.js';
import { SheetBuilder, WorkbookSize } from './sheet-builder.js';
import type { Sheet, Workbook } from './workbook.js';

/** Reads an XLSX workbook: the values of its cells, not its formulas. Throws `InvalidInputError` like {@link withPackage}. */
export function readXlsx(bytes: Uint8Array, file: string): Promise<Workbook> {
  return withPackage(bytes, { file, wants: isXlsxPart }, async (parts) => {
    const { tabs, sharedTexts, countsFrom1904 } = await openXlsx(parts);
    if (tabs.length > WORKBOOK_LIMITS.sheets) throw tooLarge(file, 'it has too many sheets');
    const shared = sharedTexts === undefined ? [] : await textsOf(parts, sharedTexts);
    const size = new WorkbookSize(file);
    const read = new Set<string>();
    const sheets: Sheet[] = [];
    for (const { name, part, isWorksheet } of tabs) {
      if (part === undefined || !isWorksheet) continue;
      // No spreadsheet writes that: it would be a small file that is as long to read as a huge one
      if (read.has(part)) throw unreadable(file, `the sheet "${name}" is another one too`, 'save the workbook again');
      read.add(part);
      sheets.push(await sheetOf(parts, part, { shared, into: new SheetBuilder(name, size) }));
    }
    return { sheets, ...(countsFrom1904 ? { countsFrom1904: true } : {}) };
  });
}

async function textsOf(parts: WorkbookPackage, part: string): Promise<readonly string[]> {
  const texts: string[] = [];
  await finish(readSharedTexts(parts.stream(part), WORKBOOK_LIMITS.text, (text) => texts.push(text)));
  return texts;
}

interface SheetContext {
  /** Texts that cells name by their numbers. */
  readonly shared: readonly string[];
  readonly into: SheetBuilder;
}

async function sheetOf(parts: WorkbookPackage, part: string, { shared, into }: SheetContext): Promise<Sheet> {
  const reading = readWorksheet(parts.stream(part), WORKBOOK_LIMITS.text, {
    cell: ({ row, column, type, value = '' }) => {
      into.set(row, column, textOf(type, value, shared));
    },
  });
  await finish(reading);
  return into.build();
}

function textOf(type: string, value: string, shared: readonly string[]): string {
  if (type === 's') return shared[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'Oui' : 'Non';
  return decodeEscapes(value);
}

async function finish(reading: AsyncGenerator<void, void, undefined>): Promise<void> {
  while ((await reading.next()).done !== true);
}
