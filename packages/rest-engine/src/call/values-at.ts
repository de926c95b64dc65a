import type { JsonValue } from '@habeas/connector-sdk';

/** What stands at a path of names and positions joined by dots; `*` means every element or member. Nothing where nothing does. */
export function valuesAt(value: JsonValue | undefined, path: string): readonly JsonValue[] {
  const start = value === undefined ? [] : [value];
  return path.split('.').reduce<readonly JsonValue[]>((values, step) => values.flatMap((one) => stepInto(one, step)), start);
}

function stepInto(value: JsonValue, step: string): readonly JsonValue[] {
  if (typeof value !== 'object' || value === null) return [];
  if (step === '*') return Object.values(value);
  return Object.hasOwn(value, step) ? [(value as Readonly<Record<string, JsonValue>>)[step] ?? null] : [];
}
