import { createHash } from 'node:crypto';
import type { JsonObject, JsonValue } from '@habeas/connector-sdk';

/** A digest of all that a record holds, whatever the order of its keys: two records with one digest are the same. */
export function digestOf(record: JsonValue): string {
  return createHash('sha256')
    .update(JSON.stringify(inOrder(record)))
    .digest('hex')
    .slice(0, 32);
}

function inOrder(value: JsonValue): JsonValue {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map(inOrder);
  const entries = Object.entries(value as JsonObject).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, inner]) => [name, inOrder(inner)]));
}
