import type { JsonObject, JsonValue } from '@habeas/connector-sdk';
import { isForEach } from '../../request/build-request.js';
import type { Scope } from '../../template/template.js';
import { joined, type Captures } from './captures.js';
import { valuePattern } from './pattern.js';
import { scalarText } from './scalar-text.js';

/** Reads a body that was made from a manifest's: what stood in its holes. Members that the manifest does not write are for pages. */
export function matchBody(template: JsonValue, body: JsonValue | undefined, config: Scope): Captures | undefined {
  if (body === undefined) return undefined;
  if (typeof template === 'string') return valuePattern(template, config)(body);
  if (typeof template !== 'object' || template === null) return template === body ? new Map() : undefined;
  if (Array.isArray(template)) return matchList(template as readonly JsonValue[], body, config);
  return isForEach(template as JsonObject)
    ? matchEach(template as JsonObject, body, config)
    : matchGroup(template as JsonObject, body, config);
}

function matchList(template: readonly JsonValue[], body: JsonValue, config: Scope): Captures | undefined {
  if (!Array.isArray(body) || body.length !== template.length) return undefined;
  return joined(template.map((inner, index) => matchBody(inner, (body as readonly JsonValue[])[index], config)));
}

function matchGroup(template: JsonObject, body: JsonValue, config: Scope): Captures | undefined {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
  return joined(Object.entries(template).map(([name, inner]) => matchBody(inner, (body as JsonObject)[name], config)));
}

/** A list that was made from another: each item is what its `${item}` was, or a group of what its `${item.field}` were. */
function matchEach(template: JsonObject, body: JsonValue, config: Scope): Captures | undefined {
  if (!Array.isArray(body)) return undefined;
  const items: JsonValue[] = [];
  for (const each of body as readonly JsonValue[]) {
    const found = matchBody(template['as'] ?? null, each, config);
    if (found === undefined) return undefined;
    items.push(found.get('item') ?? groupOf(found));
  }
  return new Map([[scalarText(template['each']), items]]);
}

function groupOf(found: Captures): JsonObject {
  const members = [...found].filter(([name]) => name.startsWith('item.'));
  return Object.fromEntries(members.map(([name, value]) => [name.slice('item.'.length), value]));
}
