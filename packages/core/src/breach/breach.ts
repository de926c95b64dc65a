/**
 * What became of an answer that reached somebody else.
 *
 * - `authority_notified` (Art. 33), `subject_notified_too` where the person was told as well (Art. 34)
 * - `risk_unlikely`: nothing is likely to come of it, so that nobody is notified (Art. 33(1))
 * - `not_a_breach`: it reached its subject after all
 */
export type BreachOutcome = 'authority_notified' | 'subject_notified_too' | 'risk_unlikely' | 'not_a_breach';

/** How long there is to notify the authority, once the breach is known (Art. 33(1)). */
export const NOTIFY_WITHIN_MS = 72 * 3_600_000;

/**
 * An answer that reached somebody else, or may have (DEL-03). Facts without names: they stay when everything else was destroyed. What people
 * wrote is in the case file. Times are ISO 8601, UTC.
 */
export interface Breach {
  /** In its request: `b1`. */
  readonly id: string;
  /** When somebody of the controller came to know of it: the 72 hours begin. */
  readonly knownAt: string;
  readonly notedAt: string;
  /** The member of staff, by id. */
  readonly notedBy: string;
  readonly sent: SentElsewhere;
  readonly end?: BreachEnd;
}

/** What went out, and how far it had come when the breach was noted. */
export interface SentElsewhere {
  /** Of the archive, as it was released: bytes, SHA-256 in lower-case hexadecimal, and what is in it. */
  readonly bytes: number;
  readonly sha256: string;
  readonly records: number;
  readonly files: number;
  /** When it was released. */
  readonly releasedAt: string;
  /** How often a browser was let in by link and claim code, and how often a download reached its end, over all its links. */
  readonly openings: number;
  readonly downloads: number;
}

/** How a breach ended. */
export interface BreachEnd {
  readonly outcome: BreachOutcome;
  /** When the authority was notified, or when it was decided that it need not be. */
  readonly at: string;
  /** The officer, by id. */
  readonly by: string;
}

/** Until when the authority has to be notified. */
export function notifyBy({ knownAt }: Pick<Breach, 'knownAt'>): Date {
  return new Date(Date.parse(knownAt) + NOTIFY_WITHIN_MS);
}

/** Whether the 72 hours were over before anything was decided; what turns out to be none was never late. */
export function isLate(breach: Breach, at: Date): boolean {
  if (breach.end?.outcome === 'not_a_breach') return false;
  return (breach.end === undefined ? at : new Date(breach.end.at)) > notifyBy(breach);
}
