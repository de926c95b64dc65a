import type { JsonObject, JsonValue, SourceRecord } from '@habeas/connector-sdk';
import type { CollectionFindings, Right, SourceDescription } from '@habeas/core';
import type { RecordScope } from '@habeas/core/law';
import { ATTACHMENT_SHAPE, Attachments } from '../attachment/attachments.js';
import { IdTally } from '../attachment/id-tally.js';
import type { Bag } from '../bag/bag.js';
import { SafeNames } from '../bag/safe-names.js';
import type { Scratch } from '../output/spool.js';
import type { ViaNames } from '../provenance/via.js';
import type { ChildTable } from '../table/child-table.js';
import { collectionRows } from '../table/collection-rows.js';
import type { ArchiveTable, TableShelf } from './archive-table.js';
import { NestedFields } from './nested-fields.js';

/** Where everything goes, and what tells how a record was reached. */
export interface Desk {
  readonly bag: Bag;
  readonly shelf: TableShelf;
  readonly scratch: Scratch;
  readonly via: ViaNames;
  readonly signal: AbortSignal | undefined;
}

/** What was written for one collection, to be held against the ledger. */
export interface WrittenCollection {
  readonly source: string;
  readonly collection: string;
  readonly records: number;
  readonly files: number;
  /** What was found and is not handed out, by a decision about scope or for a purpose. */
  readonly omitted: { readonly records: number; readonly files: number };
  readonly table: ArchiveTable | undefined;
}

/** One source's part of the archive: a table per collection, child tables, files and their index. */
export class SourceShelf {
  readonly #names = new SafeNames(['attachments']);
  readonly #attachments: Attachments;

  constructor(
    private readonly source: SourceDescription,
    private readonly folder: string,
    private readonly desk: Desk,
  ) {
    this.#attachments = new Attachments(desk.bag, folder, desk.scratch);
  }

  /** Files of this source that could not be read to the end. */
  get broken(): number {
    return this.#attachments.broken;
  }

  /** Consumes a collection's findings. A collection without records has no table: the ledger speaks of it. */
  async add(findings: CollectionFindings): Promise<WrittenCollection> {
    const { collection } = findings;
    const folder = this.#names.give(collection.name);
    const nested = new NestedFields(this.desk.shelf.format, this.desk.scratch);
    const referred = new IdTally();
    const shape = collectionRows(collection, (record) => this.desk.via.of(record), {
      json: (field, record, value) => {
        nested.take(field, record, value);
      },
      file: (id) => {
        referred.add(id);
      },
    });
    const batches = await startOf(this.#guarded(findings.records(), nested));
    const plan = {
      name: `${this.folder}.${folder}`,
      place: `data/tables/${this.folder}/${folder}`,
      role: 'collection' as const,
      title: collection.title ?? { en: collection.name },
      ...(collection.description === undefined ? {} : { description: collection.description }),
      source: this.source,
      primaryKey: [shape.provenance.record],
      extras: extrasOf(findings),
    };
    const table = batches === undefined ? undefined : await this.desk.shelf.add(plan, shape, batches);
    if (table !== undefined) await this.#addNested(table, folder, nested);
    const files = await this.#addFiles(findings, folder, referred, table);
    const omitted = totalOf(findings.disclosure?.omitted(), findings.outside?.());
    return { source: this.source.id, collection: collection.name, records: table?.facts.rows ?? 0, files, omitted, table };
  }

  /** Writes the index of this source's files, if it has any. Call it when all its collections are in. */
  async close(): Promise<void> {
    const { rows } = this.#attachments;
    if (rows.rows === 0) return;
    const plan = {
      name: this.#attachmentTable,
      place: `data/tables/${this.folder}/attachments`,
      role: 'attachments' as const,
      title: { en: 'Files', fr: 'Fichiers' },
      source: this.source,
      primaryKey: ['file'],
      extras: { 'x-source': this.source.id },
    };
    await this.desk.shelf.add(plan, ATTACHMENT_SHAPE, rows.batches());
  }

  get #attachmentTable(): string {
    return `${this.folder}.attachments`;
  }

