import type { ThirdPartySpan } from '@habeas/core/law';

/** Spans in the order of the text without overlaps: where two meet, the one that was given first stays. Linear but for the sorting. */
export function apart(spans: readonly ThirdPartySpan[]): readonly ThirdPartySpan[] {
  const ranked = spans.map((span, rank) => ({ span, rank })).sort((a, b) => a.span.start - b.span.start || a.rank - b.rank);
  const kept: { readonly span: ThirdPartySpan; readonly rank: number }[] = [];
  for (const entry of ranked) {
    let last = kept.at(-1);
    while (last !== undefined && last.span.end > entry.span.start && last.rank > entry.rank) {
      kept.pop();
      last = kept.at(-1);
    }
    if (last === undefined || last.span.end <= entry.span.start) kept.push(entry);
  }
  return kept.map(({ span }) => span);
}
