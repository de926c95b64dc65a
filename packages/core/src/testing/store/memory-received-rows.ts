import type { ReceivedTransmissionRows } from '../../ports/transmission-ports.js';
import type { ReceivedTransmission } from '../../transmission/received-transmission.js';
import { type MemoryJournal, MemoryTable } from './memory-table.js';

/** What other controllers have sent, in memory. */
export class MemoryReceivedRows implements ReceivedTransmissionRows {
  readonly #received: MemoryTable<ReceivedTransmission>;

  constructor(journal: MemoryJournal) {
    this.#received = new MemoryTable(journal);
  }

  async add(received: ReceivedTransmission): Promise<void> {
    const { controller, sender, offered } = received;
    const known = await this.lockOffered(controller, sender, offered);
    if (known !== undefined) throw new Error('This sender has sent one of that id already.');
    this.#received.add(received.id, received);
  }

  lock(controller: string, id: string): Promise<ReceivedTransmission | undefined> {
    const found = this.#received.get(id);
    return Promise.resolve(found?.controller === controller ? found : undefined);
  }

  lockOffered(controller: string, sender: string, offered: string): Promise<ReceivedTransmission | undefined> {
    const [found] = this.#received.where(
      (each) => each.controller === controller && each.sender === sender && each.offered === offered,
    );
    return Promise.resolve(found);
  }

  async change(received: ReceivedTransmission): Promise<void> {
    const stored = await this.lock(received.controller, received.id);
    if (stored !== undefined) this.#received.put(received.id, received);
  }

  kept(controller: string): Promise<readonly ReceivedTransmission[]> {
    return Promise.resolve(this.#received.where((each) => each.controller === controller && each.state === 'kept'));
  }

  over(before: Date): Promise<readonly ReceivedTransmission[]> {
    return Promise.resolve(this.#received.where(({ isStored, expiresAt }) => isStored && expiresAt <= before));
  }
}
