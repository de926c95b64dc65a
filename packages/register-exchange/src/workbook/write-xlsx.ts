import { cellName } from '@habeas/workbooks';
import type { Sheet } from './workbook.js';
import { type PackagePart, writePackage } from './write-package.js';
import { escapeXml, XML_DECLARATION } from './xml.js';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const WIDTH = 36;

const XLSX_LABEL = 1;
const XLSX_TEXT = 2;

/** Both kinds of cells stay texts when somebody edits them (`quotePrefix`); those of the first column are bold. */
const STYLES = [
  `${XML_DECLARATION}<styleSheet xmlns="${MAIN}">`,
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>',
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  ...[1, 0].map(
    (font) =>
      `<xf numFmtId="49" fontId="${String(font)}" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`,
  ),
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
].join('');

/** A workbook as XLSX (ECMA-376). Every cell is a text, and stays one when it is edited, so that none acts as a formula (FMT-08). */
export function writeXlsx(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const parts: readonly PackagePart[] = [
    { name: '[Content_Types].xml', text: contentTypes(sheets) },
    { name: '_rels/.rels', text: relations([['officeDocument', 'xl/workbook.xml']]) },
    { name: 'xl/workbook.xml', text: workbook(sheets) },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: relations([
        ...sheets.map((_, index) => ['worksheet', `worksheets/sheet${String(index + 1)}.xml`] as const),
        ['styles', 'styles.xml'],
      ]),
    },
    { name: 'xl/styles.xml', text: STYLES },
    ...sheets.map((sheet, index) => ({ name: `xl/worksheets/sheet${String(index + 1)}.xml`, text: worksheet(sheet) })),
  ];
  return writePackage(parts);
}

function contentTypes(sheets: readonly Sheet[]): string {
  const part = (name: string, type: string): string => `<Override PartName="/xl/${name}" ContentType="${TYPES}.${type}+xml"/>`;
  return [
    `${XML_DECLARATION}<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    part('workbook.xml', 'sheet.main'),
    part('styles.xml', 'styles'),
    ...sheets.map((_, index) => part(`worksheets/sheet${String(index + 1)}.xml`, 'worksheet')),
    '</Types>',
  ].join('');
}

function relations(targets: readonly (readonly [string, string])[]): string {
  const lines = targets.map(
    ([type, target], index) => `<Relationship Id="rId${String(index + 1)}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  );
  return `${XML_DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${lines.join('')}</Relationships>`;
}

function workbook(sheets: readonly Sheet[]): string {
  const lines = sheets.map(
    ({ name }, index) => `<sheet name="${escapeXml(name)}" sheetId="${String(index + 1)}" r:id="rId${String(index + 1)}"/>`,
  );
  return `${XML_DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${lines.join('')}</sheets></workbook>`;
}

function worksheet({ rows }: Sheet): string {
  const widest = Math.max(1, ...rows.map(({ length }) => length));
  const columns = `<cols><col min="1" max="${String(widest)}" width="${String(WIDTH)}" customWidth="1"/></cols>`;
  const lines = rows.map(
    (cells, row) => `<row r="${String(row + 1)}">${cells.map((text, column) => cell(text, row, column)).join('')}</row>`,
  );
  return `${XML_DECLARATION}<worksheet xmlns="${MAIN}">${columns}<sheetData>${lines.join('')}</sheetData></worksheet>`;
}

function cell(text: string, row: number, column: number): string {
  if (text === '') return '';
  const style = column === 0 ? XLSX_LABEL : XLSX_TEXT;
  return `<c r="${cellName(row, column)}" s="${String(style)}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(escapeEscapes(text))}</t></is></c>`;
}

/** What looks like XLSX's own way to write a character (`_x000A_`) stays what it is (ECMA-376, 22.9.2.19). */
function escapeEscapes(text: string): string {
  return text.replaceAll(/_(?=x[0-9a-f]{4}_)/giu, '_x005F_');
}
