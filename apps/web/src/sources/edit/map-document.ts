import type { YAMLMap } from 'yaml';
import { asMap, changed, namesOf, put, readOnce, stringOf, withValue, type YamlPath } from '../../yaml/yaml-document.js';

/** A text in the languages of the console; a third language that stands in the file stays there. */
export interface Texts {
  readonly en: string;
  readonly fr: string;
}

/** A field as somebody edits it. */
export interface EditedField {
  readonly name: string;
  readonly title: Texts;
  readonly description: Texts;
  readonly category: string;
  readonly origin: string;
  readonly kind: string;
  readonly namespace: string;
  readonly marks: readonly Mark[];
  /** Of somebody else’s data: whether the person gave them for a use of their own. `undefined` where nobody has said so. */
  readonly ownUse: boolean | undefined;
}

/** How rows refer to others. */
export interface EditedReference {
  readonly name: string;
  readonly to: string;
  readonly as: string;
}

/** A collection as somebody edits it. */
export interface EditedCollection {
  readonly name: string;
  readonly title: Texts;
  readonly description: Texts;
  readonly activity: string;
  readonly isSearched: boolean;
  readonly reason: string;
  readonly references: readonly EditedReference[];
  readonly fields: readonly EditedField[];
}

/** What a field is known to be, yes or no. */
export const MARKS = ['special', 'thirdParty', 'freeText', 'secret'] as const;
export type Mark = (typeof MARKS)[number];

/** The collections of a data map. `undefined` while its YAML cannot be read at all. */
export function collectionsOf(text: string): readonly EditedCollection[] | undefined {
  const document = readOnce(text);
  if (document === undefined) return undefined;
  const collections = asMap(document.get('collections', true));
  return namesOf(collections).map((name) => collectionOf(name, asMap(collections?.get(name, true))));
}

/** Sets a text in its languages: in English alone it is a text, with another it is one for each. */
export function withTexts(text: string, path: YamlPath, { en, fr }: Texts): string {
  return changed(text, path, (holder, key, document) => {
    const old = asMap(holder.get(key, true));
    const others = namesOf(old).filter((language) => language !== 'en' && language !== 'fr');
    const given = Object.entries({ en, fr }).filter(([, said]) => said !== '');
    if (old !== undefined && (given.length > 0 || others.length > 0)) {
      old.delete('en');
      old.delete('fr');
      for (const [language, said] of given) put(old, language, said);
    } else if (given.length === 0) holder.delete(key);
    else if (fr === '') put(holder, key, en);
    else holder.set(key, document.createNode(Object.fromEntries(given), { flow: true }));
  });
}

/** Says of a field whether it is something, and takes away what is only said where it is. */
export function withMark(text: string, field: YamlPath, mark: Mark, isSo: boolean): string {
  const marked = withValue(text, [...field, mark], isSo ? true : undefined);
  return mark === 'thirdParty' && !isSo ? withValue(marked, [...field, 'ownUse'], undefined) : marked;
}

/** Says what a field identifies a person by: nothing, a kind, or the kind with who issued it. */
export function withKind(text: string, field: YamlPath, kind: string, namespace: string): string {
  const path = [...field, 'identifier'];
  if (kind === '') return withValue(text, path, undefined);
  return changed(text, path, (holder, key, document) => {
    const old = asMap(holder.get(key, true));
    if (old !== undefined) {
      put(old, 'kind', kind);
      if (kind !== 'id') old.delete('namespace');
      else put(old, 'namespace', namespace);
      // The part of a name is of no other kind
      if (kind !== 'name') old.delete('part');
    } else if (kind === 'id') holder.set(key, document.createNode({ kind, namespace }, { flow: true }));
    else put(holder, key, kind);
  });
}

function collectionOf(name: string, map: YAMLMap | undefined): EditedCollection {
  const references = asMap(map?.get('references', true));
  const fields = asMap(map?.get('fields', true));
  return {
    name,
    title: textsOf(map, 'title'),
    description: textsOf(map, 'description'),
    activity: stringOf(map, 'activity'),
    isSearched: stringOf(map, 'personal') !== 'none',
    reason: stringOf(map, 'reason'),
    references: namesOf(references).map((each) => {
      const reference = asMap(references?.get(each, true));
      return { name: each, to: stringOf(reference, 'to'), as: stringOf(reference, 'as') };
    }),
    fields: namesOf(fields).map((each) => fieldOf(each, asMap(fields?.get(each, true)))),
  };
}

function fieldOf(name: string, map: YAMLMap | undefined): EditedField {
  const identifier = asMap(map?.get('identifier', true));
  return {
    name,
    title: textsOf(map, 'title'),
    description: textsOf(map, 'description'),
    category: stringOf(map, 'category'),
    origin: stringOf(map, 'origin'),
    kind: identifier === undefined ? stringOf(map, 'identifier') : stringOf(identifier, 'kind'),
    namespace: stringOf(identifier, 'namespace'),
    marks: MARKS.filter((mark) => map?.get(mark) === true),
    ownUse: booleanOf(map?.get('ownUse')),
  };
}

function booleanOf(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

function textsOf(map: YAMLMap | undefined, key: string): Texts {
  const texts = asMap(map?.get(key, true));
  return texts === undefined ? { en: stringOf(map, key), fr: '' } : { en: stringOf(texts, 'en'), fr: stringOf(texts, 'fr') };
}
