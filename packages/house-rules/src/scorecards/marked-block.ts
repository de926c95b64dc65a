const BEGIN = '<!-- scorecard: written by npm run reports -->';
const END = '<!-- end of the scorecard -->';

/** What stands in a text between the two comment lines, they included, or `undefined` where it has them not. */
export function markedBlock(text: string): string | undefined {
  const { begin, end } = placeOf(text);
  return begin === -1 || end === -1 ? undefined : text.slice(begin, end);
}

/** The text with this between the two comment lines: where they stand, or at its end where it has them not. */
export function withMarkedBlock(text: string, block: string): string {
  const { begin, end } = placeOf(text);
  if (begin === -1 || end === -1) return `${text.trimEnd()}\n\n${block}\n`;
  return `${text.slice(0, begin)}${block}${text.slice(end)}`;
}

/** Markdown between the two comment lines. */
export function marked(markdown: string): string {
  return `${BEGIN}\n\n${markdown.trim()}\n\n${END}`;
}

function placeOf(text: string): { readonly begin: number; readonly end: number } {
  const begin = text.indexOf(BEGIN);
  const end = text.indexOf(END, begin);
  return { begin, end: end === -1 ? -1 : end + END.length };
}
