import type { ContactFacts, ProbeOutcome } from '@habeas/core';
import { ObjectType, registerEnumType } from '@nestjs/graphql';
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

  static of({ probe, isNew }: ContactFacts): ContactsType {
    return Object.assign(new ContactsType(), { probe, isNew });
  }
}
