import type { BoundField } from '../binding/bound-map.js';
import { isIndexed } from '../binding/uniqueness.js';
import type { ColumnInfo, TableInfo } from '../database.js';
import type { Dialect } from '../dialect/dialect.js';
import { bind, isIn, or, sql, verbatim, type Sql } from '../dialect/sql.js';
import { ESCAPE } from './like-pattern.js';

/** An expression that an index serves, and the column whose type and collation it has. */
export interface IndexedExpression {
  readonly column: ColumnInfo;
  of(alias: string): Sql;
}

/** The column itself, where an index finds its values. */
export function plainIndex({ column, spec }: BoundField, table: TableInfo, dialect: Dialect): IndexedExpression | undefined {
  if (spec?.freeText === true || !isIndexed(table, [column.name])) return undefined;
  return { column, of: (alias) => dialect.name(alias, column.name) };
}

/** A generated column or an index that holds the lower case or the digits of a column. */
export function derivedIndex(
  { column, spec }: BoundField,
  table: TableInfo,
  derived: 'lower' | 'digits',
  dialect: Dialect,
): IndexedExpression | undefined {
  if (spec?.freeText === true) return undefined;
  const generated = table.columns.find(
    ({ name, generatedFrom }) =>
      generatedFrom !== undefined && dialect.derives(generatedFrom, column.name) === derived && isIndexed(table, [name]),
  );
  if (generated !== undefined) return { column: generated, of: (alias) => dialect.name(alias, generated.name) };
  const serves = table.indexes.some(({ partial, parts: [first] }) => {
    const text = first !== undefined && 'expression' in first ? first.expression : undefined;
    return !partial && text !== undefined && dialect.derives(text, column.name) === derived;
  });
  if (!serves || (derived === 'digits' && dialect.digits === undefined)) return undefined;
  return { column, of: (alias) => derivation(dialect.name(alias, column.name), derived, dialect) };
}

function derivation(value: Sql, derived: 'lower' | 'digits', dialect: Dialect): Sql {
  return derived === 'lower' ? dialect.lower(value) : (dialect.digits?.(value) ?? value);
}

/** That an expression is one of these texts. */
export function isOneOf(expression: Sql, column: ColumnInfo, texts: readonly string[], dialect: Dialect): Sql | undefined {
  const values = texts.filter((text) => dialect.canHold(text)).map((text) => dialect.text(text, column));
  return values.length === 0 ? undefined : isIn(expression, values);
}

/** That a column fits one of these patterns, whatever its letter case. Its text in a foreign encoding is not understood: any value may. */
export function fitsAny({ column, spec }: BoundField, alias: string, patterns: readonly string[], dialect: Dialect): Sql {
  const value = dialect.name(alias, column.name);
  if (spec?.charset !== undefined) return sql`${value} IS NOT NULL`;
  const folded = dialect.folded(value);
  return or(patterns.map((pattern) => sql`${folded} LIKE ${bind(pattern)} ESCAPE ${verbatim(`'${ESCAPE}'`)}`));
}

/** The same for patterns that begin with a text: MySQL and SQLite find those by an index that ignores letter case. */
export function startsLikeAny(field: BoundField, alias: string, patterns: readonly string[], dialect: Dialect): Sql {
  if (!dialect.likeFollowsCollation || !ignoresCase(field.column)) return fitsAny(field, alias, patterns, dialect);
  const value = dialect.name(alias, field.column.name);
  return or(patterns.map((pattern) => sql`${value} LIKE ${bind(pattern)} ESCAPE ${verbatim(`'${ESCAPE}'`)}`));
}

/** Whether equality under the column's collation ignores letter case. */
export function ignoresCase({ collation, nativeType }: ColumnInfo): boolean {
  return collation?.caseSensitive === false || nativeType.toLowerCase() === 'citext';
}
