import type { Identifier, Lookup, Problem } from '@habeas/connector-sdk';
import type { BoundCollection } from '../binding/bound-map.js';
import type { SqlRow, Statement } from '../database.js';
import { sql, type Sql } from '../dialect/sql.js';
import { statementOf, type Engine } from '../engine.js';
import { Aliases, type Sought } from '../read/aliases.js';
import { tableSql } from '../read/membership.js';
import type { RefusedScan } from '../scan-guard.js';
import { lookupOf, type FieldLookup } from './field-lookup.js';
import type { Condition } from './access.js';
import { selectRows, type RowSelection } from './select-rows.js';

/** A statement that searches one field, and how its rows become records. */
export interface FieldSearch {
  readonly statement: Statement;
  /** The same, for the first rows only. */
  readonly first: Statement;
  readonly rows: RowSelection;
}

/** How one field is searched for the identifiers of a query. */
export interface ChosenAccess {
  readonly lookup: Lookup;
  /** None where nothing is to be asked: no identifier can stand there, or only too large a scan would find it. */
  readonly searches: readonly FieldSearch[];
  /** Why something may be missing. */
  readonly problem?: Problem;
}

/** The mode of a field's lookup, as far as it is known without a query. */
export function modeOf({ access, unique }: FieldLookup, { table }: BoundCollection, { guard }: Engine): Lookup['mode'] {
  if (access.complete.by === 'index') return unique ? 'exact' : 'index';
  if (table.kind === 'table' && guard.mayBeLarge(table) && table.rowEstimate !== undefined)
    return access.usual === undefined ? 'unusable' : 'index';
  return 'scan';
}

/**
 * The best way into a field that the source's limits allow: every spelling by an index, every spelling by a scan, the usual
 * ones by an index. Where only the last is left, or nothing, the problem says what would help.
 */
export async function chooseAccess(
  searched: FieldLookup,
  identifiers: readonly Identifier[],
  collection: BoundCollection,
  engine: Engine,
): Promise<ChosenAccess> {
  const { field, access, unique } = searched;
  const complete = fieldSearch(access.complete, identifiers, collection, engine);
  const by = access.complete.by === 'scan' ? 'scan' : unique ? 'exact' : 'index';
  if (complete === undefined) return { lookup: lookupOf(field.name, searched.identifier, by), searches: [] };
  const refused = await engine.guard.refused(complete.search.statement, complete.aliases);
  if (refused === undefined) {
    const beside = await candidatesFor(searched, identifiers, collection, engine);
    return { lookup: lookupOf(field.name, searched.identifier, by), searches: [complete.search, ...beside] };
  }
  const problem = problemOf(searched, collection, refused, engine);
  const usual = access.usual === undefined ? undefined : fieldSearch({ where: access.usual }, identifiers, collection, engine);
  if (usual === undefined || (await engine.guard.refused(usual.search.statement, usual.aliases)) !== undefined) {
    return { lookup: lookupOf(field.name, searched.identifier, 'unusable'), searches: [], problem };
  }
  return { lookup: lookupOf(field.name, searched.identifier, 'index'), searches: [usual.search], problem };
}

/** A search for candidates, where it is cheap. Nothing that is proved is missed without it. */
async function candidatesFor(
  { access: { candidates } }: FieldLookup,
  identifiers: readonly Identifier[],
  collection: BoundCollection,
  engine: Engine,
): Promise<readonly FieldSearch[]> {
  const wider = candidates === undefined ? undefined : fieldSearch({ where: candidates }, identifiers, collection, engine);
  if (wider === undefined || (await engine.guard.refused(wider.search.statement, wider.aliases)) !== undefined) return [];
  return [wider.search];
}

function fieldSearch(
  { where, sought }: { readonly where: Condition; readonly sought?: Sought },
  identifiers: readonly Identifier[],
  collection: BoundCollection,
  engine: Engine,
): { readonly search: FieldSearch; readonly aliases: Aliases } | undefined {
  const aliases = new Aliases();
  const target = aliases.of(collection.table, sought);
  const condition = where(target, identifiers);
  if (condition === undefined) return undefined;
  const rows = selectRows(collection, target, engine);
  const from: Sql = sql`${tableSql(collection.table, engine.dialect)} AS ${engine.dialect.name(target)}`;
  const query = sql`SELECT ${rows.list} FROM ${from} WHERE ${condition}`;
  const statement = statementOf(query, engine, collection.name);
  const first = { ...statement, text: `${statement.text} LIMIT ${FEW + 1}` };
  return { search: { statement, first, rows }, aliases };
}

/** A person has few rows in nearly every collection that knows them: those take one small query, and any number a stream. */
export async function* recordsOf({ statement, first, rows }: FieldSearch, { database }: Engine): AsyncIterable<readonly Keyed[]> {
  const few = await database.query(first, FEW + 1);
  if (few.length <= FEW) yield recorded(few, rows);
  else for await (const batch of database.stream(statement)) yield recorded(batch, rows);
}

type Keyed = NonNullable<ReturnType<RowSelection['record']>>;

/** Rows that one query delivers at once. */
const FEW = 500;

function recorded(batch: readonly SqlRow[], rows: RowSelection): readonly Keyed[] {
  return batch.map((row) => rows.record(row)).filter((record) => record !== undefined);
}

function problemOf(
  { field, identifier, access }: FieldLookup,
  { name }: BoundCollection,
  scan: RefusedScan,
  { guard }: Engine,
): Problem {
  const found = access.usual === undefined ? 'It was not searched' : 'Only the usual spellings were searched';
  const message = `${guard.message(name, scan)} ${found} for ${identifier.kind} in "${field.name}".`;
  const raise = 'or raise scanRowLimit.';
  const remedy =
    access.ddl === undefined
      ? `Have a normalised, indexed column made for it, ${raise}`
      : `Have a person review and run: ${access.ddl} Or raise scanRowLimit.`;
  return { errorClass: 'quota', message, remedy };
}
