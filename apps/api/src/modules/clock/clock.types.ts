import type { AgendaView, ExtensionView, OtherRightView, QuestionView, viewReminders } from '@habeas/core';
import { ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTime } from '../../platform/date-time.scalar.js';
import { LocalDate } from '../../platform/local-date.scalar.js';
import { Shown } from '../../platform/shown.js';
import { ExtensionReasons, IdentityDoubts, OtherRightOutcomes, OtherRights, QuestionKinds, ScopeAnswers } from './clock.words.js';

@ObjectType('Question', { description: 'A question to the subject. While it is open, the clock stands still (DLN-07).' })
export class QuestionType {
  @Shown('request.read', () => ID, { description: 'In its request: q1, q2 …' })
  readonly id!: string;

  @Shown('request.read', () => QuestionKinds)
  readonly kind!: string;

  @Shown('request.read', () => IdentityDoubts, { nullable: true, description: 'Of a question of identity.' })
  readonly doubt?: string | undefined;

  @Shown('request.read', () => Int, { nullable: true, description: 'Of a question of scope: how many records were found then.' })
  readonly records?: number | undefined;

  @Shown('request.read', () => Int, { nullable: true, description: 'Of a question of scope: in how many sources.' })
  readonly sources?: number | undefined;

  @Shown('request.read', () => DateTime)
  readonly askedAt!: Date;

  @Shown('request.read', () => ID, { description: 'The member of staff who noted it.' })
  readonly askedBy!: string;

  @Shown('request.read', () => ID, { nullable: true, description: 'The officer who confirmed a late one.' })
  readonly confirmedBy?: string | undefined;

  @Shown('request.read', () => Boolean, { description: 'Whether its answer is waited for.' })
  readonly isOpen!: boolean;

  @Shown('request.read', () => Boolean, {
    description: 'Whether it pauses the clock: a corrected receipt can make a question late.',
  })
  readonly isCounted!: boolean;

  @Shown('request.read', () => DateTime, { nullable: true })
  readonly answeredAt?: Date | undefined;

  @Shown('request.read', () => ScopeAnswers, { nullable: true, description: 'Of a question of scope, once it is answered.' })
  readonly scopeAnswer?: string | undefined;

  @Shown('request.read', () => DateTime, {
    nullable: true,
    description: 'When the information of Art. 15(1)(a) to (h) was sent, which does not wait for the answer.',
  })
  readonly supplementarySentAt?: Date | undefined;

  @Shown('request.ask', () => String, { nullable: true, description: 'In words. Gone once the request is shredded.' })
  readonly text?: string | undefined;

  @Shown('request.ask', () => String, { nullable: true, description: 'The answer in words. Gone once the request is shredded.' })
  readonly answer?: string | undefined;

  static of(view: QuestionView): QuestionType {
    const { id, about, askedAt, askedBy, confirmedBy, isOpen, isCounted, scopeAnswer, text, answer } = view;
    return Object.assign(new QuestionType(), {
      ...{ id, ...about, askedBy, confirmedBy, isOpen, isCounted, scopeAnswer, text, answer },
      askedAt: new Date(askedAt),
      answeredAt: dateOf(view.answeredAt),
      supplementarySentAt: dateOf(view.supplementarySentAt),
    });
  }
}

@ObjectType('Extension', { description: 'The decision that a request takes longer (Art. 12(3); DLN-05).' })
export class ExtensionType {
  @Shown('request.read', () => ExtensionReasons)
  readonly reason!: string;

  @Shown('request.read', () => DateTime)
  readonly decidedAt!: Date;

  @Shown('request.read', () => ID, { description: 'The officer.' })
  readonly decidedBy!: string;

  @Shown('request.read', () => DateTime, { nullable: true, description: 'Before it is sent, no date changes.' })
  readonly noticeSentAt?: Date | undefined;

  @Shown('request.read', () => LocalDate, { nullable: true, description: 'By when the notice promises the answer.' })
  readonly promisedOn?: string | undefined;

