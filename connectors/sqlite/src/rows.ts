import type { SqlRow, SqlValue } from '@habeas/sql-engine';

/** What the driver delivers with big integers switched on. */
export type DriverValue = string | number | bigint | Uint8Array | null;

/** A row of values as a row by name. Integers that a double cannot hold become strings of digits. */
export function namedRow(names: readonly string[], values: readonly DriverValue[]): SqlRow {
  const row: Record<string, SqlValue> = {};
  for (let index = 0; index < names.length; index += 1) {
    const value = values[index] ?? null;
    row[names[index] ?? ''] = typeof value === 'bigint' ? integer(value) : value;
  }
  return row;
}

function integer(value: bigint): number | string {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : String(value);
}
