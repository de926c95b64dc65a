import { InvalidCursor } from '../ports/store.js';

/** How many items come before those behind a cursor: it is their number. Throws `InvalidCursor` for one that no list of this length gives. */
export function offsetOf(cursor: string | undefined, total: number): number {
  const offset = cursor === undefined ? 0 : Number(/^\d{1,15}$/u.exec(cursor)?.[0] ?? Number.NaN);
  if (offset <= total) return offset;
  throw new InvalidCursor();
}
