import type { CollectionSpec, FieldSpec, JsonObject, JsonValue, SourceRecord } from '@habeas/connector-sdk';
import type { Right } from '../request/right.js';
import type { ScopeDecision } from '../scope/scope-decision.js';
import { hideSpans } from '../third-party/cut-out.js';
import { type MarkLanguage, redactionMark } from '../third-party/redaction-mark.js';
import type { RedactionReason } from '../third-party/redaction-reason.js';
import type { TextSpan } from '../third-party/span.js';
import type { CollectionScope } from './collection-scope.js';

/** A field that the copy lacks, or in which a mark stands for the value, and why. */
export interface WithheldField extends ScopeDecision {
  readonly field: string;
  /** A mark stands in its place. Absent: there is no such field in the copy. */
  readonly mark?: RedactionReason;
}

/** What of a text is of somebody else than the subject, in the order of the text. Empty: nothing. */
export type OthersIn = (text: string) => readonly TextSpan[];

/** What a plan is made with. */
export interface CopyTerms {
  readonly right: Right;
  /** Of the marks. */
  readonly language: MarkLanguage;
  readonly othersIn: OthersIn;
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
  readonly #hidesOthersIn: ReadonlySet<string>;
  readonly right: Right;

  constructor(
    collection: CollectionSpec,
    { scope, hidesOthersIn }: Pick<CollectionScope, 'scope' | 'hidesOthersIn'>,
    private readonly terms: CopyTerms,
  ) {
    const { right, language } = terms;
    this.right = right;
    this.#hidesOthersIn = hidesOthersIn;
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
    if (this.withheld.length === 0 && this.#hidesOthersIn.size === 0) return record;
    const data: Record<string, JsonObject[string]> = {};
    for (const [field, value] of Object.entries(record.data)) {
      if (this.#dropped.has(field)) continue;
      data[field] = value === null ? value : (this.#marks.get(field) ?? this.#withoutOthers(field, value));
    }
    return { ...record, data };
  }

  /** Whether of a field's free text only what is found of others is hidden. */
  hidesOthersIn(field: string): boolean {
    return this.shows(field) && this.#hidesOthersIn.has(field);
  }

  #withoutOthers(field: string, value: JsonValue): JsonValue {
    if (typeof value !== 'string' || !this.#hidesOthersIn.has(field)) return value;
    const { othersIn, language } = this.terms;
    return hideSpans(value, othersIn(value), 'third_party', language);
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
