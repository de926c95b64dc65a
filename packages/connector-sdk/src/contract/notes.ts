import type { CarriageNote } from './outcome.js';

/** Counts, by field, the values that could not be carried as the source has them. */
export class CarriageNotes {
  readonly #counts = new Map<string, { readonly field: string; readonly kind: CarriageNote['kind']; count: number }>();

  add(field: string, kind: CarriageNote['kind']): void {
    const id = `${kind} ${field}`;
    const counted = this.#counts.get(id);
    if (counted === undefined) this.#counts.set(id, { field, kind, count: 1 });
    else counted.count += 1;
  }

  list(): readonly CarriageNote[] {
    return [...this.#counts.values()].map((note) => ({ ...note }));
  }
}
