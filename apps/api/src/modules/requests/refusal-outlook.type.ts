import type { EarlierOfSame, NotExcessive, RefusalOutlook, UnprovedKind } from '@habeas/core';
import { ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { LocalDate } from '../../platform/local-date.scalar.js';
import { Shown } from '../../platform/shown.js';
import { words } from '../../platform/words.js';
import { RefusalKinds } from './request.words.js';

export const NotExcessives = words<NotExcessive>({ not_proved: true, none_earlier: true, other_scope: true, a_year: true });
registerEnumType(NotExcessives, {
  name: 'NotExcessive',
  description:
    'Nobody is proved, no earlier request of the same person is known, it was for other rights, or a year or more has passed.',
});

@ObjectType('EarlierRequest', { description: 'An earlier request of the same person, by what is proved in both.' })
export class EarlierRequestType {
  @Shown('request.refuse', () => ID)
  readonly id!: string;

  @Shown('request.refuse', () => String)
  readonly reference!: string;

  @Shown('request.refuse', () => LocalDate)
  readonly receivedOn!: string;

  @Shown('request.refuse', () => Int, { description: 'From then to this request.' })
  readonly days!: number;

  @Shown('request.refuse', () => Boolean, { description: 'Whether the same rights are exercised.' })
  readonly isSameScope!: boolean;

  @Shown('request.refuse', () => Boolean, { description: 'After a year nothing is excessive.' })
  readonly isWithinYear!: boolean;

  @Shown('request.refuse', () => Int, {
    nullable: true,
    description: 'How many records more were found than its answer held. Nothing where either is not known.',
  })
  readonly moreRecords?: number | undefined;
}

@ObjectType('RefusalOutlook', { description: 'What should be known before a request is refused (OUT-03, OUT-04).' })
export class RefusalOutlookType {
  @Shown('request.refuse', () => [EarlierRequestType], { description: 'The latest first.' })
  readonly earlier!: readonly EarlierOfSame[];

  @Shown('request.refuse', () => RefusalKinds, {
    nullable: true,
    description:
      'As what refuseUnproved refuses it: it is not proved who asks, or that they may act for another. Nothing where they are proved.',
  })
  readonly unproved?: UnprovedKind | undefined;

  @Shown('request.refuse', () => NotExcessives, {
    nullable: true,
    description: 'Why the ground excessive is closed; nothing where it is open.',
  })
  readonly notExcessive?: NotExcessive | undefined;

  @Shown('request.refuse', () => Boolean, {
    nullable: true,
    description:
      'Whether data of Art. 9 or 10 was found, for which people may ask more often. Nothing before the answer is made.',
  })
  readonly holdsSpecialCategories?: boolean | undefined;

  @Shown('request.refuse', () => Int, { description: 'How many requests of the last thirteen months were compared.' })
  readonly compared!: number;

  @Shown('request.refuse', () => Boolean, { description: 'Whether those are all there are.' })
  readonly isAll!: boolean;

  static of({ earlier, ...view }: RefusalOutlook): RefusalOutlookType {
    return Object.assign(new RefusalOutlookType(), {
      ...view,
      earlier: earlier.map((each) => Object.assign(new EarlierRequestType(), each)),
    });
  }
}
