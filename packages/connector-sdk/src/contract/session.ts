import type { Identifier } from '../identifier/identifier.js';
import type { JsonObject, JsonValue } from '../json.js';
import type { Secret } from '../secret.js';
import type { CollectionSpec, FieldType, Lookup } from './collection.js';
import type { CarriageNote, Outcome, Problem } from './outcome.js';
import type { FoundFile, RecordKey, SourceRecord } from './record.js';

/** What is looked for in one round: identifiers in canonical form, all of one person as far as anybody knows. */
export interface SubjectQuery {
  readonly identifiers: readonly Identifier[];
}

/** Why a hit is a hit: re-checked by the connector on the value it received, not on what it asked for. */
export interface Evidence {
  /** The identifier that was searched. */
  readonly identifier: Identifier;
  /** `collection.field` in which it stands. */
  readonly field: string;
  readonly found: Secret<string>;
  /** `equal` the same text, as it was searched or in canonical form; `equal-fold` but for letter case; `normalised` the same canonical form; `folded` only the folded key agrees: a candidate. */
  readonly how: 'equal' | 'equal-fold' | 'normalised' | 'folded';
}

/** An identifier that a match carries, and where. */
export interface FoundIdentifier {
  readonly identifier: Identifier;
  /** `collection.field` in which it stands. */
  readonly field: string;
  /** For names: which part of the name the field holds. */
  readonly part?: 'given' | 'family' | 'full';
}

/** A record that may be the person's, and the root of what belongs to them. */
export interface Match {
  readonly type: 'match';
  readonly collection: string;
  readonly key: RecordKey;
  readonly record: JsonObject;
  /** At least one. A match without evidence is dropped and counted. */
  readonly evidence: readonly Evidence[];
  /** All identifiers on the record itself, and on owned rows that say they identify their owner. */
  readonly identifiers: readonly FoundIdentifier[];
  /** `third-party` when the identifier stands in a field that holds somebody else's data: the record only mentions the person. */
  readonly standing: 'subject' | 'third-party';
}

/**
 * How the search for roots in one collection ended: exactly one per collection that the session can search by the query's
 * kinds, after every match found in it. Where its rows identify their owners, the matches are of the owners' collection.
 */
export interface Located {
  readonly type: 'located';
  readonly collection: string;
  readonly outcome: Outcome;
  readonly lookups: readonly Lookup[];
  /** Hits that did not hold on re-check (collation, wildcard, wrong row). They were dropped. */
  readonly dropped: number;
  readonly problem?: Problem;
}

/** Where a stopped read goes on. Opaque to everyone but the connector that made it; JSON, so that it can be stored. */
export type Cursor = JsonValue;

/** What to read: everything in one collection that belongs to these matches. */
export interface ReadRequest {
  readonly collection: string;
  /** Of any collections of this source. */
  readonly roots: readonly Pick<Match, 'collection' | 'key'>[];
  /** `records` first; then, where the collection has fields of type `file`, `files`. */
  readonly want: 'records' | 'files';
  readonly resume?: Cursor;
}

/** What a read delivers: batches (of up to some hundred records) or files, checkpoints between them, then exactly one `done`. */
export type Item =
  | { readonly type: 'records'; readonly records: readonly SourceRecord[] }
  | { readonly type: 'file'; readonly file: FoundFile }
  /** Everything before it was delivered; a read resumed from it delivers the rest and nothing twice. */
  | { readonly type: 'checkpoint'; readonly cursor: Cursor }
  | Done;

/** The end of a read. After it nothing comes. */
export interface Done {
  readonly type: 'done';
  readonly outcome: Extract<Outcome, 'complete' | 'empty' | 'partial' | 'unsupported'>;
  /** What this call delivered, not counting what came before `resume`. */
  readonly count: number;
  readonly notes: readonly CarriageNote[];
  readonly problem?: Problem;
}

/** What a search would cost, before anything is fetched. */
export interface PlannedCost {
  readonly collections: readonly PlannedCollection[];
}

/** One collection's share of a plan. */
export interface PlannedCollection {
  readonly collection: string;
  /** How it would be searched for roots with the query's identifiers. */
  readonly lookups: readonly Lookup[];
  /** The owned paths that lead to it, as texts: `customer > order > order_line`. */
  readonly paths: readonly string[];
  /** Calls or queries, for one root. */
  readonly calls: number;
  /** Rows that a scan would read, when one is needed. */
  readonly rowsToScan?: number;
}

/** Whether a source can be searched, per collection, with what to do where it cannot. */
export interface SourceHealth {
  /** Product and version, as the source tells it. */
  readonly system: string;
  /** `proved` the account cannot write; `session` only this session cannot. */
  readonly readOnly: 'proved' | 'session' | 'no';
  readonly collections: readonly CollectionHealth[];
  /** What would make it safer or faster: an index, a generated column, fewer rights. */
  readonly advice: readonly Advice[];
}

/** One collection's health. */
export interface CollectionHealth {
  readonly collection: string;
  readonly status: 'ok' | 'denied' | 'absent' | 'drifted';
  readonly problems: readonly Problem[];
}

/** Something a person may want to do. */
export interface Advice {
  readonly collection?: string;
  readonly text: string;
  /** A statement that would do it, for a person to review and run. Habeas never runs it. */
  readonly ddl?: string;
}

/** One table or endpoint as it exists, for drafting a data map. */
export interface DescribedCollection {
  readonly name: string;
  readonly rowEstimate?: number;
  readonly key: readonly string[];
  readonly fields: readonly {
    readonly name: string;
    readonly nativeType: string;
    readonly type: FieldType;
    readonly nullable: boolean;
  }[];
  readonly references: readonly DescribedReference[];
  readonly indexes: readonly { readonly fields: readonly string[]; readonly unique: boolean }[];
}

/** A foreign key as it exists. */
export interface DescribedReference {
  readonly name: string;
  readonly to: string;
  readonly on: Readonly<Record<string, string>>;
}

/**
 * One request's (or one check's) work against one source.
 *
 * Everything streams and honours back-pressure; every call ends soon after the context's signal aborts, with a
 * `ConnectorError` of class `aborted`. An optional ability is an optional method. Faults are thrown as `ConnectorError`;
 * nothing is ever reported as absent because it could not be read.
 */
export interface Session {
  /** What it can deliver, known from the moment it is open. */
  readonly collections: readonly CollectionSpec[];
  /** Looks at the source without reading anybody's data. */
  check(): Promise<SourceHealth>;
  describe?(): AsyncIterable<DescribedCollection>;
  plan?(query: SubjectQuery): Promise<PlannedCost>;
  /** Matches as they are found, and one `located` per collection when it is through. */
  locate(query: SubjectQuery): AsyncIterable<Match | Located>;
  /** Each record once, however many roots and paths lead to it, in an order that is the same on every run. */
  read(request: ReadRequest): AsyncIterable<Item>;
  /** Releases everything. Safe to call twice. */
  close(): Promise<void>;
}
