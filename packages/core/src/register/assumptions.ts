import type { RegisterPath } from './backing.js';
import type { Register } from './register.js';

/** A fact of the register that no statement of the controller backs: to be confirmed by the officer. */
export interface RegisterAssumption {
  readonly path: RegisterPath;
  /** Why it is assumed; empty where the register does not say, which is a fault of the register. */
  readonly reason: string;
}

/** Everything that is assumed, in the order of the file (PRF-03). It is for the officer, never for the person's report. */
export function assumptionsOf(register: Register): readonly RegisterAssumption[] {
  return [...groupsIn(register, [])].flatMap(({ path, group }) =>
    group['assumed'] === true ? [{ path, reason: typeof group['reason'] === 'string' ? group['reason'] : '' }] : [],
  );
}

/** A group of keys somewhere in a register. */
export interface RegisterGroup {
  readonly path: RegisterPath;
  readonly group: Readonly<Record<string, unknown>>;
}

/** Every group of keys in a value, outer ones first. */
export function* groupsIn(value: unknown, path: RegisterPath): Iterable<RegisterGroup> {
  if (Array.isArray(value)) {
    for (const [index, inner] of value.entries()) yield* groupsIn(inner, [...path, index]);
  } else if (typeof value === 'object' && value !== null) {
    yield { path, group: value as Readonly<Record<string, unknown>> };
    for (const [key, inner] of Object.entries(value)) yield* groupsIn(inner, [...path, key]);
  }
}
