import { InvalidCursor, type Page, type PageQuery } from '@habeas/core';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** What stands in a cursor: where an item stands in its list. */
export type CursorParts = readonly (string | number)[];

/** A list, and how its items become cursors and domain objects. */
export interface Listing<Row, T> {
  readonly toCursor: (row: Row) => CursorParts;
  readonly toItem: (row: Row) => T;
  /** Narrows the list to what follows the place. */
  readonly follow: (place: CursorParts) => void;
  /** The kinds of the parts of a cursor. */
  readonly parts: readonly ('string' | 'number')[];
}

/** One page of an ordered query. Throws `InvalidCursor`, and `RangeError` where `first` is not 1 to 100. */
export async function pageOf<Row extends ObjectLiteral, T>(
  query: SelectQueryBuilder<Row>,
  { first, after }: PageQuery,
  { toCursor, toItem, follow, parts }: Listing<Row, T>,
): Promise<Page<T>> {
  if (!Number.isInteger(first) || first < 1 || first > 100) throw new RangeError('A page has 1 to 100 items.');
  const place = after === undefined ? undefined : parseCursor(after, parts);
  const total = await query.clone().orderBy().getCount();
  if (place !== undefined) follow(place);
  const rows = await query.limit(first + 1).getMany();
  return {
    items: rows.slice(0, first).map((row) => ({ cursor: writeCursor(toCursor(row)), item: toItem(row) })),
    hasNext: rows.length > first,
    total,
  };
}

function writeCursor(parts: CursorParts): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

function parseCursor(cursor: string, kinds: readonly ('string' | 'number')[]): CursorParts {
  const parts = parsed(Buffer.from(cursor, 'base64url').toString());
  const isOurs =
    Array.isArray(parts) && parts.length === kinds.length && kinds.every((kind, index) => typeof parts[index] === kind);
  if (!isOurs) throw new InvalidCursor();
  return parts as CursorParts;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new InvalidCursor();
  }
}
