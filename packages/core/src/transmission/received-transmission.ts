/**
 * Data of a person that another controller has sent, because they told it to. It is kept sealed under a key of its own until it is
 * fetched and deleted, or its time is over; the entry stays, so that the same is not taken twice.
 */
export interface ReceivedTransmission {
  readonly id: string;
  readonly controller: string;
  /** Who sent it, by its id in the configuration. */
  readonly sender: string;
  /** What the sender calls it. */
  readonly offered: string;
  /** `arriving` until all of it is there and was looked at; `deleted` by a person, `expired` by time. */
  readonly state: 'arriving' | 'kept' | 'deleted' | 'expired';
  /** How often it was tried to be sent. */
  readonly attempts: number;
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  /** When it first began to come, and when all of it was there. */
  readonly begunAt: Date;
  readonly receivedAt?: Date;
  /** When it goes. */
  readonly expiresAt: Date;
  /** The archive, once it is kept: its name in the vault. */
  readonly blob?: string;
  /** Its data key, wrapped; gone once it is deleted. */
  readonly dataKey?: string;
  /** Whether files may lie in the vault. */
  readonly isStored: boolean;
}

/** How many one controller keeps at once; who has fetched one deletes it. */
export const MOST_KEPT = 500;
