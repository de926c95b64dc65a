import type { Sheet } from './workbook.js';
import { type PackagePart, writePackage } from './write-package.js';
import { escapeXml, XML_DECLARATION } from './xml.js';

const TYPE = 'application/vnd.oasis.opendocument.spreadsheet';
const VERSION = 'office:version="1.3"';
const OASIS = 'urn:oasis:names:tc:opendocument:xmlns';
const NAMESPACES = ['office', 'table', 'text', 'style']
  .map((name) => `xmlns:${name}="${OASIS}:${name}:1.0"`)
  .concat(`xmlns:fo="${OASIS}:xsl-fo-compatible:1.0"`)
  .join(' ');

const STYLES = [
  '<style:style style:name="narrow" style:family="table-column"><style:table-column-properties style:column-width="6cm"/></style:style>',
  '<style:style style:name="text" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/></style:style>',
  '<style:style style:name="label" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/><style:text-properties fo:font-weight="bold"/></style:style>',
].join('');

/** A workbook as ODS (OpenDocument 1.3). Every cell is a text, so that none acts as a formula (FMT-08). */
export function writeOds(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const parts: readonly PackagePart[] = [
    { name: 'mimetype', text: TYPE, stored: true },
    { name: 'META-INF/manifest.xml', text: manifest() },
    { name: 'content.xml', text: content(sheets) },
  ];
  return writePackage(parts);
}

function manifest(): string {
  const entry = (path: string, type: string): string =>
    `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`;
  return `${XML_DECLARATION}<manifest:manifest xmlns:manifest="${OASIS}:manifest:1.0" manifest:version="1.3">${entry('/', TYPE)}${entry('content.xml', 'text/xml')}</manifest:manifest>`;
}

function content(sheets: readonly Sheet[]): string {
  const body = `<office:body><office:spreadsheet>${sheets.map(table).join('')}</office:spreadsheet></office:body>`;
  return `${XML_DECLARATION}<office:document-content ${NAMESPACES} ${VERSION}><office:automatic-styles>${STYLES}</office:automatic-styles>${body}</office:document-content>`;
}

function table({ name, rows }: Sheet): string {
  const widest = Math.max(1, ...rows.map(({ length }) => length));
  const columns = `<table:table-column table:style-name="narrow" table:number-columns-repeated="${String(widest)}"/>`;
  const lines = rows.map((cells) => `<table:table-row>${cells.map(cell).join('') || '<table:table-cell/>'}</table:table-row>`);
  return `<table:table table:name="${escapeXml(name)}">${columns}${lines.join('') || '<table:table-row><table:table-cell/></table:table-row>'}</table:table>`;
}

function cell(text: string, column: number): string {
  if (text === '') return '<table:table-cell/>';
  const paragraphs = text.split('\n').map((line) => `<text:p>${paragraph(line)}</text:p>`);
  return `<table:table-cell table:style-name="${column === 0 ? 'label' : 'text'}" office:value-type="string">${paragraphs.join('')}</table:table-cell>`;
}

/** Several blanks, and those at an end, would be one or none: each has an element of its own. */
function paragraph(line: string): string {
  return escapeXml(line)
    .replaceAll(/^ | (?= |$)/gu, '<text:s/>')
    .replaceAll('&#9;', '<text:tab/>');
}
