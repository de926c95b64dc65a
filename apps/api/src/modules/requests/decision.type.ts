import type { IdentifierKind } from '@habeas/connector-sdk';
import type { CaseDecision, RefusalGround, RefusalKind } from '@habeas/core';
import { ID, ObjectType } from '@nestjs/graphql';
import { DateTime } from '../../platform/date-time.scalar.js';
import { Shown } from '../../platform/shown.js';
import { IdentifierKinds, RefusalGrounds, RefusalKinds } from './request.words.js';

@ObjectType('Decision', {
  description:
    'Why a request was cancelled, refused, extended, released although something was missing, or its receipt corrected.',
})
export class DecisionType {
  @Shown('match.read', () => String, { description: 'cancel, refuse, release, extend or correct-receipt.' })
  readonly event!: string;

  @Shown('match.read', () => String)
  readonly reason!: string;

  @Shown('match.read', () => RefusalKinds, { nullable: true, description: 'Of a refusal that is more than its reason.' })
  readonly refusedAs?: RefusalKind | undefined;

  @Shown('match.read', () => String, { nullable: true, description: 'Of wrong_controller: the organisation that is meant.' })
  readonly meantFor?: string | undefined;

  @Shown('match.read', () => [IdentifierKinds], { description: 'Of unidentifiable: what the subject could ask again with.' })
  readonly wouldHelp!: readonly IdentifierKind[];

  @Shown('match.read', () => RefusalGrounds, { nullable: true, description: 'Of a refusal that rests on a ground of the law.' })
  readonly ground?: RefusalGround['ground'] | undefined;

  @Shown('match.read', () => String, { nullable: true, description: 'Of excessive: the day of the request that is repeated.' })
  readonly lastRequestOn?: string | undefined;

  @Shown('match.read', () => ID, { description: 'The member of staff.' })
  readonly by!: string;

  @Shown('match.read', () => DateTime)
  readonly at!: Date;

  static of({ as: refusedAs, ground: rests, wouldHelp = [], at, ...decision }: CaseDecision): DecisionType {
    const lastRequestOn = rests?.ground === 'excessive' ? rests.lastRequestOn : undefined;
    const fields = { ...decision, refusedAs, ground: rests?.ground, lastRequestOn, wouldHelp, at: new Date(at) };
    return Object.assign(new DecisionType(), fields);
  }
}
