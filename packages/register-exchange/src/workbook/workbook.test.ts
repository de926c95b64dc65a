import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { toWrite } from '../template/template.js';
import { guard, unguard } from './formula-guard.js';
import { readCsv } from './read-csv.js';
import { readOds } from './read-ods.js';
import { readXlsx } from './read-xlsx.js';
import type { Workbook } from './workbook.js';
import { writeCsv } from './write-csv.js';
import { writeOds } from './write-ods.js';
import { writePackage } from './write-package.js';
import { writeXlsx } from './write-xlsx.js';

/** Texts as they are written: of everything that a register may hold, and of what formats have signs of their own for. */
const texts = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1 }),
    fc.string({ unit: 'binary', minLength: 1 }),
    fc.constantFrom(
      '=1+1',
      '@SUM(A1)',
      '-2',
      "'=a",
      "''",
      '_x000A_',
      '_x005F_x000A_',
      'a\nb',
      'a  b',
      '<a>&amp;"',
      'a;b,"c"',
      ']]>',
      '\ta',
    ),
  )
  .map((text) => toWrite(text).text)
  .filter((text) => text.trim() !== '');
const sheets = fc
  .array(fc.array(texts, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
  .map((rows) => ({ name: 'A & B', rows }));

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
const xml = (name: string, content: string): { name: string; text: string } => ({ name, text: content });

describe('cells that could be formulas (FMT-08)', () => {
  it('are texts again after they were guarded, whatever they are', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (cell) => unguard(guard(cell)) === cell));
  });

  it.each(['=1+1', '+1', '-1', '@A1', '\t=1', '|cmd', '%1', '＝1', '＠A'])('never begin a cell of a CSV file: %s', (cell) => {
    expect(text(writeCsv({ name: 'A', rows: [[cell]] }))).toBe(`\uFEFF"'${cell}"\r\n`);
  });

  it('leave a text alone that begins with an apostrophe of its own', () => {
    expect(unguard("'t is")).toBe("'t is");
  });

  it('are texts in a workbook, and stay texts when they are edited', async () => {
    const sheet = [{ name: 'A', rows: [['=1+1', '=HYPERLINK("https://example.org")']] }];
    const parts = text(Buffer.from((await import('node:zlib')).gzipSync(await writeXlsx(sheet))));
    expect(parts).not.toContain('<f>');
    expect((await readXlsx(await writeXlsx(sheet), 'a.xlsx')).sheets[0]?.rows[0]?.[0]).toBe('=1+1');
  });
});

