import type { JsonObject, JsonValue } from '@habeas/connector-sdk';
import { groupAt, groupOf, listAt, resolved, type Specification } from './specification.js';

/** What a specification says that a value may hold. */
export interface Shape {
  /** The members that are described, by their names. */
  readonly members: ReadonlyMap<string, readonly JsonValue[]>;
  /** What the items of a list are. */
  readonly items: readonly JsonValue[];
  /** It may hold more than is described, or nothing is. */
  readonly isOpen: boolean;
}

/** The shape that some schemas describe between them: what one of them allows is allowed. */
export function shapeOf(specification: Specification, schemas: readonly JsonValue[]): Shape {
  const members = new Map<string, JsonValue[]>();
  const items: JsonValue[] = [];
  const all = schemas.flatMap((schema) => parts(specification, schema, new Set()));
  for (const schema of all) {
    for (const [name, inner] of Object.entries(groupAt(schema, 'properties')))
      members.set(name, [...(members.get(name) ?? []), inner]);
    if (schema['items'] !== undefined) items.push(schema['items']);
  }
  const additional = all.some(
    (schema) => schema['additionalProperties'] !== undefined && schema['additionalProperties'] !== false,
  );
  return { members, items, isOpen: additional || (members.size === 0 && items.length === 0) };
}

/** A schema and those it is composed of. */
function parts(specification: Specification, schema: JsonValue, seen: Set<JsonObject>): readonly JsonObject[] {
  const group = resolved(specification, schema);
  if (seen.has(group)) return [];
  seen.add(group);
  const composed = ['allOf', 'oneOf', 'anyOf'].flatMap((name) => listAt(group, name));
  return [group, ...composed.flatMap((inner) => parts(specification, inner, seen))];
}

/** What a path of a manifest leads to: the schemas, `open` where the specification does not say, nothing where it is not there. */
export function shapeAt(
  specification: Specification,
  schemas: readonly JsonValue[],
  path: string,
): readonly JsonValue[] | 'open' | undefined {
  const steps = path === '.' ? [] : path.replaceAll('[]', '.[]').replace(/^\./u, '').split('.');
  let at = schemas;
  for (const step of steps) {
    const shape = shapeOf(specification, at);
    const isItem = step === '[]' || (/^\d+$/u.test(step) && shape.items.length > 0);
    const next: readonly JsonValue[] | undefined = isItem ? shape.items : shape.members.get(step);
    if (next === undefined || next.length === 0) return shape.isOpen ? 'open' : undefined;
    at = next;
  }
  return at;
}

/** What the records of a list are: its items, where it is one. */
export function recordSchemas(specification: Specification, schemas: readonly JsonValue[]): readonly JsonValue[] {
  const { items } = shapeOf(specification, schemas);
  return items.length > 0 ? items : schemas;
}

/** The schemas of what an operation answers when all is well. */
export function replySchemas(specification: Specification, operation: JsonObject): readonly JsonValue[] {
  const replies = Object.entries(groupAt(operation, 'responses')).filter(([status]) => /^2|^default$/u.test(status));
  const good = replies.filter(([status]) => status.startsWith('2'));
  return (good.length > 0 ? good : replies).flatMap(([, reply]) => contentSchemas(resolved(specification, reply)));
}

/** The schemas of what an operation is sent. */
export function bodySchemas(specification: Specification, operation: JsonObject): readonly JsonValue[] {
  const inBody = listAt(operation, 'parameters')
    .map((each) => resolved(specification, each))
    .filter((each) => each['in'] === 'body');
  return [
    ...contentSchemas(resolved(specification, operation['requestBody'])),
    ...inBody.flatMap((each) => each['schema'] ?? []),
  ];
}

function contentSchemas(value: JsonObject): readonly JsonValue[] {
  const content = Object.entries(groupAt(value, 'content')).filter(([type]) => type.includes('json') || type === '*/*');
  const schemas = content.flatMap(([, media]) => groupOf(media)['schema'] ?? []);
  return value['schema'] === undefined ? schemas : [...schemas, value['schema']];
}
