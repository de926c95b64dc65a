import { ConnectorError } from '@habeas/connector-sdk';
import { readSharedTexts, readWholeXml, readWorksheet } from '@habeas/workbooks';
import type { TableConfig } from '../config.js';
import { StylesReader } from '../workbook/number-formats.js';
import { SharedTexts } from '../workbook/shared-texts.js';
import { SheetRows } from '../workbook/sheet-rows.js';
import { openWorkbook, type OpenWorkbook, type Sheet, type WorkbookFile, workbookFault } from '../workbook/workbook-file.js';
import type { FileItem } from './row.js';

/** Characters of one cell. Spreadsheets hold 32,767. */
const MOST_CHARACTERS = 1_000_000;

/**
 * The rows of a sheet, and behind them what is merged. Throws `contract` for what is no workbook, is damaged or encrypted, or has a
 * cell whose value is not known; `quota` for what passes a limit.
 */
export async function* workbookRows(
  file: WorkbookFile,
  config: TableConfig,
  signal: AbortSignal,
): AsyncGenerator<FileItem, void, undefined> {
  const shared = new SharedTexts();
  let workbook: OpenWorkbook | undefined;
  try {
    workbook = await openWorkbook(file);
    const sheet = sheetOf(workbook, config, file.name);
    yield* sheetRows(workbook, sheet, { where: `${file.name}, sheet "${sheet.name}"`, config, shared, signal });
  } catch (error) {
    throw workbookFault(error, file.name);
  } finally {
    workbook?.file.close();
    shared.close();
  }
}

/** The sheet that is named, or the only one there is. */
function sheetOf({ sheets }: OpenWorkbook, { sheet: name }: TableConfig, file: string): Sheet {
  const wanted = sheets.filter((each) => name === undefined || each.name.toLowerCase() === name.toLowerCase());
  const [found] = wanted;
  if (found !== undefined && wanted.length === 1) return found;
  const what = name === undefined ? `it has ${String(sheets.length)} sheets, and none is named` : `it has no sheet "${name}"`;
  throw new ConnectorError('contract', `${file}: ${what}.`, { remedy: 'Name the tab of the sheet in sheet.' });
}

interface RowsContext {
  readonly where: string;
  readonly config: TableConfig;
  readonly shared: SharedTexts;
  readonly signal: AbortSignal;
}

async function* sheetRows(
  { file, parts }: OpenWorkbook,
  { part }: Sheet,
  { where, config: { headerLine }, shared, signal }: RowsContext,
): AsyncGenerator<FileItem, void, undefined> {
  const styles = new StylesReader();
  if (parts.styles !== undefined) await readWholeXml(file.stream(parts.styles), styles);
  if (parts.sharedTexts !== undefined) {
    const reading = readSharedTexts(file.stream(parts.sharedTexts), MOST_CHARACTERS, shared.add);
    while ((await reading.next()).done !== true) signal.throwIfAborted();
  }
  const { countsFrom1904 } = parts;
  const rows = new SheetRows({ headerLine, where, countsFrom1904, formats: styles.formats(), sharedText: shared.get });
  const reading = readWorksheet(file.stream(part), MOST_CHARACTERS, rows);
  while ((await reading.next()).done !== true) {
    signal.throwIfAborted();
    yield* rows.take();
  }
  yield* rows.finish();
}