  /** Between batches: empties what nested values left in memory, and stops when asked to. */
  async *#guarded(
    batches: AsyncIterable<readonly SourceRecord[]>,
    nested: NestedFields,
  ): AsyncGenerator<readonly SourceRecord[]> {
    for await (const batch of batches) {
      this.desk.signal?.throwIfAborted();
      if (batch.length > 0) yield batch;
      await nested.flush();
    }
  }

  /** What nested values need beside their table: in CSV tables of their own, in JSON a schema. */
  async #addNested(parent: ArchiveTable, name: string, nested: NestedFields): Promise<void> {
    for (const [field, child] of nested.children)
      await this.#addChild(parent, this.#names.give(`${name}.${field}`), field, child);
    const schema = nested.schema(parent);
    if (schema === undefined) return;
    const path = `data/schemas/${parent.name}.schema.json`;
    await this.desk.bag.addPayload(path, streamOfText(`${JSON.stringify(schema, undefined, 2)}\n`));
    this.desk.shelf.extend(parent.name, { extras: { ...parent.extras, 'x-schema': path } });
  }

  async #addChild(parent: ArchiveTable, name: string, field: string, child: ChildTable): Promise<void> {
    const { own, ...shape } = child.shape();
    const plan = {
      name: `${this.folder}.${name}`,
      place: `data/tables/${this.folder}/${name}`,
      role: 'child' as const,
      title: childTitle(parent, field),
      source: this.source,
      primaryKey: [own.record, own.place],
      references: [{ fields: [own.record], to: parent.name, toFields: parent.primaryKey }],
      extras: { 'x-source': this.source.id, 'x-unfolds': { resource: parent.name, field } },
    };
    await this.desk.shelf.add(plan, shape, child.batches());
  }

  async #addFiles(findings: CollectionFindings, folder: string, referred: IdTally, table?: ArchiveTable): Promise<number> {
    const { fields, name } = findings.collection;
    const delivered = new IdTally();
    for await (const file of findings.files()) {
      this.desk.signal?.throwIfAborted();
      delivered.add(file.id);
      await this.#attachments.add({ name, folder }, file);
    }
    if (table === undefined || referred.count === 0 || !referred.equals(delivered)) return delivered.count;
    const fileFields = fields.filter(({ type }) => type === 'file');
    this.desk.shelf.extend(table.name, {
      references: fileFields.map((field) => ({ fields: [field.name], to: this.#attachmentTable, toFields: ['file'] })),
    });
    return delivered.count;
  }
}

/** What is not handed out, for whatever reason. */
function totalOf(...counts: readonly (WrittenCollection['omitted'] | undefined)[]): WrittenCollection['omitted'] {
  const sum = (what: 'records' | 'files'): number => counts.reduce((all, each) => all + (each?.[what] ?? 0), 0);
  return { records: sum('records'), files: sum('files') };
}

function extrasOf({ source, collection, disclosure }: CollectionFindings): Record<`x-${string}`, JsonValue> {
  const { name, activity } = collection;
  return {
    'x-source': source.id,
    'x-collection': name,
    ...(activity === undefined ? {} : { 'x-activity': activity }),
    ...(disclosure === undefined ? {} : { 'x-scope': scopeOf(disclosure.scope) }),
  };
}

/** For each right what is decided of each field, with the reason: also of those that are not among the columns (PRT-01, FMT-07). */
function scopeOf({ fields }: RecordScope): JsonObject {
  const decided = (right: Right): JsonObject =>
    Object.fromEntries(
      fields.map((each) => {
        const { verdict, reason, missing } = each[right];
        return [each.field, { verdict, reason, ...(missing === undefined ? {} : { missing }) }];
      }),
    );
  return { access: decided('access'), portability: decided('portability') };
}

function childTitle(parent: ArchiveTable, field: string): Record<string, string> {
  const column = parent.facts.columns.find(({ name }) => name === field);
  const titles = { en: field, ...column?.spec?.title };
  return Object.fromEntries(
    Object.entries(titles).map(([language, title]) => [
      language,
      `${parent.title[language] ?? parent.title['en'] ?? ''}: ${title}`,
    ]),
  );
}

async function* streamOfText(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
  await Promise.resolve();
}

/** The stream, once it is known that something comes. */
async function startOf<Item>(items: AsyncGenerator<Item>): Promise<AsyncGenerator<Item> | undefined> {
  const first = await items.next();
  if (first.done === true) return undefined;
  const { value } = first;
  async function* all(): AsyncGenerator<Item> {
    yield value;
    yield* items;
  }
  return all();
}
