import { applyDecorators } from '@nestjs/common';
import {
  Extensions,
  Field,
  type FieldOptions,
  Mutation,
  type MutationOptions,
  Query,
  type QueryOptions,
  ResolveField,
  type ResolveFieldOptions,
  type ReturnTypeFunc,
} from '@nestjs/graphql';
import type { Permission } from '@habeas/core';

/** Who may see a field: those with a permission, or everybody who has proved who they are. */
export type Audience = Permission | 'everybody';

/** Under which key the audience of a field stands in the schema. */
export const AUDIENCE = 'audience';

/** A field of the schema, and who may see it. A field without an audience keeps the service from starting (security R29). */
export function Shown(audience: Audience, type: ReturnTypeFunc, options: FieldOptions = {}): PropertyDecorator & MethodDecorator {
  return applyDecorators(Field(type, options), Extensions({ [AUDIENCE]: audience }));
}

/** A query, and who may ask it. */
export function ShownQuery(audience: Audience, type: ReturnTypeFunc, options: QueryOptions = {}): MethodDecorator {
  return applyDecorators(Query(type, options), Extensions({ [AUDIENCE]: audience }));
}

/** A mutation, and who may do it. */
export function ShownMutation(audience: Audience, type: ReturnTypeFunc, options: MutationOptions = {}): MethodDecorator {
  return applyDecorators(Mutation(type, options), Extensions({ [AUDIENCE]: audience }));
}

/** A field that is resolved when it is asked for, and who may see it. */
export function ShownField(audience: Audience, type: ReturnTypeFunc, options: ResolveFieldOptions = {}): MethodDecorator {
  return applyDecorators(ResolveField(type, options), Extensions({ [AUDIENCE]: audience }));
}
