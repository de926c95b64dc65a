import type { Register } from '@habeas/core/law';
import type { ExchangeFormat, ExportedRegister } from './exchange.js';
import { fillTemplate } from './fill/fill-template.js';
import { notCarried } from './fill/not-carried.js';
import { layOutSheets } from './template/lay-out-sheets.js';
import { layOutFlat } from './template/lay-out-flat.js';
import type { TemplateRegister } from './template/template.js';
import { writeCsv } from './workbook/write-csv.js';
import { writeOds } from './workbook/write-ods.js';
import { writeXlsx } from './workbook/write-xlsx.js';

/**
 * A register in the form of CNIL's template (Art. 30 GDPR), and what of it the template has no place for. What is assumed is
 * marked as to be confirmed; what is unstated is an empty cell. The same register gives the same bytes.
 */
export async function exportRegister(
  register: Register,
  { format }: { readonly format: ExchangeFormat },
): Promise<ExportedRegister> {
  const bytes = await WRITERS[format](fillTemplate(register));
  return { bytes, notCarried: notCarried(register) };
}

const WRITERS: Readonly<Record<ExchangeFormat, (register: TemplateRegister) => Promise<Uint8Array> | Uint8Array>> = {
  csv: (register) => writeCsv(layOutFlat(register)),
  ods: (register) => writeOds(layOutSheets(register)),
  xlsx: (register) => writeXlsx(layOutSheets(register)),
};
