import { InvalidCursor, type Page, type PageQuery } from '../../ports/store.js';
import { compareParts } from './memory-table.js';

/** Where a row stands in a list: two rows never stand in the same place. */
export type Place = readonly (string | number)[];

/** The page of rows that follows a cursor, in the order of their places, or the other way round. Throws `InvalidCursor` and `RangeError`. */
export function pageOf<T>(
  rows: readonly T[],
  placeOf: (row: T) => Place,
  { first, after }: PageQuery,
  order: 1 | -1 = 1,
): Page<T> {
  if (!Number.isInteger(first) || first < 1 || first > 100) throw new RangeError('A page has 1 to 100 items.');
  const start = after === undefined ? undefined : parseCursor(after);
  const following = rows
    .map((item) => ({ item, place: placeOf(item) }))
    .filter(({ place }) => start === undefined || order * compareParts(place, start) > 0)
    .sort((left, right) => order * compareParts(left.place, right.place));
  return {
    items: following.slice(0, first).map(({ item, place }) => ({ cursor: cursorOf(place), item })),
    hasNext: following.length > first,
    total: rows.length,
  };
}

function cursorOf(place: Place): string {
  return btoa(encodeURIComponent(JSON.stringify(place)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/u, '');
}

function parseCursor(cursor: string): Place {
  try {
    const place: unknown = JSON.parse(decodeURIComponent(atob(cursor.replaceAll('-', '+').replaceAll('_', '/'))));
    if (Array.isArray(place) && place.length > 0) return place as Place;
  } catch {
    // Refused below, like anything else that is none.
  }
  throw new InvalidCursor();
}
