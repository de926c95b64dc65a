import type { AddressProof, FollowSession } from '../../identity/address-proof.js';
import type { AddressProofRows, FollowSessionRows } from '../../ports/identity-rows.js';
import { keyOf, type MemoryJournal, MemoryTable } from './memory-table.js';

/** Proofs of addresses in memory. */
export class MemoryAddressProofRows implements AddressProofRows {
  readonly #proofs: MemoryTable<AddressProof>;

  constructor(journal: MemoryJournal) {
    this.#proofs = new MemoryTable(journal);
  }

  put(proof: AddressProof): Promise<void> {
    this.#proofs.put(keyOf(proof.controller, proof.request), proof);
    return Promise.resolve();
  }

  lock(controller: string, request: string): Promise<AddressProof | undefined> {
    return Promise.resolve(this.#proofs.get(keyOf(controller, request)));
  }

  remove(controller: string, request: string): Promise<void> {
    this.#proofs.remove(keyOf(controller, request));
    return Promise.resolve();
  }
}

/** Browsers that may follow a request, in memory. */
export class MemoryFollowSessionRows implements FollowSessionRows {
  readonly #sessions: MemoryTable<FollowSession>;

  constructor(journal: MemoryJournal) {
    this.#sessions = new MemoryTable(journal);
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- what it throws has to arrive as a rejection
  async add(session: FollowSession): Promise<void> {
    this.#sessions.add(session.id, session);
  }

  get(id: string): Promise<FollowSession | undefined> {
    return Promise.resolve(this.#sessions.get(id));
  }

  removeOf(controller: string, request: string): Promise<void> {
    this.#sessions.removeWhere((each) => each.controller === controller && each.request === request);
    return Promise.resolve();
  }

  removeExpired(before: Date): Promise<void> {
    this.#sessions.removeWhere(({ expiresAt }) => expiresAt < before);
    return Promise.resolve();
  }
}
