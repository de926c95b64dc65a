import type { JsonObject } from '@habeas/connector-sdk';

/** `null` for what is missing: the one place where SQL's word is written. */
export function orNull<T>(value: T | undefined): T | null {
  return value ?? null;
}

/** A property that is there only where the column holds something. */
export function optional<Name extends string, T, U>(
  name: Name,
  value: T | null,
  read: (value: T) => U,
): Partial<Readonly<Record<Name, U>>> {
  return value === null ? {} : ({ [name]: read(value) } as Readonly<Record<Name, U>>);
}

/** A value as it is. */
export function same<T>(value: T): T {
  return value;
}

/** A point in time from its milliseconds. */
export function time(milliseconds: number): Date {
  return new Date(milliseconds);
}

/** The milliseconds of a point in time, or `null`. */
export function millisecondsOrNull(at: Date | undefined): number | null {
  return at === undefined ? null : at.getTime();
}

/** JSON that a mapper of this folder wrote, so its shape is known. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller names the shape, in one word instead of a cast
export function fromJson<T>(text: string): T {
  return JSON.parse(text) as T;
}

/** JSON of what is there, or `null`. */
export function jsonOrNull(value: object | undefined): string | null {
  return value === undefined ? null : JSON.stringify(value);
}

/** The object in a column of details or progress. */
export function jsonObject(text: string): JsonObject {
  return fromJson<JsonObject>(text);
}
