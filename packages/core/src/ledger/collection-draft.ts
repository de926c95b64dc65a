import type { CarriageNote, CollectionSpec, Lookup, Outcome, Problem } from '@habeas/connector-sdk';
import type { LedgerReason } from '../findings/findings.js';

/** How one step (a search for roots, a read) ended, and why if it is not the whole truth. */
export interface StepResult {
  readonly outcome: Outcome;
  readonly problem?: Problem;
  readonly reason?: LedgerReason;
}

/** How a read ended and what it brought. */
export interface ReadResult {
  readonly end: StepResult;
  readonly records: number;
  readonly files: number;
  /** Records that belong to a match nobody asked about. */
  readonly foreign: number;
  readonly notes: readonly CarriageNote[];
}

/** From the most to the least favourable. */
const SEVERITY: readonly Outcome[] = ['complete', 'empty', 'skipped', 'partial', 'unsupported', 'throttled', 'denied', 'failed'];

/** Whether an outcome says "this is all there is". */
export function isConclusive(outcome: Outcome): boolean {
  return outcome === 'complete' || outcome === 'empty';
}

/** The least favourable of several results; of equal ones, the first. `none` where there are no results. */
export function worst<T extends StepResult, N>(results: readonly T[], none: N): T | N {
  const [first, ...others] = results;
  if (first === undefined) return none;
  return others.reduce((found, each) => (severity(each) > severity(found) ? each : found), first);
}

function severity({ outcome }: StepResult): number {
  return SEVERITY.indexOf(outcome);
}

/** What happens to one collection in the course of a discovery. */
export class CollectionDraft {
  readonly searches: StepResult[] = [];
  readonly #lookups = new Map<string, Lookup>();
  #searchedSpec: CollectionSpec | undefined;
  read: ReadResult | undefined;
  attempts = 0;
  dropped = 0;
  startedAt: Date | undefined;
  finishedAt: Date | undefined;

  constructor(readonly spec: CollectionSpec) {}

  get lookups(): readonly Lookup[] {
    return [...this.#lookups.values()];
  }

  /** What it declares, with the lookups that turned out to work: a source may find a way that it could not promise. */
  get searchedSpec(): CollectionSpec {
    this.#searchedSpec ??=
      this.#lookups.size === 0 ? this.spec : { ...this.spec, lookups: [...this.spec.lookups, ...this.lookups] };
    return this.#searchedSpec;
  }

  /** A search of it ended. */
  searched({ outcome, problem }: StepResult, lookups: readonly Lookup[], dropped: number): void {
    this.searches.push(problem === undefined ? { outcome } : { outcome, problem });
    this.dropped += dropped;
    this.#searchedSpec = undefined;
    for (const lookup of lookups) this.#lookups.set(JSON.stringify([lookup.kind, lookup.namespace, lookup.field]), lookup);
  }

  /** It was worked on, in so many tries, between these times. */
  worked(attempts: number, startedAt: Date, finishedAt: Date): void {
    this.attempts = Math.max(this.attempts, attempts);
    this.startedAt ??= startedAt;
    this.finishedAt = finishedAt;
  }
}
