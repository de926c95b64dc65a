import type { JsonValue } from '@habeas/connector-sdk';

/** What stands in the recording for a text, a number, true or false. */
export type Leaf = (value: string | number | boolean) => JsonValue;

/** What of a reply may be kept, by where it stands. Lists are gone through, whatever a path says of them. */
export interface Allowed {
  leaf?: Leaf;
  /** Kept as a word where there is anything at all: its presence has a meaning. */
  isPresence?: boolean;
  readonly members: Map<string, Allowed>;
}

/** Nothing yet. */
export function nothingAllowed(): Allowed {
  return { members: new Map() };
}

/** Allows what stands at a path as manifests write it: `paging.next.after`, `results[].to`, `.`. The first word on a place stands. */
export function allow(root: Allowed, path: string, leaf: Leaf): void {
  placeIn(root, path).leaf ??= leaf;
}

/** The place of a path, in which further places may be allowed. */
export function placeIn(root: Allowed, path: string): Allowed {
  const steps = path.split(/\.|\[\]/u).filter((step) => step !== '' && !/^\d+$/u.test(step));
  return steps.reduce((place, step) => {
    const inner = place.members.get(step) ?? nothingAllowed();
    place.members.set(step, inner);
    return inner;
  }, root);
}

/** What may be kept of a value: made anew of what is allowed, so that nothing else can be left in it. */
export function kept(value: JsonValue, allowed: Allowed): JsonValue {
  if (value === null) return null;
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map((each) => kept(each, allowed));
  if (typeof value !== 'object') return allowed.leaf?.(value) ?? null;
  if (allowed.members.size === 0) return allowed.isPresence === true ? 'present' : null;
  const members = [...allowed.members].filter(([name]) => Object.hasOwn(value, name));
  return Object.fromEntries(
    members.map(([name, inner]) => [name, kept((value as Readonly<Record<string, JsonValue>>)[name] ?? null, inner)]),
  );
}
