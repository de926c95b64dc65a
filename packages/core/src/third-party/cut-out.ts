import { type RedactionReason } from './redaction-reason.js';
import { type MarkLanguage, redactionMark } from './redaction-mark.js';
import type { TextSpan } from './span.js';
import { wholeSpans } from './whole-spans.js';

/** A stretch of a text with what stands in its place. */
export type Cut = TextSpan & { readonly mark: string };

/** The text with marks in the place of its cuts, which are in order and apart. */
export function cutOut(text: string, cuts: readonly Cut[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end, mark } of cuts) {
    pieces.push(text.slice(from, start), mark);
    from = end;
  }
  return [...pieces, text.slice(from)].join('');
}

/** The text with one mark in the place of each of these stretches (TPD-03). Throws `Refused` (`INVALID_INPUT`) for spans outside it. */
export function hideSpans(text: string, spans: readonly TextSpan[], reason: RedactionReason, language: MarkLanguage): string {
  const mark = redactionMark(reason, language);
  return cutOut(
    text,
    wholeSpans(text, spans).map((span) => ({ ...span, mark })),
  );
}
