/** The candidate that a person most likely meant, or `undefined` where none is near (over a third of the letters differ). */
export function nearestWord(word: string, candidates: readonly string[]): string | undefined {
  if (word.length > LONGEST_WORD) return undefined;
  const ranked = candidates
    .map((candidate) => ({ candidate, distance: editDistance(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, distance }) => distance <= Math.ceil(Math.max(word.length, candidate.length) / 3))
    .sort((a, b) => a.distance - b.distance);
  return ranked[0]?.candidate;
}

/** What to do about a name that is not known: the nearest one that is, or (where they are few) all of them. */
export function spellingRemedy(word: string, known: readonly string[]): string {
  const nearest = nearestWord(word, known);
  if (nearest !== undefined) return `did you mean "${nearest}"?`;
  return known.length > 0 && known.length <= MOST_LISTED
    ? `known here: ${known.join(', ')}`
    : 'remove it, or correct its spelling';
}

const LONGEST_WORD = 100;
const MOST_LISTED = 20;

/** Levenshtein's distance, in the number of letters inserted, removed or replaced. */
function editDistance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  Array.from(from).forEach((letter, row) => {
    const current = [row + 1];
    Array.from(to).forEach((other, column) => {
      const replaced = at(previous, column) + (letter === other ? 0 : 1);
      current.push(Math.min(replaced, at(previous, column + 1) + 1, at(current, column) + 1));
    });
    previous = current;
  });
  return at(previous, previous.length - 1);
}

function at(row: readonly number[], index: number): number {
  return row[index] as number;
}
