import { loadRegister, type PlacedLint, type RegisterFile } from '@habeas/configuration';
import { type InputFault, InvalidInputError } from '@habeas/connector-sdk';
import { assumptionsOf } from '@habeas/core/law';
import { EXIT, type ExitCode } from '../terminal/exit-code.js';
import type { Terminal } from '../terminal/terminal.js';

/** How lints are shown. */
export interface LintArguments {
  /** As JSON, with what is assumed and what is unstated. */
  readonly json?: true;
}

/**
 * Says what in registers of processing is not as the law wants it, each with its line, article and remedy (PRF-04). Throws
 * `InvalidInputError` with the faults of all files where any is faulty: then nothing is linted.
 */
export function lintRegisters(files: readonly string[], { json }: LintArguments, terminal: Terminal): ExitCode {
  const registers = loadAll(files);
  if (json === true) terminal.out(JSON.stringify({ registers: registers.map(asJson) }, undefined, 2));
  else for (const register of registers) print(register, terminal);
  return registers.every(({ lints }) => lints.length === 0) ? EXIT.complete : EXIT.incomplete;
}

function loadAll(files: readonly string[]): readonly RegisterFile[] {
  const faults: InputFault[] = [];
  const registers = files.flatMap((file) => {
    try {
      return [loadRegister(file)];
    } catch (error) {
      if (!(error instanceof InvalidInputError)) throw error;
      faults.push(...error.faults);
      return [];
    }
  });
  if (faults.length > 0) throw new InvalidInputError(faults);
  return registers;
}

function print({ file, register, lints }: RegisterFile, terminal: Terminal): void {
  for (const { id, severity, article, text, remedy, place } of lints) {
    terminal.out(`${file}:${position(place)}: ${id} (${severity}, ${article})`);
    terminal.out(`  ${text}`);
    terminal.out(`  ${remedy}`);
  }
  const toConfirm = assumptionsOf(register).length;
  const rest = toConfirm === 0 ? '' : `; ${counted(toConfirm, 'assumption')} to be confirmed (--json lists them)`;
  terminal.out(`${file}: ${lints.length === 0 ? 'no lints' : counted(lints.length, 'lint')}${rest}`);
}

function counted(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** A lint always has a line: its place is at least the document. */
function position({ line, column }: InputFault): string {
  return `${String(line)}:${String(column)}`;
}

function asJson({ file, register, lints, faultAt }: RegisterFile): unknown {
  return {
    file,
    controller: register.id,
    lints: lints.map(lintAsJson),
    assumptions: assumptionsOf(register).map(({ path, reason }) => ({
      path: path.join('.'),
      line: faultAt(path, reason).line,
      reason,
    })),
    unstated: register.unstated,
  };
}

function lintAsJson({ path, place, ...lint }: PlacedLint): unknown {
  return { ...lint, path: path.join('.'), line: place.line, column: place.column };
}
