import type { ImportGap } from '../exchange.js';
import type { Held } from '../workbook/workbook.js';

/** Collects what an import could not make a fact of. The same said of the same cell is said once. */
export class ImportNotes {
  readonly #gaps = new Map<string, ImportGap>();

  constructor(
    /** Whether the workbook counts its days from 1904. */
    readonly countsFrom1904: boolean,
  ) {}

  /** Notes a gap at a cell, or of the whole file where there is none. */
  add(at: Held | undefined, what: string, remedy: string): void {
    const where = at === undefined ? {} : { where: at.at };
    this.#gaps.set(JSON.stringify([where, what]), { ...where, what, remedy });
  }

  /** All gaps, in the order they were noted. */
  get gaps(): readonly ImportGap[] {
    return [...this.#gaps.values()];
  }
}
