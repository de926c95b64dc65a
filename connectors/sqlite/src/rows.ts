import type { SqlRow, SqlValue } from '@habeas/sql-engine';

/** What the driver delivers with big integers switched on. */
export type DriverValue = string | number | bigint | Uint8Array | null;

/** Makes rows by name from rows of values. Integers that a double cannot hold become strings of digits. */
export function rowNamer(names: readonly string[]): (values: readonly DriverValue[]) => SqlRow {
  // Copies of one empty row take their values in place, which costs half of what building an object does.
  const empty: SqlRow = Object.fromEntries(names.map((name) => [name, null]));
  return (values) => {
    const row: Record<string, SqlValue> = { ...empty };
    for (let index = 0; index < names.length; index += 1) {
      const value = values[index] as DriverValue;
      row[names[index] as string] = typeof value === 'bigint' ? integer(value) : value;
    }
    return row;
  };
}

function integer(value: bigint): number | string {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : String(value);
}
