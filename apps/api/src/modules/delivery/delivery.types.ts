import { type Delivery, type ClaimedRequest, MOST_DOWNLOADS, MOST_FAILURES } from '@habeas/core';
import { createUnionType, Int, ObjectType } from '@nestjs/graphql';
import { DateTime } from '../../platform/date-time.scalar.js';
import { RefusalType } from '../../platform/refusal.type.js';
import { Shown } from '../../platform/shown.js';
import { requestType } from '../requests/request.mapper.js';
import { RequestType } from '../requests/request.types.js';

@ObjectType('Delivery', {
  description: 'How the answer reaches its subject by a link, and how that went. The link itself is known to nobody else.',
})
export class DeliveryType {
  @Shown('request.read', () => Boolean, { description: 'Whether the answer goes out by itself where the gate is open.' })
  readonly isAutomatic!: boolean;

  @Shown('request.read', () => DateTime, { nullable: true, description: 'When the link was sent that is good now.' })
  readonly sentAt?: Date | undefined;

  @Shown('request.read', () => DateTime, { nullable: true })
  readonly expiresAt?: Date | undefined;

  @Shown('request.read', () => Boolean)
  readonly isRevoked!: boolean;

  @Shown('request.read', () => Boolean, { description: 'Whether too many wrong claim codes were tried: a new link helps.' })
  readonly isLocked!: boolean;

  @Shown('request.read', () => Int, { description: 'Wrong claim codes since it was sent.' })
  readonly failures!: number;

  @Shown('request.read', () => Int, { description: 'Downloads that reached their end.' })
  readonly completed!: number;

  @Shown('request.read', () => Int, { description: 'Downloads that may still reach it.' })
  readonly left!: number;

  static of({ isAutomatic, link }: Delivery): DeliveryType {
    const failures = link?.failures ?? 0;
    const completed = link?.completed ?? 0;
    const times = { sentAt: link?.issuedAt, expiresAt: link?.expiresAt };
    const left = link === undefined ? 0 : MOST_DOWNLOADS - completed;
    const state = { isRevoked: link?.isRevoked ?? false, isLocked: failures >= MOST_FAILURES };
    return Object.assign(new DeliveryType(), { isAutomatic, ...times, ...state, failures, completed, left });
  }
}

@ObjectType('HandedOver', {
  description: 'A request, and the claim code that its subject has to be told: this answer is the only place it stands in.',
})
export class HandedOverType {
  @Shown('request.read', () => RequestType)
  readonly request!: RequestType;

  @Shown('request.read', () => String, { description: 'Eight digits. Whoever has the link needs it too.' })
  readonly claimCode!: string;

  static of({ request, claimCode }: ClaimedRequest): HandedOverType {
    return Object.assign(new HandedOverType(), { request: requestType(request), claimCode: claimCode.reveal() });
  }
}

/** What became of a handing over. */
export const HandOverResult = createUnionType({
  name: 'HandOverResult',
  types: () => [HandedOverType, RefusalType] as const,
  resolveType: (value: object) => (value instanceof RefusalType ? RefusalType : HandedOverType),
});
