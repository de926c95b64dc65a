import {
  fileId,
  recordId,
  type CarriageNote,
  type FoundFile,
  type Item,
  type ReadRequest,
  type SourceRecord,
  type Via,
} from '../../src/index.js';
import type { Row } from './memory-database.js';
import { refersTo, type Child } from './memory-map.js';
import type { MemoryRows } from './memory-rows.js';

/** A row that belongs to a root, and how it was come to. */
interface Node {
  readonly collection: string;
  readonly row: Row;
  readonly root: Via['root'];
  readonly path: readonly string[];
  /** `collection id` of it and of every row above it: data may go round in a loop. */
  readonly above: readonly string[];
}

interface Delivered {
  readonly record: SourceRecord;
  readonly row: Row;
}

/** Reads one collection: batches (or files), a checkpoint after each, and one `done`. */
export async function* readCollection(rows: MemoryRows, request: ReadRequest): AsyncIterable<Item> {
  const notes = new Map<string, CarriageNote>();
  const start = typeof request.resume === 'number' ? request.resume : 0;
  let position = 0;
  let count = 0;
  let batch: SourceRecord[] = [];
  for await (const { record, row } of belonging(rows, request, notes)) {
    position += 1;
    if (position <= start) continue;
    if (request.want === 'files') {
      for (const file of filesOf(rows, request.collection, record, row)) {
        count += 1;
        yield* [{ type: 'file', file } as const, { type: 'checkpoint', cursor: position } as const];
      }
      continue;
    }
    count += 1;
    batch.push(record);
    if (batch.length < rows.options.batchSize) continue;
    yield* [{ type: 'records', records: batch } as const, { type: 'checkpoint', cursor: position } as const];
    batch = [];
  }
  if (batch.length > 0) yield { type: 'records', records: batch };
  yield { type: 'done', outcome: count + start > 0 ? 'complete' : 'empty', count, notes: [...notes.values()] };
}

/** The records of a collection that belong to the roots, in the order of the table. */
async function* belonging(rows: MemoryRows, request: ReadRequest, notes: Map<string, CarriageNote>): AsyncIterable<Delivered> {
  const { collection } = request;
  if (rows.map.collection(collection).personal === 'none') return;
  const nodes = await ownersOf(rows, request);
  for await (const row of rows.of(collection)) {
    const via = viasOf(rows, collection, row, nodes);
    if (via.length === 0) continue;
    const { data, losses } = rows.values(collection, row);
    for (const { field, kind } of losses) {
      const known = notes.get(`${kind} ${field}`)?.count ?? 0;
      notes.set(`${kind} ${field}`, { field, kind, count: known + 1 });
    }
    const context = await rows.context(collection, row);
    yield { record: { key: rows.map.keyOf(collection, row), data: Object.assign(data, context), via }, row };
  }
}

/** What owns nothing is not among the nodes, unless it is a root: whose it is shows from its owners. */
function viasOf(rows: MemoryRows, collection: string, row: Row, nodes: readonly Node[]): readonly Via[] {
  const id = rows.id(collection, row);
  const itself = nodes.filter((node) => node.collection === collection && rows.id(collection, node.row) === id);
  if (itself.length > 0 || rows.map.children(collection).length > 0) return itself.map(({ root, path }) => ({ root, path }));
  return Object.entries(rows.map.collection(collection).references)
    .filter(([, { as }]) => as === 'owned')
    .flatMap(([reference, { to, on }]) =>
      nodes
        .filter((node) => node.collection === to && refersTo(row, on, node.row))
        .map(({ root, path }) => ({ root, path: [...path, `${collection}.${reference}`] })),
    );
}

/** The roots, and every row below them that can own rows itself. */
async function ownersOf(rows: MemoryRows, { collection: target, roots }: ReadRequest): Promise<readonly Node[]> {
  const needed = new Set([target, ...rows.map.describe(target).ownedBy]);
  const nodes: Node[] = [];
  for (const root of roots) {
    if (needed.has(root.collection)) nodes.push(...(await rootNodes(rows, root)));
  }
  for (const node of nodes) {
    for (const child of rows.map.children(node.collection)) {
      const isOwner = rows.map.children(child.collection).length > 0;
      if (needed.has(child.collection) && isOwner) nodes.push(...(await nodesBelow(rows, node, child)));
    }
  }
  return nodes;
}

async function rootNodes(rows: MemoryRows, { collection, key }: ReadRequest['roots'][number]): Promise<readonly Node[]> {
  const id = recordId(key);
  const found: Node[] = [];
  for await (const row of rows.of(collection)) {
    if (rows.id(collection, row) !== id) continue;
    found.push({ collection, row, root: { collection, recordId: id }, path: [], above: [`${collection} ${id}`] });
  }
  return found;
}

async function nodesBelow(rows: MemoryRows, node: Node, { collection, reference, on }: Child): Promise<readonly Node[]> {
  const found: Node[] = [];
  for await (const row of rows.of(collection)) {
    const name = `${collection} ${rows.id(collection, row)}`;
    if (node.above.includes(name) || !refersTo(row, on, node.row)) continue;
    const path = [...node.path, `${collection}.${reference}`];
    found.push({ collection, row, root: node.root, path, above: [...node.above, name] });
  }
  return found;
}

function* filesOf({ map }: MemoryRows, collection: string, { key }: SourceRecord, row: Row): Iterable<FoundFile> {
  for (const { name, column, described } of map.fields(collection)) {
    const bytes = row.get(column);
    if (described.type !== 'file' || !(bytes instanceof Uint8Array)) continue;
    yield { id: fileId(collection, key, name), key, field: name, bytes: bytes.length, open: () => slices(bytes) };
  }
}

async function* slices(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  for (let start = 0; start < bytes.length; start += 65_536) {
    await Promise.resolve();
    yield bytes.subarray(start, start + 65_536);
  }
}
