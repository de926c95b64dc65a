import type { DataMapCollection, DataMapField, FieldType, IdentifierKind, InputFault, Problem } from '@habeas/connector-sdk';
import type { ColumnInfo, TableInfo } from '../database.js';

/** A data map laid over the tables that exist. Collections stand in the map's order. */
export interface BoundMap {
  readonly collections: ReadonlyMap<string, MappedCollection>;
  /** Everything that does not fit, with its place in the file. */
  readonly faults: readonly InputFault[];
  /** Tables that exist and that the map neither maps nor leaves out on purpose. */
  readonly unmapped: readonly TableInfo[];
}

/** A collection of the data map: one that can be used, or one that cannot, and why. */
export type MappedCollection = BoundCollection | BrokenCollection;

/** A collection and the table it stands for. */
export interface BoundCollection {
  readonly state: 'bound';
  readonly name: string;
  readonly spec: DataMapCollection;
  readonly table: TableInfo;
  readonly key: readonly BoundField[];
  /** Whether an index of the database guarantees that a key has one row. Views have no indexes: there the map is believed. */
  readonly keyIsProven: boolean;
  /** What is delivered, in this order: the map's fields, then the columns it does not know. Secret ones are not here. */
  readonly fields: readonly BoundField[];
  readonly withheld: readonly string[];
  readonly references: readonly BoundReference[];
  /** Descriptive fields of the shared things it refers to, as its context references show them. */
  readonly context: readonly ContextField[];
  /** References to collections that cannot be used: what they would give is missing. */
  readonly broken: readonly BrokenReference[];
}

/** A collection that does not fit the database as it is. The others are not affected. */
export interface BrokenCollection {
  readonly state: 'broken';
  readonly name: string;
  readonly spec: DataMapCollection;
  readonly health: 'absent' | 'denied' | 'drifted';
  readonly problems: readonly Problem[];
  /** Where the data map is at fault. */
  readonly faults: readonly InputFault[];
}

/** A field and its column. */
export interface BoundField {
  readonly name: string;
  readonly column: ColumnInfo;
  /** The data map's type where it says one, else the column's. */
  readonly type: FieldType;
  readonly spec?: DataMapField;
  readonly identifier?: FieldIdentifier;
  /** Whether the data map mentions it, as a field or as a column of a key or reference. */
  readonly known: boolean;
}

/** What a field identifies. */
export interface FieldIdentifier {
  readonly kind: IdentifierKind;
  readonly namespace?: string;
  readonly part?: 'given' | 'family' | 'full';
  readonly of: 'self' | 'owner';
}

/** A reference with its columns on both sides. */
export interface BoundReference {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly as: 'owned' | 'context';
  readonly on: readonly { readonly from: ColumnInfo; readonly to: ColumnInfo }[];
  /** Whether a row refers to one row at most. */
  readonly toOne: boolean;
  readonly show: readonly string[];
  readonly maxDepth?: number;
}

/** A field of a shared thing, and the context references that lead to it. */
export interface ContextField {
  /** `track.album.title` */
  readonly name: string;
  readonly path: readonly BoundReference[];
  readonly field: BoundField;
}

/** A reference whose other end cannot be used. */
export interface BrokenReference {
  readonly name: string;
  readonly to: string;
  readonly as: 'owned' | 'context';
}

/** The references along which rows belong to their owners. */
export function ownedReferences({ references }: BoundCollection): readonly BoundReference[] {
  return references.filter(({ as }) => as === 'owned');
}
