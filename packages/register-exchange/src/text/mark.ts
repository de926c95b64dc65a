import type { Backed } from '@habeas/core/law';

const WORD = 'à confirmer';
const MARKED = /^(?<text>[^]*?)\s*\[à confirmer(?: : (?<reason>[^]*))?\]$/iu;

/** Why something is assumed that a file marks as to be confirmed, where the file does not say why. */
const NO_REASON = 'The file that it was imported from marks it as to be confirmed.';

/** A text with the mark of what is assumed: an assumption never becomes a statement on its way through a file (PRF-03). */
export function mark(text: string, { assumed, reason }: Backed): string {
  if (assumed !== true) return text;
  return `${text} [${WORD}${reason === undefined ? '' : ` : ${reason}`}]`.trim();
}

/** A text without its mark, and what the mark says. */
export function unmark(marked: string): { readonly text: string; readonly backing: Backed } {
  const { text, reason } = MARKED.exec(marked)?.groups ?? {};
  if (text === undefined) return { text: marked, backing: {} };
  return { text, backing: { assumed: true, reason: reason ?? NO_REASON } };
}
