import type { JsonObject, JsonValue } from '@habeas/connector-sdk';
import { isLedUpTo } from '../../manifest/collection-faults.js';
import type { Manifest } from '../../manifest/manifest.js';
import { holesOf, parseTemplate } from '../../template/template.js';

type Collection = Manifest['collections'][string];

/**
 * The collections of a manifest: of those that are alike but for their names, which the engine treats alike, one, or so many.
 * Alike are those that are found, read, owned and paged in the same way, and own as much themselves.
 */
export function unlikeCollections(manifest: Manifest, most = 1): readonly string[] {
  const shapes = new Map<string, readonly string[]>();
  for (const [name, spec] of Object.entries(manifest.collections)) {
    const shape = JSON.stringify([shapeOf(spec), standingOf(manifest, name)]);
    shapes.set(shape, [...(shapes.get(shape) ?? []), name].slice(0, most));
  }
  return [...shapes.values()].flat();
}

/** The collections with files: of those whose files are asked for alike, one. */
export function unlikeFiles({ collections }: Manifest): readonly string[] {
  const shapes = new Map<string, string>();
  for (const [name, { files }] of Object.entries(collections)) {
    const shape = JSON.stringify(Object.values(files).map((file) => Object.keys(file)));
    if (Object.keys(files).length > 0 && !shapes.has(shape)) shapes.set(shape, name);
  }
  return [...shapes.values()];
}

function shapeOf({ key, record, lift, set, properties, find, read, of, files, context }: Collection): JsonValue {
  return [
    [key.length, record ?? null, lift, Object.values(set), properties?.chunk ?? null, Object.keys(files).length, context],
    blanked(JSON.parse(JSON.stringify({ find, read, of })) as JsonObject),
  ];
}

/** How others depend on a collection. */
function standingOf(manifest: Manifest, name: string): JsonValue {
  const owned = Object.values(manifest.collections).filter(({ of }) => Object.hasOwn(of, name));
  return [owned.length, isLedUpTo(manifest, name)];
}

const SENT: ReadonlySet<string> = new Set(['get', 'post', 'query', 'body']);

/** All that ways of asking say, but of what is sent the holes alone. */
function blanked(value: JsonValue): JsonValue {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map(blanked);
  const members = Object.entries(value as JsonObject);
  return Object.fromEntries(members.map(([name, inner]) => [name, SENT.has(name) ? holesIn(inner) : blanked(inner)]));
}

function holesIn(sent: JsonValue): JsonValue {
  return holesOf(parseTemplate(JSON.stringify(sent))).map((path) => path.join('.'));
}
