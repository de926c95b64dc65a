import type { SpecialCategory } from '../vocabulary.js';
import type { ComparedSource, DeclaredField } from './compared-source.js';
import type { DriftPlace } from './drift-finding.js';
import { unmappedColumns, unmappedTables } from './found-tables.js';
import { toldByCategory } from './special-terms.js';
import { hintedBy, type SpecialHint } from './special-words.js';

/** Why a field that nothing tags tells something special: its category does, certainly; or a word of its names may. */
export type SpecialReason = { readonly category: string; readonly tells: readonly SpecialCategory[] } | SpecialHint;

/** A field that holds something special by its tag, or tells it by something else. */
export type SpecialSign = { readonly place: DriftPlace } & (
  { readonly isTagged: true } | { readonly isTagged: false; readonly because: SpecialReason }
);

/**
 * Fields of personal collections, and columns and tables that are in no data map, that hold a special category by their tag or their
 * category, or may by a word of their names (SPC-01, SPC-04). Nobody's data are looked at.
 */
export function specialSigns(source: ComparedSource): readonly SpecialSign[] {
  const personal = source.collections.filter(({ isPersonal }) => isPersonal);
  return [
    ...personal.flatMap((collection) => {
      const { name, activity, fields } = collection;
      const place = { source: source.id, collection: name, ...(activity === undefined ? {} : { activity }) };
      return [
        ...fields.flatMap((field) => signOf(field, { ...place, field: field.name })),
        ...unmappedColumns(collection, source).flatMap((field) => signOf(named(field), { ...place, field })),
      ];
    }),
    ...unmappedTables(source).flatMap(({ name, fields }) => {
      const place = { source: source.id, collection: name };
      return [...signOf(named(name), place), ...fields.flatMap(({ name: field }) => signOf(named(field), { ...place, field }))];
    }),
  ];
}

type Named = Pick<DeclaredField, 'category' | 'special' | 'texts'>;

function named(name: string): Named {
  return { special: false, texts: [name] };
}

function signOf({ category, special, texts }: Named, place: DriftPlace): readonly SpecialSign[] {
  if (special) return [{ place, isTagged: true }];
  const because = toldBy(category) ?? hintedBy(texts);
  return because === undefined ? [] : [{ place, isTagged: false, because }];
}

function toldBy(category: string | undefined): SpecialReason | undefined {
  const tells = category === undefined ? [] : toldByCategory(category);
  return category === undefined || tells.length === 0 ? undefined : { category, tells };
}
