import type { CollectionSpec, FoundIdentifier, Identifier, Lookup, Session } from '@habeas/connector-sdk';
import type { SourceDescription } from '../findings/findings.js';
import type { ManualSource } from '../manual/manual-source.js';
import type { ManualTask } from '../manual/manual-task.js';
import type { Place } from '../matching/checked-evidence.js';
import { identifierKey, kindKey } from '../subject/identifier-key.js';

/** One source as an application hands it over: what it is, and how to open it. */
export interface SourceBinding {
  readonly description: SourceDescription;
  /** Connects; called again after a retryable fault. The session's work ends when the signal aborts. */
  readonly open: (signal: AbortSignal) => Promise<Session>;
  /** The region its national phone numbers are read in: the same that the session was given. */
  readonly phoneRegion?: string;
  /** Collections of it that may be read at once. */
  readonly collectionsAtOnce?: number;
  /** Where it is a person or a paper file: what there is to be done. */
  readonly manual?: ManualSource;
  /** Of a manual source: its task in the request. Without one, as long as it is open, it is not searched. */
  readonly task?: ManualTask;
}

/** A source with its open session, and what its collections declare. */
export class OpenSource {
  readonly description: SourceDescription;
  readonly phoneRegion: string | undefined;
  readonly collections: ReadonlyMap<string, CollectionSpec>;
  /** Of the fields that hold something else than an identifier of the record's person. */
  readonly #places: ReadonlyMap<string, Place>;

  constructor(
    readonly binding: SourceBinding,
    readonly session: Session,
  ) {
    this.description = binding.description;
    this.phoneRegion = binding.phoneRegion;
    this.collections = new Map(session.collections.map((spec) => [spec.name, spec]));
    this.#places = new Map(
      session.collections.flatMap(({ name, fields }) =>
        fields
          .filter(({ thirdParty, freeText }) => thirdParty === true || freeText === true)
          .map((field) => [`${name}.${field.name}`, field.thirdParty === true ? 'third-party' : 'free-text'] as const),
      ),
    );
  }

  get id(): string {
    return this.description.id;
  }

  /** What a `collection.field` holds. */
  placeOf(field: string): Place {
    return this.#places.get(field) ?? 'identifier';
  }

  /** The found identifiers that are the record's own person's: nothing is learnt from other people's data, nor from free text. */
  ownIdentifiers(found: readonly FoundIdentifier[]): readonly FoundIdentifier[] {
    return found.filter(({ field }) => this.placeOf(field) === 'identifier');
  }

  /** The collections that can be searched by one of these identifiers: each owes a report of how its search ended. */
  searchableBy(identifiers: readonly Identifier[]): readonly CollectionSpec[] {
    return this.#withLookup(identifiers, ({ mode }) => mode !== 'unusable');
  }

  /** Whether it is worth asking it for these identifiers. It may have more to say of lookups that it declares unusable. */
  knowsAnyOf(identifiers: readonly Identifier[]): boolean {
    return this.#withLookup(identifiers, () => true).length > 0;
  }

  #withLookup(identifiers: readonly Identifier[], isWanted: (lookup: Lookup) => boolean): readonly CollectionSpec[] {
    const kinds = new Set(identifiers.map(kindKey));
    return [...this.collections.values()].filter(
      ({ personal, lookups }) =>
        personal === 'subject' && lookups.some((lookup) => isWanted(lookup) && kinds.has(kindKey(lookup))),
    );
  }
}

/** Whether each record of a collection is a person of its own: its key is an id that is looked up, and nothing owns it. */
export function holdsPersons({ name, key, lookups, ownedBy }: CollectionSpec): boolean {
  const keyFields = key.flatMap((field) => [field, `${name}.${field}`]);
  return (
    key.length === 1 && ownedBy.length === 0 && lookups.some(({ kind, field }) => kind === 'id' && keyFields.includes(field))
  );
}

/** The identifiers of one round, by their keys. */
export interface RoundQuery {
  readonly round: number;
  readonly identifiers: readonly Identifier[];
  readonly asked: ReadonlyMap<string, Identifier>;
}

/** See {@link RoundQuery}. */
export function roundQuery(round: number, identifiers: readonly Identifier[]): RoundQuery {
  return { round, identifiers, asked: new Map(identifiers.map((identifier) => [identifierKey(identifier), identifier])) };
}
