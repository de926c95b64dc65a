import type { Secret } from '@habeas/connector-sdk';
import type { Transaction } from '../ports/store.js';

/** What is limited: mails that nobody asked for and that go to one mailbox, requests that come from one network, sign-ins for one request. */
export type LimitKind = 'mailbox' | 'network' | 'sign-in';

/** So often at most within a time. */
export interface LimitTerms {
  readonly withinMs: number;
  readonly most: number;
}

/** What limits are kept with. */
export interface LimitHouse {
  /** The keyed hash under which something is counted; two controllers, and two kinds, share none. */
  entryOf(controller: string, kind: LimitKind, value: Secret<string>): Promise<string>;
  readonly terms: Readonly<Record<LimitKind, readonly LimitTerms[]>>;
}

const HOUR_MS = 3_600_000;

/** How often, as it is configured. */
export interface LimitSettings {
  /** Codes and notices to one mailbox. */
  readonly mailsPerHour: number;
  readonly mailsPerDay: number;
  /** Requests on the pages from one network. */
  readonly requestsPerHour: number;
}

/** What holds where nothing else is configured. */
export const DEFAULT_LIMIT_SETTINGS: LimitSettings = { mailsPerHour: 6, mailsPerDay: 15, requestsPerHour: 60 };

/** The terms that settings come to. */
export function limitTerms({ mailsPerHour, mailsPerDay, requestsPerHour }: LimitSettings): LimitHouse['terms'] {
  return {
    mailbox: [
      { withinMs: HOUR_MS, most: mailsPerHour },
      { withinMs: 24 * HOUR_MS, most: mailsPerDay },
    ],
    network: [{ withinMs: HOUR_MS, most: requestsPerHour }],
    // An account fits or not: nobody has ten of their own
    'sign-in': [
      { withinMs: HOUR_MS, most: 5 },
      { withinMs: 24 * HOUR_MS, most: 10 },
    ],
  };
}

/** What is counted. */
export interface Counted {
  readonly controller: string;
  readonly kind: LimitKind;
  readonly value: Secret<string>;
}

/**
 * Whether something may be done once more, in a transaction that then does it: it is counted where it may. Two at once are never both the last
 * one. Entries that count no more are removed.
 */
export async function countWithin(
  { limits, now }: Pick<Transaction, 'limits' | 'now'>,
  house: LimitHouse,
  { controller, kind, value }: Counted,
): Promise<boolean> {
  const terms = house.terms[kind];
  const longest = Math.max(...terms.map(({ withinMs }) => withinMs));
  const entry = await house.entryOf(controller, kind, value);
  await limits.removeExpired(now);
  const known = (await limits.lock(entry))?.times ?? [];
  const age = (at: Date): number => now.getTime() - at.getTime();
  const isFull = terms.some(({ withinMs, most }) => known.filter((at) => age(at) < withinMs).length >= most);
  if (isFull) return false;
  const times = [...known.filter((at) => age(at) < longest), now];
  await limits.put({ entry, times, expiresAt: new Date(now.getTime() + longest) });
  return true;
}
