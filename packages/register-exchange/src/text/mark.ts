import type { Backed } from '@habeas/core/law';

const WORD = 'à confirmer';
const BEGINS = /\[à confirmer/iu;
const REASON = ' : ';

/** Why something is assumed that a file marks as to be confirmed, where the file does not say why. */
const NO_REASON = 'The file that it was imported from marks it as to be confirmed.';

/** A text with the mark of what is assumed: an assumption never becomes a statement on its way through a file (PRF-03). */
export function mark(text: string, { assumed, reason }: Backed): string {
  if (assumed !== true) return text;
  return `${text} [${WORD}${reason === undefined ? '' : ` : ${reason}`}]`.trim();
}

/** A text without its mark, and what the mark says. */
export function unmark(marked: string): { readonly text: string; readonly backing: Backed } {
  const begin = BEGINS.exec(marked);
  const said = begin === null || !marked.endsWith(']') ? undefined : marked.slice(begin.index + begin[0].length, -1);
  if (said === undefined || (said !== '' && !said.startsWith(REASON))) return { text: marked, backing: {} };
  const reason = said === '' ? NO_REASON : said.slice(REASON.length);
  return { text: marked.slice(0, begin?.index).trimEnd(), backing: { assumed: true, reason } };
}
