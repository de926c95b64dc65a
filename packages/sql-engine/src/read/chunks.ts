/** Keys that one statement names. */
export const KEYS_PER_STATEMENT = 500;

/** A list in parts of a size, in order. */
export function chunks<T>(items: readonly T[], size = KEYS_PER_STATEMENT): readonly (readonly T[])[] {
  if (items.length > 0 && items.length <= size) return [items];
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
}
