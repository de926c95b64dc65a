import type { Delivery, DownloadSession } from '../../delivery/delivery.js';
import type { DeliveryRows, DownloadSessionRows } from '../../ports/delivery-rows.js';
import { keyOf, type MemoryJournal, MemoryTable } from './memory-table.js';

/** Deliveries in memory. */
export class MemoryDeliveryRows implements DeliveryRows {
  readonly #deliveries: MemoryTable<Delivery>;

  constructor(
    journal: MemoryJournal,
    private readonly sessions: MemoryDownloadSessionRows,
  ) {
    this.#deliveries = new MemoryTable(journal);
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- what it throws has to arrive as a rejection
  async add(delivery: Delivery): Promise<void> {
    this.#deliveries.add(keyOf(delivery.controller, delivery.request), delivery);
  }

  get(controller: string, request: string): Promise<Delivery | undefined> {
    return Promise.resolve(this.#deliveries.get(keyOf(controller, request)));
  }

  lock(controller: string, request: string): Promise<Delivery | undefined> {
    return this.get(controller, request);
  }

  lockByLink(link: string): Promise<Delivery | undefined> {
    return Promise.resolve(this.#deliveries.where((each) => each.link?.id === link)[0]);
  }

  change(delivery: Delivery): Promise<void> {
    this.#deliveries.put(keyOf(delivery.controller, delivery.request), delivery);
    return Promise.resolve();
  }

  remove(controller: string, request: string): Promise<void> {
    this.#deliveries.remove(keyOf(controller, request));
    this.sessions.removeOf(controller, request);
    return Promise.resolve();
  }
}

/** Sessions of downloads in memory. */
export class MemoryDownloadSessionRows implements DownloadSessionRows {
  readonly #sessions: MemoryTable<DownloadSession>;

  constructor(journal: MemoryJournal) {
    this.#sessions = new MemoryTable(journal);
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- what it throws has to arrive as a rejection
  async add(session: DownloadSession): Promise<void> {
    this.#sessions.add(session.id, session);
  }

  lock(id: string): Promise<DownloadSession | undefined> {
    return Promise.resolve(this.#sessions.get(id));
  }

  change(session: DownloadSession): Promise<void> {
    this.#sessions.put(session.id, session);
    return Promise.resolve();
  }

  removeExpired(before: Date): Promise<void> {
    this.#sessions.removeWhere(({ expiresAt }) => expiresAt < before);
    return Promise.resolve();
  }

  removeOf(controller: string, request: string): void {
    this.#sessions.removeWhere((each) => each.controller === controller && each.request === request);
  }
}
