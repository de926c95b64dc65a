import type { RecordName, Root } from './source-builder.js';

/** What a person gives to be searched by, all of it proved to be theirs. */
export interface GivenIdentifier {
  readonly kind: 'email' | 'phone' | 'id' | 'name' | 'birthDate';
  readonly value: string;
  /** Who issued it, for kind `id`. */
  readonly namespace?: string;
}

/** What a search has to find, no more and no less. */
export interface Truth {
  /** The records that are theirs. Any other record that a search includes is somebody else's. */
  readonly included: readonly RecordName[];
  /** The matches that a human has to decide about; nothing that hangs from them may be read. */
  readonly queued: readonly RecordName[];
}

/** Somebody to search for, and the truth about them. */
export interface PersonOfInterest {
  readonly id: string;
  readonly name: string;
  /** Why this person is in the world: what can go wrong. */
  readonly shows: string;
  readonly given: readonly GivenIdentifier[];
  readonly truth: Truth;
}

/** The truth in terms of roots: what hangs from an included root is included with it. Each record once, in a fixed order. */
export function truthOf(included: readonly Root[], queued: readonly Root[] = []): Truth {
  return {
    included: distinct(included.flatMap(({ owned, ...root }) => [root, ...owned])),
    queued: distinct(queued.map(({ owned: _owned, ...root }) => root)),
  };
}

/** Somebody of whom further records are theirs as well. */
export function withMore(person: PersonOfInterest, roots: readonly Root[]): PersonOfInterest {
  const { included, queued } = person.truth;
  return { ...person, truth: { included: distinct([...included, ...truthOf(roots).included]), queued } };
}

/** One text per record, to compare sets of records by. */
export function recordText({ source, collection, recordId }: RecordName): string {
  return `${source} ${collection} ${recordId}`;
}

function distinct(records: readonly RecordName[]): readonly RecordName[] {
  const byText = new Map(records.map((record) => [recordText(record), record]));
  return [...byText.keys()].sort().flatMap((text) => byText.get(text) ?? []);
}
