import { Refused } from '../request/refused.js';
import type { TextSpan } from './span.js';

/**
 * The stretches of a text that spans cover: sorted, those that overlap or touch made one, none of them through the middle of a
 * surrogate pair. Throws `Refused` (`INVALID_INPUT`) for a span that is empty or does not lie in the text.
 */
export function wholeSpans(text: string, spans: readonly TextSpan[]): readonly TextSpan[] {
  const sorted = spans.map((span) => checked(text, span)).sort((a, b) => a.start - b.start);
  const whole: TextSpan[] = [];
  for (const span of sorted) {
    const last = whole.at(-1);
    if (last === undefined || span.start > last.end) whole.push(span);
    else whole[whole.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
  }
  return whole;
}

/** What of some spans is not covered by others. Both are whole, as {@link wholeSpans} makes them. */
export function without(spans: readonly TextSpan[], others: readonly TextSpan[]): readonly TextSpan[] {
  return others.reduce<readonly TextSpan[]>(
    (left, other) =>
      left
        .flatMap(({ start, end }) => [
          { start, end: Math.min(end, other.start) },
          { start: Math.max(start, other.end), end },
        ])
        .filter(({ start, end }) => start < end),
    spans,
  );
}

function checked(text: string, { start, end }: TextSpan): TextSpan {
  const isInside = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= text.length;
  if (!isInside) throw new Refused('INVALID_INPUT', 'A span to be redacted does not lie in the text.');
  return { start: splitsPair(text, start) ? start - 1 : start, end: splitsPair(text, end) ? end + 1 : end };
}

/** Between the two halves of one character above U+FFFF. */
function splitsPair(text: string, at: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, at - 1), at + 1));
}
