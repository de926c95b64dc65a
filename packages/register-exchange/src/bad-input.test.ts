import { describe, expect, it } from '@jest/globals';
import { InvalidInputError } from '@habeas/connector-sdk';
import type { ExchangeFormat } from './exchange.js';
import { importRegister } from './import-register.js';
import { WORKBOOK_LIMITS } from './workbook/limits.js';
import { writeOds } from './workbook/write-ods.js';
import { type PackagePart, writePackage } from './workbook/write-package.js';

async function faultOf(bytes: Uint8Array, format: ExchangeFormat): Promise<string> {
  try {
    await importRegister(bytes, { format, file: `a.${format}` });
  } catch (error) {
    if (error instanceof InvalidInputError) return error.message;
    throw error;
  }
  return 'no fault';
}

const text = (content: string): Uint8Array => Buffer.from(content, 'utf8');
const packed = (...parts: readonly PackagePart[]): Promise<Uint8Array> => writePackage(parts);
const ods = (content: string): Promise<Uint8Array> => packed({ name: 'content.xml', text: content });

/** An ODS document with these rows. */
const table = (rows: string): string => `<o:d xmlns:o="o" xmlns:t="t" xmlns:x="x"><t:table t:name="A">${rows}</t:table></o:d>`;

const relations = (...targets: readonly string[]): string =>
  `<Relationships xmlns="r">${targets.map((each) => `<Relationship Id="${each}" Type="x/${each}" Target="${each}.xml"/>`).join('')}</Relationships>`;

