import type { BreachOutcome, BreachView } from '@habeas/core';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTime } from '../../platform/date-time.scalar.js';
import { Shown } from '../../platform/shown.js';
import { words } from '../../platform/words.js';

export const BreachOutcomes = words<BreachOutcome>({
  authority_notified: true,
  subject_notified_too: true,
  risk_unlikely: true,
  not_a_breach: true,
});

registerEnumType(BreachOutcomes, {
  name: 'BreachOutcome',
  description:
    'The authority was notified (Art. 33), or the person as well (Art. 34); no risk is likely; or it reached its subject after all.',
});

const EARLIER = 'Where that was before now.';

@InputType('WrongRecipientInput')
export class WrongRecipientInput {
  @Field(() => String, {
    nullable: true,
    description: 'Whom it reached, and how that is known. Sealed with the case; nothing once the request is shredded.',
  })
  readonly words?: string | null;

  @Field(() => DateTime, { nullable: true, description: `When it became known: the 72 hours begin. ${EARLIER}` })
  readonly knownAt?: Date | null;
}

@InputType('BreachEndInput')
export class BreachEndInput {
  @Field(() => BreachOutcomes)
  readonly outcome!: BreachOutcome;

  @Field(() => String, {
    nullable: true,
    description: 'What was done and why, and why it took longer than 72 hours where it did. Sealed as above.',
  })
  readonly words?: string | null;

  @Field(() => DateTime, { nullable: true, description: `When it was notified or decided. ${EARLIER}` })
  readonly at?: Date | null;
}

@ObjectType('Breach', {
  description:
    'An answer that reached somebody else, or may have (DEL-03; Art. 33). It stays when the request is shredded, without words.',
})
export class BreachType {
  @Shown('request.read', () => ID, { description: 'In its request: b1, b2 …' })
  readonly id!: string;

  @Shown('request.read', () => DateTime, { description: 'When it became known.' })
  readonly knownAt!: Date;

  @Shown('request.read', () => DateTime)
  readonly notedAt!: Date;

  @Shown('request.read', () => ID, { description: 'The member of staff.' })
  readonly notedBy!: string;

  @Shown('request.read', () => DateTime, {
    description: 'Until when the authority has to be notified: 72 hours after it was known.',
  })
  readonly notifyBy!: Date;

  @Shown('request.read', () => Int, { nullable: true, description: 'Until then, none below nothing. Nothing once it is ended.' })
  readonly minutesLeft?: number | undefined;

  @Shown('request.read', () => Boolean, { description: 'Whether the 72 hours were over before it was ended.' })
  readonly isLate!: boolean;

  @Shown('request.read', () => DateTime, { description: 'When the answer was released.' })
  readonly releasedAt!: Date;

  @Shown('request.read', () => String, { description: 'Of the archive, lower-case hexadecimal.' })
  readonly sha256!: string;

  @Shown('request.read', () => Int, { description: 'In the archive.' })
  readonly records!: number;

  @Shown('request.read', () => Int, { description: 'In the archive.' })
  readonly files!: number;

  @Shown('request.read', () => Int, { description: 'How often link and claim code had let a browser in when it was noted.' })
  readonly openings!: number;

  @Shown('request.read', () => Int, { description: 'How often it had been downloaded whole.' })
  readonly downloads!: number;

  @Shown('request.read', () => BreachOutcomes, { nullable: true, description: 'Nothing while it is open.' })
  readonly outcome?: BreachOutcome | undefined;

  @Shown('request.read', () => DateTime, { nullable: true, description: 'When it was notified or decided.' })
  readonly endedAt?: Date | undefined;

  @Shown('request.read', () => ID, { nullable: true, description: 'The officer.' })
  readonly endedBy?: string | undefined;

  @Shown('breach.note', () => String, { nullable: true, description: 'Whom it reached. Gone once the request is shredded.' })
  readonly words?: string | undefined;

  @Shown('breach.note', () => String, { nullable: true, description: 'What was done. Gone once the request is shredded.' })
  readonly endWords?: string | undefined;

  static of(view: BreachView): BreachType {
    const { id, knownAt, notedAt, notedBy, notifyBy, minutesLeft, isLate, sent, end, words: written, endWords } = view;
    const { sha256, records, files, openings, downloads, releasedAt } = sent;
    return Object.assign(new BreachType(), {
      ...{ id, notedBy, notifyBy, minutesLeft, isLate, sha256, records, files, openings, downloads, words: written, endWords },
      ...{ knownAt: new Date(knownAt), notedAt: new Date(notedAt), releasedAt: new Date(releasedAt) },
      ...(end === undefined ? {} : { outcome: end.outcome, endedAt: new Date(end.at), endedBy: end.by }),
    });
  }
}
