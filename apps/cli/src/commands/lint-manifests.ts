import { readFileSync } from 'node:fs';
import { type InputFault, InvalidInputError } from '@habeas/connector-sdk';
import { parseManifest } from '@habeas/rest-engine';
import { EXIT, type ExitCode } from '../terminal/exit-code.js';
import type { Terminal } from '../terminal/terminal.js';

/** Reads manifests. Throws `InvalidInputError` with the faults of all of them, each with its line. */
export function lintManifests(files: readonly string[], terminal: Terminal): ExitCode {
  const faults = files.flatMap((file) => faultsOf(file, terminal));
  if (faults.length > 0) throw new InvalidInputError(faults);
  return EXIT.complete;
}

function faultsOf(file: string, terminal: Terminal): readonly InputFault[] {
  try {
    const { id, collections } = parseManifest(textOf(file), file);
    terminal.out(`${file}: ${id}, ${String(Object.keys(collections).length)} collections, no faults`);
    return [];
  } catch (error) {
    if (error instanceof InvalidInputError) return error.faults;
    throw error;
  }
}

/** The text of a manifest. Throws `InvalidInputError` where it cannot be read. */
export function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new InvalidInputError([{ file, what: 'it cannot be read', remedy: 'name a manifest in YAML' }]);
  }
}
