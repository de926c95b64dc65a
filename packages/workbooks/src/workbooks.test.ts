import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  cellName,
  cellPosition,
  decodeEscapes,
  isXlsxPart,
  openXlsx,
  readSharedTexts,
  readWholeXml,
  readWorksheet,
  type MergedCells,
  WorkbookError,
  WorkbookPackage,
  type XlsxCell,
} from './index.js';
import { packed, xlsxBytes, xlsxParts, type TestPart } from './testing/index.js';

const LIMITS = { entries: 100, unpacked: 100_000_000, ratio: 200 };
const all = (): boolean => true;

async function faultOf(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
  } catch (error) {
    if (error instanceof WorkbookError) return `${error.reason}: ${error.what}`;
    throw error;
  }
  return 'no fault';
}

async function finish(reading: AsyncGenerator<void>): Promise<void> {
  while ((await reading.next()).done !== true);
}

const opened = (bytes: Uint8Array, limits = LIMITS): Promise<WorkbookPackage> => WorkbookPackage.ofBytes(bytes, limits, all);
const read = async (bytes: Uint8Array, name = 'a.xml'): Promise<unknown> =>
  readWholeXml((await opened(bytes)).stream(name), { open: () => undefined });
const part = (text: string, name = 'a.xml'): TestPart => ({ name, text });

describe('cellName and cellPosition', () => {
  it.each([
    [0, 0, 'A1'],
    [6, 25, 'Z7'],
    [9, 26, 'AA10'],
    [0, 701, 'ZZ1'],
    [0, 702, 'AAA1'],
  ])('name the cell in row %i and column %i as a spreadsheet does, and find it', (row, column, name) => {
    expect(cellName(row, column)).toBe(name);
    expect(cellPosition(name)).toEqual({ row, column });
  });

  it('know no place of what is no name', () => {
    expect([cellPosition(''), cellPosition('A0'), cellPosition('7')]).toEqual([undefined, undefined, undefined]);
  });
});

