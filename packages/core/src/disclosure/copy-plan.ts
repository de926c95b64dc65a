import type { CollectionSpec, FieldSpec, JsonObject, SourceRecord } from '@habeas/connector-sdk';
import type { Right } from '../request/right.js';
import type { RecordScope, ScopeDecision } from '../scope/scope-decision.js';
import { type MarkLanguage, redactionMark } from '../third-party/redaction-mark.js';
import type { RedactionReason } from '../third-party/redaction-reason.js';

/** A field that the copy lacks, or in which a mark stands for the value, and why. */
export interface WithheldField extends ScopeDecision {
  readonly field: string;
  /** A mark stands in its place. Absent: there is no such field in the copy. */
  readonly mark?: RedactionReason;
}

/**
 * How the records of one collection are handed over for one right. Whoever asks for both gets the copy of Art. 15, which holds all
 * of Art. 20. What may be somebody else's is hidden behind a mark until a DPO has ruled on it (TPD-01, TPD-03), staff in a log
 * behind their role (SCP-05). What cannot be decided is handed over: a fact that nobody has filled in takes nothing from the person.
 */
export class CopyPlan {
  /** As the copy describes it. */
  readonly collection: CollectionSpec;
  readonly withheld: readonly WithheldField[];
  /** Nothing of its records is handed over. */
  readonly isEmpty: boolean;
  readonly #dropped: ReadonlySet<string>;
  readonly #marks: ReadonlyMap<string, string>;

  constructor(
    collection: CollectionSpec,
    scope: RecordScope,
    readonly right: Right,
    language: MarkLanguage,
  ) {
    const keys = new Set(collection.key);
    this.withheld = scope.fields.flatMap((each) => withheldField(each.field, each[right], keys));
    this.#marks = new Map(
      this.withheld.flatMap(({ field, mark }) => (mark === undefined ? [] : [[field, redactionMark(mark, language)] as const])),
    );
    this.#dropped = new Set(this.withheld.flatMap(({ field, mark }) => (mark === undefined ? [field] : [])));
    const kept = collection.fields.filter(({ name }) => !this.#dropped.has(name));
    this.isEmpty = scope.fields.every((each) => isLeftOut(each[right]));
    this.collection = { ...collection, fields: kept.map((field) => (this.#marks.has(field.name) ? asText(field) : field)) };
  }

  /** Whether a field's own value is handed over. */
  shows(field: string): boolean {
    return !this.isEmpty && !this.#dropped.has(field) && !this.#marks.has(field);
  }

  /** The record as it is handed over. A field that had no value shows no mark: there is nothing behind it. */
  apply(record: SourceRecord): SourceRecord {
    if (this.withheld.length === 0) return record;
    const data: Record<string, JsonObject[string]> = {};
    for (const [field, value] of Object.entries(record.data)) {
      if (this.#dropped.has(field)) continue;
      data[field] = value === null ? value : (this.#marks.get(field) ?? value);
    }
    return { ...record, data };
  }
}

/** A record's own key stays where the rest is left out: without it nothing could point to it. */
function withheldField(field: string, decision: ScopeDecision, keys: ReadonlySet<string>): readonly WithheldField[] {
  const mark = markOf(decision);
  if (mark !== undefined) return [{ field, ...decision, mark }];
  return isLeftOut(decision) && !keys.has(field) ? [{ field, ...decision }] : [];
}

function markOf({ verdict, reason }: ScopeDecision): RedactionReason | undefined {
  if (verdict === 'mask') return 'staff_identity';
  const isOthers = reason === 'redacted' || reason === 'third-party-data';
  return isOthers && verdict !== 'include' ? 'third_party' : undefined;
}

function isLeftOut(decision: ScopeDecision): boolean {
  return decision.verdict === 'exclude' && markOf(decision) === undefined;
}

/** A mark is a text, whatever stood there. */
function asText({ codes: _codes, ...field }: FieldSpec): FieldSpec {
  return { ...field, type: 'string' };
}
