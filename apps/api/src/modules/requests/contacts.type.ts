import type { ContactFacts, ProbeOutcome } from '@habeas/core';
import { Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTime } from '../../platform/date-time.scalar.js';
import { Shown } from '../../platform/shown.js';
import { words } from '../../platform/words.js';

export const ProbeOutcomes = words<ProbeOutcome>({
  codes_sent: true,
  no_record: true,
  no_contact: true,
  several_people: true,
  too_many: true,
  failed: true,
});

function at(time: string | undefined): Date | undefined {
  return time === undefined ? undefined : new Date(time);
}

registerEnumType(ProbeOutcomes, {
  name: 'ProbeOutcome',
  description: 'Codes went to the contacts on record, or why a person has to look at who asks.',
});

@ObjectType('Contacts', {
  description: 'How the contacts of a requester stand to those on record. Its subject is told nothing of it.',
})
export class ContactsType {
  @Shown('request.read', () => ProbeOutcomes, { nullable: true, description: 'Nothing, while nobody has looked.' })
  readonly probe?: string | undefined;

  @Shown('request.read', () => Boolean, {
    description: 'Whether no address that was proved stands on a record, while records of theirs may exist (IDV-09).',
  })
  readonly isNew!: boolean;

  @Shown('request.read', () => Int, {
    description: 'How many contacts on record were told of the request, and can stop it (R57).',
  })
  readonly told!: number;

  @Shown('request.read', () => DateTime, {
    nullable: true,
    description: 'When one of them said that they did not ask: then nothing goes out without the reason of an officer.',
  })
  readonly objectedAt?: Date | undefined;

  @Shown('request.read', () => DateTime, {
    nullable: true,
    description: 'When the time was over in which they could object before an answer goes to a new address by itself.',
  })
  readonly cooledOffAt?: Date | undefined;

  static of({ probe, isNew, notice, objectedAt, cooledOffAt }: ContactFacts): ContactsType {
    const told = notice?.told ?? 0;
    return Object.assign(new ContactsType(), { probe, isNew, told, objectedAt: at(objectedAt), cooledOffAt: at(cooledOffAt) });
  }
}
