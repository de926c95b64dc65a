import type { AnswerChannel, DutyKind, DutyOutcome, DutyView } from '@habeas/core';
import type { Language, Wording } from '@habeas/core/law';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTime } from '../../platform/date-time.scalar.js';
import { Shown } from '../../platform/shown.js';
import { words } from '../../platform/words.js';
import { AnswerChannels } from '../delivery/delivery.words.js';

export const DutyKinds = words<DutyKind>({ forward: true, hand_out: true, after_death: true });

registerEnumType(DutyKinds, {
  name: 'DutyKind',
  description:
    'What is held for another controller is passed on to them (Art. 28(3)(e); INT-07); an answer that does not go by a link is handed out (DEL-02); the person has died, and somebody decides what becomes of their data (PER-06).',
});

export const DutyOutcomes = words<DutyOutcome>({
  forwarded: true,
  not_reached: true,
  nothing_to_forward: true,
  handed_out: true,
  came_back: true,
  directives_followed: true,
  erased: true,
  kept: true,
  not_deceased: true,
});

registerEnumType(DutyOutcomes, {
  name: 'DutyOutcome',
  description:
    'Of forward: it was passed on, the other controller could not be reached, or it was nothing of theirs. Of hand_out: it reached its subject, or has come back. Of after_death: the directives were followed, the data was erased, it is kept since a law or evidence wants it, or the person lives.',
});

@InputType('DutyEndInput')
export class DutyEndInput {
  @Field(() => DutyOutcomes, { description: 'One of its kind.' })
  readonly outcome!: DutyOutcome;

  @Field(() => String, {
    nullable: true,
    description:
      'To whom it was passed on and how, or what was decided and why. Sealed with the case; nothing once the request is shredded.',
  })
  readonly words?: string | null;
}

/** What the register says of a duty. */
export interface DutyTerms {
  /** For whom an activity is carried out, and the duty with it. */
  readonly forWhom?: Wording;
  /** What the policy promises of the data of the dead. */
  readonly promises?: 'destroy';
  readonly directives?: readonly string[];
}

@ObjectType('Duty', {
  description: 'What a request makes necessary outside this service. It stays when the request is shredded, without words.',
})
export class DutyType {
  @Shown('request.read', () => ID, { description: 'In its request: d1, d2 …' })
  readonly id!: string;

  @Shown('request.read', () => DutyKinds)
  readonly kind!: DutyKind;

  @Shown('request.read', () => String, { nullable: true, description: 'Of forward: the activity of the register.' })
  readonly activity?: string | undefined;

  @Shown('request.read', () => String, {
    nullable: true,
    description: 'Of forward: for whom the register says that this is held, in the language of the request.',
  })
  readonly forWhom?: string | undefined;

  @Shown('request.read', () => Int, { nullable: true, description: 'Of forward: how many records were found when it was noted.' })
  readonly records?: number | undefined;

  @Shown('request.read', () => AnswerChannels, { nullable: true, description: 'Of hand_out: how.' })
  readonly channel?: AnswerChannel | undefined;

  @Shown('request.read', () => Boolean, {
    description:
      'Of after_death: whether the policy promises to destroy what there are no directives for. It is a promise to look at, no order.',
  })
  readonly promisesDestruction!: boolean;

  @Shown('request.read', () => [String], {
    description: 'Of after_death: the kinds of directives that the policy knows: general, specific.',
  })
  readonly directives!: readonly string[];

  @Shown('request.read', () => DateTime)
  readonly notedAt!: Date;

  @Shown('request.read', () => ID, { description: 'The member of staff, or the worker that found it.' })
  readonly notedBy!: string;

  @Shown('request.read', () => DutyOutcomes, { nullable: true, description: 'Nothing while it is open.' })
  readonly outcome?: DutyOutcome | undefined;

  @Shown('request.read', () => DateTime, { nullable: true })
  readonly endedAt?: Date | undefined;

  @Shown('request.read', () => ID, { nullable: true, description: 'The member of staff.' })
  readonly endedBy?: string | undefined;

  @Shown('duty.note', () => String, { nullable: true, description: 'Gone once the request is shredded.' })
  readonly words?: string | undefined;

  @Shown('duty.note', () => String, { nullable: true, description: 'Gone once the request is shredded.' })
  readonly endWords?: string | undefined;

  static of(view: DutyView, { forWhom, promises, directives = [] }: DutyTerms, language: Language): DutyType {
    const { id, kind, activity, records, channel, notedAt, notedBy, end, words: written, endWords } = view;
    return Object.assign(new DutyType(), {
      ...{ id, kind, activity, records, channel, notedBy, directives, words: written, endWords },
      ...{ notedAt: new Date(notedAt), promisesDestruction: promises === 'destroy', forWhom: forWhom?.[language] },
      ...(end === undefined ? {} : { outcome: end.outcome, endedAt: new Date(end.at), endedBy: end.by }),
    });
  }
}
