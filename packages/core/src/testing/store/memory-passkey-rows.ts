import type { ChallengeRows, PasskeyRows } from '../../ports/passkey-rows.js';
import type { Passkey, PasskeyChallenge } from '../../staff/passkey/passkey.js';
import { compareParts, type MemoryJournal, MemoryTable } from './memory-table.js';

/** Passkeys in memory. */
export class MemoryPasskeyRows implements PasskeyRows {
  readonly #passkeys: MemoryTable<Passkey>;

  constructor(journal: MemoryJournal) {
    this.#passkeys = new MemoryTable(journal);
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- what it throws has to arrive as a rejection
  async add(passkey: Passkey): Promise<void> {
    this.#passkeys.add(passkey.id, passkey);
  }

  get(id: string): Promise<Passkey | undefined> {
    return Promise.resolve(this.#passkeys.get(id));
  }

  change(passkey: Passkey): Promise<void> {
    if (this.#passkeys.get(passkey.id) !== undefined) this.#passkeys.put(passkey.id, passkey);
    return Promise.resolve();
  }

  remove(id: string): Promise<void> {
    this.#passkeys.remove(id);
    return Promise.resolve();
  }

  of(staff: string): Promise<readonly Passkey[]> {
    const found = this.#passkeys.where((each) => each.staff === staff);
    return Promise.resolve(found.sort((left, right) => compareParts(placeOf(left), placeOf(right))));
  }

  removeOf(staff: string): Promise<void> {
    this.#passkeys.removeWhere((each) => each.staff === staff);
    return Promise.resolve();
  }
}

/** Challenges in memory. */
export class MemoryChallengeRows implements ChallengeRows {
  readonly #challenges: MemoryTable<PasskeyChallenge>;

  constructor(journal: MemoryJournal) {
    this.#challenges = new MemoryTable(journal);
  }

  put(challenge: PasskeyChallenge): Promise<void> {
    this.#challenges.put(challenge.session, challenge);
    return Promise.resolve();
  }

  take(session: string): Promise<PasskeyChallenge | undefined> {
    const taken = this.#challenges.get(session);
    this.#challenges.remove(session);
    return Promise.resolve(taken);
  }

  removeExpired(before: Date): Promise<void> {
    this.#challenges.removeWhere(({ expiresAt }) => expiresAt < before);
    return Promise.resolve();
  }
}

function placeOf({ createdAt, id }: Passkey): readonly (string | number)[] {
  return [createdAt.getTime(), id];
}
