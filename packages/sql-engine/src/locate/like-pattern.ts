/** The character that takes the special meaning from the next one in a pattern. The same for every product. */
export const ESCAPE = '!';

/**
 * A `LIKE` pattern for texts that hold another text, whatever case and form its letters are in. Wider than equality on
 * purpose, because hits are looked at again.
 */
export function coarsePattern(text: string): string {
  return `%${coarseText(text)}%`;
}

/** A text within a pattern: ASCII in lower case, anything else as `%`. */
export function coarseText(text: string): string {
  const escaped = text.toLowerCase().replace(/[!%_]/gu, (character) => `${ESCAPE}${character}`);
  return escaped.replace(/[^\x20-\x7E]+/gu, '%');
}

/** A pattern for texts in which these digits come one after the other, whatever stands between them. */
export function digitsPattern(digits: string): string {
  return `%${Array.from(digits).join('%')}%`;
}
