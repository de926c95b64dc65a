import { defaultFieldResolver, GraphQLError, type GraphQLField, type GraphQLSchema, isObjectType } from 'graphql';
import type { ApiContext } from './api-viewer.js';
import { AUDIENCE, type Audience } from './shown.js';

/** Items that a list of arguments may have. */
const MOST_ITEMS = 100;

type GuardedField = GraphQLField<unknown, ApiContext>;

/** The fields of a schema that do not say who may see them, as `Type.field`. */
export function unguardedFields(schema: GraphQLSchema): readonly string[] {
  return ownFields(schema)
    .filter(({ field }) => audienceOf(field) === undefined)
    .map(({ path }) => path);
}

/** Every field with who may see it, as `Type.field`. */
export function audiences(schema: GraphQLSchema): ReadonlyMap<string, Audience> {
  return new Map(
    ownFields(schema).flatMap(({ path, field }) =>
      audienceOf(field) === undefined ? [] : [[path, audienceOf(field) as Audience]],
    ),
  );
}

/**
 * Makes every field of the schema mind its audience, before its resolver runs. Throws where a field has none, so that the service
 * does not start (security R29). A refused field is an error with the code `FORBIDDEN`, and nothing of it is resolved; so is one
 * that is given a list of more than 100 items, as `TOO_MUCH`.
 */
export function guardSchema(schema: GraphQLSchema): GraphQLSchema {
  const unguarded = unguardedFields(schema);
  if (unguarded.length > 0) throw new Error(`These fields do not say who may see them: ${unguarded.join(', ')}.`);
  for (const { path, field } of ownFields(schema)) guard(path, field, audienceOf(field) as Audience);
  return schema;
}

function guard(path: string, field: GuardedField, audience: Audience): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, args, context, info) => {
    if (audience !== 'everybody' && !context.viewer.permissions.has(audience)) throw forbidden(path);
    if (!hasShortLists(args)) throw new GraphQLError('A list is too long.', { extensions: { code: 'TOO_MUCH' } });
    return resolve(source, args, context, info);
  };
}

/** Lists that are given count, wherever they come from: no rule about documents sees those of variables (security R21). */
function hasShortLists(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || value instanceof Date) return true;
  if (Array.isArray(value) && value.length > MOST_ITEMS) return false;
  return Object.values(value).every(hasShortLists);
}

function forbidden(path: string): GraphQLError {
  return new GraphQLError(`You may not see or do this: ${path}.`, { extensions: { code: 'FORBIDDEN' } });
}

function ownFields(schema: GraphQLSchema): readonly { readonly path: string; readonly field: GuardedField }[] {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap((type) =>
      Object.values(type.getFields()).map((field) => ({ path: `${type.name}.${field.name}`, field: field as GuardedField })),
    );
}

function audienceOf({ extensions }: GuardedField): Audience | undefined {
  return extensions[AUDIENCE] as Audience | undefined;
}
