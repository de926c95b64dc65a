import type { BoundCollection, BoundField } from '../binding/bound-map.js';
import { isIndexed } from '../binding/uniqueness.js';
import type { Dialect } from '../dialect/dialect.js';
import { isIn } from '../dialect/sql.js';
import type { Access, Condition } from './access.js';
import { phoneSpellings } from './phone-spellings.js';
import { textAccess } from './text-access.js';

/**
 * The ways into a column of phone numbers. Digits have few spellings and an index finds them all; free notation has
 * endless ones, of which an index finds the usual.
 */
export function phoneAccess(field: BoundField, collection: BoundCollection, dialect: Dialect): Access {
  const { column } = field;
  if (column.type === 'integer' || column.type === 'big-integer') {
    const by = isIndexed(collection.table, [column.name]) ? 'index' : 'scan';
    const ddl = by === 'scan' ? { ddl: dialect.ddl.index(collection.table, [column.name]) } : {};
    const sought = by === 'index' ? { sought: [column.name] } : {};
    return { complete: { by, where: asNumber(field, dialect), ...sought }, ...ddl };
  }
  return textAccess(field, collection, dialect, {
    derived: 'digits',
    inDerived: (identifier) => phoneSpellings(identifier).digits,
    usual: (identifier) => phoneSpellings(identifier).usual,
    patterns: (identifier) => [phoneSpellings(identifier).pattern],
    ddl: (table) => dialect.ddl.digits?.(table, column),
  });
}

/** A number column has lost leading zeros and pluses: what is left has few readings. */
function asNumber({ column }: BoundField, dialect: Dialect): Condition {
  return (alias, identifiers) => {
    const numbers = identifiers
      .flatMap((identifier) => phoneSpellings(identifier).digits)
      .map((digits) => String(BigInt(digits)));
    const possible = [...new Set(numbers)].filter((digits) => dialect.fits(column, digits));
    if (possible.length === 0) return undefined;
    return isIn(
      dialect.name(alias, column.name),
      possible.map((digits) => dialect.integer(digits)),
    );
  };
}