describe('importRegister of what is no register', () => {
  it('names the format that a file does not have', async () => {
    expect(await faultOf(text(''), 'ods')).toMatch(/^a\.ods: the file is empty/u);
    expect(await faultOf(text('a;b'), 'ods')).toMatch(/^a\.ods: it is no workbook, or it is damaged/u);
    expect(await faultOf(await writeOds([]), 'csv')).toMatch(/^a\.csv: it is no CSV file/u);
    expect(await faultOf(await writeOds([]), 'xlsx')).toMatch(/^a\.xlsx: it is no XLSX workbook/u);
    expect(await faultOf(await packed({ name: 'a.txt', text: 'a' }), 'ods')).toMatch(/^a\.ods: it is no ODS workbook/u);
    expect(await faultOf(await packed({ name: '_rels/.rels', text: relations('officeDocument') }), 'xlsx')).toMatch(
      /it is no XLSX workbook/u,
    );
  });

  it('says that no sheet is a register, and what it looked for', async () => {
    expect(await faultOf(await writeOds([{ name: 'A', rows: [['Hello', 'World']] }]), 'ods')).toMatch(
      /no sheet is a register: there is neither a list with the heading "Nom du traitement"/u,
    );
    expect(await faultOf(text('a;b\n1;2'), 'csv')).toMatch(/no sheet is a register/u);
  });

  it('says in which line the quotes of a CSV file are wrong', async () => {
    expect(await faultOf(text('Nom du traitement;Réf\n"a"b;c'), 'csv')).toMatch(
      /a quote does not stand where one may \(line 2\)/u,
    );
  });

  it('knows an encrypted workbook of either kind', async () => {
    const compound = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512)]);
    expect(await faultOf(compound, 'xlsx')).toMatch(/it is encrypted, or of a kind from before 2007/u);
    const manifest = '<m:manifest xmlns:m="m"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>';
    expect(await faultOf(await packed({ name: 'META-INF/manifest.xml', text: manifest }), 'ods')).toMatch(
      /it is encrypted \(open it/u,
    );
    const zip = Buffer.from(await writeOds([]));
    const central = zip.lastIndexOf(Buffer.from('504b0102', 'hex'));
    zip.writeUInt16LE(zip.readUInt16LE(central + 8) | 1, central + 8);
    expect(await faultOf(zip, 'ods')).toMatch(/it is encrypted/u);
  });

  it('does not take XML that is none, has a document type or lies too deep', async () => {
    expect(await faultOf(await ods('<a><b></a>'), 'ods')).toMatch(/a part of it is no XML/u);
    const entities = '<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]><a>&d;</a>';
    expect(await faultOf(await ods(entities), 'ods')).toMatch(/declares a document type/u);
    expect(await faultOf(await ods('<a>'.repeat(200)), 'ods')).toMatch(/lie too deep/u);
  });

  it('stops at a workbook that would be huge', async () => {
    expect(await faultOf(Buffer.alloc(WORKBOOK_LIMITS.file + 1), 'csv')).toMatch(/no register of a sensible size/u);
    expect(await faultOf(await ods(`<a>${' '.repeat(8_000_000)}</a>`), 'ods')).toMatch(/unpacks to many times its size/u);
    const noise = Array.from({ length: 40 }, (_, index) => ({
      name: `${String(index)}.xml`,
      text: `<a>${' x'.repeat(900_000)}</a>`,
    }));
    expect(await faultOf(await packed(...noise), 'xlsx')).toMatch(/unpacks to more than/u);
    const many = Array.from({ length: WORKBOOK_LIMITS.entries + 1 }, (_, index) => ({ name: `${String(index)}.txt`, text: '' }));
    expect(await faultOf(await packed(...many), 'ods')).toMatch(/it has too many parts/u);
  });

  it('stops at a sheet that is said to be huge, and not at empty rows that fill it', async () => {
    const cell = '<t:table-cell><x:p>a</x:p></t:table-cell>';
    const repeated = (kind: string, count: number, of: string): string =>
      table(`<t:table-row t:number-rows-repeated="${kind === 'rows' ? String(count) : '1'}">${of}</t:table-row>`);
    expect(await faultOf(await ods(repeated('rows', 1_048_576, cell)), 'ods')).toMatch(/the sheet "A" has more than 10000 rows/u);
    const wide = cell.replace('<t:table-cell>', '<t:table-cell t:number-columns-repeated="16384">');
    expect(await faultOf(await ods(repeated('', 1, wide)), 'ods')).toMatch(/the sheet "A" has more than 1000 columns/u);
    const full = cell.replace('<t:table-cell>', '<t:table-cell t:number-columns-repeated="900">');
    expect(await faultOf(await ods(repeated('rows', 9_000, full)), 'ods')).toMatch(/it has more than 500000 cells/u);
    expect(
      await faultOf(await ods(repeated('rows', 1_048_576, '<t:table-cell t:number-columns-repeated="16384"/>')), 'ods'),
    ).toMatch(/no sheet is a register/u);
    expect(await faultOf(text('a\n'.repeat(10_001)), 'csv')).toMatch(/more than 10000 rows/u);
    expect(await faultOf(text(`${'a;'.repeat(1_001)}\n`), 'csv')).toMatch(/more than 1000 columns/u);
    const long = 'long '.repeat(30_000);
    expect(await faultOf(text(`Nom du traitement;Réf\n${long};a`), 'csv')).toMatch(/a cell has more than 100000 characters/u);
    expect(await faultOf(await writeOds([{ name: 'A', rows: [['', long]] }]), 'ods')).toMatch(
      /the sheet "A" has more than 100000 characters in the cell B1/u,
    );
  });

  it('stops at a workbook of more sheets than anybody reads', async () => {
    const sheets = Array.from({ length: WORKBOOK_LIMITS.sheets + 1 }, (_, index) => ({ name: String(index), rows: [] }));
    expect(await faultOf(await writeOds(sheets), 'ods')).toMatch(/it has too many sheets/u);
    const tabs = sheets.map(({ name }) => `<sheet name="${name}" id="s"/>`).join('');
    const parts = [
      { name: '_rels/.rels', text: relations('officeDocument') },
      { name: 'officeDocument.xml', text: `<workbook>${tabs}</workbook>` },
    ];
    expect(await faultOf(await packed(...parts), 'xlsx')).toMatch(/it has too many sheets/u);
  });

  it('counts the cells and the characters of all sheets together, so that many small sheets are no way to a huge workbook', async () => {
    const cell = '<t:table-cell t:number-columns-repeated="900"><x:p>a</x:p></t:table-cell>';
    const sheet = (count: number, of: string): string =>
      `<t:table t:name="A"><t:table-row t:number-rows-repeated="${String(count)}">${of}</t:table-row></t:table>`;
    const document = (of: string): string => `<o:d xmlns:o="o" xmlns:t="t" xmlns:x="x">${of}</o:d>`;
    expect(await faultOf(await ods(document(sheet(500, cell).repeat(2))), 'ods')).toMatch(/it has more than 500000 cells/u);
    const long = cell.replace('>a<', `>${'long '.repeat(10_000)}<`);
    expect(await faultOf(await ods(document(sheet(1, long))), 'ods')).toMatch(/its cells have more than 16777216 characters/u);
  });

  it('reads no part for two sheets', async () => {
    const parts = [
      { name: '_rels/.rels', text: relations('officeDocument') },
      {
        name: 'officeDocument.xml',
        text: '<workbook xmlns:r="r"><sheets><sheet name="A" r:id="worksheet"/><sheet name="B" r:id="worksheet"/></sheets></workbook>',
      },
      { name: '_rels/officeDocument.xml.rels', text: relations('worksheet') },
      { name: 'worksheet.xml', text: '<worksheet><sheetData/></worksheet>' },
    ];
    expect(await faultOf(await packed(...parts), 'xlsx')).toMatch(/the sheet "B" is another one too/u);
  });

  it('does not take a part that is damaged, or larger than it says', async () => {
    const zip = Buffer.from(await ods(`<a>${'content '.repeat(100)}</a>`));
    const start = zip.indexOf('content.xml') + 'content.xml'.length;
    const broken = Buffer.from(zip);
    broken.fill(0xff, start + 2, start + 12);
    expect(await faultOf(broken, 'ods')).toMatch(/it is no workbook, or it is damaged/u);
  });
});
