import type { GivenText, SubjectFile } from '@habeas/core';
import { createUnionType, Int, ObjectType } from '@nestjs/graphql';
import { RefusalType } from '../../platform/refusal.type.js';
import { Shown } from '../../platform/shown.js';
import { IdentifierKinds, NameParts } from './request.words.js';

@ObjectType('AskedIdentifier', { description: 'Something that the requester gave to be searched by.' })
export class AskedIdentifierType {
  @Shown('task.read', () => Int, { description: 'Its position, as `attestIdentity` takes it.' })
  readonly position!: number;

  @Shown('task.read', () => IdentifierKinds)
  readonly kind!: string;

  @Shown('task.read', () => String, { nullable: true })
  readonly namespace?: string | undefined;

  @Shown('task.read', () => NameParts, { nullable: true })
  readonly part?: string | undefined;

  @Shown('task.read', () => String)
  readonly value!: string;

  @Shown('task.read', () => String, { nullable: true, description: 'How it was proved; nothing, where it was not.' })
  readonly provedBy?: string | undefined;

  static of({ kind, namespace, part, value, provedBy }: GivenText, index: number): AskedIdentifierType {
    return Object.assign(new AskedIdentifierType(), { position: index + 1, kind, namespace, part, value, provedBy });
  }
}

@ObjectType('AskedWord', { description: 'What else the requester wrote, in one field of the form.' })
export class AskedWordType {
  @Shown('task.read', () => String, { description: 'requester, requesterName, authority, customerNumber, period, message …' })
  readonly name!: string;

  @Shown('task.read', () => String)
  readonly text!: string;
}

@ObjectType('Asked', { description: 'What a requester gave and wrote.' })
export class AskedType {
  @Shown('task.read', () => [AskedIdentifierType])
  readonly identifiers!: readonly AskedIdentifierType[];

  @Shown('task.read', () => [AskedWordType])
  readonly words!: readonly AskedWordType[];

  static of({ identifiers, words = {} }: SubjectFile): AskedType {
    return Object.assign(new AskedType(), {
      identifiers: identifiers.map((given, index) => AskedIdentifierType.of(given, index)),
      words: Object.entries(words).map(([name, text]) => Object.assign(new AskedWordType(), { name, text })),
    });
  }
}

/** What became of a look at it. */
export const AskedResult = createUnionType({
  name: 'AskedResult',
  types: () => [AskedType, RefusalType] as const,
  resolveType: (value: object) => (value instanceof RefusalType ? RefusalType : AskedType),
});
