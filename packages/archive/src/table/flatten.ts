import type { JsonValue } from '@habeas/connector-sdk';

const DEEPEST = 5;

/** The name of the only leaf of an element that is no object. */
export const VALUE_LEAF = '_value';

/**
 * The leaves of an element of a nested value, by path: `{a: {b: 1}}` has `a.b`. Within a name a dot is written `\.` and
 * a backslash twice, and a name without letters is a lone backslash, so two paths never look the same. Lists, empty objects and what lies deeper than five levels are leaves themselves.
 */
export function flatten(element: JsonValue): Map<string, JsonValue> {
  const leaves = new Map<string, JsonValue>();
  if (isObject(element)) collect(leaves, element, '', 1);
  else leaves.set(VALUE_LEAF, element);
  return leaves;
}

function collect(
  leaves: Map<string, JsonValue>,
  object: Readonly<Record<string, JsonValue>>,
  prefix: string,
  depth: number,
): void {
  for (const [name, value] of Object.entries(object)) {
    const path = prefix + (name === '' ? '\\' : name.replaceAll('\\', '\\\\').replaceAll('.', '\\.'));
    if (isObject(value) && depth < DEEPEST && Object.keys(value).length > 0) collect(leaves, value, `${path}.`, depth + 1);
    else leaves.set(path, value);
  }
}

function isObject(value: JsonValue): value is Readonly<Record<string, JsonValue>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
