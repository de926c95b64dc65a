import type { JsonObject, JsonValue } from '@habeas/connector-sdk';

/** A value with another written into it at a path as manifests name them: `results`, `paging.next.after`, `results[].to`, `.`. */
export function writeAt(into: JsonValue | undefined, path: string, value: JsonValue): JsonValue {
  return written(into, path === '.' ? [] : path.replaceAll('[]', '.[]').replace(/^\./u, '').split('.'), value);
}

function written(into: JsonValue | undefined, [step, ...rest]: readonly string[], value: JsonValue): JsonValue {
  if (step === undefined) return value;
  if (step === '[]' || /^\d+$/u.test(step)) {
    const items = Array.isArray(into) ? [...(into as readonly JsonValue[])] : [];
    const index = step === '[]' ? 0 : Number(step);
    items[index] = written(items[index], rest, value);
    return items;
  }
  const group = typeof into === 'object' && into !== null && !Array.isArray(into) ? (into as JsonObject) : {};
  return Object.fromEntries([...Object.entries(group), [step, written(group[step], rest, value)]]);
}
