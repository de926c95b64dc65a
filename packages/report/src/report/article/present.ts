import type { JsonObject, JsonValue } from '@habeas/connector-sdk';

/** The object without what is not known. */
export function present(values: Readonly<Record<string, JsonValue | undefined>>): JsonObject {
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, JsonValue] => entry[1] !== undefined));
}
