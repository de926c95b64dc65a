import type { Clock } from '../../ports/clock.js';
import type { ClaimOptions, Store, Transaction } from '../../ports/store.js';
import type { Claim } from '../../work/step.js';
import { ManualClock } from '../manual-clock.js';
import { MemoryAuditRows, MemoryIdempotencyRows } from './memory-audit-rows.js';
import { MemoryDeliveryRows, MemoryDownloadSessionRows } from './memory-delivery-rows.js';
import { MemoryEvidenceRows } from './memory-evidence-rows.js';
import { MemoryAddressProofRows, MemoryFollowSessionRows } from './memory-identity-rows.js';
import { MemoryLimitRows } from './memory-limit-rows.js';
import { MemoryMessageRows } from './memory-message-rows.js';
import { MemoryChallengeRows, MemoryPasskeyRows } from './memory-passkey-rows.js';
import { MemoryRequestRows } from './memory-request-rows.js';
import { MemorySessionRows, MemoryStaffRows, MemoryTokenRows } from './memory-staff-rows.js';
import { MemoryStepRows } from './memory-step-rows.js';
import { MemoryJournal } from './memory-table.js';
import { MemoryReceivedRows } from './memory-received-rows.js';
import { MemoryWebhookRows } from './memory-webhook-rows.js';

/** What a store in memory is made of. */
export interface MemoryStoreOptions {
  /** The time of the store, looked at once in each transaction. A {@link ManualClock} where none is given. */
  readonly clock?: Pick<Clock, 'now'>;
}

/** A store that forgets everything with its process; for tests. Its transactions come one after the other. */
export function memoryStore({ clock = new ManualClock() }: MemoryStoreOptions = {}): Store {
  return new MemoryStore(clock);
}

class MemoryStore implements Store {
  readonly #journal = new MemoryJournal();
  readonly #steps = new MemoryStepRows(this.#journal);
  readonly #rows: Omit<Transaction, 'now'>;
  #now = new Date(0);
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly clock: Pick<Clock, 'now'>) {
    const now = (): Date => this.#now;
    const downloads = new MemoryDownloadSessionRows(this.#journal);
    this.#rows = {
      requests: new MemoryRequestRows(this.#journal),
      steps: this.#steps,
      evidence: new MemoryEvidenceRows(this.#journal),
      messages: new MemoryMessageRows(this.#journal),
      audit: new MemoryAuditRows(this.#journal, now),
      idempotency: new MemoryIdempotencyRows(this.#journal, now),
      staff: new MemoryStaffRows(this.#journal),
      sessions: new MemorySessionRows(this.#journal),
      tokens: new MemoryTokenRows(this.#journal),
      passkeys: new MemoryPasskeyRows(this.#journal),
      challenges: new MemoryChallengeRows(this.#journal),
      deliveries: new MemoryDeliveryRows(this.#journal, downloads),
      downloads,
      proofs: new MemoryAddressProofRows(this.#journal),
      followers: new MemoryFollowSessionRows(this.#journal),
      limits: new MemoryLimitRows(this.#journal),
      webhooks: new MemoryWebhookRows(this.#journal),
      received: new MemoryReceivedRows(this.#journal),
    };
  }

  transact<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const result = this.#last.then(() => this.#run(work));
    this.#last = result.catch(() => undefined);
    return result;
  }

  claim(options: ClaimOptions): Promise<Claim | undefined> {
    return this.transact(({ now }) => Promise.resolve(this.#steps.claim(options, now)));
  }

  renew(claim: Claim, leaseMs: number): Promise<boolean> {
    return this.transact(({ now }) => Promise.resolve(this.#steps.renew(claim, new Date(now.getTime() + leaseMs))));
  }

  nextDueAt(): Promise<Date | undefined> {
    return this.transact(() => Promise.resolve(this.#steps.nextDueAt()));
  }

  async close(): Promise<void> {
    await this.#last;
  }

  async #run<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    this.#now = this.clock.now();
    try {
      const result = await work({ now: this.#now, ...this.#rows });
      this.#journal.keep();
      return result;
    } catch (error) {
      this.#journal.rollBack();
      throw error;
    }
  }
}
