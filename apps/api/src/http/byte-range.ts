/** The bytes from `start`, up to and without `end`. */
export interface WantedRange {
  readonly start: number;
  readonly end: number;
}

/**
 * The one range of a Range header (RFC 9110 §14). `undefined` where there is none, or what is there is not one range of bytes:
 * then the whole is sent, as the RFC has it. `unsatisfiable` where it begins behind the end.
 */
export function parseRange(header: string | undefined, size: number): WantedRange | 'unsatisfiable' | undefined {
  const [, from, to] = /^bytes=(\d{0,15})-(\d{0,15})$/u.exec(header ?? '') ?? [];
  if (from === undefined || to === undefined || (from === '' && to === '')) return undefined;
  return from === '' ? lastBytes(Number(to), size) : bytesFrom(Number(from), to, size);
}

function lastBytes(count: number, size: number): WantedRange | 'unsatisfiable' {
  return count === 0 ? 'unsatisfiable' : { start: Math.max(0, size - count), end: size };
}

function bytesFrom(start: number, to: string, size: number): WantedRange | 'unsatisfiable' | undefined {
  if (start >= size) return 'unsatisfiable';
  const end = to === '' ? size : Math.min(size, Number(to) + 1);
  return end <= start ? undefined : { start, end };
}
