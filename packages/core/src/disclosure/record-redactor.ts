import {
  type CollectionSpec,
  type FoundFile,
  type JsonObject,
  type JsonValue,
  recordId,
  type SourceRecord,
} from '@habeas/connector-sdk';
import { type Redaction, type RedactionLine, redactRecord } from '../third-party/redact.js';
import { extentOf, type RecordRedaction, type RedactionExtent, stillHolds } from '../third-party/record-redaction.js';
import type { ProtectedInterest, RedactionReason } from '../third-party/redaction-reason.js';
import type { TextSpan } from '../third-party/span.js';
import type { CopyPlan, CopyTerms } from './copy-plan.js';

/** How often something was hidden by hand, in one collection, for one reason. No value of a record. */
export interface RedactionCount {
  /** Absent where whole records are. */
  readonly field?: string;
  readonly extent: RedactionExtent;
  readonly reason: RedactionReason;
  readonly interest?: ProtectedInterest;
  /** Records. */
  readonly count: number;
}

/** What was hidden by hand in one collection, for the manifest (TPD-03). */
export interface HandRedactions {
  readonly counts: readonly RedactionCount[];
  readonly lines: readonly RedactionLine[];
}

/** What of a field was hidden by hand: all, or stretches of its text. */
export type Hidden = 'value' | readonly TextSpan[];

/** A record as it is handed over, and what was hidden by hand in its fields. */
export interface RedactedCopy {
  readonly record: SourceRecord;
  readonly hidden: ReadonlyMap<string, Hidden>;
}

/** What a redactor is made with. */
export interface RedactorTerms extends Omit<CopyTerms, 'right'> {
  readonly redactions: readonly RecordRedaction[];
}

const NOTHING: RedactedCopy['hidden'] = new Map();

/**
 * Hides in single records of one collection what a person chose there (TPD-01, TPD-03), in what the plan for the collection leaves to
 * be shown. A text that is no longer the one that was chosen from is hidden whole: nothing is shown because it has moved.
 */
export class RecordRedactor {
  readonly #byRecord = new Map<string, readonly RecordRedaction[]>();
  readonly #counts = new Map<string, RedactionCount>();
  readonly #lines: RedactionLine[] = [];
  readonly #keys: ReadonlySet<string>;
  private readonly place: { readonly source: string; readonly collection: string };

  constructor(
    source: string,
    { name, key }: CollectionSpec,
    private readonly plan: CopyPlan,
    private readonly terms: RedactorTerms,
  ) {
    this.place = { source, collection: name };
    this.#keys = new Set(key);
    for (const each of terms.redactions.filter((redaction) => redaction.source === source && redaction.collection === name)) {
      this.#byRecord.set(each.recordId, [...(this.#byRecord.get(each.recordId) ?? []), each]);
    }
  }

  /** The record as the plan hands it over, without what was chosen. */
  apply(record: SourceRecord, handedOver: SourceRecord): RedactedCopy {
    const made = this.#chosenOf(record.key).map((choice) => ({ choice, redactions: this.#redactionsOf(choice, record.data) }));
    const redactions = made.flatMap((each) => each.redactions);
    if (redactions.length === 0) return { record: handedOver, hidden: NOTHING };
    for (const { choice, redactions: own } of made) this.#count(choice, own);
    const redactable = { place: { ...this.place, recordId: recordId(record.key) }, data: record.data };
    this.#lines.push(...redactRecord(redactable, redactions, this.terms.language).lines);
    const all = [...redactions, ...this.#othersBeside(redactions, record.data)];
    const { data } = redactRecord(redactable, all, this.terms.language);
    const hidden = new Map(redactions.map(({ field, spans }): [string, Hidden] => [field, spans ?? 'value']));
    const changed = Object.fromEntries([...hidden.keys()].map((field) => [field, data[field] as JsonValue]));
    return { record: { ...handedOver, data: { ...handedOver.data, ...changed } }, hidden };
  }

  /** Whether a file is behind a mark, so that it is not handed over. */
  hides({ key, field }: Pick<FoundFile, 'key' | 'field'>): boolean {
    return this.#chosenOf(key).some((each) => each.field === undefined || each.field === field);
  }

  /** What was hidden so far. */
  made(): HandRedactions {
    return { counts: [...this.#counts.values()], lines: [...this.#lines] };
  }

  /** What holds of a record: where all of it is hidden, nothing else has to be. */
  #chosenOf(key: SourceRecord['key']): readonly RecordRedaction[] {
    if (this.#byRecord.size === 0) return [];
    const chosen = this.#byRecord.get(recordId(key)) ?? [];
    const whole = chosen.find(({ field }) => field === undefined);
    return whole === undefined ? chosen : [whole];
  }

  /** What one choice comes to in a record: nothing where the plan hides it already, or where there is no value. */
  #redactionsOf(choice: RecordRedaction, data: JsonObject): readonly Redaction[] {
    const { field, stretches, grounds, decider } = choice;
    const isThere = (name: string): boolean => (data[name] ?? null) !== null && this.plan.shows(name) && !this.#keys.has(name);
    if (field === undefined) {
      const fields = Object.keys(data).filter(isThere);
      return fields.map((name) => ({ field: name, grounds, decider }));
    }
    if (!isThere(field)) return [];
    const value = data[field];
    const isSame = stretches !== undefined && typeof value === 'string' && stillHolds(value, stretches);
    return [{ field, ...(isSame ? { spans: stretches } : {}), grounds, decider }];
  }

  /** Where of a text what is found of others is hidden as well, it stays hidden beside what was chosen. */
  #othersBeside(redactions: readonly Redaction[], data: JsonObject): readonly Redaction[] {
    return redactions.flatMap(({ field, spans, decider }): readonly Redaction[] => {
      const text = data[field];
      if (spans === undefined || typeof text !== 'string' || !this.plan.hidesOthersIn(field)) return [];
      return [{ field, spans: this.terms.othersIn(text), grounds: { reason: 'third_party' }, decider }];
    });
  }

  #count(choice: RecordRedaction, [made]: readonly Redaction[]): void {
    if (made === undefined) return;
    const { field, grounds } = choice;
    const extent = field !== undefined && made.spans === undefined ? 'value' : extentOf(choice);
    const interest = 'interest' in grounds ? { interest: grounds.interest } : {};
    const told = { ...(field === undefined ? {} : { field }), extent, reason: grounds.reason, ...interest };
    const key = JSON.stringify(told);
    this.#counts.set(key, { ...told, count: (this.#counts.get(key)?.count ?? 0) + 1 });
  }
}
