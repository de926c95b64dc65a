import {
  type ChosenPacking,
  type ClaimedRequest,
  type DataRequest,
  type Delivery,
  type DownloadLink,
  isLockAwaited,
  MOST_DOWNLOADS,
  MOST_FAILURES,
  type PackedChoice,
  type Packing,
  wantedPacking,
} from '@habeas/core';
import { createUnionType, Int, ObjectType } from '@nestjs/graphql';
import { DateTime } from '../../platform/date-time.scalar.js';
import { RefusalType } from '../../platform/refusal.type.js';
import { Shown } from '../../platform/shown.js';
import { requestType } from '../requests/request.mapper.js';
import { RequestType } from '../requests/request.types.js';
import { Packings } from './delivery.words.js';

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

  @Shown('request.read', () => Packings, { description: 'As what the archive is fetched.' })
  readonly packing!: Packing;

  @Shown('request.read', () => Boolean, { description: 'Whether it is being locked just now: then it cannot be fetched yet.' })
  readonly isBeingLocked!: boolean;

  @Shown('request.read', () => Boolean, {
    description:
      'Whether it is to be locked, and nobody has said so yet: until then, or until somebody chooses otherwise, nothing can be fetched.',
  })
  readonly isLockAwaited!: boolean;

  static of({ isAutomatic, link, packing: chosen }: Delivery, request: DataRequest): DeliveryType {
    const parts = { isAutomatic, ...linkParts(link), ...packingParts(chosen, wantedPacking(request)) };
    return Object.assign(new DeliveryType(), { ...parts, isLockAwaited: isLockAwaited(request, chosen) });
  }
}

type Parts<Name extends keyof DeliveryType> = Pick<DeliveryType, Name>;

function linkParts(
  link: DownloadLink | undefined,
): Parts<'sentAt' | 'expiresAt' | 'isRevoked' | 'isLocked' | 'failures' | 'completed' | 'left'> {
  if (link === undefined) return { isRevoked: false, isLocked: false, failures: 0, completed: 0, left: 0 };
  const { issuedAt: sentAt, expiresAt, isRevoked, failures, completed } = link;
  const isLocked = failures >= MOST_FAILURES;
  return { sentAt, expiresAt, isRevoked, isLocked, failures, completed, left: MOST_DOWNLOADS - completed };
}

function packingParts(chosen: ChosenPacking | undefined, wanted: Packing): Parts<'packing' | 'isBeingLocked'> {
  if (chosen === undefined) return { packing: wanted, isBeingLocked: false };
  return { packing: chosen.packing, isBeingLocked: chosen.packing !== 'zip' && chosen.file === undefined };
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

@ObjectType('PackedArchive', {
  description:
    'A request whose archive is packed in another way, and what that opens with: this answer is the only place it stands in.',
})
export class PackedArchiveType {
  @Shown('request.read', () => RequestType)
  readonly request!: RequestType;

  @Shown('delivery.pack', () => String, { nullable: true, description: 'Nothing for the plain ZIP.' })
  readonly passphrase?: string | undefined;

  static of({ request, passphrase }: PackedChoice): PackedArchiveType {
    return Object.assign(new PackedArchiveType(), { request: requestType(request), passphrase: passphrase?.reveal() });
  }
}

/** What became of a choice. */
export const PackingResult = createUnionType({
  name: 'PackingResult',
  types: () => [PackedArchiveType, RefusalType] as const,
  resolveType: (value: object) => (value instanceof RefusalType ? RefusalType : PackedArchiveType),
});

/** What became of a handing over. */
export const HandOverResult = createUnionType({
  name: 'HandOverResult',
  types: () => [HandedOverType, RefusalType] as const,
  resolveType: (value: object) => (value instanceof RefusalType ? RefusalType : HandedOverType),
});
