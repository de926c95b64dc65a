import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { loadRegister, parseRegister } from '@habeas/configuration';
import { InvalidInputError } from '@habeas/connector-sdk';
import {
  EXCHANGE_FORMATS,
  type ExchangeFormat,
  exportRegister,
  importRegister,
  type ImportGap,
  type NotCarried,
  registerDocument,
} from '@habeas/register-exchange';
import { EXIT, type ExitCode } from '../terminal/exit-code.js';
import type { Terminal } from '../terminal/terminal.js';
import { codeOf, writeNewFile } from './new-file.js';

/** Between which files a register goes. */
export interface ExchangeArguments {
  /** By default what the workbook's name ends with. */
  readonly format?: ExchangeFormat;
  readonly out: string;
  /** A file that is there may be replaced. */
  readonly force?: true;
}

const REPLACE = 'add --force';

/**
 * Writes a register in the form of CNIL's template, and says what of it the template has no place for. Throws `InvalidInputError`
 * for a faulty register, and where a file is in the way.
 */
export async function exportRegisterFile(file: string, options: ExchangeArguments, terminal: Terminal): Promise<ExitCode> {
  const { register } = loadRegister(file);
  const { bytes, notCarried } = await exportRegister(register, { format: options.format ?? formatOf(options.out) });
  writeNewFile(options.out, bytes, { force: options.force, orElse: REPLACE });
  terminal.out(`${options.out}: written`);
  if (notCarried.length > 0) terminal.out('what the template has no place for stays in the register only:');
  for (const each of notCarried) terminal.out(notCarriedLine(each));
  return EXIT.complete;
}

/**
 * Drafts a register from a workbook in the form of CNIL's template, and lists what a person has to complete. Throws
 * `InvalidInputError` for what is no such workbook, and where a file is in the way.
 */
export async function importRegisterFile(file: string, options: ExchangeArguments, terminal: Terminal): Promise<ExitCode> {
  const format = options.format ?? formatOf(file);
  const { draft, activities, gaps } = await importRegister(read(file), { format, file });
  const text = registerDocument(draft, activities);
  const { lints } = parseRegister(text, options.out);
  writeNewFile(options.out, text, { force: options.force, orElse: REPLACE });
  for (const gap of gaps) terminal.out(gapLines(file, gap));
  terminal.out(`${options.out}: ${counted(activities.length, 'activity', 'activities')}, ${counted(gaps.length, 'gap', 'gaps')}`);
  terminal.out(`  habeas register lint ${options.out} tells of ${counted(lints.length, 'lint', 'lints')}`);
  return gaps.some(({ where }) => where !== undefined) ? EXIT.incomplete : EXIT.complete;
}

function notCarriedLine({ path, what, count }: NotCarried): string {
  return `  ${path}: ${what}${count === 1 ? '' : ` (${String(count)} times)`}`;
}

function gapLines(file: string, { where, what, remedy }: ImportGap): string {
  return `${file}${where === undefined ? '' : `, ${where.sheet}, ${where.cell}`}: ${what}\n  ${remedy}`;
}

function counted(count: number, one: string, many: string): string {
  return `${String(count)} ${count === 1 ? one : many}`;
}

function formatOf(file: string): ExchangeFormat {
  const ending = extname(file).slice(1).toLowerCase();
  const format = EXCHANGE_FORMATS.find((name) => name === ending);
  if (format !== undefined) return format;
  throw new InvalidInputError([
    { file, what: 'its name does not say which format it has', remedy: `add --format ${EXCHANGE_FORMATS.join(', ')}` },
  ]);
}

function read(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (cause) {
    const what = codeOf(cause) === 'ENOENT' ? 'there is no such file' : 'it cannot be read';
    throw new InvalidInputError([{ file, what, remedy: 'check the path' }]);
  }
}
