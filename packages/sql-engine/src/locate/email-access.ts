import type { BoundCollection, BoundField } from '../binding/bound-map.js';
import type { Dialect } from '../dialect/dialect.js';
import { ignoresCase } from './column-access.js';
import { emailSpellings } from './email-spellings.js';
import type { Access } from './access.js';
import { textAccess } from './text-access.js';

/**
 * The ways into a column of e-mail addresses. Equality under a collation that ignores letter case, or on an indexed lower
 * case, finds an address however it is written; an index that tells cases apart finds the usual ones.
 */
export function emailAccess(field: BoundField, collection: BoundCollection, dialect: Dialect): Access {
  const anyCase = ignoresCase(field.column);
  return textAccess(field, collection, dialect, {
    derived: 'lower',
    inDerived: (identifier) => emailSpellings(identifier).lower,
    usual: (identifier) => emailSpellings(identifier).usual,
    ...(anyCase ? { equal: (identifier) => emailSpellings(identifier).anyCase } : {}),
    patterns: (identifier) => emailSpellings(identifier).patterns,
    wider: (identifier) => emailSpellings(identifier).tagged,
    ddl: (table, column) => (anyCase ? dialect.ddl.index(table, [column.name]) : dialect.ddl.lower(table, column)),
  });
}
