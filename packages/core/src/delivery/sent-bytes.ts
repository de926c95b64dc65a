import type { SentBytes } from './delivery.js';

/** What was sent, with some more of it: disjoint, in order, and joined where they touch. */
export function withSent(known: readonly SentBytes[], sent: SentBytes): readonly SentBytes[] {
  if (sent.end <= sent.start) return known;
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of [...known, sent].sort((left, right) => left.start - right.start)) {
    const last = joined.at(-1);
    if (last === undefined || start > last.end) joined.push({ start, end });
    else last.end = Math.max(last.end, end);
  }
  return joined;
}

/** Whether everything up to `bytes` was sent. */
export function isWhole(sent: readonly SentBytes[], bytes: number): boolean {
  const [first] = sent;
  return first !== undefined && first.start === 0 && first.end >= bytes;
}
