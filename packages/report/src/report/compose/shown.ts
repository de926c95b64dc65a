/** Records of one report that are shown; the rest is in the tables of the archive, to which it points. */
export const SHOWN_RECORDS = 2_000;
/** Records of one collection that are shown as rows of a table. */
export const SHOWN_ROWS = 200;
/** Records of one collection that are shown one by one, each with all its values: they take many times the space. */
export const SHOWN_CARDS = 25;

/**
 * How many records each collection shows: as many as it may, or, where all of them together are too many, an equal share, of which
 * what small ones leave goes to the larger. In the order that came in.
 */
export function sharesOf(wanted: readonly number[], total: number): readonly number[] {
  const shares = wanted.map(() => 0);
  let left = total;
  const bySize = wanted.map((count, index) => ({ count, index })).sort((a, b) => a.count - b.count);
  for (const [place, { count, index }] of bySize.entries()) {
    const share = Math.min(count, Math.floor(left / (bySize.length - place)));
    shares[index] = share;
    left -= share;
  }
  return shares;
}
