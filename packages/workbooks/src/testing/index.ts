import { Buffer } from 'node:buffer';
import { parallelZip, Scratch } from '@habeas/archive';

/** A part of a package: its text, or the pieces of it. */
export interface TestPart {
  readonly name: string;
  readonly text: string | Iterable<string>;
}

/** A sheet: its tab, its rows in XML, and what stands behind them. */
export interface TestSheet {
  readonly name: string;
  readonly rows: string | Iterable<string>;
  readonly after?: string;
}

/** What a workbook is made of; texts that cells share are what stands in `si`, formats are codes by the number of their style. */
export interface TestWorkbook {
  readonly sheets: readonly TestSheet[];
  readonly shared?: Iterable<string>;
  readonly formats?: readonly (number | string)[];
  /** What stands before the tabs: `<workbookPr date1904="1"/>`. */
  readonly properties?: string;
}

const FIRST_CODE = 164;
const LEVEL = 6;

/** A ZIP file with these parts. */
export async function packed(parts: readonly TestPart[]): Promise<Buffer> {
  const scratch = new Scratch();
  const chunks: Buffer[] = [];
  const write = (bytes: Uint8Array): Promise<void> => {
    chunks.push(Buffer.from(bytes));
    return Promise.resolve();
  };
  try {
    const zip = parallelZip({ write, modifiedAt: new Date('1980-01-01T00:00:00Z'), level: LEVEL, scratch });
    for (const { name, text } of parts) await zip.add(name, pieces(text));
    await zip.finish();
  } finally {
    await scratch.dispose();
  }
  return Buffer.concat(chunks);
}

/** The parts of an XLSX workbook, for tests that leave one out or spoil it. */
export function xlsxParts({ sheets, shared = [], formats = [0], properties = '' }: TestWorkbook): readonly TestPart[] {
  const targets = sheets.map((_, index) => relation(`s${String(index)}`, 'worksheet', `sheets/${String(index)}.xml`));
  const tabs = sheets.map(({ name }, index) => `<sheet name="${name}" r:id="s${String(index)}"/>`);
  return [
    { name: '_rels/.rels', text: relations([relation('a', 'officeDocument', '/xl/book.xml')]) },
    {
      name: 'xl/_rels/book.xml.rels',
      text: relations([...targets, relation('t', 'sharedStrings', 'texts.xml'), relation('f', 'styles', 'styles.xml')]),
    },
    { name: 'xl/book.xml', text: `<workbook xmlns:r="r">${properties}<sheets>${tabs.join('')}</sheets></workbook>` },
    { name: 'xl/texts.xml', text: around('<sst>', items(shared), '</sst>') },
    { name: 'xl/styles.xml', text: styles(formats) },
    ...sheets.map(({ name: _, rows, after = '' }, index) => ({
      name: `xl/sheets/${String(index)}.xml`,
      text: around('<worksheet><sheetData>', typeof rows === 'string' ? [rows] : rows, `</sheetData>${after}</worksheet>`),
    })),
  ];
}

/** An XLSX workbook as bytes. */
export function xlsxBytes(workbook: TestWorkbook): Promise<Buffer> {
  return packed(xlsxParts(workbook));
}

// eslint-disable-next-line @typescript-eslint/require-await -- the ZIP writer takes its bytes from what is asynchronous
async function* pieces(text: string | Iterable<string>): AsyncGenerator<Uint8Array> {
  for (const piece of typeof text === 'string' ? [text] : text) yield Buffer.from(piece, 'utf8');
}

function* around(start: string, middle: Iterable<string>, end: string): Iterable<string> {
  yield start;
  yield* middle;
  yield end;
}

function* items(shared: Iterable<string>): Iterable<string> {
  for (const text of shared) yield `<si>${text}</si>`;
}

function styles(formats: readonly (number | string)[]): string {
  const codes = formats.flatMap((format, index) =>
    typeof format === 'string' ? [`<numFmt numFmtId="${String(FIRST_CODE + index)}" formatCode="${format}"/>`] : [],
  );
  const used = formats.map(
    (format, index) => `<xf numFmtId="${String(typeof format === 'string' ? FIRST_CODE + index : format)}"/>`,
  );
  const other = '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>';
  return `<styleSheet><numFmts>${codes.join('')}</numFmts>${other}<cellXfs>${used.join('')}</cellXfs></styleSheet>`;
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="https://example.org/types/${type}" Target="${target}"/>`;
}

function relations(all: readonly string[]): string {
  return `<Relationships xmlns="r">${all.join('')}</Relationships>`;
}
