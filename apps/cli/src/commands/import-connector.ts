import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { InvalidInputError } from '@habeas/connector-sdk';
import { type ImportedFile, importManifest } from '@habeas/rest-engine';
import { EXIT, type ExitCode } from '../terminal/exit-code.js';
import type { Terminal } from '../terminal/terminal.js';
import { textOf } from './lint-manifests.js';
import { writeNewFile } from './new-file.js';

/** Where the draft goes, and what further describes the fields. */
export interface ImportOptions {
  readonly out: string;
  /** The dataset of a Fides configuration, where it is a file of its own. */
  readonly dataset?: string;
}

/**
 * Writes the draft of a manifest, made of a Fides SaaS configuration or an Airbyte low-code manifest, and prints what a human
 * must still decide, each with its line in the draft. Incomplete while there is anything to decide. Throws
 * `InvalidInputError` where the file is neither, or there is a manifest already.
 */
export function importConnector(file: string, { out, dataset }: ImportOptions, terminal: Terminal): ExitCode {
  const imported = importManifest(given(file), dataset === undefined ? undefined : given(dataset));
  const draft = join(out, 'manifest.yaml');
  makeFolder(out);
  writeNewFile(draft, imported.manifest);
  terminal.out(`${draft}: a draft made of ${imported.format}, ${String(imported.decisions.length)} decisions for a human`);
  for (const { line, what } of imported.decisions) terminal.out(`${draft}:${String(line)}: ${what}`);
  terminal.out(`Next: decide them, then habeas connector lint ${draft} (docs/adding-a-connector.md)`);
  return imported.decisions.length === 0 ? EXIT.complete : EXIT.incomplete;
}

function given(file: string): ImportedFile {
  return { file, text: textOf(file) };
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    throw new InvalidInputError([{ file: folder, what: 'this folder cannot be made', remedy: 'choose another with --out' }]);
  }
}
