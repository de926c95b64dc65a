import type { JsonValue } from '@habeas/connector-sdk';
import type { SqlValue } from '@habeas/sql-engine';
import type { CustomTypesConfig } from 'pg';
import { parseArrayText } from './array-text.js';
import { parseJsonText } from './json-text.js';

/** An array type of the database, and what its elements are. */
export interface ArrayType {
  readonly oid: number;
  /** The element's type, or its base type where that is a domain. */
  readonly element: number;
  readonly delimiter: string;
}

type Parse = (text: string) => SqlValue;

/** Types by the numbers that PostgreSQL has fixed for them (pg_type.dat). What is not here is carried as its text. */
const PARSERS: ReadonlyMap<number, Parse> = new Map<number, Parse>([
  [16, (text) => text === 't'],
  [17, (text) => Buffer.from(text.slice(2), 'hex')],
  [21, Number],
  [23, Number],
  [26, Number],
  [114, parseJsonText],
  [700, toDouble],
  [701, toDouble],
  [1184, toInstant],
  [3802, parseJsonText],
]);

/** The parsers of one database, for one client only: the driver's global ones turn dates into local time. */
export function typeParsers(arrays: readonly ArrayType[]): CustomTypesConfig {
  const parsers = new Map(PARSERS);
  for (const { oid, element, delimiter } of arrays) {
    const convert = asJson(PARSERS.get(element));
    parsers.set(oid, (text) => parseArrayText(text, convert, delimiter));
  }
  const asText: Parse = (text) => text;
  return { getTypeParser: ((oid: number) => parsers.get(oid) ?? asText) as CustomTypesConfig['getTypeParser'] };
}

function asJson(parse: Parse | undefined): (text: string) => JsonValue {
  if (parse === undefined) return (text) => text;
  return (text) => {
    const value = parse(text);
    return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;
  };
}

/** JSON has no NaN and no infinities: they stay text, where a number would become null. */
function toDouble(text: string): SqlValue {
  const value = Number(text);
  return Number.isFinite(value) ? value : text;
}

/** Sessions run in UTC: `2024-02-29 13:45:00.5+00`. `infinity` and years BC are no instants, and stay as they are. */
function toInstant(text: string): string {
  return text.endsWith('+00') ? `${text.slice(0, 10)}T${text.slice(11, -3)}Z` : text;
}