  @Shown('request.read', () => Boolean, {
    description: 'Whether the longer period holds: its notice was sent in the first month.',
  })
  readonly holds!: boolean;

  static of({ reason, decidedAt, decidedBy, noticeSentAt, promisedOn, holds }: ExtensionView): ExtensionType {
    const times = { decidedAt: new Date(decidedAt), noticeSentAt: dateOf(noticeSentAt) };
    return Object.assign(new ExtensionType(), { reason, decidedBy, promisedOn, holds, ...times });
  }
}

@ObjectType('Reminder', { description: 'The subject asked again: no new request, and no date moves (INT-05).' })
export class ReminderType {
  @Shown('request.read', () => ID, { description: 'In its request: r1, r2 …' })
  readonly id!: string;

  @Shown('request.read', () => DateTime)
  readonly receivedAt!: Date;

  @Shown('request.read', () => ID, { description: 'Who noted it.' })
  readonly notedBy!: string;

  @Shown('request.ask', () => String, { nullable: true, description: 'What it says. Gone once the request is shredded.' })
  readonly text?: string | undefined;

  static of({ id, receivedAt, notedBy, text }: ReturnType<typeof viewReminders>[number]): ReminderType {
    return Object.assign(new ReminderType(), { id, notedBy, text, receivedAt: new Date(receivedAt) });
  }
}

@ObjectType('OtherRightTask', {
  description: 'Another right that the same message exercises: a task that people do outside this service (INT-11).',
})
export class OtherRightType {
  @Shown('request.read', () => OtherRights)
  readonly right!: string;

  @Shown('request.read', () => LocalDate, {
    description:
      'A month after the receipt of the request, and the last safe day of it. An extension or a question moves it not.',
  })
  readonly dueOn!: string;

  @Shown('request.read', () => DateTime)
  readonly notedAt!: Date;

  @Shown('request.read', () => ID, { description: 'The member of staff who noted it.' })
  readonly notedBy!: string;

  @Shown('request.read', () => OtherRightOutcomes, { nullable: true, description: 'Missing while it is open.' })
  readonly outcome?: string | undefined;

  @Shown('request.read', () => DateTime, { nullable: true })
  readonly endedAt?: Date | undefined;

  @Shown('request.read', () => ID, { nullable: true, description: 'The member of staff who ended it.' })
  readonly endedBy?: string | undefined;

  @Shown('request.read', () => Boolean, { description: 'Whether the subject wished it done before the answer.' })
  readonly isWishedFirst!: boolean;

  @Shown('request.ask', () => String, { nullable: true, description: 'What it says. Gone once the request is shredded.' })
  readonly text?: string | undefined;

  @Shown('request.ask', () => String, { nullable: true, description: 'How it ended. Gone once the request is shredded.' })
  readonly endText?: string | undefined;

  static of({ notedAt, endedAt, isWishedFirst = false, ...view }: OtherRightView): OtherRightType {
    const times = { notedAt: new Date(notedAt), endedAt: dateOf(endedAt) };
    return Object.assign(new OtherRightType(), { ...view, isWishedFirst, ...times });
  }
}

@ObjectType('AgendaEntry', { description: 'A day on which something is to be done for a request (DLN-04).' })
export class AgendaEntryType {
  @Shown('request.read', () => LocalDate)
  readonly on!: string;

  @Shown('request.read', () => String, {
    description:
      'Stable, for programs: reminder, target, work-by, limit, extension-notice, supplementary-information, scope-answer, breach-notice or fee-answer.',
  })
  readonly what!: string;

  @Shown('request.read', () => Boolean, { description: 'Whether that day is over where the controller is.' })
  readonly isPast!: boolean;

  static of({ on, kind, isPast }: AgendaView): AgendaEntryType {
    return Object.assign(new AgendaEntryType(), { on, what: kind, isPast });
  }
}

function dateOf(text: string | undefined): Date | undefined {
  return text === undefined ? undefined : new Date(text);
}
