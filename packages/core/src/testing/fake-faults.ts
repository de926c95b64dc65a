import type { FakeFault } from './fake-script.js';

/** The faults of one source, each as often as its script says, over all of its sessions. */
export class FakeFaults {
  readonly #left: Map<FakeFault, number>;

  constructor(faults: readonly FakeFault[]) {
    this.#left = new Map(faults.map((fault) => [fault, fault.times ?? 1]));
  }

  /** Whether any of them has happened. */
  get happened(): boolean {
    return [...this.#left].some(([{ times = 1 }, left]) => left < times);
  }

  /** Throws, or falls silent, where a fault is due at this moment. */
  async meet(at: FakeFault['at'], items = 0, collection?: string): Promise<void> {
    for (const [fault, left] of this.#left) {
      const isDue = fault.at === at && (fault.after ?? 0) === items && (fault.collection ?? collection) === collection;
      if (!isDue || left === 0) continue;
      this.#left.set(fault, left - 1);
      if (fault.error === 'hang') await new Promise<never>(() => undefined);
      throw fault.error;
    }
  }
}
