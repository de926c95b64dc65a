import { entryOf, type Given, type Group } from '../given.js';
import { knownCategory, isOfTheSystem } from './categories.js';

/** What a dataset says of one collection. */
export interface DescribedFields {
  readonly key: readonly string[];
  readonly fields: Readonly<Record<string, Group>>;
  readonly notes: readonly string[];
}

const TYPES: Readonly<Record<string, string>> = {
  integer: 'integer',
  float: 'number',
  boolean: 'boolean',
  object: 'json',
  date: 'date',
  datetime: 'timestamp',
};

/** What a Fides dataset says of its collections, by name. */
export function readDatasets(given: Given): ReadonlyMap<string, DescribedFields> {
  const datasets = given.items('dataset');
  for (const dataset of datasets)
    dataset.pass('fides_key', 'name', 'description', 'organization_fides_key', 'meta', 'data_categories');
  const collections = datasets.flatMap((dataset) => dataset.items('collections'));
  return new Map(collections.map((collection) => [collection.text('name', ''), fieldsOf(collection)]));
}

function fieldsOf(collection: Given): DescribedFields {
  collection.pass('description', 'data_categories', 'fides_meta', 'fidesops_meta');
  const notes: string[] = [];
  const key: string[] = [];
  const fields = collection.items('fields').map((field) => {
    const name = field.text('name', '');
    if (metaOf(field).get('primary_key').taken() === true) key.push(name);
    return [name, fieldOf(name, field, notes)] as const;
  });
  notes.push(...leftoversOf(collection));
  return { key, fields: Object.fromEntries(fields), notes };
}

/** What nobody took of a part that is done with, as one remark. */
export function leftoversOf(given: Given): readonly string[] {
  const left = given.leftovers();
  given.taken();
  return left.length === 0 ? [] : [`not taken over: ${left.join(', ')}`];
}

function metaOf(field: Given): Given {
  const meta = field.get('fides_meta');
  return meta.exists ? meta : field.get('fidesops_meta');
}

function fieldOf(name: string, field: Given, notes: string[]): Group {
  field.pass('description');
  const meta = metaOf(field);
  meta.pass('length', 'return_all_elements');
  const dataType = meta.text('data_type', '');
  const isGroup = field.get('fields').exists;
  const type = isGroup || dataType.endsWith('[]') ? 'json' : entryOf(TYPES, dataType);
  const categories = categoriesOf(field);
  if (isGroup) {
    const inside = innerCategories(field, name);
    if (inside.length > 0) notes.push(`what ${name} holds inside: ${inside.join(', ')}. Say the category of the whole`);
    return { type: 'json' };
  }
  return { ...(type === undefined ? {} : { type }), ...classified(name, categories, notes) };
}

function categoriesOf(field: Given): readonly string[] {
  const value = field.get('data_categories').taken();
  return Array.isArray(value) ? value.map(String) : [];
}

/** One category is said; of several that are known, a human chooses. */
function classified(name: string, categories: readonly string[], notes: string[]): Group {
  const personal = categories.filter((category) => !isOfTheSystem(category));
  const [only, ...more] = personal;
  if (only === undefined) return {};
  const known = knownCategory(only);
  if (known === undefined || more.length > 0) {
    notes.push(`the category of ${name} in Fides is ${personal.join(', ')}: which term of the Data Privacy Vocabulary is it?`);
  }
  return known ?? {};
}

/** The personal categories of the fields in a group, each with its path. */
function innerCategories(group: Given, path: string): readonly string[] {
  return group.items('fields').flatMap((field) => {
    const at = `${path}.${field.text('name', '')}`;
    field.pass('description', 'fides_meta', 'fidesops_meta');
    const own = categoriesOf(field).filter((category) => !isOfTheSystem(category));
    return [...own.map((category) => `${at} (${category})`), ...innerCategories(field, at)];
  });
}
