import type { JsonObject, JsonValue } from '@habeas/connector-sdk';
import type { Manifest } from '../../manifest/manifest.js';
import type { RequestSpec } from '../../manifest/request-schema.js';
import { groupAt, groupOf, listAt, resolved, textAt, type Specification } from './specification.js';

/** An operation of a specification. */
export interface Operation {
  readonly specification: Specification;
  readonly operation: JsonObject;
  /** The names of the parameters of its query. */
  readonly parameters: ReadonlySet<string>;
}

/** What a specification has at the path of a request: the closest of its paths, and the operation of its method there. */
export function operationOf(
  specifications: readonly Specification[],
  manifest: Manifest,
  spec: RequestSpec,
): { readonly isPathKnown: boolean; readonly found: Operation | undefined } {
  const base = pathOf(manifest.base);
  const wanted = spec.get ?? spec.post ?? '';
  const candidates = specifications.flatMap((specification) =>
    Object.entries(groupAt(specification.document, 'paths')).flatMap(([path, item]) => {
      const closeness = Math.max(
        ...[wanted, `${base}${wanted}`].flatMap((one) =>
          [path, `${specification.prefix}${path}`].map((other) => likeness(one, other)),
        ),
      );
      return closeness < 0 ? [] : [{ specification, item: groupOf(item), closeness }];
    }),
  );
  const best = candidates
    .sort((a, b) => b.closeness - a.closeness)
    .filter(({ closeness }, _, [first]) => closeness === first?.closeness);
  const method = spec.get === undefined ? 'post' : 'get';
  const [found] = best.flatMap(({ specification, item }) =>
    item[method] === undefined ? [] : [withParameters(specification, item, groupAt(item, method))],
  );
  return { isPathKnown: best.length > 0, found };
}

/** What of a base is the same wherever the API is. */
function pathOf(base: string): string {
  const plain = base.replace(/^\$\{[^}]*\}/u, 'https://host.example').replace(/\$\{[^}]*\}/gu, 'x');
  return URL.canParse(plain) ? new URL(plain).pathname.replace(/\/$/u, '') : '';
}

/** How many steps of two paths are the same word; -1 where they are not the same path. */
function likeness(wanted: string, described: string): number {
  const [one, other] = [wanted, described].map((path) => path.replace(/\/$/u, '').split('/'));
  if (one === undefined || other?.length !== one.length) return -1;
  let words = 0;
  for (const [index, step] of one.entries()) {
    const there = other[index] ?? '';
    if (step === there) words += 1;
    else if (!/\{[^}]*\}/u.test(there)) return -1;
  }
  return words;
}

function withParameters(specification: Specification, item: JsonObject, operation: JsonObject): Operation {
  const all: readonly JsonValue[] = [...listAt(item, 'parameters'), ...listAt(operation, 'parameters')];
  const inQuery = all.map((each) => resolved(specification, each)).filter((each) => each['in'] === 'query');
  return { specification, operation, parameters: new Set(inQuery.flatMap((each) => textAt(each, 'name') ?? [])) };
}
