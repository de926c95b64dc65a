import { createHash } from 'node:crypto';
import { type ArchiveReader, type ResourceDescriptor, RowCodec, type TableRows } from '@habeas/archive';
import type Database from 'better-sqlite3';
import { createTable, insertInto, META, tableName } from './sqlite-schema.js';

const PART_BYTES = 1024 * 1024;

/**
 * Puts an archive into an empty database: a strict table for each of its tables, with its keys and references; files in parts of 1 MiB;
 * and what the archive says of itself. In memory that grows with a batch of rows, and with nothing else.
 */
export function sqliteReader(database: Database.Database): ArchiveReader {
  return {
    begin: (description, { identity = '', signature }) => {
      database.exec(META);
      const tell = database.prepare('INSERT INTO _archive (name, value) VALUES (?, ?)');
      const { resources, ...about } = description;
      tell.run('identity', identity);
      tell.run('signature', signature.state);
      tell.run('description', JSON.stringify(about));
      const list = database.prepare('INSERT INTO _table (name, description) VALUES (?, ?)');
      const names = new Map(resources.map((resource) => [resource.name, resource]));
      for (const resource of resources) {
        database.exec(createTable(resource, names));
        list.run(tableName(resource), JSON.stringify(resource));
      }
      return Promise.resolve();
    },
    table: (resource, rows) => addRows(database, resource, rows),
    file: (path, content) => addFile(database, path, content),
  };
}

async function addRows(database: Database.Database, resource: ResourceDescriptor, rows: TableRows): Promise<void> {
  const codec = new RowCodec(resource);
  const insert = database.prepare(insertInto(resource));
  for await (const batch of rows) for (const row of batch) insert.run(...codec.write(row));
}

async function addFile(database: Database.Database, path: string, content: AsyncIterable<Uint8Array>): Promise<void> {
  const insert = database.prepare('INSERT INTO _file_part (path, number, content) VALUES (?, ?, ?)');
  const hash = createHash('sha256');
  let parts: Uint8Array[] = [];
  let [held, bytes, number] = [0, 0, 0];
  const flush = (): void => {
    insert.run(path, (number += 1), Buffer.concat(parts));
    parts = [];
    held = 0;
  };
  for await (const chunk of content) {
    hash.update(chunk);
    parts.push(new Uint8Array(chunk));
    held += chunk.length;
    bytes += chunk.length;
    if (held >= PART_BYTES) flush();
  }
  if (held > 0) flush();
  database.prepare('INSERT INTO _file (path, bytes, sha256) VALUES (?, ?, ?)').run(path, bytes, hash.digest('hex'));
}
