import { ConnectorError, recordId, type Cursor, type RecordKey } from '@habeas/connector-sdk';
import type { BoundCollection } from '../binding/bound-map.js';
import type { Statement } from '../database.js';
import { statementOf, throwIfAborted } from '../engine.js';
import { keyPart } from '../value/key-codec.js';
import { Aliases } from './aliases.js';
import type { Writing } from './membership.js';
import { fromCursor, toCursor } from './cursor.js';
import { EachRow, MergedRows, type Delivery, type ViasOf } from './deliver.js';
import type { Pass } from './passes.js';
import type { Reading } from './reading.js';
import { membersByKey, type RootedPath } from './row-query.js';
import { INTERNAL } from './selection.js';
import { written } from './statement-shapes.js';

/** What a part of a read made, and where a read goes on that stops after it. */
export interface Made<T> {
  readonly made: readonly T[];
  readonly cursor: Cursor | undefined;
}

/** Runs the passes of a read one after the other, from where a cursor stands. */
export async function* runPasses<T>(reading: Reading<T>, resume: Cursor | undefined): AsyncIterable<Made<T>> {
  const { passes } = reading.plan;
  const position = fromCursor(resume, passes.length, reading.collection.key.length);
  for (const [pass, description] of passes.entries()) {
    if (pass < position.pass) continue;
    const { statement, delivery } = await prepared(reading, description, pass === position.pass ? position.after : undefined);
    const part = (made: readonly T[]): Made<T> => ({ made, cursor: cursorIn(pass, delivery.last) });
    for await (const rows of reading.engine.database.stream(statement)) {
      throwIfAborted(reading.engine);
      yield part(delivery.take(rows));
    }
    const rest = delivery.end();
    if (rest.length > 0) yield part(rest);
  }
}

function cursorIn(pass: number, after: RecordKey | undefined): Cursor | undefined {
  return after === undefined ? undefined : toCursor({ pass, after });
}

/** A pass that is ready to be run. */
interface PreparedPass<T> {
  readonly statement: Statement;
  readonly delivery: Delivery<T>;
}

/** Prepares one pass of a read, which is one streaming statement, from after a key on. */
async function prepared<T>(reading: Reading<T>, pass: Pass, after: RecordKey | undefined): Promise<PreparedPass<T>> {
  const { engine, collection } = reading;
  const { shape, body } = written(reading, pass, after);
  const statement = sized(statementOf(body, engine, collection.name), collection);
  if (shape.isMinded) await engine.guard.admit(statement, shape.aliases, collection.name);
  const columns = reading.columns(shape.query, shape.contextAliases);
  if (pass.kind === 'all') return { statement, delivery: new MergedRows(reading, columns) };
  const viasOf = pass.kind === 'own' ? await viasOfRoots(reading, pass.keys) : viasAlong(reading, pass.rooted);
  return { statement, delivery: new EachRow(reading, columns, viasOf, pass.kind === 'own') };
}

function sized(statement: Statement, { table: { rowEstimate } }: BoundCollection): Statement {
  return rowEstimate === undefined ? statement : { ...statement, rowEstimate };
}

async function viasOfRoots<T>(reading: Reading<T>, keys: readonly RecordKey[]): Promise<ViasOf> {
  const { vias, plan } = reading;
  const members = await membersOf(reading, keys);
  return (_row, key) => {
    const root = plan.own.get(recordId(key));
    if (root === undefined) throw foreignRow(reading.collection);
    return vias.list([-1, root, ...(members.get(recordId(key)) ?? [])]);
  };
}

function viasAlong<T>({ vias, collection }: Reading<T>, { roots }: RootedPath): ViasOf {
  const [only, second] = roots;
  if (only !== undefined && second === undefined) {
    const shared = vias.list([0, only.ordinal]);
    return () => shared;
  }
  const byRoot = new Map(roots.map(({ ordinal }) => [ordinal, vias.list([0, ordinal])]));
  return (row) => {
    const via = byRoot.get(Number(row[INTERNAL.root]));
    if (via === undefined) throw foreignRow(collection);
    return via;
  };
}

/** A row that belongs to no root was not asked for, and is nobody's to deliver. */
function foreignRow({ name }: BoundCollection): ConnectorError {
  return new ConnectorError('contract', `The database delivered a row of "${name}" that belongs to none of the matches.`, {
    collection: name,
  });
}

/** How roots are reached from other roots, or from each other: pairs of path and root for each. */
async function membersOf<T>(
  { engine, collection, plan }: Reading<T>,
  keys: readonly RecordKey[],
): Promise<Map<string, number[]>> {
  const members = new Map<string, number[]>();
  if (plan.paths.length === 0) return members;
  const writing: Writing = { map: engine.map, dialect: engine.dialect, aliases: new Aliases() };
  const statement = statementOf(membersByKey(collection, plan.paths, keys, writing), engine, collection.name);
  for await (const rows of engine.database.stream(statement)) {
    for (const row of rows) {
      const id = recordId(collection.key.map((_, index) => keyPart(row[`k${index}`] ?? null) ?? ''));
      const pairs = members.get(id) ?? [];
      pairs.push(Number(row['path']), Number(row['root']));
      members.set(id, pairs);
    }
  }
  return members;
}
