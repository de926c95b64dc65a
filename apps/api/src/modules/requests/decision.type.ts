import type { CaseDecision } from '@habeas/core';
import { ID, ObjectType } from '@nestjs/graphql';
import { DateTime } from '../../platform/date-time.scalar.js';
import { Shown } from '../../platform/shown.js';

@ObjectType('Decision', {
  description:
    'Why a request was cancelled, refused, extended, released although something was missing, or its receipt corrected.',
})
export class DecisionType {
  @Shown('match.read', () => String, { description: 'cancel, refuse, release, extend or correct-receipt.' })
  readonly event!: string;

  @Shown('match.read', () => String)
  readonly reason!: string;

  @Shown('match.read', () => ID, { description: 'The member of staff.' })
  readonly by!: string;

  @Shown('match.read', () => DateTime)
  readonly at!: Date;

  static of({ event, reason, by, at }: CaseDecision): DecisionType {
    return Object.assign(new DecisionType(), { event, reason, by, at: new Date(at) });
  }
}
