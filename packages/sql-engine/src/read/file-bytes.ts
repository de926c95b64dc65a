import { ConnectorError, type RecordKey } from '@habeas/connector-sdk';
import type { BoundCollection, BoundField } from '../binding/bound-map.js';
import type { Dialect } from '../dialect/dialect.js';
import { sql, type Sql } from '../dialect/sql.js';
import { statementOf, throwIfAborted, type Engine } from '../engine.js';
import { Aliases } from './aliases.js';
import { atRoots } from './membership.js';

const SLICE_BYTES = 1_048_576;

/** Which file. */
export interface FilePlace {
  readonly engine: Engine;
  readonly collection: BoundCollection;
  readonly field: BoundField;
  readonly key: RecordKey;
}

/** A file's bytes; text is a file in its own encoding. */
export function contentOf({ column }: BoundField, target: string, dialect: Dialect): Sql {
  const value = dialect.name(target, column.name);
  const isBinary = column.type === 'bytes' || column.type === 'file';
  return isBinary && !dialect.dynamicTypes ? value : dialect.bytes(value, column);
}

/** A file's bytes: those that came with its row, or slices fetched one by one. Throws `contract` where the file changes meanwhile. */
export async function* fileBytes(place: FilePlace, bytes: number, small: Uint8Array | undefined): AsyncIterable<Uint8Array> {
  if (small !== undefined) {
    if (small.length > 0) yield small;
    return;
  }
  for (let from = 0; from < bytes; from += SLICE_BYTES) {
    throwIfAborted(place.engine);
    const slice = await readSlice(place, from, Math.min(SLICE_BYTES, bytes - from));
    yield slice;
  }
}

async function readSlice(place: FilePlace, from: number, length: number): Promise<Uint8Array> {
  const { engine, collection, field, key } = place;
  const writing = { map: engine.map, dialect: engine.dialect, aliases: new Aliases() };
  const row = atRoots(collection, [{ key, ordinal: 0 }], writing);
  const part = engine.dialect.slice(contentOf(field, row.target, engine.dialect), from + 1, length);
  const query = sql`SELECT ${part} AS ${engine.dialect.name('part')} FROM ${row.from} WHERE ${row.where}`;
  const [found] = await engine.database.query(statementOf(query, engine, collection.name), 1);
  const slice = found?.['part'];
  if (slice instanceof Uint8Array && slice.length === length) return slice;
  const message = `A file in "${collection.name}.${field.name}" changed or went away while it was read.`;
  throw new ConnectorError('contract', message, { collection: collection.name, remedy: 'Read the collection again.' });
}
