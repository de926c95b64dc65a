import { open } from 'node:fs/promises';
import { ConnectorError } from '@habeas/connector-sdk';
import { damaged, isXlsxPart, openXlsx, WorkbookError, WorkbookPackage, type XlsxParts, type XlsxTab } from '@habeas/workbooks';

/** A workbook in the folder, and what it may unpack to, in bytes. */
export interface WorkbookFile {
  readonly name: string;
  readonly path: string;
  readonly maxBytes: number;
}

/** A workbook that is open. */
export interface OpenWorkbook {
  readonly file: WorkbookPackage;
  readonly parts: XlsxParts;
  readonly sheets: readonly Sheet[];
}

/** A tab with cells. */
export interface Sheet extends XlsxTab {
  readonly part: string;
}

/** Parts of a workbook; one of a thousand sheets with drawings has as many. */
const MOST_PARTS = 10_000;
const MOST_RATIO = 200;

/** Opens a workbook, which the caller closes. Throws `WorkbookError`. */
export async function openWorkbook({ path, maxBytes }: WorkbookFile): Promise<OpenWorkbook> {
  const limits = { entries: MOST_PARTS, unpacked: maxBytes, ratio: MOST_RATIO };
  const file = await WorkbookPackage.ofFile({ path, start: await startOf(path) }, limits, isXlsxPart);
  try {
    const parts = await openXlsx(file);
    return { file, parts, sheets: parts.tabs.flatMap(sheetOf) };
  } catch (error) {
    file.close();
    throw error;
  }
}

/** The names of a workbook's sheets, hidden ones too. Throws `contract` or `quota` for what cannot be read. */
export async function sheetNames(file: WorkbookFile): Promise<readonly string[]> {
  try {
    const workbook = await openWorkbook(file);
    workbook.file.close();
    return workbook.sheets.map(({ name }) => name);
  } catch (error) {
    throw workbookFault(error, file.name);
  }
}

/** What is wrong with a workbook, as a fault of the source. */
export function workbookFault(error: unknown, name: string): unknown {
  if (!(error instanceof WorkbookError)) return error;
  const isLarge = error.reason === 'too-large';
  const remedy = isLarge ? 'Save its sheets as CSV; where it is only large, raise maxBytes.' : sentence(error.remedy);
  return new ConnectorError(isLarge ? 'quota' : 'contract', `${name}: ${error.what}.`, { remedy, cause: error });
}

/** A sheet whose cells the workbook has lost is none that is empty. */
function sheetOf(tab: XlsxTab): readonly Sheet[] {
  if (!tab.isWorksheet) return [];
  if (tab.part === undefined) throw damaged();
  return [{ ...tab, part: tab.part }];
}

async function startOf(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(8), 0, 8, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function sentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
}
