import type { IdentifierAccount } from '@habeas/core';
import { createUnionType, ID, Int, ObjectType } from '@nestjs/graphql';
import { RefusalType } from '../../platform/refusal.type.js';
import { Shown } from '../../platform/shown.js';
import { IdentifierKinds } from '../requests/request.words.js';

@ObjectType('LearntFrom', { description: 'The record on which an identifier was found.' })
export class LearntFromType {
  @Shown('match.read', () => ID, { description: 'Of the match.' })
  readonly match!: string;

  @Shown('match.read', () => String)
  readonly field!: string;
}

@ObjectType('KnownIdentifier', { description: 'One identifier that is known of the subject, without what it says.' })
export class KnownIdentifierType {
  @Shown('match.read', () => ID, { description: 'As evidence names it: i1, i2 …' })
  readonly id!: string;

  @Shown('match.read', () => IdentifierKinds)
  readonly kind!: string;

  @Shown('match.read', () => String, { nullable: true })
  readonly namespace?: string | undefined;

  @Shown('match.read', () => String, { description: 'verified, derived, ambiguous or unverified.' })
  readonly status!: string;

  @Shown('match.read', () => Int, { description: 'In which it was searched; 0 where it was not.' })
  readonly round!: number;

  @Shown('match.read', () => LearntFromType, { nullable: true, description: 'Nothing where the requester gave it.' })
  readonly learntFrom?: LearntFromType | undefined;

  static of({ id, kind, namespace, status, round, learntFrom }: IdentifierAccount): KnownIdentifierType {
    const from = learntFrom && Object.assign(new LearntFromType(), { match: learntFrom.match, field: learntFrom.field });
    return Object.assign(new KnownIdentifierType(), { id, kind, namespace, status, round, learntFrom: from });
  }
}

@ObjectType('IdentifierValue')
export class IdentifierValueType {
  @Shown('match.read', () => ID)
  readonly identifier!: string;

  @Shown('match.read', () => String)
  readonly value!: string;
}

@ObjectType('IdentifierValues', { description: 'What the identifiers of a request say.' })
export class IdentifierValuesType {
  @Shown('match.read', () => [IdentifierValueType])
  readonly values!: readonly IdentifierValueType[];

  static of(identifiers: readonly IdentifierAccount[]): IdentifierValuesType {
    const values = identifiers.map(({ id, value }) => Object.assign(new IdentifierValueType(), { identifier: id, value }));
    return Object.assign(new IdentifierValuesType(), { values });
  }
}

/** What became of a look at them. */
export const IdentifierValuesResult = createUnionType({
  name: 'IdentifierValuesResult',
  types: () => [IdentifierValuesType, RefusalType] as const,
  resolveType: (value: object) => (value instanceof RefusalType ? RefusalType : IdentifierValuesType),
});
