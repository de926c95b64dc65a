import { type Document, isMap, isScalar, isSeq, parseDocument, type YAMLMap } from 'yaml';

/** Where something stands in a data map. */
export type MapPath = readonly string[];
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
  readonly isEditable: boolean;
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
  /** Whether it can be changed here: what is said once and used twice (`*alias`) is edited as YAML. */
  readonly isEditable: boolean;
}

/** What a field is known to be, yes or no. */
export const MARKS = ['special', 'thirdParty', 'freeText', 'secret'] as const;
export type Mark = (typeof MARKS)[number];

/** The collections of a data map, from one reading of it. `undefined` while its YAML cannot be read at all. */
export function collectionsOf(text: string): readonly EditedCollection[] | undefined {
  const document = parsed(text);
  if (document === undefined) return undefined;
  const collections = asMap(document.get('collections', true));
  return namesOf(collections).map((name) => collectionOf(name, collections?.get(name, true)));
}

/** Sets a value, or removes it where there is none. What stands around it, and every comment, stays. */
export function withValue(text: string, path: MapPath, value: string | boolean | object | undefined): string {
  return changed(text, path, (holder, key, document) => {
    if (value === undefined) holder.delete(key);
    else put(holder, key, typeof value === 'object' ? document.createNode(value) : value);
  });
}

/** Sets a text in its languages: in English alone it is a text, with another it is one for each. */
export function withTexts(text: string, path: MapPath, { en, fr }: Texts): string {
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

/** Says what a field identifies a person by: nothing, a kind, or the kind with who issued it. */
export function withKind(text: string, field: MapPath, kind: string, namespace: string): string {
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

function changed(text: string, path: MapPath, change: (holder: YAMLMap, key: string, document: Document) => void): string {
  const document = parsed(text);
  const key = path.at(-1);
  const holder = document === undefined ? undefined : holderAt(document, path.slice(0, -1));
  if (document === undefined || holder === undefined || key === undefined) return text;
  change(holder, key, document);
  return document.toString({ lineWidth: 120 });
}

/** Sets a value beside its comment. Quotes that were only needed for what stood there before are left out. */
function put(holder: YAMLMap, key: string, value: unknown): void {
  const old = holder.get(key, true);
  if (isScalar(old) && old.type === 'QUOTE_DOUBLE') delete old.type;
  holder.set(key, value);
}

/** The group of keys at a path; where nothing stands yet, it is made. */
function holderAt(document: Document, path: MapPath): YAMLMap | undefined {
  let holder = asMap(document.contents);
  for (const name of path) {
    if (holder === undefined) return undefined;
    const inner = holder.get(name, true);
    if (isBlank(inner)) holder.set(name, document.createNode({}));
    holder = asMap(holder.get(name, true));
  }
  return holder;
}

function isBlank(node: unknown): boolean {
  return node === undefined || (isScalar(node) && node.value === null);
}

/** Whether keys can be put there: it is a group of keys, or nothing yet. */
function isOpen(node: unknown): boolean {
  return isBlank(node) || asMap(node) !== undefined;
}

function parsed(text: string): Document | undefined {
  const document = parseDocument(text, { schema: 'core', merge: false });
  return document.errors.length === 0 && isMap(document.contents) ? document : undefined;
}

function collectionOf(name: string, node: unknown): EditedCollection {
  const map = asMap(node);
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
    fields: namesOf(fields).map((each) => fieldOf(each, fields?.get(each, true))),
    isEditable: isOpen(node),
  };
}

function fieldOf(name: string, node: unknown): EditedField {
  const map = asMap(node);
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
    isEditable: isOpen(node),
  };
}

function textsOf(map: YAMLMap | undefined, key: string): Texts {
  const texts = asMap(map?.get(key, true));
  return texts === undefined ? { en: stringOf(map, key), fr: '' } : { en: stringOf(texts, 'en'), fr: stringOf(texts, 'fr') };
}

function stringOf(map: YAMLMap | undefined, key: string): string {
  const value = map?.get(key);
  return typeof value === 'string' ? value : '';
}

function asMap(node: unknown): YAMLMap | undefined {
  return isMap(node) && !isSeq(node) ? node : undefined;
}

function namesOf(map: YAMLMap | undefined): readonly string[] {
  return (map?.items ?? []).map(({ key }) => (isScalar(key) ? String(key.value) : String(key)));
}
