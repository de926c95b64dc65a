/** For whom something was done that is limited, and when: under a keyed hash, so that nothing personal is kept. */
export interface LimitEntry {
  readonly entry: string;
  /** Oldest first, within the longest time that counts. */
  readonly times: readonly Date[];
  /** When none of them counts any more. */
  readonly expiresAt: Date;
}
