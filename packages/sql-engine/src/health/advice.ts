import type { Advice } from '@habeas/connector-sdk';
import { ownedReferences, type BoundCollection } from '../binding/bound-map.js';
import { isIndexed } from '../binding/uniqueness.js';
import type { ReadOnlyProof, TableInfo } from '../database.js';
import type { Engine } from '../engine.js';
import { fieldLookups } from '../locate/field-lookup.js';

/** Tables with fewer rows are read whole in no time. */
const FEW_ROWS = 1_000;

/** What would make a source safer, faster or better described. Nothing of it is ever done by Habeas. */
export function adviceFor(engine: Engine, proof: ReadOnlyProof): readonly Advice[] {
  const bound = [...engine.map.collections.values()].filter((collection) => collection.state === 'bound');
  return [
    ...proof.excess.map((right) => ({ text: `The account has a right it does not need: ${right}. Give it SELECT only.` })),
    ...bound.flatMap((collection) => [
      ...lookupAdvice(collection, engine),
      ...referenceAdvice(collection, engine),
      ...columnAdvice(collection),
    ]),
    ...engine.map.unmapped.map((table) => ({ text: unmappedText(table) })),
  ];
}

function lookupAdvice(collection: BoundCollection, { dialect }: Engine): readonly Advice[] {
  if (isSmall(collection.table)) return [];
  return fieldLookups(collection, dialect).flatMap(({ field, identifier, access }): Advice[] => {
    if (access.complete.by === 'index') return [];
    const cost = access.usual === undefined ? '' : ', or finds the usual spellings only';
    const text = `Searching "${field.name}" for ${identifier.kind} reads all rows of "${collection.table.name}"${cost}. An index would find every spelling.`;
    return [{ collection: collection.name, text, ...(access.ddl === undefined ? {} : { ddl: access.ddl }) }];
  });
}

function referenceAdvice(collection: BoundCollection, { dialect }: Engine): readonly Advice[] {
  const { name, table } = collection;
  if (isSmall(table) || table.kind === 'view') return [];
  return ownedReferences(collection).flatMap((reference): Advice[] => {
    const columns = reference.on.map(({ from }) => from.name);
    if (isIndexed(table, columns)) return [];
    const text = `Reading what belongs to a row of "${reference.to}" reads all rows of "${table.name}": ${columns.join(', ')} has no index.`;
    return [{ collection: name, text, ddl: dialect.ddl.index(table, columns) }];
  });
}

function columnAdvice({ name, spec, fields, keyIsProven, key, table }: BoundCollection): readonly Advice[] {
  if (spec.personal === 'none') return [];
  const unknown = fields.filter(({ known }) => !known).map((field) => field.name);
  const unclassified = `The data map does not know ${unknown.join(', ')}. They are delivered, and reported as unclassified.`;
  const unproven = `No index guarantees that ${key.map(({ column }) => column.name).join(', ')} identifies one row of "${table.name}".`;
  return [
    ...(unknown.length === 0 ? [] : [{ collection: name, text: unclassified }]),
    ...(keyIsProven || table.kind === 'view' ? [] : [{ collection: name, text: unproven }]),
  ];
}

function unmappedText({ name, kind }: TableInfo): string {
  return `The data map says nothing of ${kind} "${name}". Map it, or name it under unmapped with the reason.`;
}

function isSmall({ rowEstimate }: TableInfo): boolean {
  return rowEstimate !== undefined && rowEstimate < FEW_ROWS;
}
