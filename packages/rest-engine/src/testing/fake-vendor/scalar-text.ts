import type { JsonValue } from '@habeas/connector-sdk';

/** A value as addresses and headers write it: `7` and `"7"` are the same. */
export function scalarText(value: JsonValue | undefined): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
