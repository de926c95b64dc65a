import type { AuditEntry, NewAuditEntry } from '../../audit/audit-entry.js';
import type { AuditFilter, AuditRows, IdempotencyRows, Page, PageQuery } from '../../ports/store.js';
import { pageOf } from './memory-page.js';
import { keyOf, type MemoryJournal, MemoryTable } from './memory-table.js';

/** The trail in memory. Nothing gives its entries their places in a chain. */
export class MemoryAuditRows implements AuditRows {
  readonly #entries: MemoryTable<{ readonly number: number; readonly entry: AuditEntry }>;

  constructor(
    journal: MemoryJournal,
    private readonly now: () => Date,
  ) {
    this.#entries = new MemoryTable(journal);
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- what it throws has to arrive as a rejection
  async add(entry: NewAuditEntry): Promise<void> {
    this.#entries.add(entry.id, { number: this.#entries.size, entry: { ...entry, at: this.now() } });
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- what it throws has to arrive as a rejection
  async page(controller: string, { object, action }: AuditFilter, page: PageQuery): Promise<Page<AuditEntry>> {
    const wanted = this.#entries.where(
      ({ entry }) =>
        entry.controller === controller &&
        (object === undefined || (entry.object.type === object.type && entry.object.id === object.id)) &&
        (action === undefined || entry.action === action),
    );
    const found = pageOf(wanted, ({ number }) => [-number], page);
    return { ...found, items: found.items.map(({ cursor, item }) => ({ cursor, item: item.entry })) };
  }
}

interface Answer {
  readonly fingerprint: string;
  readonly result: string;
}

const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/** Answered calls in memory. */
export class MemoryIdempotencyRows implements IdempotencyRows {
  readonly #answers: MemoryTable<Answer & { readonly at: Date }>;

  constructor(
    journal: MemoryJournal,
    private readonly now: () => Date,
  ) {
    this.#answers = new MemoryTable(journal);
  }

  find(controller: string, key: string): Promise<Answer | undefined> {
    const answer = this.#answers.get(keyOf(controller, key));
    if (answer === undefined || this.#isOver(answer)) return Promise.resolve(undefined);
    return Promise.resolve({ fingerprint: answer.fingerprint, result: answer.result });
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- what it throws has to arrive as a rejection
  async add(controller: string, key: string, { fingerprint, result }: Answer): Promise<void> {
    this.#answers.removeWhere((answer) => this.#isOver(answer));
    this.#answers.add(keyOf(controller, key), { fingerprint, result, at: this.now() });
  }

  #isOver({ at }: { readonly at: Date }): boolean {
    return at.getTime() <= this.now().getTime() - KEPT_MS;
  }
}
