import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { BAG_FILES } from '../bag/bag.js';
import type { DocumentDescriptor, PackageDescriptor, ResourceDescriptor } from '../descriptor/data-package.js';
import type { ShapeSchema } from '../table/json-shape.js';
import { manifestLines, type ManifestLine } from './check-bag.js';
import { CountCheck } from './count-check.js';
import { ArchiveFault, type Problems } from './problems.js';
import { readEntry, readWhole } from './read-entry.js';
import { parseShapes } from './record-schema.js';
import { TableCheck } from './table-check.js';
import { TableKeys } from './table-keys.js';
import type { ZipIndex } from './zip-index.js';

const MOST_SCHEMA_BYTES = 16 * 1024 * 1024;

/** What of the payload was read. */
export interface PayloadFacts {
  readonly files: number;
  readonly bytes: number;
  /** Records in tables of collections. */
  readonly records: number;
}

/** Where the payload is, and what should be in it. */
export interface PayloadSource {
  readonly handle: FileHandle;
  readonly index: ZipIndex;
  readonly description: PackageDescriptor;
}

/** Reads every file of the payload once: against the manifest, and tables against their description, the ledger and the files they name. */
export async function checkPayload(source: PayloadSource, problems: Problems): Promise<PayloadFacts> {
  const check = new PayloadCheck(source, problems);
  const manifest = source.index.files.get(BAG_FILES.manifest);
  if (manifest === undefined) throw new ArchiveFault('missing', `the archive has no ${BAG_FILES.manifest}`);
  for await (const line of manifestLines(readEntry(source.handle, manifest))) await check.take(line);
  return check.finish();
}

class PayloadCheck {
  readonly #tables: ReadonlyMap<string, ResourceDescriptor>;
  readonly #documents: ReadonlyMap<string, DocumentDescriptor>;
  readonly #keys: TableKeys;
  readonly #counts: CountCheck;
  readonly #seen = new Map<string, { readonly sha256: string; readonly bytes: number }>();
  readonly #schemas = new Set<string>();
  #bytes = 0;
  #records = 0;

  constructor(
    private readonly source: PayloadSource,
    private readonly problems: Problems,
  ) {
    this.#tables = new Map(source.description.resources.map((resource) => [resource.path, resource]));
    this.#documents = new Map((source.description['x-documents'] ?? []).map((document) => [document.path, document]));
    this.#keys = new TableKeys(source.description);
    this.#counts = new CountCheck(problems);
  }

  async take({ path, sha256 }: ManifestLine): Promise<void> {
    const facts = this.source.index.files.get(path);
    if (facts === undefined || !path.startsWith('data/')) {
      this.problems.add('missing', 'the manifest lists a file that is not there');
      return;
    }
    if (this.#seen.has(path)) {
      this.problems.add('bag', 'the manifest lists the file twice', { file: path });
      return;
    }
    try {
      const actual = await this.#read(path, readEntry(this.source.handle, facts));
      this.#seen.set(path, { sha256: actual, bytes: facts.size });
      this.#bytes += facts.size;
      if (actual !== sha256) this.problems.add('checksum', 'the file is not the one that was listed', { file: path });
    } catch (fault) {
      if (!(fault instanceof ArchiveFault)) throw fault;
      this.#seen.set(path, { sha256: '', bytes: facts.size });
      this.problems.add(fault.code, fault.message, { file: path });
    }
  }

  finish(): PayloadFacts {
    for (const path of this.source.index.files.keys()) {
      if (path.startsWith('data/') && !this.#seen.has(path))
        this.problems.add('extra', 'no manifest lists the file', { file: path });
    }
    for (const path of [...this.#tables.keys(), ...this.#documents.keys()]) {
      if (!this.#seen.has(path)) this.problems.add('missing', 'a file that is described is not there', { file: path });
    }
    this.#keys.checkReferences(this.problems);
    this.#counts.finish(this.source.description, this.#seen);
    return { files: this.#seen.size, bytes: this.#bytes, records: this.#records };
  }

  /** Reads to the end whatever a table check thinks of the content: the checksum is of all bytes. */
  async #read(path: string, chunks: AsyncGenerator<Uint8Array>): Promise<string> {
    const hash = createHash('sha256');
    const next = async (): Promise<IteratorResult<Uint8Array, undefined>> => {
      const step = (await chunks.next()) as IteratorResult<Uint8Array, undefined>;
      if (step.done !== true) hash.update(step.value);
      return step;
    };
    try {
      await this.#checkTable(path, { [Symbol.asyncIterator]: () => ({ next }) });
      while ((await next()).done !== true);
    } finally {
      await chunks.return(undefined);
    }
    const digest = hash.digest('hex');
    this.#checkDescribed(path, digest);
    return digest;
  }

  async #checkTable(path: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
    const resource = this.#tables.get(path);
    if (resource === undefined) return;
    const watchKeys = this.#keys.watcherOf(resource, this.problems);
    const watchCounts = this.#counts.watcherOf(resource);
    const check = new TableCheck(
      resource,
      (row, number) => {
        watchKeys(row, number);
        watchCounts?.(row, number);
      },
      this.problems,
      await this.#shapesOf(resource),
    );
    await check.run(chunks);
    this.#counts.note(resource, check.rows);
    if (resource['x-role'] === 'collection') this.#records += check.rows;
  }

  /** The schema of a table's nested fields, read ahead: its own place in the manifest is behind the table. */
  async #shapesOf(resource: ResourceDescriptor): Promise<ReadonlyMap<string, ShapeSchema>> {
    const path = resource['x-schema'];
    if (typeof path !== 'string') return new Map();
    this.#schemas.add(path);
    const facts = this.source.index.files.get(path);
    if (facts === undefined) {
      this.problems.add('missing', 'the schema of nested fields is not there', { file: resource.path });
      return new Map();
    }
    return parseShapes(await readWhole(this.source.handle, facts, MOST_SCHEMA_BYTES));
  }

  #checkDescribed(path: string, sha256: string): void {
    const described = this.#tables.get(path) ?? this.#documents.get(path);
    if (described === undefined) {
      if (!path.startsWith('data/attachments/') && !this.#schemas.has(path))
        this.problems.add('extra', 'the file is in no description', { file: path });
      return;
    }
    const size = this.source.index.files.get(path)?.size;
    const isDescribed = described.hash === `sha256:${sha256}` && (described.bytes === undefined || described.bytes === size);
    if (!isDescribed) this.problems.add('checksum', 'the file is not the one that was described', { file: path });
  }
}
