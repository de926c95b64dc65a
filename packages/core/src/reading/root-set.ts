import { type Match, recordId, type SourceRecord, type Via } from '@habeas/connector-sdk';

/** A root as a read asks for it. */
export type Root = Pick<Match, 'collection' | 'key'>;

/** The roots that a read asked for, to recognise records that belong to somebody else's. */
export class RootSet {
  readonly #ids = new Map<string, Set<string>>();
  #lastHeld: readonly Via[] | undefined;

  constructor(roots: readonly Root[]) {
    for (const { collection, key } of roots) {
      this.#ids.set(collection, (this.#ids.get(collection) ?? new Set()).add(recordId(key)));
    }
  }

  /** The records that belong to the roots: the same array where all do. */
  owned(records: readonly SourceRecord[]): readonly SourceRecord[] {
    for (const { via } of records) if (!this.holds(via)) return records.filter((each) => this.holds(each.via));
    return records;
  }

  /** Whether every way that a record was reached by begins at one of the roots, and there is at least one. */
  holds(via: readonly Via[]): boolean {
    // Sources share these arrays between records: a million records are a million pointer comparisons.
    if (via === this.#lastHeld) return true;
    for (const { root } of via) if (this.#ids.get(root.collection)?.has(root.recordId) !== true) return false;
    if (via.length === 0) return false;
    this.#lastHeld = via;
    return true;
  }
}
