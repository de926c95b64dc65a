import type { NamedController, ReceivedTransmission, Receiver, Transmission, TransmissionReason } from '@habeas/core';
import { createUnionType, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTime } from '../../platform/date-time.scalar.js';
import { RefusalType } from '../../platform/refusal.type.js';
import { Shown } from '../../platform/shown.js';
import { words } from '../../platform/words.js';

export const TransmissionStates = words<Transmission['state']>({ waiting: true, sent: true, failed: true });
export const TransmissionOrders = words<Transmission['orderedBy']>({ subject: true, staff: true });
/** Enumerations have no hyphens. */
export const TransmissionReasons: Readonly<Record<TransmissionReason, string>> = {
  'not-listed': 'not_listed',
  'no-endpoint': 'no_endpoint',
  undetermined: 'undetermined',
  'nothing-portable': 'nothing_portable',
  refused: 'refused',
  unreachable: 'unreachable',
  stopped: 'stopped',
  fault: 'fault',
};
const ReasonWords = Object.fromEntries(Object.values(TransmissionReasons).map((word) => [word, word]));

registerEnumType(TransmissionStates, { name: 'TransmissionState' });
registerEnumType(TransmissionOrders, {
  name: 'TransmissionOrder',
  description: 'Who gave the instruction: staff note one that came another way.',
});
registerEnumType(ReasonWords, {
  name: 'TransmissionReason',
  description: 'Why data is not sent to another controller. The subject is told, and can download it all the same.',
});

@ObjectType('TransmissionReceiver', { description: 'Another controller that subjects can have their data sent to.' })
export class TransmissionReceiverType {
  @Shown('request.read', () => ID)
  readonly id!: string;

  @Shown('request.read', () => String)
  readonly name!: string;

  @Shown('request.read', () => Boolean, { description: 'Whether there is an address of it that takes data.' })
  readonly takesData!: boolean;

  static of({ id, name, takesData }: Receiver): TransmissionReceiverType {
    return Object.assign(new TransmissionReceiverType(), { id, name, takesData });
  }
}

@ObjectType('TransmissionReceipt', { description: 'What the other controller says that it has taken.' })
export class TransmissionReceiptType {
  @Shown('request.read', () => String, { description: 'Of the archive, lower-case hexadecimal.' })
  readonly sha256!: string;

  @Shown('request.read', () => String, { description: 'In bytes: a number as text, for it may be large.' })
  readonly bytes!: string;
}

@ObjectType('Transmission', { description: 'An instruction of the subject to send their portable data to another controller.' })
export class TransmissionType {
  @Shown('request.read', () => ID)
  readonly id!: string;

  @Shown('request.read', () => ID, { nullable: true, description: 'Nothing where none was meant that is listed.' })
  readonly receiver?: string | undefined;

  @Shown('request.read', () => TransmissionOrders)
  readonly orderedBy!: string;

  @Shown('request.read', () => DateTime)
  readonly orderedAt!: Date;

  @Shown('request.read', () => TransmissionStates)
  readonly state!: string;

  @Shown('request.read', () => DateTime, { nullable: true, description: 'When it was sent, or given up.' })
  readonly endedAt?: Date | undefined;

  @Shown('request.read', () => ReasonWords, { nullable: true })
  readonly reason?: string | undefined;

  @Shown('request.read', () => TransmissionReceiptType, { nullable: true })
  readonly receipt?: TransmissionReceiptType | undefined;

  static of({ id, receiver, orderedBy, orderedAt, state, endedAt, reason, receipt }: Transmission): TransmissionType {
    return Object.assign(new TransmissionType(), {
      ...{ id, receiver, orderedBy, state, orderedAt: new Date(orderedAt) },
      endedAt: endedAt === undefined ? undefined : new Date(endedAt),
      reason: reason === undefined ? undefined : TransmissionReasons[reason],
      receipt: receipt && Object.assign(new TransmissionReceiptType(), { sha256: receipt.sha256, bytes: String(receipt.bytes) }),
    });
  }
}

@InputType('TransmissionInput')
export class TransmissionInput {
  @Field(() => ID, { nullable: true, description: 'One that is listed; else its name.' })
  readonly receiver?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the subject calls a controller that is not listed. Sealed with the case.',
  })
  readonly name?: string | null;

  @Field(() => String, { description: 'What the subject has said, how and when. Sealed with the case.' })
  readonly instruction!: string;
}

/** Whom an input names. A listed one counts. */
export function namedIn({ receiver, name }: TransmissionInput): NamedController {
  return typeof receiver === 'string' ? { receiver } : { name: name ?? '' };
}

@ObjectType('ReceivedTransmission', {
  description: 'Data of a person that another controller has sent. It is fetched below /transmissions.',
})
export class ReceivedTransmissionType {
  @Shown('received.read', () => ID)
  readonly id!: string;

  @Shown('received.read', () => ID, { description: 'Who sent it, as service.yaml has it.' })
  readonly sender!: string;

  @Shown('received.read', () => String, { description: 'What the sender calls it.' })
  readonly offered!: string;

  @Shown('received.read', () => DateTime)
  readonly receivedAt!: Date;

  @Shown('received.read', () => DateTime, { description: 'When it is deleted by itself.' })
  readonly expiresAt!: Date;

  @Shown('received.read', () => String, { description: 'In bytes: a number as text, for it may be large.' })
  readonly bytes!: string;

  @Shown('received.read', () => String)
  readonly sha256!: string;

  static of({
    id,
    sender,
    offered,
    begunAt,
    receivedAt = begunAt,
    expiresAt,
    bytes,
    sha256,
  }: ReceivedTransmission): ReceivedTransmissionType {
    const shown = { id, sender, offered, receivedAt, expiresAt, sha256, bytes: String(bytes) };
    return Object.assign(new ReceivedTransmissionType(), shown);
  }
}

/** What became of a deletion. */
export const ReceivedTransmissionResult = createUnionType({
  name: 'ReceivedTransmissionResult',
  types: () => [ReceivedTransmissionType, RefusalType] as const,
  resolveType: (value: object) => (value instanceof RefusalType ? RefusalType : ReceivedTransmissionType),
});
