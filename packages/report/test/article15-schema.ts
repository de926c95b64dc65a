import { readFileSync } from 'node:fs';
import type { JsonObject, JsonValue } from '@habeas/connector-sdk';
import { Ajv2020 } from 'ajv/dist/2020.js';

const schema = JSON.parse(readFileSync(new URL('../schemas/article15.schema.json', import.meta.url), 'utf8')) as JsonObject;
const isArticleFifteen = new Ajv2020({ strict: true, strictRequired: true, allErrors: true, allowUnionTypes: true }).compile(
  schema,
);

/** What of a document is not as `schemas/article15.schema.json` wants it: nothing where it conforms. */
export function schemaFaults(document: JsonValue): readonly string[] {
  if (isArticleFifteen(document)) return [];
  return (isArticleFifteen.errors ?? []).map(
    ({ instancePath, message = '', params }) => `${instancePath}: ${message} ${JSON.stringify(params)}`,
  );
}

/** A property, with the objects and indexes that lead to it. */
export type PropertyPath = readonly (string | number)[];

/** Every property of a document, at any depth. */
export function propertiesOf(value: JsonValue, path: PropertyPath = []): readonly PropertyPath[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    const isItem = Array.isArray(value);
    const here = [...path, isItem ? Number(key) : key];
    return [...(isItem ? [] : [here]), ...propertiesOf(child, here)];
  });
}

/** The document without a property, or with another value of it. */
export function changedAt(value: JsonValue, [key, ...rest]: PropertyPath, child?: JsonValue): JsonValue {
  const change = (old: JsonValue): JsonValue | undefined => (rest.length === 0 ? child : changedAt(old, rest, child));
  if (Array.isArray(value))
    return (value as readonly JsonValue[]).map((item, index) => (index === key ? (change(item) ?? null) : item));
  const entries = Object.entries(value as JsonObject).map(([name, old]) => [name, name === key ? change(old) : old] as const);
  return Object.fromEntries(entries.filter((entry): entry is [string, JsonValue] => entry[1] !== undefined));
}