describe('a package', () => {
  it('that is none, is encrypted, or holds a part twice, is refused', async () => {
    expect(await faultOf(() => opened(Buffer.from('Number;E-mail')))).toBe('unreadable: it is no workbook, or it is damaged');
    const compound = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512)]);
    expect(await faultOf(() => opened(compound))).toBe('unreadable: it is encrypted, or of a kind from before 2007');
    const zip = await packed([part(`<a>${'text '.repeat(100)}</a>`)]);
    const central = zip.lastIndexOf(Buffer.from('504b0102', 'hex'));
    zip.writeUInt16LE(zip.readUInt16LE(central + 8) | 1, central + 8);
    expect(await faultOf(() => opened(zip))).toBe('unreadable: it is encrypted');
    expect(await faultOf(async () => opened(await twice()))).toBe('unreadable: it is no workbook, or it is damaged');
  });

  /** Two parts whose names are made one. */
  async function twice(): Promise<Buffer> {
    const zip = await packed([part('<a/>'), part('<b/>', 'b.xml')]);
    for (let at = zip.indexOf('b.xml'); at !== -1; at = zip.indexOf('b.xml')) zip.write('a', at);
    return zip;
  }

  it('that would be huge is refused before it is unpacked', async () => {
    const spaces = await packed([part(`<a>${' '.repeat(8_000_000)}</a>`)]);
    expect(await faultOf(() => opened(spaces))).toBe('too-large: a part of it unpacks to many times its size');
    expect(await faultOf(() => opened(spaces, { ...LIMITS, unpacked: 1_000 }))).toBe(
      'too-large: it unpacks to more than 1000 bytes',
    );
    expect(await faultOf(() => opened(spaces, { ...LIMITS, entries: 0 }))).toBe('too-large: it has too many parts');
  });

  it('that says it is smaller than it is, or has other bytes than it says, is refused while it is unpacked', async () => {
    const zip = await packed([part(`<a>${'text '.repeat(100)}</a>`)]);
    const central = zip.lastIndexOf(Buffer.from('504b0102', 'hex'));
    const small = Buffer.from(zip);
    small.writeUInt32LE(20, central + 24);
    expect(await faultOf(() => read(small))).toBe('unreadable: it is no workbook, or it is damaged');
    const other = Buffer.from(zip);
    other.writeUInt32LE(1, central + 16);
    expect(await faultOf(() => read(other))).toBe('unreadable: it is no workbook, or it is damaged');
    expect(await faultOf(() => read(zip))).toBe('no fault');
    expect(await faultOf(() => read(zip, 'b.xml'))).toBe('unreadable: it is no workbook, or it is damaged');
  });

  it('on disk is read like one in memory, and what the system refuses stays that', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'habeas-workbooks-'));
    try {
      const path = join(folder, 'a.xlsx');
      const bytes = await packed([part('<a/>')]);
      await writeFile(path, bytes);
      const file = await WorkbookPackage.ofFile({ path, start: bytes.subarray(0, 8) }, LIMITS, all);
      expect([file.has('a.xml'), file.has('b.xml')]).toEqual([true, false]);
      file.close();
      const limits = { ...LIMITS, entries: 0 };
      expect(await faultOf(() => WorkbookPackage.ofFile({ path, start: bytes }, limits, all))).toMatch(/^too-large/u);
      const nowhere = WorkbookPackage.ofFile({ path: join(folder, 'b.xlsx'), start: bytes }, LIMITS, all);
      await expect(nowhere).rejects.toMatchObject({ code: 'ENOENT' });
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('a part', () => {
  it.each([
    ['', 'unreadable: a part of it is no XML'],
    ['<a><b></a>', 'unreadable: a part of it is no XML'],
    ['<a>', 'unreadable: a part of it is no XML'],
    [
      '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
      'unreadable: a part of it declares a document type, which no spreadsheet writes',
    ],
    ['<a>'.repeat(200), 'too-large: its elements lie too deep within each other'],
  ])('that is no sound XML is refused: %s', async (text, fault) => {
    expect(await faultOf(async () => read(await packed([part(text)])))).toBe(fault);
  });

  it('that is no UTF-8 is refused', async () => {
    const bytes = (async function* () {
      yield await Promise.resolve(Buffer.from([0x3c, 0x61, 0xff]));
    })();
    expect(await faultOf(() => readWholeXml(bytes, { open: () => undefined }))).toBe('unreadable: a part of it is no XML');
  });
});

describe('an XLSX workbook', () => {
  const rows =
    '<row r="2"><c r="B2" t="s" s="1"><v>0</v></c><c t="b"><v>1</v></c></row>' +
    '<row><c><f>A1</f></c><c t="inlineStr"><is><r><t>rich </t></r><r><t><![CDATA[text]]></t></r><rPh><t>spoken</t></rPh></is></c></row>';
  const after = '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="C3"/><mergeCell ref="?"/><mergeCell/></mergeCells>';
  const shared = ['<t>plain</t>', '<r><t>rich </t></r><r><t>text</t></r><rPh><t>spoken</t></rPh>', '<t>a_x000D_b</t>'];
  const book = { sheets: [{ name: 'One', rows, after }], shared, properties: '<workbookPr date1904="1"/>' };

  it('has tabs, texts, styles and a way to count days, found by their relations', async () => {
    expect(await openXlsx(await opened(await xlsxBytes(book)))).toEqual({
      tabs: [{ name: 'One', isWorksheet: true, part: 'xl/sheets/0.xml' }],
      sharedTexts: 'xl/texts.xml',
      styles: 'xl/styles.xml',
      countsFrom1904: true,
    });
  });

  it('may lack texts and styles; a tab may be a chart, or one whose cells are lost', async () => {
    const parts = xlsxParts({ sheets: [...book.sheets, { name: 'Chart', rows: '' }, { name: 'Lost', rows: '' }] });
    const kept = parts.flatMap(({ name, text }) => {
      if (!isXlsxPart(name) || /texts|styles|0\.xml|2\.xml/u.test(name)) return [];
      return [
        {
          name,
          text: (typeof text === 'string' ? text : Array.from(text).join('')).replace(
            'types/worksheet" Target="sheets/1',
            'types/chartsheet" Target="sheets/1',
          ),
        },
      ];
    });
    const { tabs, ...others } = await openXlsx(await opened(await packed(kept)));
    expect(tabs.map(({ isWorksheet, part: cells }) => [isWorksheet, cells])).toEqual([
      [true, undefined],
      [false, 'xl/sheets/1.xml'],
      [true, undefined],
    ]);
    expect(others).toEqual({ countsFrom1904: false });
  });

  it('is none where nothing says what its main part is', async () => {
    const fault = 'unreadable: it is no XLSX workbook';
    expect(await faultOf(async () => openXlsx(await opened(await packed([part('<a/>', 'content.xml')]))))).toBe(fault);
    const [root] = xlsxParts(book);
    expect(await faultOf(async () => openXlsx(await opened(await packed([root!]))))).toBe(fault);
    const unrelated = xlsxParts(book).filter(({ name }) => !name.startsWith('xl/_rels'));
    expect((await openXlsx(await opened(await packed(unrelated)))).tabs).toEqual([{ name: 'One', isWorksheet: true }]);
  });

  it('gives its shared texts in order, and no longer ones than are allowed', async () => {
    const texts: string[] = [];
    const file = await opened(await xlsxBytes(book));
    await finish(readSharedTexts(file.stream('xl/texts.xml'), 20, (text) => texts.push(text)));
    expect(texts).toEqual(['plain', 'rich text', 'a\rb']);
    const short = (): Promise<void> => finish(readSharedTexts(file.stream('xl/texts.xml'), 5, () => undefined));
    expect(await faultOf(short)).toBe('too-large: a cell has more than 5 characters');
  });

  it('gives its cells where they stand, with or without references, and then what is merged', async () => {
    const cells: XlsxCell[] = [];
    const merges: MergedCells[] = [];
    const file = await opened(await xlsxBytes(book));
    const taker = { cell: (cell: XlsxCell) => cells.push(cell), merged: (merged: MergedCells) => merges.push(merged) };
    await finish(readWorksheet(file.stream('xl/sheets/0.xml'), 20, taker));
    expect(cells).toEqual([
      { row: 1, column: 1, type: 's', style: 1, value: '0', isFormula: false },
      { row: 1, column: 2, type: 'b', style: 0, value: '1', isFormula: false },
      { row: 2, column: 0, type: 'n', style: 0, isFormula: true },
      { row: 2, column: 1, type: 'inlineStr', style: 0, value: 'rich text', isFormula: false },
    ]);
    expect(merges).toEqual([
      { from: { row: 0, column: 0 }, to: { row: 1, column: 1 } },
      { from: { row: 2, column: 2 }, to: { row: 2, column: 2 } },
    ]);
    const short = (): Promise<void> => finish(readWorksheet(file.stream('xl/sheets/0.xml'), 5, { cell: () => undefined }));
    expect(await faultOf(short)).toBe('too-large: a cell has more than 5 characters');
  });

  it('writes characters in a way of its own', () => {
    expect(decodeEscapes('_x005F_x000A_ _x000a_')).toBe('_x000A_ \n');
  });
});
