import type {
  CollectionHealth,
  CollectionSpec,
  DataMap,
  DataMapCollection,
  DescribedCollection,
  Problem,
} from '@habeas/connector-sdk';

/** A field as its data map declares it. */
export interface DeclaredField {
  readonly name: string;
  /** The column it stands in, where that has another name. */
  readonly column: string;
  readonly category?: string;
  readonly special: boolean;
  /** Its names and titles, in which words may hint at what it holds. */
  readonly texts: readonly string[];
}

/** A collection as its data map declares it. */
export interface DeclaredCollection {
  readonly name: string;
  /** What the source calls it. */
  readonly table: string;
  readonly activity?: string;
  /** Whether it holds data of people; where it does not, only its columns are compared. */
  readonly isPersonal: boolean;
  readonly fields: readonly DeclaredField[];
  /** Columns that are known without a field: of the key, and of references. */
  readonly mentioned: readonly string[];
}

/** One source, as it is declared and as it was found. */
export interface ComparedSource {
  readonly id: string;
  readonly collections: readonly DeclaredCollection[];
  /** Tables that exist and are left out on purpose. */
  readonly leftOut: readonly string[];
  /** What looking at it brought, or why it could not be looked at. */
  readonly found: FoundSource | { readonly problem: Problem };
}

/** What a source itself tells, without anybody's data. */
export interface FoundSource {
  readonly health: readonly CollectionHealth[];
  /** What it really has; nothing where its connector cannot tell. */
  readonly described?: readonly DescribedCollection[];
}

/** The collections of a data map. */
export function declaredByMap({ collections }: DataMap): readonly DeclaredCollection[] {
  return Object.entries(collections).map(([name, collection]) => {
    const { table, activity, personal, key, references } = collection;
    return {
      name,
      table: table ?? name,
      ...(activity === undefined ? {} : { activity }),
      isPersonal: personal === 'subject',
      fields: fieldsOf(collection),
      mentioned: [...(key ?? []), ...Object.values(references).flatMap(({ on }) => Object.keys(on))],
    };
  });
}

/** The collections of a source whose connector knows them without a data map. What comes from a shared thing is declared there. */
export function declaredBySession(collections: readonly CollectionSpec[]): readonly DeclaredCollection[] {
  return collections.map(({ name, activity, personal, fields, withheld, key }) => ({
    name,
    table: name,
    ...(activity === undefined ? {} : { activity }),
    isPersonal: personal === 'subject',
    fields: fields
      .filter(({ context }) => context === undefined)
      .map(({ name: field, category, special, title, description }) => ({
        name: field,
        column: field,
        ...(category === undefined ? {} : { category }),
        special: special === true,
        texts: textsOf(field, title, description),
      })),
    mentioned: [...key, ...withheld],
  }));
}

function fieldsOf({ fields }: DataMapCollection): readonly DeclaredField[] {
  return Object.entries(fields).map(([name, { column, category, special, title, description }]) => ({
    name,
    column: column ?? name,
    ...(category === undefined ? {} : { category }),
    special,
    texts: [...textsOf(name, title, description), ...(column === undefined ? [] : [column])],
  }));
}

type Titles = Readonly<Record<string, string>> | undefined;

function textsOf(name: string, title: Titles, description: Titles): readonly string[] {
  return [name, ...Object.values(title ?? {}), ...Object.values(description ?? {})];
}
