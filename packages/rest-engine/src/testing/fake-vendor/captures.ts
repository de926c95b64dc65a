import type { JsonValue } from '@habeas/connector-sdk';

/** What a request named, by the hole of the manifest that it stood in: `id`, `parent.id`, `keys`. */
export type Captures = ReadonlyMap<string, JsonValue>;

/** Several parts of a request as one; nothing where one of them is missing, or two of them say different things of one hole. */
export function joined(parts: readonly (Captures | undefined)[]): Captures | undefined {
  const all = new Map<string, JsonValue>();
  for (const part of parts) {
    if (part === undefined) return undefined;
    for (const [name, value] of part) {
      const before = all.get(name);
      if (before !== undefined && JSON.stringify(before) !== JSON.stringify(value)) return undefined;
      all.set(name, value);
    }
  }
  return all;
}
