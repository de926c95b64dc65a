import type { ComparedSource, DeclaredCollection, FoundSource } from './compared-source.js';
import { type DriftFinding, driftFinding } from './drift-finding.js';
import { tableOf, unmappedColumns, unmappedTables } from './found-tables.js';
import { SCHEMA_TEXTS as TEXTS } from './schema-texts.js';

/** What a source has and its data map does not know, and the other way round (PRF-02). A source that was not reached says so. */
export function schemaDrift(source: ComparedSource): readonly DriftFinding[] {
  const { id, found, collections } = source;
  if ('problem' in found) {
    const { message, remedy } = found.problem;
    const parts = { message, remedy: remedy === undefined ? '' : `${remedy} ` };
    return [driftFinding('SOURCE_UNREACHED', { source: id }, TEXTS.unreached, parts)];
  }
  return [
    ...collections.flatMap((collection) => collectionDrift(collection, source, found)),
    ...unmappedTables(source).map(({ name }) =>
      driftFinding('TABLE_UNMAPPED', { source: id, collection: name }, TEXTS.tableUnmapped),
    ),
  ];
}

function collectionDrift(
  collection: DeclaredCollection,
  source: ComparedSource,
  { health }: FoundSource,
): readonly DriftFinding[] {
  const { name, table, activity } = collection;
  const place = { source: source.id, collection: name, ...(activity === undefined ? {} : { activity }) };
  const { status, problems = [] } = health.find((each) => each.collection === name) ?? {};
  const message = problems.map((problem) => problem.message).join(' ');
  if (status === 'absent') return [driftFinding('TABLE_GONE', place, TEXTS.tableGone, { table })];
  if (status === 'denied') return [driftFinding('COLLECTION_UNREAD', place, TEXTS.unread, { message })];
  const gone = goneColumns(collection, source).map(({ field, column }) =>
    driftFinding('COLUMN_GONE', { ...place, field }, TEXTS.columnGone, { column }),
  );
  const isUntold = status === 'drifted' && gone.length === 0;
  return [
    ...gone,
    ...(isUntold ? [driftFinding('COLLECTION_UNFIT', place, TEXTS.unfit, { message })] : []),
    ...unmappedColumns(collection, source).map((field) =>
      driftFinding('COLUMN_UNMAPPED', { ...place, field }, TEXTS.columnUnmapped),
    ),
  ];
}

function goneColumns(
  collection: DeclaredCollection,
  source: ComparedSource,
): readonly { readonly field: string; readonly column: string }[] {
  const table = tableOf(collection, source);
  const existing = new Set(table?.fields.map(({ name }) => name));
  const fields = table === undefined ? [] : collection.fields.filter(({ column }) => !existing.has(column));
  return fields.map(({ name, column }) => ({ field: name, column }));
}
