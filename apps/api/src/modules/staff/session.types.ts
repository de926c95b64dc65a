import type { OwnSession } from '@habeas/core';
import { createUnionType, ID, ObjectType } from '@nestjs/graphql';
import { DateTime } from '../../platform/date-time.scalar.js';
import { RefusalType } from '../../platform/refusal.type.js';
import { Shown } from '../../platform/shown.js';

@ObjectType('Session', { description: 'One of your own sessions.' })
export class SessionType {
  @Shown('everybody', () => ID, { description: 'To end it by; it opens nothing.' })
  readonly id!: string;

  @Shown('everybody', () => DateTime)
  readonly createdAt!: Date;

  @Shown('everybody', () => DateTime, { description: 'To the minute.' })
  readonly lastSeenAt!: Date;

  @Shown('everybody', () => DateTime)
  readonly expiresAt!: Date;

  @Shown('everybody', () => Boolean, { description: 'Whether it is the one that asks.' })
  readonly isThis!: boolean;

  static of({ id, createdAt, lastSeenAt, expiresAt, isThis }: OwnSession): SessionType {
    return Object.assign(new SessionType(), { id, createdAt, lastSeenAt, expiresAt, isThis });
  }
}

@ObjectType('EndedSession', { description: 'A session that is over.' })
export class EndedSessionType {
  @Shown('everybody', () => ID)
  readonly id!: string;

  static of(id: string): EndedSessionType {
    return Object.assign(new EndedSessionType(), { id });
  }
}

/** What became of the end of a session. */
export const SessionResult = createUnionType({
  name: 'SessionResult',
  types: () => [EndedSessionType, RefusalType] as const,
  resolveType: (value: object) => (value instanceof RefusalType ? RefusalType : EndedSessionType),
});
