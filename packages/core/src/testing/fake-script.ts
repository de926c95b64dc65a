import type { CollectionSpec, ConnectorManifest, IdentifierKind, JsonObject, Located, Lookup } from '@habeas/connector-sdk';

/** A source as data: its tables, and how it misbehaves. */
export interface FakeScript {
  readonly id: string;
  readonly title?: string;
  readonly connector?: Pick<ConnectorManifest, 'id' | 'version'>;
  readonly collections: Readonly<Record<string, FakeCollection>>;
  readonly phoneRegion?: string;
  readonly collectionsAtOnce?: number;
  /** Records per batch; 2 by default. */
  readonly batchSize?: number;
  /** Batches between two checkpoints; 1 by default, 0 for none. */
  readonly checkpointEvery?: number;
  readonly faults?: readonly FakeFault[];
  /** Whether it gives estimates. */
  readonly estimates?: boolean;
  /** The order in which it answers a search; as the tables stand by default. */
  readonly arrange?: <T>(answers: readonly T[]) => readonly T[];
}

/** One table. A row's fields are those of its first row. */
export interface FakeCollection {
  readonly rows: readonly JsonObject[];
  /** `['id']` by default. */
  readonly key?: readonly string[];
  /** By field. */
  readonly identifiers?: Readonly<Record<string, FakeIdentifier>>;
  /** The collection that owns its rows, and the field that holds the owner's key. */
  readonly owner?: { readonly collection: string; readonly field: string };
  /** Fields that hold somebody else's data, and text a person wrote. */
  readonly thirdParty?: readonly string[];
  readonly freeText?: readonly string[];
  /** The field whose text is delivered as a file. */
  readonly file?: string;
  readonly quirks?: readonly FakeQuirk[];
  /** What its search says of itself, where that is not what was found. */
  readonly located?: Partial<Located>;
  readonly spec?: Partial<CollectionSpec>;
}

/** What a field of a fake collection identifies. */
export interface FakeIdentifier {
  readonly kind: IdentifierKind;
  readonly namespace?: string;
  readonly part?: 'given' | 'family' | 'full';
  readonly mode?: Lookup['mode'];
}

/** A fault at a moment. */
export interface FakeFault {
  readonly at: 'open' | 'plan' | 'locate' | 'records' | 'files' | 'bytes' | 'close';
  /** For reads. */
  readonly collection?: string;
  /** So many items come before it. */
  readonly after?: number;
  /** How often it happens; once by default. */
  readonly times?: number;
  /** What is thrown; `hang`: it falls silent for good. */
  readonly error: unknown;
}

/**
 * How a collection breaks the contract: `everyone` its search returns all rows, whoever they are; `endless` its search never
 * ends; `repeats` it returns each hit twice; `unreported` it does not say how its search ended; `undeclared` it answers under a
 * name it did not declare; `foreign` its read delivers everybody's rows; `no-done`, `wrong-count`, `wrong-items`, `reorders`
 * (the order changes after a fault), `shrinks` (rows vanish after a fault) are about the end and the order of a read.
 */
export type FakeQuirk =
  | 'everyone'
  | 'endless'
  | 'repeats'
  | 'unreported'
  | 'undeclared'
  | 'foreign'
  | 'no-done'
  | 'wrong-count'
  | 'wrong-items'
  | 'reorders'
  | 'shrinks';
