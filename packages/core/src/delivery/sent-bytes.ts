import type { SentBytes } from './delivery.js';

/** What was sent, with some more of it: disjoint, in order, and joined where they touch. Parts of another file count for nothing any more. */
export function withSent(known: readonly SentBytes[], sent: SentBytes): readonly SentBytes[] {
  if (sent.end <= sent.start) return known;
  const file = sent.file === undefined ? {} : { file: sent.file };
  const joined: { start: number; end: number; file?: string }[] = [];
  const same = known.filter((each) => each.file === sent.file);
  for (const { start, end } of [...same, sent].sort((left, right) => left.start - right.start)) {
    const last = joined.at(-1);
    if (last === undefined || start > last.end) joined.push({ start, end, ...file });
    else last.end = Math.max(last.end, end);
  }
  return joined;
}

/** Whether everything up to `bytes` was sent. */
export function isWhole(sent: readonly SentBytes[], bytes: number): boolean {
  const [first] = sent;
  return first !== undefined && first.start === 0 && first.end >= bytes;
}
