import type { FactsCheck, ProvableField, SaidFact } from '@habeas/core';
import type { Language } from '@habeas/core/law';
import { createUnionType, Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { RefusalType } from '../../platform/refusal.type.js';
import { Shown } from '../../platform/shown.js';

@InputType('KnownFactInput', { description: 'Something that the person says of what is held of them.' })
export class KnownFactInput implements SaidFact {
  @Field(() => String)
  readonly source!: string;

  @Field(() => String)
  readonly collection!: string;

  @Field(() => String)
  readonly field!: string;

  @Field(() => String, { description: 'As they say it; a day as 2026-03-01. Kept nowhere.' })
  readonly value!: string;
}

@ObjectType('ProvableFact', { description: 'A field of what was found that the person can be asked about. No value.' })
export class ProvableFactType {
  @Shown('proof.check', () => String)
  readonly source!: string;

  @Shown('proof.check', () => String)
  readonly collection!: string;

  @Shown('proof.check', () => String, {
    description: 'What a person calls the collection; its name, where nobody has given it a title.',
  })
  readonly collectionTitle!: string;

  @Shown('proof.check', () => String)
  readonly field!: string;

  @Shown('proof.check', () => String, {
    description: 'What a person calls the field; its name, where nobody has given it a title.',
  })
  readonly title!: string;

  @Shown('proof.check', () => String)
  readonly type!: string;

  static of({ source, collection, field }: ProvableField, language: Language): ProvableFactType {
    return Object.assign(new ProvableFactType(), {
      ...{ source, collection: collection.name, field: field.name, type: field.type },
      collectionTitle: collection.title?.[language] ?? collection.name,
      title: field.title?.[language] ?? field.name,
    });
  }
}

@ObjectType('FactsCheck', { description: 'Whether everything that the person said is right; which of it, is not told.' })
export class FactsCheckType {
  @Shown('proof.check', () => Boolean)
  readonly isRight!: boolean;

  @Shown('proof.check', () => Int, { description: 'How often facts can still be checked for this request.' })
  readonly triesLeft!: number;

  static of({ isRight, triesLeft }: FactsCheck): FactsCheckType {
    return Object.assign(new FactsCheckType(), { isRight, triesLeft });
  }
}

/** What became of a check. */
export const FactsCheckResult = createUnionType({
  name: 'FactsCheckResult',
  types: () => [FactsCheckType, RefusalType] as const,
  resolveType: (value: object) => (value instanceof RefusalType ? RefusalType : FactsCheckType),
});
