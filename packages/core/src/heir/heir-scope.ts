import type { RecordPlace } from '../third-party/redact.js';
import type { CaseHeirRuling, HeirPlace } from './heir-ruling.js';

/** How a collection stands to the purpose. `some`: single records of it are ruled on, and the rest is not needed. */
export type HeirStanding = 'unruled' | 'needed' | 'not_needed' | 'some';

/** What was ruled of one collection: of all of it, and of single records otherwise. */
interface RuledCollection {
  readonly isNeeded: boolean;
  readonly records: Map<string, boolean>;
}

/**
 * What the purpose of an heir needs (PER-05), by rulings in their order: the last that concerns a record counts, and one on its
 * collection concerns all of its records. What nobody has ruled on is not needed.
 */
export class HeirScope {
  readonly #collections = new Map<string, RuledCollection>();
  /** Whether it was said of everything that it is not needed. */
  #isNothingNeeded = false;

  constructor(rulings: readonly Pick<CaseHeirRuling, 'places' | 'isNeeded'>[]) {
    for (const { places, isNeeded } of rulings) {
      if (places.length === 0) {
        this.#collections.clear();
        this.#isNothingNeeded = true;
      }
      for (const place of places) this.#rule(place, isNeeded);
    }
  }

  /** Whether a record is handed over. */
  isNeeded(place: RecordPlace): boolean {
    const ruled = this.#collections.get(keyOf(place));
    return ruled?.records.get(place.recordId) ?? ruled?.isNeeded ?? false;
  }

  /** How a collection stands. */
  standingOf(place: Omit<HeirPlace, 'recordId'>): HeirStanding {
    const ruled = this.#collections.get(keyOf(place));
    if (ruled === undefined) return this.#isNothingNeeded ? 'not_needed' : 'unruled';
    if ([...ruled.records.values()].some((isNeeded) => isNeeded !== ruled.isNeeded)) return 'some';
    return ruled.isNeeded ? 'needed' : 'not_needed';
  }

  /** How many records of a collection are needed, of so many that it has. */
  neededOf(place: Omit<HeirPlace, 'recordId'>, records: number): number {
    const ruled = this.#collections.get(keyOf(place));
    if (ruled === undefined) return 0;
    const single = [...ruled.records.values()].filter((isNeeded) => isNeeded !== ruled.isNeeded).length;
    return ruled.isNeeded ? Math.max(0, records - single) : Math.min(records, single);
  }

  #rule({ recordId, ...place }: HeirPlace, isNeeded: boolean): void {
    const key = keyOf(place);
    const known = this.#collections.get(key);
    if (recordId === undefined) this.#collections.set(key, { isNeeded, records: new Map() });
    else if (known === undefined) this.#collections.set(key, { isNeeded: false, records: new Map([[recordId, isNeeded]]) });
    else known.records.set(recordId, isNeeded);
  }
}

function keyOf({ source, collection }: Omit<HeirPlace, 'recordId'>): string {
  return JSON.stringify([source, collection]);
}
