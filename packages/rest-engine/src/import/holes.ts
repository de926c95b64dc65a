import type { Group } from './given.js';

/** What a request names of an item of another endpoint. */
export interface Ref {
  readonly endpoint: string;
  readonly field: string;
}

const REF = /\$\{ref\.([\w-]+)\.([^}]*)\}/gu;
const ID = '${id}';

/** How a request names a field of an item of another endpoint until it is known whether that is an owner or a listing. */
export function refHole({ endpoint, field }: Ref): string {
  return `\${ref.${endpoint}.${field}}`;
}

/** All that a request names of other endpoints. */
export function refsOf(request: unknown): readonly Ref[] {
  const found = textsIn(request).flatMap((text) =>
    Array.from(text.matchAll(REF), ([, endpoint = '', field = '']) => ({ endpoint, field })),
  );
  return found.filter((ref, index) => found.findIndex((one) => refHole(one) === refHole(ref)) === index);
}

/** The path of a request. */
export function pathOf({ get, post }: Group): string {
  return [get, post].find((path) => typeof path === 'string') ?? '';
}

/** Whether a request names the identifier of a person. */
export function asksForPerson(request: unknown): boolean {
  return textsIn(request).some((text) => text.includes(ID));
}

/** Puts a hole of the manifest in place of each reference. */
export function withRefs(request: Group, hole: (ref: Ref) => string): Group {
  return replaced(request, (text) =>
    text.replaceAll(REF, (_, endpoint: string, field: string) => hole({ endpoint, field })),
  ) as Group;
}

function replaced(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((inner: unknown) => replaced(inner, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]: [string, unknown]) => [name, replaced(inner, change)]));
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap((inner: unknown) => textsIn(inner)) : [];
}
