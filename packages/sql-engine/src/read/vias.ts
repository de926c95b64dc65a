import { recordId, type Via } from '@habeas/connector-sdk';
import { stepNames } from './owned-paths.js';
import type { ReadPlan } from './passes.js';

/** The ways records are reached, each made once and shared: a million records hold a million pointers. */
export class Vias {
  readonly #plan: ReadPlan;
  readonly #single = new Map<number, Via>();
  readonly #lists = new Map<string, readonly Via[]>();

  constructor(plan: ReadPlan) {
    this.#plan = plan;
  }

  /** The way from a root along a path; path -1 is the root itself. */
  of(path: number, root: number): Via {
    const id = (path + 1) * this.#plan.roots.length + root;
    const known = this.#single.get(id);
    if (known !== undefined) return known;
    const { collection, key } = this.#plan.roots[root] ?? { collection: '', key: [] };
    const rooted = this.#plan.paths[path];
    const via = { root: { collection, recordId: recordId(key) }, path: rooted === undefined ? [] : stepNames(rooted.path) };
    this.#single.set(id, via);
    return via;
  }

  /** A list of ways, given as pairs of path and root one after the other. */
  list(pairs: readonly number[]): readonly Via[] {
    const id = pairs.join();
    const known = this.#lists.get(id);
    if (known !== undefined) return known;
    const vias: Via[] = [];
    for (let at = 0; at < pairs.length; at += 2) vias.push(this.of(pairs[at] ?? -1, pairs[at + 1] ?? 0));
    if (this.#lists.size < MOST_LISTS) this.#lists.set(id, vias);
    return vias;
  }
}

/** Combinations of ways that are kept to be shared; more are made anew. */
const MOST_LISTS = 10_000;
