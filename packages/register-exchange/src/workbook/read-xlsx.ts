import { tooLarge, unreadable, WORKBOOK_LIMITS } from './limits.js';
import { type PackageParts, readPackage } from './read-package.js';
import type { Workbook } from './workbook.js';
import { readWorksheet } from './read-worksheet.js';
import { decodeEscapes } from './xlsx-escapes.js';
import { readXml } from './xml.js';

const ROOT_RELATIONS = '_rels/.rels';
const NO_XLSX = 'it is no XLSX workbook';
const NAME_FORMAT = 'name the format it has, or save it as .xlsx';

/** Reads an XLSX workbook: the values of its cells, not its formulas. Throws `InvalidInputError` like {@link readPackage}. */
export async function readXlsx(bytes: Uint8Array, file: string): Promise<Workbook> {
  const parts = await readPackage(bytes, file, (name) => name.endsWith('.xml') || name.endsWith('.rels'));
  const main = mainPart(parts, file);
  const targets = relationsOf(parts, relationsName(main), file);
  const { sheets, countsFrom1904 } = readMain(partOf(parts, main, file), file);
  if (sheets.length > WORKBOOK_LIMITS.sheets) throw tooLarge(file, 'it has too many sheets');
  const shared = sharedTexts(parts, main, targets, file);
  const read = sheets.flatMap(({ name, relation }) => {
    const target = targets.get(relation);
    const part = target?.type.endsWith('/worksheet') === true ? parts.get(resolve(main, target.target)) : undefined;
    return part === undefined ? [] : [readWorksheet(part, { name, shared, file })];
  });
  return { sheets: read, ...(countsFrom1904 ? { countsFrom1904: true } : {}) };
}

interface Target {
  readonly type: string;
  readonly target: string;
}

function mainPart(parts: PackageParts, file: string): string {
  const root = relationsOf(parts, ROOT_RELATIONS, file);
  const main = [...root.values()].find(({ type }) => type.endsWith('/officeDocument'));
  if (main === undefined) throw unreadable(file, NO_XLSX, NAME_FORMAT);
  return resolve('', main.target);
}

function partOf(parts: PackageParts, name: string, file: string): Uint8Array {
  const part = parts.get(name);
  if (part === undefined) throw unreadable(file, NO_XLSX, NAME_FORMAT);
  return part;
}

function relationsOf(parts: PackageParts, name: string, file: string): ReadonlyMap<string, Target> {
  const targets = new Map<string, Target>();
  const part = parts.get(name);
  if (part === undefined) return targets;
  readXml(part, file, {
    open: ({ name: element, attributes }) => {
      if (element !== 'Relationship') return;
      targets.set(attributes.get('Id') ?? '', { type: attributes.get('Type') ?? '', target: attributes.get('Target') ?? '' });
    },
  });
  return targets;
}

/** The sheets in the order of their tabs. */
function readMain(
  part: Uint8Array,
  file: string,
): { readonly sheets: readonly { name: string; relation: string }[]; readonly countsFrom1904: boolean } {
  const sheets: { name: string; relation: string }[] = [];
  let countsFrom1904 = false;
  readXml(part, file, {
    open: ({ name, attributes }) => {
      if (name === 'workbookPr') countsFrom1904 = ['1', 'true'].includes(attributes.get('date1904') ?? '');
      if (name === 'sheet') sheets.push({ name: attributes.get('name') ?? '', relation: attributes.get('id') ?? '' });
    },
  });
  return { sheets, countsFrom1904 };
}

/** The texts that cells share, by their numbers; how they are pronounced is left out. */
function sharedTexts(parts: PackageParts, main: string, targets: ReadonlyMap<string, Target>, file: string): readonly string[] {
  const target = [...targets.values()].find(({ type }) => type.endsWith('/sharedStrings'));
  const part = target === undefined ? undefined : parts.get(resolve(main, target.target));
  if (part === undefined) return [];
  const texts: string[] = [];
  let isText = false;
  let pronounced = 0;
  readXml(part, file, {
    open: ({ name }) => {
      if (name === 'si') texts.push('');
      if (name === 'rPh') pronounced += 1;
      isText = name === 't' && pronounced === 0;
    },
    close: (name) => {
      if (name === 'rPh') pronounced -= 1;
      isText = false;
    },
    text: (text) => {
      if (isText) texts.push(`${texts.pop() ?? ''}${text}`);
    },
  });
  return texts.map(decodeEscapes);
}

function relationsName(main: string): string {
  const at = main.lastIndexOf('/') + 1;
  return `${main.slice(0, at)}_rels/${main.slice(at)}.rels`;
}

/** The name of a part that another one names: from the root, or beside it. */
function resolve(from: string, target: string): string {
  return new URL(target, `package:/${from}`).pathname.slice(1);
}
