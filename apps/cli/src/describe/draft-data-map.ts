import type { DescribedCollection, DescribedReference } from '@habeas/connector-sdk';
import { Document, isScalar, type Pair, visit } from 'yaml';
import { proposeIdentifier, proposeOwnership, proposeShow } from './propose.js';

/**
 * A data map for a person to complete, drafted from the tables, keys and foreign keys of a live database.
 *
 * Each foreign key is proposed as `owned` (its row belongs to somebody's row) or `context` (it refers to a shared thing),
 * each proposal marked as one; columns whose names say so are proposed as e-mail or phone. Nothing is classified: what
 * a field means is for a person to say.
 */
export function draftDataMap(collections: readonly DescribedCollection[], source: string): string {
  const ownership = proposeOwnership(collections);
  const byName = new Map(collections.map((collection) => [collection.name, collection]));
  const document = new Document({
    dataMap: 1,
    collections: Object.fromEntries(
      collections.map((collection) => [
        collection.name,
        {
          ...(collection.key.length === 0 ? {} : { key: [...collection.key] }),
          fields: Object.fromEntries(collection.fields.map((field) => [field.name, draftField(field.name)])),
          ...draftReferences(collection, ownership, byName),
        },
      ]),
    ),
  });
  document.commentBefore = ` Data map of the source "${source}", drafted from its live schema. Review every line: what each field holds,\n who it is about, and whether each reference is owned (the row belongs to the person's row) or context (a shared thing).`;
  annotate(document, byName);
  return document.toString({ lineWidth: 0, nullStr: '' });
}

function draftField(name: string): { identifier: string } | null {
  const identifier = proposeIdentifier(name);
  return identifier === undefined ? null : { identifier };
}

function draftReferences(
  { name, references }: DescribedCollection,
  ownership: ReadonlySet<string>,
  byName: ReadonlyMap<string, DescribedCollection>,
): { references?: Record<string, unknown> } {
  const known = references.filter(({ to }) => byName.has(to));
  if (known.length === 0) return {};
  const draft = (reference: DescribedReference): [string, unknown] => {
    const owned = ownership.has(reference.to) && name !== reference.to;
    const show = owned ? [] : proposeShow(byName.get(reference.to));
    return [
      reference.name,
      {
        to: reference.to,
        on: { ...reference.on },
        as: owned ? 'owned' : 'context',
        ...(show.length === 0 ? {} : { show: [...show] }),
      },
    ];
  };
  return { references: Object.fromEntries(known.map(draft)) };
}

/** Puts the native types, row estimates and "proposed" marks where a reviewer looks for them. */
function annotate(document: Document, byName: ReadonlyMap<string, DescribedCollection>): void {
  visit(document, {
    Pair: (_position, pair, path) => {
      const key = keyText(pair);
      const within = path.flatMap((node) => ('key' in node ? [keyText(node)] : []));
      const [, collection, section] = within;
      if (within.length === 1) describeCollection(pair, byName.get(key));
      if (within.length === 3 && section === 'fields') describeField(pair, byName.get(collection ?? ''), key);
      if (key === 'as' || key === 'identifier') markProposal(pair);
    },
  });
}

function describeCollection(pair: Pair, collection: DescribedCollection | undefined): void {
  if (collection?.rowEstimate === undefined || !isScalar(pair.key)) return;
  pair.key.commentBefore = ` about ${String(collection.rowEstimate)} rows${collection.key.length === 0 ? '; it has no primary key: name the columns that identify a row in key' : ''}`;
}

function describeField(pair: Pair, collection: DescribedCollection | undefined, name: string): void {
  const field = collection?.fields.find((candidate) => candidate.name === name);
  if (field !== undefined && isScalar(pair.value)) pair.value.comment = ` ${field.nativeType}`;
}

function markProposal(pair: Pair): void {
  if (isScalar(pair.value)) pair.value.comment = ' proposed';
}

function keyText(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : '';
}
