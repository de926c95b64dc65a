import type { IssuedToken, TokenDescription } from '@habeas/core';
import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DateTime } from '../../platform/date-time.scalar.js';
import { RefusalType } from '../../platform/refusal.type.js';
import { Shown } from '../../platform/shown.js';

@InputType('NewTokenInput')
export class NewTokenInput {
  @Field(() => String)
  readonly name!: string;

  @Field(() => [String], { description: 'The permissions that the program needs, by name.' })
  readonly scopes!: readonly string[];

  @Field(() => Int, { description: '1 to 90.' })
  readonly days!: number;
}

@ObjectType('ServiceToken', { description: 'The credential of a program. The secret in it is not kept.' })
export class ServiceTokenType {
  @Shown('token.manage', () => ID)
  readonly id!: string;

  @Shown('token.manage', () => String)
  readonly name!: string;

  @Shown('token.manage', () => [String])
  readonly scopes!: readonly string[];

  @Shown('token.manage', () => ID)
  readonly createdBy!: string;

  @Shown('token.manage', () => DateTime)
  readonly createdAt!: Date;

  @Shown('token.manage', () => DateTime)
  readonly expiresAt!: Date;

  @Shown('token.manage', () => DateTime, { nullable: true, description: 'To the minute.' })
  readonly lastUsedAt?: Date | undefined;

  @Shown('token.manage', () => DateTime, { nullable: true })
  readonly revokedAt?: Date | undefined;

  static of({ id, name, scopes, createdBy, createdAt, expiresAt, lastUsedAt, revokedAt }: TokenDescription): ServiceTokenType {
    return Object.assign(new ServiceTokenType(), { id, name, scopes, createdBy, createdAt, expiresAt, lastUsedAt, revokedAt });
  }
}

@ObjectType('IssuedToken', { description: 'A token that was just made. It is shown once.' })
export class IssuedTokenType {
  @Shown('token.manage', () => String)
  readonly token!: string;

  @Shown('token.manage', () => ServiceTokenType)
  readonly description!: ServiceTokenType;

  static of({ token, description }: IssuedToken): IssuedTokenType {
    const fields = { token: token.reveal(), description: ServiceTokenType.of(description) };
    return Object.assign(new IssuedTokenType(), fields);
  }
}

/** What became of a change of a token. */
export const TokenResult = createUnionType({
  name: 'TokenResult',
  types: () => [ServiceTokenType, RefusalType] as const,
  resolveType: (value: object) => (value instanceof RefusalType ? RefusalType : ServiceTokenType),
});

/** What became of a new token. */
export const IssuedTokenResult = createUnionType({
  name: 'IssuedTokenResult',
  types: () => [IssuedTokenType, RefusalType] as const,
  resolveType: (value: object) => (value instanceof RefusalType ? RefusalType : IssuedTokenType),
});
