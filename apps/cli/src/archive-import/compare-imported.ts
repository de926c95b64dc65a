import { createHash } from 'node:crypto';
import { type ResourceDescriptor, rewriterOf, RowCodec } from '@habeas/archive';
import type Database from 'better-sqlite3';
import { selectFrom, tableName } from './sqlite-schema.js';

/** What a comparison came to. */
export interface Comparison {
  readonly tables: number;
  readonly records: number;
  readonly files: number;
  /** What is not the same: the names of tables, and the paths of files. */
  readonly differences: readonly string[];
}

type Values = Parameters<RowCodec['read']>[0];

/**
 * Writes every table of a database anew as its archive has it, and compares the SHA-256 of the bytes with that in the archive's own
 * description; the same for each file. So nothing is lost, and nothing is left to whoever compares. Row by row, in constant memory.
 */
export function compareImported(database: Database.Database, resources: readonly ResourceDescriptor[]): Comparison {
  const different = resources.filter((resource) => resource.hash !== `sha256:${hashOfTable(database, resource)}`);
  const files = database.prepare<[], { path: string; sha256: string }>('SELECT path, sha256 FROM _file').all();
  const broken = files.filter(({ path, sha256 }) => hashOfFile(database, path) !== sha256);
  return {
    tables: resources.length,
    records: resources
      .filter((resource) => resource['x-role'] === 'collection')
      .reduce((sum, resource) => sum + countOf(database, resource), 0),
    files: files.length,
    differences: [...different.map(({ name }) => name), ...broken.map(({ path }) => path)],
  };
}

function hashOfTable(database: Database.Database, resource: ResourceDescriptor): string {
  const hash = createHash('sha256');
  const encoder = rewriterOf(resource);
  const codec = new RowCodec(resource);
  const select = database.prepare<[], Values>(selectFrom(resource)).raw().safeIntegers();
  hash.update(encoder.head);
  for (const row of select.iterate()) hash.update(encoder.row(codec.read(row)));
  hash.update(encoder.foot());
  return hash.digest('hex');
}

function hashOfFile(database: Database.Database, path: string): string {
  const hash = createHash('sha256');
  const select = database.prepare<[string], { content: Uint8Array }>(
    'SELECT content FROM _file_part WHERE path = ? ORDER BY number',
  );
  for (const { content } of select.iterate(path)) hash.update(content);
  return hash.digest('hex');
}

function countOf(database: Database.Database, resource: ResourceDescriptor): number {
  const name = tableName(resource).replaceAll('"', '""');
  return database.prepare<[], number>(`SELECT COUNT(*) FROM "${name}"`).pluck().get() ?? 0;
}
