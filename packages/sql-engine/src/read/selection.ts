import type { BoundCollection, BoundField } from '../binding/bound-map.js';
import type { Dialect } from '../dialect/dialect.js';
import { bind, compact, join, sql, verbatim, type Sql } from '../dialect/sql.js';
import { oncePerPair } from '../once.js';
import type { SqlLimits } from '../sql-connector.js';

/** A field of a record: the expression that gives its value, and the name it arrives under. */
export interface Selected {
  readonly name: string;
  readonly alias: string;
  readonly value: Sql;
  readonly field: BoundField;
}

/** What decides how values are selected. */
export interface SelectionRules {
  readonly dialect: Dialect;
  readonly limits: SqlLimits;
  /** Stands for a value that is too large to be carried. Not to be guessed, so that no row can hold it. */
  readonly omission: string;
}

/** Names that stand beside a record's fields in a row, and never in its data. */
export const INTERNAL = { path: '~path', root: '~root' } as const;

/** The fields of a record in a statement. */
export interface Selection {
  readonly collection: BoundCollection;
  readonly rules: SelectionRules;
  readonly fields: readonly Selected[];
  /** `value AS alias, …` */
  readonly list: Sql;
}

/**
 * The fields of a collection, and of its context where that is joined, under aliases that arrive as they are written. Depends on
 * the bound map only: what was worked out for one search serves all others of the session.
 */
export function selectionOf(
  collection: BoundCollection,
  target: string,
  contextAliases: ReadonlyMap<string, string> | undefined,
  rules: SelectionRules,
): Selection {
  const known = selectionsOf(rules, collection);
  const id = [target, ...(contextAliases?.values() ?? [])].join();
  const before = known.get(id);
  if (before !== undefined) return before;
  const fields = selectFields(collection, target, contextAliases, rules);
  const selection = { collection, rules, fields, list: compact(selectList(fields, rules.dialect)) };
  known.set(id, selection);
  return selection;
}

const selectionsOf = oncePerPair((_rules: SelectionRules, _collection: BoundCollection) => new Map<string, Selection>());

function selectFields(
  collection: BoundCollection,
  target: string,
  contextAliases: ReadonlyMap<string, string> | undefined,
  rules: SelectionRules,
): readonly Selected[] {
  const own = collection.fields.map((field) => ({ name: field.name, field, from: target }));
  const context = contextAliases === undefined ? [] : collection.context;
  const shown = context.map(({ name, path, field }) => ({
    name,
    field,
    from: contextAliases?.get(contextPath(path.map((reference) => reference.name))) ?? target,
  }));
  const all = [...own, ...shown];
  const aliases = aliasesOf(
    all.map(({ name }) => name),
    rules.dialect,
  );
  return all.map(({ name, field, from }, index) => {
    const column = rules.dialect.name(from, field.column.name);
    // A key is carried whole, however long: rows are told apart by it.
    const value = collection.key.includes(field) ? column : valueOf(field, column, rules);
    return { name, alias: aliases[index] ?? name, value, field };
  });
}

/** A context's references as one text: the name its joined table is known by. */
export function contextPath(references: readonly string[]): string {
  return references.join('.');
}

/** A field's own name is its alias, unless the product would cut it off or JavaScript would take it for something else. */
function aliasesOf(names: readonly string[], { longestAlias }: Dialect): readonly string[] {
  const special = names.some((name) => name === '__proto__' || name.startsWith('~') || Buffer.byteLength(name) > longestAlias);
  return special ? names.map((_, index) => `c${index}`) : names;
}

function valueOf(field: BoundField, column: Sql, { dialect, limits, omission }: SelectionRules): Sql {
  if (field.type === 'file') return dialect.byteLength(column, field.column);
  const value = field.spec?.charset === undefined ? column : dialect.bytes(column, field.column);
  const most = dialect.mostBytes(field.column);
  if (most !== undefined && most <= limits.maxValueBytes) return value;
  const size = dialect.byteLength(column, field.column);
  const stand = field.spec?.charset === undefined ? dialect.constant(omission, field.column) : bind(Buffer.from(omission));
  return sql`CASE WHEN ${size} > ${verbatim(String(limits.maxValueBytes))} THEN ${stand} ELSE ${value} END`;
}

/** `value AS alias, …` */
export function selectList(selected: readonly Pick<Selected, 'value' | 'alias'>[], dialect: Dialect): Sql {
  return join(
    selected.map(({ value, alias }) => sql`${value} AS ${dialect.name(alias)}`),
    ', ',
  );
}
