import type { JsonObject, JsonValue } from '@habeas/connector-sdk';

/** A hole of a template: `${lists.id}` is the path `lists`, `id`. */
export interface Hole {
  readonly path: readonly string[];
}

/** A text with holes, in order: `/lists/`, the hole, `/members`. */
export type Template = readonly (string | Hole)[];

/** The values that holes can name, as one tree: `{ config: …, id: …, parent: … }`. */
export type Scope = JsonObject;

const HOLE = /\$\{([^}]*)\}/gu;
const PATH = /^[A-Za-z_$][\w$-]*(?:\.[\w$-]+)*$/u;

/** The holes of a text whose path cannot be read, as they stand in it. */
export function brokenHoles(text: string): readonly string[] {
  return Array.from(text.matchAll(HOLE), ([hole, path]) => ({ hole, path: path ?? '' }))
    .filter(({ path }) => !PATH.test(path))
    .map(({ hole }) => hole);
}

/** Reads a text whose holes are sound. */
export function parseTemplate(text: string): Template {
  const parts: (string | Hole)[] = [];
  let from = 0;
  for (const { 0: hole, 1: path, index } of text.matchAll(HOLE)) {
    if (index > from) parts.push(text.slice(from, index));
    parts.push({ path: (path ?? '').split('.') });
    from = index + hole.length;
  }
  if (from < text.length) parts.push(text.slice(from));
  return parts;
}

/** The paths of a template's holes. */
export function holesOf(template: Template): readonly (readonly string[])[] {
  return template.flatMap((part) => (typeof part === 'string' ? [] : [part.path]));
}

/** What a path names in a scope; `undefined` where there is nothing of that name. Only own members count. */
export function valueAt(scope: JsonValue, path: readonly string[]): JsonValue | undefined {
  return path.reduce<JsonValue | undefined>((value, step) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    return (value as JsonObject)[step];
  }, scope);
}

/** A hole had nothing to be filled with: the path it names. The request cannot be made for this person, parent or item. */
export class EmptyHole extends Error {
  override readonly name = 'EmptyHole';

  constructor(readonly path: readonly string[]) {
    super(`nothing stands at ${path.join('.')}`);
  }
}

/**
 * The text of a template, each hole filled with its value as `encode` writes it. Throws {@link EmptyHole} where a value is
 * missing, null or empty: a filter by nothing would find everybody.
 */
export function fill(template: Template, scope: Scope, encode: (value: string) => string): string {
  return template.map((part) => (typeof part === 'string' ? part : encode(textAt(scope, part.path)))).join('');
}

/** The value of a template that is one hole and nothing else keeps its type; of any other it is a text. */
export function fillValue(template: Template, scope: Scope): JsonValue {
  const [only, ...more] = template;
  if (only === undefined || typeof only === 'string' || more.length > 0) return fill(template, scope, (text) => text);
  const value = valueAt(scope, only.path);
  if (value === undefined || value === null || value === '') throw new EmptyHole(only.path);
  return value;
}

function textAt(scope: Scope, path: readonly string[]): string {
  const value = valueAt(scope, path);
  if (Array.isArray(value) && value.length > 0) return value.map(String).join(',');
  if (value === undefined || value === null || value === '' || typeof value === 'object') throw new EmptyHole(path);
  return String(value);
}
