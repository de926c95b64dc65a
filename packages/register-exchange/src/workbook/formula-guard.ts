/** What a spreadsheet may take for a formula, by its first character (OWASP, ASVS 1.2.10), and the guard itself. */
const GUARDED = /^['=+\-@\t\r\n\0|%＝＋－＠]/u;
const GUARD = "'";

/** A text that no spreadsheet takes for a formula when it opens a CSV file (FMT-08): where it might, a `'` stands in front. */
export function guard(text: string): string {
  return GUARDED.test(text) ? `${GUARD}${text}` : text;
}

/** The text that a guarded cell stands for. A `'` that guards nothing is the text's own. */
export function unguard(cell: string): string {
  const rest = cell.slice(GUARD.length);
  return cell.startsWith(GUARD) && GUARDED.test(rest) ? rest : cell;
}
