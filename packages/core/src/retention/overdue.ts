import type { LocalDate } from '../calendar/local-date.js';
import { RETENTION_STATUSES, type RetentionEvaluation, type RetentionStatus } from './evaluation.js';
import type { Ending, OverrideGround } from './rule.js';

/** A record, where it lies, and how long it is kept (RET-04). */
export interface EvaluatedRecord {
  readonly source: string;
  readonly collection: string;
  /** The processing activity it serves. */
  readonly activity: string;
  readonly recordId: string;
  readonly evaluation: RetentionEvaluation;
  /** What its rule says is done at the end. */
  readonly then?: Ending;
}

/** One overdue record, for the DPO (RET-04): where it is and since when, and no value of it. */
export interface OverdueReference extends Omit<EvaluatedRecord, 'evaluation'> {
  readonly expiredOn: LocalDate;
  /** What nobody has looked up, and has to be known before it is deleted. */
  readonly unchecked: readonly OverrideGround[];
}

/** How the records of one activity in one collection stand (RET-04). */
export interface RetentionTally extends Omit<EvaluatedRecord, 'evaluation' | 'recordId' | 'then'> {
  readonly counts: Readonly<Record<RetentionStatus, number>>;
  readonly earliestExpiry?: LocalDate;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };
type Counting = Mutable<Omit<RetentionTally, 'counts'>> & { readonly counts: Record<RetentionStatus, number> };

/**
 * Counts evaluated records as they stream by (RET-04), one line per collection and activity and no more memory than that. Records
 * pass on to the copy untouched: what is overdue is disclosed, and nothing is deleted (SCP-02).
 */
export class OverdueList {
  readonly #lines = new Map<string, Counting>();

  /** The references of the overdue records, in the order of the records: one at a time, for a file or a page. */
  async *references(records: AsyncIterable<EvaluatedRecord> | Iterable<EvaluatedRecord>): AsyncIterable<OverdueReference> {
    for await (const record of records) {
      const reference = this.add(record);
      if (reference !== undefined) yield reference;
    }
  }

  /** Counts one record. Returns its reference if it is overdue. */
  add({ evaluation, ...place }: EvaluatedRecord): OverdueReference | undefined {
    const line = this.#lineOf(place);
    line.counts[evaluation.status] += 1;
    if (evaluation.status !== 'overdue') return undefined;
    const { expiresOn, unchecked } = evaluation;
    if (line.earliestExpiry === undefined || expiresOn < line.earliestExpiry) line.earliestExpiry = expiresOn;
    return { ...place, expiredOn: expiresOn, unchecked };
  }

  /** Sorted by source, collection and activity. */
  tallies(): readonly RetentionTally[] {
    return [...this.#lines]
      .sort(([a], [b]) => Number(a > b) - Number(a < b))
      .map(([, line]) => ({ ...line, counts: { ...line.counts } }));
  }

  #lineOf({ source, collection, activity }: Omit<EvaluatedRecord, 'evaluation'>): Counting {
    const key = JSON.stringify([source, collection, activity]);
    const line = this.#lines.get(key) ?? { source, collection, activity, counts: noCounts() };
    this.#lines.set(key, line);
    return line;
  }
}

function noCounts(): Record<RetentionStatus, number> {
  return Object.fromEntries(RETENTION_STATUSES.map((status) => [status, 0])) as Record<RetentionStatus, number>;
}
