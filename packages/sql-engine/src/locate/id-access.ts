import type { Identifier } from '@habeas/connector-sdk';
import type { BoundCollection, BoundField } from '../binding/bound-map.js';
import type { Dialect } from '../dialect/dialect.js';
import { bind, isIn, type Sql } from '../dialect/sql.js';
import { plainIndex } from './column-access.js';
import type { Access, Condition } from './access.js';
import { idNumber, idSpellings } from './id-spellings.js';

const UUID = /^[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}$/iu;

/**
 * The ways into a column of ids. Values are compared in the column's own type: a number column is given numbers only, so
 * that no product reads `1abc` as 1 and none refuses the statement.
 */
export function idAccess(field: BoundField, { table }: BoundCollection, dialect: Dialect): Access {
  const isPrinted = isReadAsText(field, dialect);
  const by = plainIndex(field, table, dialect) === undefined || isPrinted ? 'scan' : 'index';
  const ddl = by === 'scan' && table.kind === 'table' && !isPrinted ? { ddl: dialect.ddl.index(table, [field.column.name]) } : {};
  const sought = by === 'index' ? { sought: [field.column.name] } : {};
  return { complete: { by, where: conditionFor(field, dialect), ...sought }, ...ddl };
}

/** A type that has no equality with texts: an enumeration, an address. Only its printed form can be compared. */
function isReadAsText({ column }: BoundField, dialect: Dialect): boolean {
  return column.type === 'string' && !dialect.comparesText(column) && column.nativeType.toLowerCase() !== 'uuid';
}

type Params = (identifiers: readonly Identifier[], field: BoundField, dialect: Dialect) => readonly Sql[];

const asInteger: Params = (ids, { column }, dialect) =>
  numbers(ids)
    .filter((digits) => dialect.fits(column, digits))
    .map((digits) => dialect.integer(digits));
const asDecimal: Params = (ids, _field, dialect) => numbers(ids).map((digits) => dialect.decimal(digits));

const PARAMS: Readonly<Record<string, Params>> = {
  uuid: uuids,
  integer: asInteger,
  'big-integer': asInteger,
  decimal: asDecimal,
  number: asDecimal,
  bytes,
  file: bytes,
};

function conditionFor(field: BoundField, dialect: Dialect): Condition {
  const { column } = field;
  const params = PARAMS[column.nativeType.toLowerCase() === 'uuid' ? 'uuid' : column.type] ?? asText;
  const isPrinted = params === asText && !dialect.comparesText(column);
  return (alias, identifiers) => {
    const value = dialect.name(alias, column.name);
    const values = params(identifiers, field, dialect);
    return values.length === 0 ? undefined : isIn(isPrinted ? dialect.printed(value) : value, values);
  };
}

/** A column without a declared type holds 7 and '7', which are not equal: there both are looked for. */
function asText(identifiers: readonly Identifier[], field: BoundField, dialect: Dialect): readonly Sql[] {
  const texts = [...new Set(identifiers.flatMap(idSpellings))].filter((text) => dialect.canHold(text));
  const values = texts.map((text) => dialect.text(text, field.column));
  return dialect.dynamicTypes ? [...values, ...asInteger(identifiers, field, dialect)] : values;
}

function uuids(identifiers: readonly Identifier[]): readonly Sql[] {
  return identifiers
    .map(({ exact }) => exact.reveal())
    .filter((id) => UUID.test(id))
    .map((id) => bind(id));
}

function numbers(identifiers: readonly Identifier[]): readonly string[] {
  return [...new Set(identifiers.map(idNumber).filter((number) => number !== undefined))];
}

/** Binary ids are written as hex digits, with or without hyphens. */
function bytes(identifiers: readonly Identifier[]): readonly Sql[] {
  return identifiers
    .map(({ exact }) => exact.reveal().replaceAll('-', ''))
    .filter((id) => /^(?:[0-9a-f]{2})+$/iu.test(id))
    .map((id) => bind(Buffer.from(id, 'hex')));
}
