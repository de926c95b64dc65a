import type { PackageDescriptor, ResourceDescriptor } from '../descriptor/data-package.js';
import { OMITTED, OMITTED_FILES, OUTSIDE, OUTSIDE_FILES } from '../provenance/withheld.js';
import type { Cell } from '../table/column.js';
import type { Problems } from './problems.js';
import type { RowWatcher } from './table-check.js';

const LEDGER = 'provenance.ledger';
const WITHHELD = 'provenance.withheld';

interface Counts {
  records: number;
  files: number;
}

interface IndexedFile {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** Holds three accounts of the same things against each other: the ledger, the tables, and the files with their index. */
export class CountCheck {
  readonly #told = new Map<string, Counts>();
  readonly #found = new Map<string, Counts>();
  readonly #files: IndexedFile[] = [];

  constructor(private readonly problems: Problems) {}

  /** What to do with the rows of this table, if it is one that counts something. */
  watcherOf(resource: ResourceDescriptor): RowWatcher | undefined {
    const read = readerOf(resource);
    if (resource.name === LEDGER) {
      return (row) => {
        const key = keyOf(read(row, 'source'), read(row, 'collection'));
        this.#told.set(key, { records: Number(read(row, 'records')), files: Number(read(row, 'files')) });
      };
    }
    if (resource.name === WITHHELD) {
      return (row) => {
        const ground = read(row, 'ground');
        const counts = this.#count(keyOf(read(row, 'source'), read(row, 'collection')));
        if (ground === OMITTED || ground === OUTSIDE) counts.records += Number(read(row, 'count'));
        if (ground === OMITTED_FILES || ground === OUTSIDE_FILES) counts.files += Number(read(row, 'count'));
      };
    }
    if (resource['x-role'] !== 'attachments') return undefined;
    return (row) => {
      this.#count(keyOf(resource['x-source'], read(row, 'collection'))).files += 1;
      const path = read(row, 'path');
      if (typeof path !== 'string') return;
      this.#files.push({ path, sha256: textOf(read(row, 'sha256')), bytes: Number(read(row, 'bytes')) });
    };
  }

  /** Notes how many rows a table has. */
  note(resource: ResourceDescriptor, rows: number): void {
    if (resource['x-role'] !== 'collection') return;
    this.#count(keyOf(resource['x-source'], resource['x-collection'])).records += rows;
  }

  /** To be called when all tables and files were read. */
  finish({ resources }: PackageDescriptor, seen: ReadonlyMap<string, Omit<IndexedFile, 'path'>>): void {
    if (!resources.some(({ name }) => name === LEDGER)) this.problems.add('package', 'the archive has no ledger');
    this.#compareLedger();
    this.#compareFiles(seen);
  }

  #compareLedger(): void {
    for (const key of new Set([...this.#told.keys(), ...this.#found.keys()])) {
      const told = this.#told.get(key);
      const found = this.#found.get(key) ?? { records: 0, files: 0 };
      if (told?.records !== found.records)
        this.problems.add('count', `the ledger counts other records than the table of ${key} has`);
      if (told?.files !== found.files) this.problems.add('count', `the ledger counts other files than the index of ${key} has`);
    }
  }

  #compareFiles(seen: ReadonlyMap<string, Omit<IndexedFile, 'path'>>): void {
    const indexed = new Set<string>();
    for (const { path, sha256, bytes } of this.#files) {
      const actual = seen.get(path);
      if (actual === undefined) this.problems.add('missing', 'an index of files names a file that is not there');
      else if (actual.sha256 !== sha256 || actual.bytes !== bytes) {
        this.problems.add('checksum', 'the file is not the one that is in its index', { file: path });
      }
      if (indexed.has(path)) this.problems.add('reference', 'the file is in its index twice', { file: path });
      indexed.add(path);
    }
    for (const path of seen.keys()) {
      if (path.startsWith('data/attachments/') && !indexed.has(path))
        this.problems.add('reference', 'the file is in no index', { file: path });
    }
  }

  #count(key: string): Counts {
    const known = this.#found.get(key);
    if (known !== undefined) return known;
    const fresh = { records: 0, files: 0 };
    this.#found.set(key, fresh);
    return fresh;
  }
}

function readerOf({ schema }: ResourceDescriptor): (row: readonly Cell[], name: string) => Cell {
  const places = new Map(schema.fields.map(({ name }, index) => [name, index]));
  return (row, name) => row[places.get(name) ?? -1];
}

function textOf(cell: Cell): string {
  return typeof cell === 'string' ? cell : '';
}

function keyOf(source: Cell, collection: Cell): string {
  return `'${textOf(collection)}' of source '${textOf(source)}'`;
}
