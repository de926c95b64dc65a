const PREFIX_WEIGHT = 0.1;
const LONGEST_PREFIX = 4;

/** How alike two words are, 0 to 1 (Winkler 1990): letters in common at about the same place, a common beginning counting more. */
export function jaroWinkler(a: string, b: string): number {
  const jaro = jaroSimilarity(Array.from(a), Array.from(b));
  let prefix = 0;
  while (prefix < LONGEST_PREFIX && prefix < a.length && a[prefix] === b[prefix]) prefix += 1;
  return jaro + prefix * PREFIX_WEIGHT * (1 - jaro);
}

function jaroSimilarity(a: readonly string[], b: readonly string[]): number {
  const matched = commonLetters(a, b);
  if (matched.inA.length === 0) return 0;
  const transposed = matched.inA.filter((letter, index) => letter !== matched.inB[index]).length / 2;
  const count = matched.inA.length;
  return (count / a.length + count / b.length + (count - transposed) / count) / 3;
}

/** The letters that stand in both, no further apart than half the longer word, in the order of each. */
function commonLetters(a: readonly string[], b: readonly string[]): { inA: string[]; inB: string[] } {
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const takenInB = new Set<number>();
  const inA = a.filter((letter, index) => {
    const at = b.findIndex((other, place) => other === letter && Math.abs(place - index) <= reach && !takenInB.has(place));
    if (at >= 0) takenInB.add(at);
    return at >= 0;
  });
  return { inA, inB: b.filter((_, place) => takenInB.has(place)) };
}
