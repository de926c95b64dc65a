import { unreadable } from './workbook-error.js';
import type { WorkbookPackage } from './workbook-package.js';
import { readWholeXml } from './xml.js';

const ROOT_RELATIONS = '_rels/.rels';

/** A tab of a workbook. */
export interface XlsxTab {
  readonly name: string;
  /** Charts and macros have tabs, too. */
  readonly isWorksheet: boolean;
  /** The part with its cells, where the workbook has it. */
  readonly part?: string;
}

/** Which parts of a package make an XLSX workbook. */
export interface XlsxParts {
  /** In the order of their tabs, hidden ones too. */
  readonly tabs: readonly XlsxTab[];
  readonly sharedTexts?: string;
  readonly styles?: string;
  /** Days are counted from 1904 and not from 1900, as some old workbooks do. */
  readonly countsFrom1904: boolean;
}

/** The parts of a package that an XLSX workbook is read from. */
export function isXlsxPart(name: string): boolean {
  return name.endsWith('.xml') || name.endsWith('.rels');
}

/** Follows the relations of a package to its sheets (ECMA-376, part 2). Throws `WorkbookError` for what is no XLSX workbook. */
export async function openXlsx(file: WorkbookPackage): Promise<XlsxParts> {
  const main = await mainPart(file);
  const targets = await relationsOf(file, relationsName(main));
  const partOf = (target: Target | undefined): string | undefined => {
    const part = target === undefined ? undefined : resolve(main, target.target);
    return part !== undefined && file.has(part) ? part : undefined;
  };
  const { sheets, countsFrom1904 } = await readMain(file, main);
  const tabs = sheets.map(({ name, relation }) => {
    const target = targets.get(relation);
    return { name, isWorksheet: target?.type.endsWith('/worksheet') ?? true, ...defined('part', partOf(target)) };
  });
  const only = (type: string): string | undefined => partOf([...targets.values()].find((each) => each.type.endsWith(type)));
  const shared = defined('sharedTexts', only('/sharedStrings'));
  return { tabs, countsFrom1904, ...shared, ...defined('styles', only('/styles')) };
}

function defined<Name extends string>(name: Name, part: string | undefined): Partial<Record<Name, string>> {
  return part === undefined ? {} : ({ [name]: part } as Record<Name, string>);
}

interface Target {
  readonly type: string;
  readonly target: string;
}

async function mainPart(file: WorkbookPackage): Promise<string> {
  const root = await relationsOf(file, ROOT_RELATIONS);
  const main = [...root.values()].find(({ type }) => type.endsWith('/officeDocument'));
  const part = main === undefined ? undefined : resolve('', main.target);
  if (part === undefined || !file.has(part)) {
    throw unreadable('it is no XLSX workbook', 'name the format it has, or save it as .xlsx');
  }
  return part;
}

async function relationsOf(file: WorkbookPackage, name: string): Promise<ReadonlyMap<string, Target>> {
  const targets = new Map<string, Target>();
  if (!file.has(name)) return targets;
  await readWholeXml(file.stream(name), {
    open: ({ name: element, attributes }) => {
      if (element !== 'Relationship') return;
      targets.set(attributes.get('Id') ?? '', { type: attributes.get('Type') ?? '', target: attributes.get('Target') ?? '' });
    },
  });
  return targets;
}

async function readMain(
  file: WorkbookPackage,
  part: string,
): Promise<{ readonly sheets: readonly { name: string; relation: string }[]; readonly countsFrom1904: boolean }> {
  const sheets: { name: string; relation: string }[] = [];
  let countsFrom1904 = false;
  await readWholeXml(file.stream(part), {
    open: ({ name, attributes }) => {
      if (name === 'workbookPr') countsFrom1904 = ['1', 'true'].includes(attributes.get('date1904') ?? '');
      if (name === 'sheet') sheets.push({ name: attributes.get('name') ?? '', relation: attributes.get('id') ?? '' });
    },
  });
  return { sheets, countsFrom1904 };
}

function relationsName(main: string): string {
  const at = main.lastIndexOf('/') + 1;
  return `${main.slice(0, at)}_rels/${main.slice(at)}.rels`;
}

/** The name of a part that another one names: from the root, or beside it. */
function resolve(from: string, target: string): string {
  return new URL(target, `package:/${from}`).pathname.slice(1);
}
