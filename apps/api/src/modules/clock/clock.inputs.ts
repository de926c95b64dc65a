import type { ExtensionOfRequest, OtherRight, OtherRightOutcome, QuestionToSubject } from '@habeas/core';
import { type ExtensionReason, type IdentityDoubt, localDate, type ScopeAnswer } from '@habeas/core/law';
import { Field, InputType } from '@nestjs/graphql';
import { DateTime } from '../../platform/date-time.scalar.js';
import { given } from '../../platform/given.js';
import { LocalDate } from '../../platform/local-date.scalar.js';
import { ExtensionReasons, IdentityDoubts, OtherRightOutcomes, OtherRights, QuestionKinds, ScopeAnswers } from './clock.words.js';

const EARLIER = 'Where that was before now.';

@InputType('QuestionInput')
export class QuestionInput {
  @Field(() => QuestionKinds)
  readonly kind!: QuestionToSubject['kind'];

  @Field(() => IdentityDoubts, { nullable: true, description: 'Of a question of identity: why it is doubtful who asks.' })
  readonly doubt?: IdentityDoubt | null;

  @Field(() => String, { description: 'In words: what makes it doubtful, or what is asked. Sealed with the case.' })
  readonly text!: string;

  @Field(() => DateTime, { nullable: true, description: EARLIER })
  readonly askedAt?: Date | null;

  @Field(() => Boolean, { nullable: true, description: 'That it pauses the clock although it comes late: for the officer.' })
  readonly confirmsLate?: boolean | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Of a question of scope: when the information of Art. 15(1)(a) to (h) was sent.',
  })
  readonly supplementarySentAt?: Date | null;
}

@InputType('AnswerInput')
export class AnswerInput {
  @Field(() => ScopeAnswers, { nullable: true, description: 'To a question of scope.' })
  readonly scope?: ScopeAnswer | null;

  @Field(() => String, { nullable: true, description: 'In words. Sealed with the case.' })
  readonly text?: string | null;

  @Field(() => DateTime, { nullable: true, description: EARLIER })
  readonly answeredAt?: Date | null;
}

@InputType('ExtensionNoticeInput', { description: 'The notice as it was sent to the subject (DLN-11).' })
export class ExtensionNoticeInput {
  @Field(() => String, { description: 'What takes longer, and why. Sealed with the case.' })
  readonly explanation!: string;

  @Field(() => LocalDate, { description: 'By when it promises the answer.' })
  readonly promisedOn!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Where the subject can turn to: by default the contact of the controller.',
  })
  readonly contact?: string | null;

  @Field(() => DateTime, { nullable: true, description: EARLIER })
  readonly sentAt?: Date | null;
}

@InputType('ExtensionInput')
export class ExtensionInput {
  @Field(() => ExtensionReasons)
  readonly reason!: ExtensionReason;

  @Field(() => ExtensionNoticeInput, {
    nullable: true,
    description: 'Now, or in a second call once it is sent. Without it no date changes.',
  })
  readonly notice?: ExtensionNoticeInput | null;
}

@InputType('ReceiptInput')
export class ReceiptInput {
  @Field(() => DateTime, { description: 'When the request reached the controller, on whichever channel.' })
  readonly receivedAt!: Date;

  @Field(() => String, { description: 'How that is known. Sealed with the case.' })
  readonly reason!: string;
}

@InputType('ReminderInput')
export class ReminderInput {
  @Field(() => String, { nullable: true, description: 'What it says. Sealed with the case.' })
  readonly text?: string | null;

  @Field(() => DateTime, { nullable: true, description: EARLIER })
  readonly receivedAt?: Date | null;
}

@InputType('OtherRightsInput', { description: 'What else the same message asks for. Each right once.' })
export class OtherRightsInput {
  @Field(() => [OtherRights])
  readonly rights!: readonly OtherRight[];

  @Field(() => String, { nullable: true, description: 'What it says of them. Sealed with the case.' })
  readonly text?: string | null;
}

@InputType('OtherRightEndInput')
export class OtherRightEndInput {
  @Field(() => OtherRights)
  readonly right!: OtherRight;

  @Field(() => OtherRightOutcomes)
  readonly outcome!: OtherRightOutcome;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Of an erasure that was done before the request is decided: that the subject wishes it so.',
  })
  readonly isWishedFirst?: boolean | null;

  @Field(() => String, { nullable: true, description: 'In words. Sealed with the case.' })
  readonly text?: string | null;
}

/** The question that an input stands for. */
export function questionOf({ kind, text, doubt, askedAt, confirmsLate, supplementarySentAt }: QuestionInput): QuestionToSubject {
  return { kind, text, ...given({ doubt, askedAt, confirmsLate, supplementarySentAt }) };
}

/** The extension that an input stands for, told by a controller with this contact. */
export function extensionOf({ reason, notice }: ExtensionInput, ownContact = ''): ExtensionOfRequest {
  if (notice === undefined || notice === null) return { reason };
  const { explanation, promisedOn, contact, sentAt } = notice;
  const told = { explanation, promisedOn: localDate(promisedOn), contact: contact ?? ownContact, ...given({ sentAt }) };
  return { reason, notice: told };
}
