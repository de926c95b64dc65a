import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RegisterName } from '../registers.js';
import type { SourceBuilder } from '../world/source-builder.js';
import { writeSqlite } from './write-sqlite.js';

const PACKAGE = fileURLToPath(new URL('../../', import.meta.url));

/** What a world puts into its folder. */
export interface FolderContents {
  /** Each a SQLite database, with the schema and the data map of its name. */
  readonly sources: readonly SourceBuilder[];
  readonly registers: readonly RegisterName[];
}

/** Writes databases, data maps and registers into a folder that exists. Replaces files of the same names. */
export async function writeFolder(directory: string, { sources, registers }: FolderContents): Promise<void> {
  for (const { source, tables } of sources) {
    const schema = await readFile(join(PACKAGE, 'schemas', `${source}.sql`), 'utf8');
    writeSqlite(join(directory, `${source}.sqlite`), schema, tables);
    await copy(directory, 'data-maps', `${source}.map.yaml`);
  }
  for (const name of registers) await copy(directory, 'registers', `${name}.register.yaml`);
}

/** Puts a controller's configuration beside its sources. Returns its file. */
export async function writeConfig(directory: string, name: string): Promise<string> {
  return copy(directory, 'configs', `${name}.yaml`);
}

/** Puts a controller's configuration beside its sources, with vendors as further sources of it. Returns its file. */
export async function writeConnectedConfig(directory: string, name: string, vendors: readonly string[]): Promise<string> {
  const target = join(directory, `${name}-connected.yaml`);
  const databases = await readFile(join(PACKAGE, 'configs', `${name}.yaml`), 'utf8');
  const sources = await Promise.all(
    vendors.map((vendor) => readFile(join(PACKAGE, 'configs', 'vendors', `${vendor}.yaml`), 'utf8')),
  );
  await writeFile(target, `${databases}${sources.join('').replaceAll(/^(?=.)/gmu, '  ')}`);
  return target;
}

async function copy(directory: string, folder: string, name: string): Promise<string> {
  const target = join(directory, name);
  await copyFile(join(PACKAGE, folder, name), target);
  return target;
}
