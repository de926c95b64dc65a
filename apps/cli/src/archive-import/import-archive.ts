import { linkSync, rmSync } from 'node:fs';
import { readArchive, type ReadOptions, type ResourceDescriptor, type Verification } from '@habeas/archive';
import { InvalidInputError } from '@habeas/connector-sdk';
import Database from 'better-sqlite3';
import { codeOf } from '../commands/new-file.js';
import { type Comparison, compareImported } from './compare-imported.js';
import { sqliteReader } from './sqlite-archive.js';

/** What an import came to. */
export interface Imported {
  readonly verification: Verification;
  readonly comparison: Comparison;
}

/**
 * Reads an archive into a new SQLite database, once it was verified, and compares what is in it with the archive. The file appears when all
 * of it is there and the same, and not before. Throws `InvalidInputError` where a file of this name is there already, and `ArchiveError`
 * where the archive does not verify, or came out otherwise.
 */
export async function importArchive(archive: string, file: string, options: ReadOptions = {}): Promise<Imported> {
  const partial = `${file}.partial`;
  rmSync(partial, { force: true });
  const database = openAt(partial);
  try {
    const { verification, resources } = await fill(database, archive, options);
    const comparison = compareImported(database, resources);
    database.close();
    if (comparison.differences.length === 0) publish(partial, file);
    return { verification, comparison };
  } finally {
    database.close();
    rmSync(partial, { force: true });
  }
}

async function fill(
  database: Database.Database,
  archive: string,
  options: ReadOptions,
): Promise<{ readonly verification: Verification; readonly resources: readonly ResourceDescriptor[] }> {
  const reader = sqliteReader(database);
  let resources: readonly ResourceDescriptor[] = [];
  // Nobody reads it before it is whole, and what fails is thrown away
  database.pragma('journal_mode = OFF');
  database.pragma('foreign_keys = OFF');
  database.exec('BEGIN');
  const verification = await readArchive(
    archive,
    {
      ...reader,
      begin: (description, facts) => {
        ({ resources } = description);
        return reader.begin(description, facts);
      },
    },
    options,
  );
  database.exec('COMMIT');
  return { verification, resources };
}

function openAt(file: string): Database.Database {
  try {
    return new Database(file);
  } catch {
    throw new InvalidInputError([{ file, what: 'it cannot be written', remedy: 'choose another place' }]);
  }
}

/** Never in the place of another file. */
function publish(partial: string, file: string): void {
  try {
    linkSync(partial, file);
  } catch (cause) {
    const what = codeOf(cause) === 'EEXIST' ? 'there is a file of this name already' : 'it cannot be written';
    throw new InvalidInputError([{ file, what, remedy: 'choose another place' }]);
  }
}
