import { open, type FileHandle } from 'node:fs/promises';
import { ArchiveError } from '../archive-error.js';
import { unguardCell } from '../csv/csv-cell.js';
import { csvEncoder } from '../csv/csv-encoder.js';
import { readCsv } from '../csv/read-csv.js';
import type { PackageDescriptor, ResourceDescriptor } from '../descriptor/data-package.js';
import { jsonEncoder } from '../json/json-encoder.js';
import { readJsonRows } from '../json/read-json-rows.js';
import type { Cell, Column, TableEncoder } from '../table/column.js';
import { Problems } from '../verify/problems.js';
import { readEntry } from '../verify/read-entry.js';
import { DEFAULT_LIMITS, type Verification, type VerifyOptions, verifyHandle } from '../verify/verify-archive.js';
import { readZipIndex } from '../verify/zip-index.js';

/** Rows of a table: a cell for each of its fields, in their order. In CSV each is a text, and what has no value is `undefined`. */
export type TableRows = AsyncIterable<readonly (readonly Cell[])[]>;

/** Takes what is in an archive, one thing after the other. Each stream has to be consumed before the call resolves. */
export interface ArchiveReader {
  /** First: what the archive is, and which tables come, each with its fields, keys and references. */
  begin(description: PackageDescriptor, verification: Verification): Promise<void>;
  table(table: ResourceDescriptor, rows: TableRows): Promise<void>;
  /** Whatever of the payload is no table: attachments, the report, schemas of nested fields. By its path below the top folder. */
  file(path: string, content: AsyncIterable<Uint8Array>): Promise<void>;
}

/** How an archive is read. */
export type ReadOptions = Pick<VerifyOptions, 'publicKey' | 'limits'>;

/**
 * Verifies an archive, and only then reads it: what its own descriptions say is in it, typed as they say. Nothing is told to the reader
 * of an archive that does not verify (`ArchiveError`, code `archive`, with its first problem). Memory grows with the number of files and
 * keys, not with rows. Rejects with whatever the reader rejects with.
 */
export async function readArchive(path: string, reader: ArchiveReader, options: ReadOptions = {}): Promise<Verification> {
  const handle = await open(path, 'r');
  try {
    const { verification, description } = await verifyHandle(handle, options);
    if (!verification.ok || description === undefined) throw unverified(verification);
    await reader.begin(description, verification);
    await readPayload(handle, description, reader, options);
    return verification;
  } finally {
    await handle.close();
  }
}

async function readPayload(
  handle: FileHandle,
  { resources }: PackageDescriptor,
  reader: ArchiveReader,
  { limits }: ReadOptions,
): Promise<void> {
  const { files } = await readZipIndex(handle, { ...DEFAULT_LIMITS, ...limits }, new Problems(1));
  const tables = new Map(resources.map((resource) => [resource.path, resource]));
  for (const [path, facts] of files) {
    if (!path.startsWith('data/')) continue;
    const table = tables.get(path);
    if (table === undefined) await reader.file(path, readEntry(handle, facts));
    else await reader.table(table, rowsOf(table, readEntry(handle, facts)));
  }
}

function unverified({ problems: [first], problemCount }: Verification): ArchiveError {
  const where = first?.file === undefined ? '' : `${first.file}: `;
  const more = problemCount > 1 ? `, and ${String(problemCount - 1)} more` : '';
  return new ArchiveError('archive', `the archive does not verify: ${where}${first?.message ?? 'it has no description'}${more}`);
}

function rowsOf(table: ResourceDescriptor, chunks: AsyncIterable<Uint8Array>): TableRows {
  return table.format === 'csv' ? csvRows(chunks) : jsonRows(table, chunks);
}

async function* csvRows(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<readonly (readonly Cell[])[]> {
  let hasHeader = false;
  for await (const rows of readCsv(chunks)) {
    yield (hasHeader ? rows : rows.slice(1)).map((row) => row.map(unguardCell));
    hasHeader = true;
  }
}

async function* jsonRows(
  { schema }: ResourceDescriptor,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<readonly (readonly Cell[])[]> {
  const names = schema.fields.map(({ name }) => name);
  for await (const records of readJsonRows(chunks)) {
    yield records.map((record) => names.map((name) => (Object.hasOwn(record, name) ? record[name] : undefined)));
  }
}

/** Writes the rows of a table as its archive has them, byte for byte: so that what was read can be held against its checksum. */
export function rewriterOf({ format, schema }: ResourceDescriptor): TableEncoder {
  if (format === 'json') return jsonEncoder(schema.fields.map(({ name }) => ({ name, type: 'string' })));
  return csvEncoder(
    schema.fields.map((field): Column => {
      const type = field['x-type'];
      // JSON is a text already
      return { name: unguardCell(field.name) ?? '', type: type === 'json' ? 'string' : (type as Column['type']) };
    }),
  );
}
