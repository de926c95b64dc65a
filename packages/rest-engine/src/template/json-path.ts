import type { JsonObject, JsonValue } from '@habeas/connector-sdk';

/**
 * Everything that a path leads to: `results`, `paging.next.after`, `0.errorCode`, `positions[].attendee_email`. `.` is the
 * value itself; `[]` goes through the items of a list. What is not there is nothing.
 */
export function valuesAt(value: JsonValue, path: string): readonly JsonValue[] {
  const steps = path === '.' ? [] : path.replaceAll('[]', '.[]').replace(/^\./u, '').split('.');
  return steps.reduce<readonly JsonValue[]>((values, step) => values.flatMap((each) => within(each, step)), [value]);
}

/** The one value that a path leads to, or `undefined`. */
export function valueOf(value: JsonValue, path: string): JsonValue | undefined {
  return valuesAt(value, path)[0];
}

function within(value: JsonValue, step: string): readonly JsonValue[] {
  if (step === '[]') return Array.isArray(value) ? (value as readonly JsonValue[]) : [];
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return [];
  const inner = (value as JsonObject)[step];
  return inner === undefined ? [] : [inner];
}
