import type { OwnPasskey } from '@habeas/core';
import { createUnionType, ID, ObjectType } from '@nestjs/graphql';
import { DateTime } from '../../platform/date-time.scalar.js';
import { RefusalType } from '../../platform/refusal.type.js';
import { Shown } from '../../platform/shown.js';

@ObjectType('Passkey', { description: 'One of your own passkeys.' })
export class PasskeyType {
  @Shown('everybody', () => ID, { description: 'To remove it by.' })
  readonly id!: string;

  @Shown('everybody', () => String, { description: 'What you called it.' })
  readonly name!: string;

  @Shown('everybody', () => DateTime)
  readonly createdAt!: Date;

  @Shown('everybody', () => DateTime, { nullable: true, description: 'To prove with that it was you.' })
  readonly lastUsedAt?: Date | undefined;

  static of({ id, name, createdAt, lastUsedAt }: OwnPasskey): PasskeyType {
    return Object.assign(new PasskeyType(), { id, name, createdAt, lastUsedAt });
  }
}

@ObjectType('RemovedPasskey', { description: 'A passkey that proves nothing any more.' })
export class RemovedPasskeyType {
  @Shown('everybody', () => ID)
  readonly id!: string;

  static of(id: string): RemovedPasskeyType {
    return Object.assign(new RemovedPasskeyType(), { id });
  }
}

/** What became of the removal of a passkey. */
export const PasskeyResult = createUnionType({
  name: 'PasskeyResult',
  types: () => [RemovedPasskeyType, RefusalType] as const,
  resolveType: (value: object) => (value instanceof RefusalType ? RefusalType : RemovedPasskeyType),
});