describe('a workbook that is written and read', () => {
  it('has the same cells, as CSV', () => {
    fc.assert(
      fc.property(sheets, (sheet) => {
        const read = readCsv(writeCsv(sheet), 'a.csv').sheets[0]?.rows ?? [];
        expect(read.map((row) => row.join('|'))).toEqual(sheet.rows.map((row) => row.join('|')));
      }),
    );
  });

  it.each([
    ['ODS', writeOds, readOds],
    ['XLSX', writeXlsx, readXlsx],
  ])('has the same cells, as %s', async (_format, write, read) => {
    await fc.assert(
      fc.asyncProperty(sheets, async (sheet) => {
        expect((await read(await write([sheet, { name: 'Empty', rows: [] }]), 'a')).sheets).toEqual([
          sheet,
          { name: 'Empty', rows: [] },
        ]);
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same bytes again', async () => {
    const sheet = [{ name: 'A', rows: [['a', '', 'b'], [], ['c']] }];
    expect(await writeOds(sheet)).toEqual(await writeOds(sheet));
    expect(await writeXlsx(sheet)).toEqual(await writeXlsx(sheet));
  });
});

describe('readCsv', () => {
  const rows = (bytes: Uint8Array): unknown => readCsv(bytes, 'a.csv').sheets[0]?.rows;

  it('takes the delimiter that the file has, and Windows-1252 where it is no UTF-8', () => {
    expect(rows(Buffer.from('a,b\n"c;d;e;f",e'))).toEqual([
      ['a', 'b'],
      ['c;d;e;f', 'e'],
    ]);
    expect(rows(Buffer.from('a\tb\n'))).toEqual([['a', 'b']]);
    expect(rows(Buffer.from('Référence;é', 'latin1'))).toEqual([['Référence', 'é']]);
    expect(rows(Buffer.from('\uFEFFa;b\r\n\r\nc'))).toEqual([['a', 'b'], [''], ['c']]);
  });
});

describe('readOds', () => {
  const read = async (rows: string): Promise<Workbook> => {
    const content = `<o:d xmlns:o="o" xmlns:t="t" xmlns:x="x"><t:table t:name="A">${rows}</t:table></o:d>`;
    return readOds(await writePackage([xml('content.xml', content)]), 'a.ods');
  };

  it('takes days as the file keeps them, repeated cells, merged ones, blanks and breaks, and leaves comments aside', async () => {
    const {
      sheets: [sheet],
    } = await read(`
      <t:table-row t:number-rows-repeated="2"><t:table-cell/></t:table-row>
      <t:table-row><t:table-cell o:date-value="2026-03-08"><x:p>8 mars 26</x:p></t:table-cell>
        <t:covered-table-cell t:number-columns-repeated="-1"/>
        <t:table-cell t:number-columns-repeated="2"><o:annotation><x:p>note</x:p></o:annotation><x:p>a<x:s x:c="2"/>b<x:tab/>c<x:line-break/><x:span>d</x:span></x:p><x:p>e</x:p></t:table-cell>
      </t:table-row>`);
    expect(sheet?.rows).toEqual([[], [], ['2026-03-08', '', 'a  b\tc\nd\ne', 'a  b\tc\nd\ne']]);
  });
});

describe('readXlsx', () => {
  const types = 'https://example.org/types';
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${types}/${type}" Target="${target}"/>`;
  const relations = (...all: readonly string[]): string => `<Relationships xmlns="r">${all.join('')}</Relationships>`;
  const workbook = async (cells: string, properties = ''): Promise<Workbook> =>
    readXlsx(
      await writePackage([
        xml('_rels/.rels', relations(relation('a', 'officeDocument', '/xl/book.xml'))),
        xml(
          'xl/_rels/book.xml.rels',
          relations(
            relation('s1', 'worksheet', 'sheets/one.xml'),
            relation('s2', 'chartsheet', 'sheets/two.xml'),
            relation('t', 'sharedStrings', 'texts.xml'),
          ),
        ),
        xml(
          'xl/book.xml',
          `<workbook xmlns:r="r">${properties}<sheets><sheet name="One" r:id="s1"/><sheet name="Chart" r:id="s2"/><sheet name="Lost" r:id="s3"/></sheets></workbook>`,
        ),
        xml('xl/sheets/one.xml', `<worksheet><sheetData>${cells}</sheetData></worksheet>`),
        xml(
          'xl/texts.xml',
          '<sst><si><t>plain</t></si><si><r><t>rich </t></r><r><t>text</t></r><rPh><t>spoken</t></rPh></si><si><t>a_x000D_b</t></si></sst>',
        ),
      ]),
      'a.xlsx',
    );

  it('takes shared and rich texts, numbers, yes and no, and cells without references', async () => {
    const { sheets } = await workbook(
      '<row r="2"><c r="B2" t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="b"><v>1</v></c><c t="b"><v>0</v></c></row>' +
        '<row><c><v>46089</v></c><c t="str"><f>A1</f><v>shown</v></c><c t="s"><v>9</v></c><c t="s"><v>2</v></c><c t="inlineStr"><is><t>in</t><rPh><t>x</t></rPh></is></c></row>',
    );
    expect(sheets).toEqual([
      { name: 'One', rows: [[], ['', 'plain', 'rich text', 'Oui', 'Non'], ['46089', 'shown', '', 'a\rb', 'in']] },
    ]);
  });

  it('knows a workbook that counts its days from 1904', async () => {
    expect((await workbook('', '<workbookPr date1904="1"/>')).countsFrom1904).toBe(true);
    expect((await workbook('', '<workbookPr/>')).countsFrom1904).toBeUndefined();
  });
});
