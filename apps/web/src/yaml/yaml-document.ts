import { type Document, isMap, isScalar, isSeq, parseDocument, type YAMLMap } from 'yaml';

/** Where something stands in a text of the configuration. */
export type YamlPath = readonly string[];

/** Sets a value, or removes it where there is none. What stands around it, and every comment, stays. */
export function withValue(text: string, path: YamlPath, value: string | number | boolean | object | undefined): string {
  return changed(text, path, (holder, key, document) => {
    if (value === undefined) holder.delete(key);
    else put(holder, key, typeof value === 'object' ? document.createNode(value) : value);
  });
}

/** Whether a part can be changed here: what is said once and used twice (`*alias`) is edited as YAML. */
export function isEditable(text: string, path: YamlPath): boolean {
  let node: unknown = readOnce(text)?.contents;
  if (node === undefined) return false;
  for (const name of path) {
    if (isBlank(node)) return true;
    const map = asMap(node);
    if (map === undefined) return false;
    node = map.get(name, true);
  }
  return isBlank(node) || asMap(node) !== undefined;
}

/** Changes the group of keys that holds a path, and writes the text anew. Nothing where it cannot be read, or says one thing for two. */
export function changed(
  text: string,
  path: YamlPath,
  change: (holder: YAMLMap, key: string, document: Document) => void,
): string {
  const document = parsed(text);
  const key = path.at(-1);
  const holder = document === undefined ? undefined : holderAt(document, path.slice(0, -1));
  if (document === undefined || holder === undefined || key === undefined) return text;
  change(holder, key, document);
  return document.toString({ lineWidth: 120 });
}

/** Sets a value beside its comment. Quotes that were only needed for what stood there before are left out. */
export function put(holder: YAMLMap, key: string, value: unknown): void {
  const old = holder.get(key, true);
  if (isScalar(old) && old.type === 'QUOTE_DOUBLE') delete old.type;
  holder.set(key, value);
}

/** The document of a text that can be read as a group of keys. */
export function parsed(text: string): Document | undefined {
  const document = parseDocument(text, { schema: 'core', merge: false });
  return document.errors.length === 0 && isMap(document.contents) ? document : undefined;
}

let last: { readonly text: string; readonly document: Document | undefined } | undefined;

/** The same, to be looked at and never changed: a form that asks for each of its parts parses the text once. */
export function readOnce(text: string): Document | undefined {
  if (last?.text !== text) last = { text, document: parsed(text) };
  return last.document;
}

/** A node as a group of keys. */
export function asMap(node: unknown): YAMLMap | undefined {
  return isMap(node) && !isSeq(node) ? node : undefined;
}

/** The keys of a group. */
export function namesOf(map: YAMLMap | undefined): readonly string[] {
  return (map?.items ?? []).map(({ key }) => (isScalar(key) ? String(key.value) : String(key)));
}

/** A text of a group; empty where there is none. */
export function stringOf(map: YAMLMap | undefined, key: string): string {
  const value = map?.get(key);
  return typeof value === 'string' ? value : '';
}

/** The group of keys at a path; where nothing stands yet, it is made. */
function holderAt(document: Document, path: YamlPath): YAMLMap | undefined {
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
