import { stringify } from 'csv-stringify/sync';
import { guard } from './formula-guard.js';
import type { Sheet } from './workbook.js';

/** Between cells, where decimals have a comma: what a French spreadsheet writes and expects. */
const DELIMITER = ';';

/** A sheet as CSV: UTF-8 with its mark, `;`, every cell quoted, CRLF. No cell acts as a formula (FMT-08). */
export function writeCsv({ rows }: Sheet): Uint8Array {
  const guarded = rows.map((row) => row.map(guard));
  return Buffer.from(stringify(guarded, { bom: true, delimiter: DELIMITER, quoted: true, record_delimiter: 'windows' }), 'utf8');
}
