import type { JsonObject, JsonValue } from '@habeas/connector-sdk';
import type { Manifest } from '../../manifest/manifest.js';
import type { RequestSpec } from '../../manifest/request-schema.js';
import { shapeAt } from './shape.js';
import { groupAt, groupOf, listAt, resolved, textAt, type Specification } from './specification.js';

/** An operation of a specification. */
export interface Operation {
  readonly specification: Specification;
  readonly operation: JsonObject;
  /** Whether its query may hold a parameter of this name: `filter[0][type]` too, where `filter` is a group or a list. */
  readonly hasParameter: (name: string) => boolean;
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
  const hasParameter = (name: string): boolean =>
    inQuery.some((each) => textAt(each, 'name') === name) || isInGroup(specification, inQuery, name);
  return { specification, operation, hasParameter };
}

/** OpenAPI's way of writing groups in a query: `deepObject`. */
function isInGroup(specification: Specification, parameters: readonly JsonObject[], name: string): boolean {
  const [group, ...steps] = name.replaceAll(']', '').split('[');
  return (
    steps.length > 0 &&
    parameters
      .filter((each) => each['name'] === group && each['style'] === 'deepObject')
      .some((each) => shapeAt(specification, [each['schema'] ?? {}], steps.join('.')) !== undefined)
  );
}
