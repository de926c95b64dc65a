import { accessSync, constants, readFileSync } from 'node:fs';
import { ArchiveError } from '@habeas/archive';
import { InvalidInputError } from '@habeas/connector-sdk';
import { type Imported, importArchive } from '../archive-import/import-archive.js';
import { EXIT, type ExitCode } from '../terminal/exit-code.js';
import type { Terminal } from '../terminal/terminal.js';

/** What `habeas archive import` was asked. */
export interface ImportArguments {
  readonly into: string;
  readonly publicKey?: string;
}

const SQLITE = 'sqlite:';

/** Reads an archive into a new database, and says whether everything of it is there. */
export async function importArchiveFile(
  archive: string,
  { into, publicKey: keyFile }: ImportArguments,
  terminal: Terminal,
): Promise<ExitCode> {
  const file = fileIn(into);
  const publicKey = keyFile === undefined ? {} : { publicKey: orRefuse(keyFile, () => readFileSync(keyFile, 'utf8')) };
  orRefuse(archive, () => {
    accessSync(archive, constants.R_OK);
  });
  try {
    const imported = await importArchive(archive, file, publicKey);
    printImport(file, imported, terminal);
    return imported.comparison.differences.length === 0 ? EXIT.complete : EXIT.incomplete;
  } catch (error) {
    if (!(error instanceof ArchiveError) || error.code !== 'archive') throw error;
    terminal.err(`${archive}: ${error.message}\n  Nothing was imported. habeas verify tells all that is wrong with it.`);
    return EXIT.incomplete;
  }
}

function fileIn(into: string): string {
  const file = into.startsWith(SQLITE) ? into.slice(SQLITE.length) : '';
  if (file !== '') return file;
  throw new InvalidInputError([{ file: into, what: 'it is no database that can be imported into', remedy: 'write sqlite:FILE' }]);
}

function printImport(file: string, { verification, comparison }: Imported, terminal: Terminal): void {
  const { tables, records, files, differences } = comparison;
  for (const each of differences) terminal.err(`${each}: what is in the database is not what is in the archive`);
  if (differences.length > 0) {
    terminal.err('Nothing was imported.');
    return;
  }
  terminal.out(`${file}: ${String(records)} records in ${String(tables)} tables, and ${String(files)} files`);
  terminal.out('  compared with the archive: every table is the same to the byte, and every file');
  if (verification.identity !== undefined) terminal.out(`  identity ${verification.identity}`);
  terminal.out(`  signature: ${verification.signature.state}`);
  if (verification.complete === false) terminal.out('  the archive says of itself that it is not complete');
}

function orRefuse<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch {
    throw new InvalidInputError([{ file, what: 'it cannot be read', remedy: 'check the path' }]);
  }
}
