import { fileId, type FoundFile, type Item, type ReadRequest, type RecordKey } from '@habeas/connector-sdk';
import type { BoundCollection, BoundField } from '../binding/bound-map.js';
import type { SqlRow } from '../database.js';
import { or, sql, verbatim, type Sql } from '../dialect/sql.js';
import type { Engine } from '../engine.js';
import { keyPart } from '../value/key-codec.js';
import { contentOf, fileBytes, type FilePlace } from './file-bytes.js';
import { planRead } from './passes.js';
import { doneAfter, ReadAccount } from './read-account.js';
import { collectionToRead, type Reading } from './reading.js';
import { runPasses } from './run-passes.js';
import { selectList } from './selection.js';
import { Vias } from './vias.js';

/** The files of a collection's records that belong to the roots. Small ones come with their row, others as they are opened. */
export async function* readFiles(engine: Engine, request: ReadRequest): AsyncIterable<Item> {
  const collection = collectionToRead(engine, request);
  const fields = collection.fields.filter(({ type }) => type === 'file');
  const plan = planRead(collection, fields.length === 0 ? [] : request.roots, engine.map);
  const account = new ReadAccount();
  const reading: Reading<readonly FoundFile[]> = {
    engine,
    collection,
    plan,
    vias: new Vias(plan),
    withContext: false,
    filter: (target) => or(fields.map(({ column }) => sql`${engine.dialect.name(target, column.name)} IS NOT NULL`)),
    leftOut: () => undefined, // told by the read of the records
    columns: ({ target }) => ({
      list: fileList(collection, fields, target, engine),
      key: (row) => keyOf(row, collection),
      make: (row, key) => fields.flatMap((field, index) => foundFile({ engine, collection, field, key }, row, index)),
    }),
  };
  for await (const { made, cursor } of runPasses(reading, request.resume)) {
    for (const file of made.flat()) {
      account.count += 1;
      yield { type: 'file', file };
    }
    if (cursor !== undefined) yield { type: 'checkpoint', cursor };
  }
  yield doneAfter(account, { engine, collection, request, notes: [] });
}

/** The key, and for each file its size and (where it is small) its bytes. */
function fileList(collection: BoundCollection, fields: readonly BoundField[], target: string, { dialect, limits }: Engine): Sql {
  const keys = collection.key.map(({ column }, index) => ({ alias: `k${index}`, value: dialect.name(target, column.name) }));
  const files = fields.flatMap((field, index) => {
    const size = dialect.byteLength(dialect.name(target, field.column.name), field.column);
    const bytes = contentOf(field, target, dialect);
    const small = sql`CASE WHEN ${size} <= ${verbatim(String(limits.inlineFileBytes))} THEN ${bytes} END`;
    return [
      { alias: `n${index}`, value: size },
      { alias: `d${index}`, value: small },
    ];
  });
  return selectList([...keys, ...files], dialect);
}

function keyOf(row: SqlRow, { key }: BoundCollection): RecordKey | undefined {
  const parts = key.map((_, index) => keyPart(row[`k${index}`] ?? null));
  return parts.includes(undefined) ? undefined : (parts as RecordKey);
}

function foundFile(place: FilePlace, row: SqlRow, index: number): readonly FoundFile[] {
  const size = row[`n${index}`] ?? null;
  if (size === null) return [];
  const { collection, key, field } = place;
  const bytes = Number(size);
  const small = row[`d${index}`];
  const id = fileId(collection.name, key, field.name);
  return [
    { id, key, field: field.name, bytes, open: () => fileBytes(place, bytes, small instanceof Uint8Array ? small : undefined) },
  ];
}
