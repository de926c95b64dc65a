/** Where ids come from: unguessable, and never given twice. */
export interface Ids {
  /** At least 128 random bits in lower-case letters and digits, after the prefix and `_`. */
  next(prefix: string): string;
}
