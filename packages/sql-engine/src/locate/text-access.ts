import type { Identifier } from '@habeas/connector-sdk';
import type { BoundCollection, BoundField } from '../binding/bound-map.js';
import type { ColumnInfo, TableInfo } from '../database.js';
import type { Dialect } from '../dialect/dialect.js';
import { derivedIndex, fitsAny, isOneOf, plainIndex, startsLikeAny, type IndexedExpression } from './column-access.js';
import type { Access, Condition } from './access.js';

type Spellings = (identifier: Identifier) => readonly string[];

/** How texts of one kind are spelled, and searched. */
export interface TextSearch {
  /** What an index has to hold to find every spelling, and the spellings in it. */
  readonly derived: 'lower' | 'digits';
  readonly inDerived: Spellings;
  /** Those an index on the text itself finds. */
  readonly usual: Spellings;
  /** Where equality under the column's collation finds every spelling: those to be asked for. */
  readonly equal?: Spellings;
  readonly patterns: Spellings;
  /** Patterns of texts that a wider key counts as the same. The patterns above take them in. */
  readonly wider?: Spellings;
  ddl(table: TableInfo, column: ColumnInfo): string | undefined;
}

/** The ways into a text column, the best first: an index that finds every spelling, else a scan, and an index for the usual ones. */
export function textAccess(field: BoundField, { table }: BoundCollection, dialect: Dialect, search: TextSearch): Access {
  const complete = { by: 'scan', where: fitting(field, search.patterns, dialect) } as const;
  if (field.spec?.charset !== undefined || !dialect.comparesText(field.column)) return { complete };
  const plain = plainIndex(field, table, dialect);
  const beside = widerThan(field, search, dialect);
  if (plain !== undefined && search.equal !== undefined)
    return { complete: { by: 'index', where: among(plain, search.equal, dialect), sought: [field.column.name] }, ...beside };
  const derived = derivedIndex(field, table, search.derived, dialect);
  if (derived !== undefined) return { complete: { by: 'index', where: among(derived, search.inDerived, dialect) }, ...beside };
  const ddl = table.kind === 'table' ? search.ddl(table, field.column) : undefined;
  const usual = plain === undefined ? {} : { usual: among(plain, search.usual, dialect) };
  return { complete, ...usual, ...(ddl === undefined ? {} : { ddl }) };
}

function among(index: IndexedExpression, spellings: Spellings, dialect: Dialect): Condition {
  return (alias, identifiers) => isOneOf(index.of(alias), index.column, distinct(identifiers, spellings), dialect);
}

function widerThan(field: BoundField, { wider }: TextSearch, dialect: Dialect): Pick<Access, 'candidates'> {
  if (wider === undefined) return {};
  return {
    candidates: (alias, identifiers) => {
      const patterns = distinct(identifiers, wider);
      return patterns.length === 0 ? undefined : startsLikeAny(field, alias, patterns, dialect);
    },
  };
}

function fitting(field: BoundField, patterns: Spellings, dialect: Dialect): Condition {
  return (alias, identifiers) => fitsAny(field, alias, distinct(identifiers, patterns), dialect);
}

function distinct(identifiers: readonly Identifier[], spellings: Spellings): readonly string[] {
  return [...new Set(identifiers.flatMap(spellings))];
}
