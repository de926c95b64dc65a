import { draftRegister } from './draft/draft-register.js';
import { ImportNotes } from './draft/import-notes.js';
import type { ExchangeFormat, ImportedRegister } from './exchange.js';
import { readSheets } from './template/read-sheets.js';
import { tooLarge, unreadable, WORKBOOK_LIMITS } from './workbook/limits.js';
import { readCsv } from './workbook/read-csv.js';
import { readOds } from './workbook/read-ods.js';
import { readXlsx } from './workbook/read-xlsx.js';
import type { Workbook } from './workbook/workbook.js';

/** How a file is read. */
export interface ImportOptions {
  readonly format: ExchangeFormat;
  /** What the file is called in messages. */
  readonly file: string;
}

/**
 * Reads a register from the form of CNIL's template. Labels may stand in any order, with or without accents, between rows and
 * columns of the author's own. Nothing is invented: what the file does not say is unstated, and what was not understood is a gap
 * with its cell. Throws `InvalidInputError` for a file that is no such workbook, is encrypted, or passes a limit.
 */
export async function importRegister(bytes: Uint8Array, { format, file }: ImportOptions): Promise<ImportedRegister> {
  if (bytes.length === 0) throw unreadable(file, 'the file is empty', 'export the register again');
  if (bytes.length > WORKBOOK_LIMITS.file) throw tooLarge(file, `it has more than ${String(WORKBOOK_LIMITS.file)} bytes`);
  const workbook = await READERS[format](bytes, file);
  const { register, gaps } = readSheets(workbook, file);
  const imported = draftRegister(register, new ImportNotes(workbook.countsFrom1904 === true));
  return { ...imported, gaps: [...gaps, ...imported.gaps] };
}

const READERS: Readonly<Record<ExchangeFormat, (bytes: Uint8Array, file: string) => Promise<Workbook> | Workbook>> = {
  csv: readCsv,
  ods: readOds,
  xlsx: readXlsx,
};
