/** What the name of a sheet cannot hold, in any spreadsheet. */
const REFUSED = /[[\]:*?/\\]/gu;
const LONGEST = 31;
const HALF_A_CHARACTER = /[\uD800-\uDBFF]$/u;

/** A name for each sheet: what both formats take, of at most 31 characters, and no two alike. */
export function sheetNames(titles: readonly string[], taken: readonly string[]): readonly string[] {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  return titles.map((title, index) => {
    const number = String(index + 1);
    const plain = title.replace(REFUSED, ' ').replace(/\s+/gu, ' ').trim();
    const name = `${number} ${plain}`.slice(0, LONGEST).replace(HALF_A_CHARACTER, '').replace(/'+$/u, '').trim();
    const free = used.has(name.toLowerCase()) ? `${number} ${number}` : name;
    used.add(free.toLowerCase());
    return free;
  });
}
