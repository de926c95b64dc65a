import type { ColumnInfo, IndexInfo } from '@habeas/sql-engine';
import type SqliteDriver from 'better-sqlite3';
import { ask } from './ask.js';
import { definitionParts } from './definition.js';

interface PragmaIndex {
  readonly name: string;
  readonly unique: number;
  readonly partial: number;
}

/** A part of an index: `cid` is -2 for an expression. */
interface PragmaPart {
  readonly cid: number;
  readonly name: string | null;
  readonly coll: string;
}

/** The indexes of a table, those of its constraints included. */
export function indexesOf(driver: SqliteDriver.Database, table: string, columns: readonly ColumnInfo[]): readonly IndexInfo[] {
  const indexes = ask(driver.prepare<string[], PragmaIndex>('SELECT * FROM pragma_index_list(?)'), table);
  const definition = driver
    .prepare<[string], string | null>("SELECT sql FROM sqlite_master WHERE type = 'index' AND name = ?")
    .pluck();
  return indexes.map(({ name, unique, partial }) => {
    const written = definitionParts(definition.get(name) ?? '');
    return {
      name,
      unique: unique === 1,
      partial: partial === 1,
      parts: ask(driver.prepare<string[], PragmaPart>('SELECT * FROM pragma_index_xinfo(?) WHERE key = 1'), name).map(
        (part, index) => indexPart(part, written[index] ?? '', columns),
      ),
    };
  });
}

/** An index under another collation than the column's does not serve its equality: it is told as an expression. */
function indexPart({ name, coll }: PragmaPart, written: string, columns: readonly ColumnInfo[]): IndexInfo['parts'][number] {
  const column = columns.find((each) => each.name === name);
  if (name !== null && coll === (column?.collation?.name ?? coll)) return { column: name };
  return { expression: written.replace(/\s+(?:ASC|DESC)$/iu, '') };
}
