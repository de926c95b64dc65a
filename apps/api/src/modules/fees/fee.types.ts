import type { ClaimedFeeCause, DirectCost, FeeCause, FeeStanding, FeeView } from '@habeas/core';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTime } from '../../platform/date-time.scalar.js';
import { LocalDate } from '../../platform/local-date.scalar.js';
import { Shown } from '../../platform/shown.js';
import { words } from '../../platform/words.js';

export const FeeCauses = words<FeeCause['for']>({ further_copy: true, excessive: true, manifestly_unfounded: true });
export const DirectCosts = words<DirectCost>({ printing: true, storage_medium: true, packaging: true, postage: true });
export const FeeStandings = words<FeeStanding>({ announced: true, accepted: true, paid: true, waived: true });
/** What staff can note of a fee beside waiving it. */
export type FeeEvent = Extract<FeeStanding, 'accepted' | 'paid'>;
export const FeeEvents = words<FeeEvent>({ accepted: true, paid: true });

registerEnumType(FeeCauses, {
  name: 'FeeCause',
  description: 'One more copy of the same (Art. 15(3)), or an excess (Art. 12(5)). A first copy is free whatever the motive.',
});
registerEnumType(DirectCosts, { name: 'DirectCost', description: 'Searching, people’s time and overheads are none.' });
registerEnumType(FeeStandings, { name: 'FeeStanding', description: 'Nothing is due before it is accepted.' });
registerEnumType(FeeEvents, { name: 'FeeEvent', description: 'What staff can note of a fee; whoever decides waives it.' });

@InputType('FeeNoteInput')
export class FeeNoteInput {
  @Field(() => FeeEvents)
  readonly as!: FeeEvent;

  @Field(() => String, { nullable: true, description: 'How that is known. Sealed with the case.' })
  readonly words?: string | null;
}

@InputType('FeeCostInput')
export class FeeCostInput {
  @Field(() => DirectCosts)
  readonly cost!: DirectCost;

  @Field(() => Int, { description: 'In the smallest unit of the currency, from 1 on: cents, yen.' })
  readonly cents!: number;
}

@InputType('FeeInput')
export class FeeInput {
  @Field(() => FeeCauses)
  readonly cause!: FeeCause['for'];

  @Field(() => ID, {
    nullable: true,
    description: 'Of further_copy and excessive: the earlier request. Its days are worked out by the service.',
  })
  readonly earlier?: string | null;

  @Field(() => String, {
    description: 'What shows it. Sealed with the case; of an excess it stands in the letter to the subject.',
  })
  readonly evidence!: string;

  @Field(() => [FeeCostInput], { description: 'Each direct cost once at most. The fee is their sum.' })
  readonly costs!: readonly FeeCostInput[];

  @Field(() => String, { description: 'ISO 4217: EUR.' })
  readonly currency!: string;

  @Field(() => LocalDate, { description: 'Until when an answer is wanted: within a month. Nothing happens by itself after it.' })
  readonly answerBy!: string;
}

/** What is not given is no request, which is not found. */
export function claimedCause({ cause, earlier, evidence }: FeeInput): ClaimedFeeCause {
  return cause === 'manifestly_unfounded' ? { for: cause, evidence } : { for: cause, earlier: earlier ?? '', evidence };
}

@ObjectType('FeeCost', { description: 'One direct cost of a copy.' })
export class FeeCostType {
  @Shown('request.read', () => DirectCosts)
  readonly cost!: DirectCost;

  @Shown('request.read', () => Int, { description: 'In the smallest unit of the currency.' })
  readonly cents!: number;
}

@ObjectType('Fee', {
  description: 'What a further copy or an excess costs, announced before anything is due (OUT-06). Its answer waits for it.',
})
export class FeeType {
  @Shown('request.read', () => FeeStandings)
  readonly standing!: FeeStanding;

  @Shown('request.read', () => FeeCauses)
  readonly cause!: FeeCause['for'];

  @Shown('request.read', () => ID, { nullable: true, description: 'The earlier request.' })
  readonly earlier?: string | undefined;

  @Shown('request.read', () => LocalDate, {
    nullable: true,
    description: 'The day of the first copy, or of the request that is repeated.',
  })
  readonly earlierOn?: string | undefined;

  @Shown('request.read', () => [FeeCostType])
  readonly costs!: readonly FeeCostType[];

  @Shown('request.read', () => Int, { description: 'The sum of the costs, in the smallest unit of the currency.' })
  readonly total!: number;

  @Shown('request.read', () => String)
  readonly currency!: string;

  @Shown('request.read', () => LocalDate, { description: 'Until when an answer is wanted.' })
  readonly answerBy!: string;

  @Shown('request.read', () => DateTime)
  readonly announcedAt!: Date;

  @Shown('request.read', () => ID, { description: 'The officer.' })
  readonly announcedBy!: string;

  @Shown('request.read', () => DateTime, { nullable: true })
  readonly acceptedAt?: Date | undefined;

  @Shown('request.read', () => ID, { nullable: true, description: 'The member of staff who noted it, or `subject`.' })
  readonly acceptedBy?: string | undefined;

  @Shown('request.read', () => DateTime, { nullable: true, description: 'When it was noted as paid, or waived.' })
  readonly endedAt?: Date | undefined;

  @Shown('fee.note', () => String, { nullable: true, description: 'What shows it. Gone once the request is shredded.' })
  readonly evidence?: string | undefined;

  static of({ cause, accepted, end, costs, ...view }: FeeView): FeeType {
    const { standing, total, currency, answerBy, announcedBy, evidence } = view;
    return Object.assign(new FeeType(), {
      ...{ standing, total, currency, answerBy, announcedBy, evidence, cause: cause.for },
      ...earlierOf(cause),
      costs: costs.map((each) => Object.assign(new FeeCostType(), each)),
      announcedAt: new Date(view.announcedAt),
      ...(accepted === undefined ? {} : { acceptedAt: new Date(accepted.at), acceptedBy: accepted.by }),
      ...(end === undefined ? {} : { endedAt: new Date(end.at) }),
    });
  }
}

function earlierOf(cause: FeeCause): { readonly earlier?: string; readonly earlierOn?: string } {
  switch (cause.for) {
    case 'further_copy':
      return { earlier: cause.earlier, earlierOn: cause.firstCopyOn };
    case 'excessive':
      return { earlier: cause.earlier, earlierOn: cause.lastRequestOn };
    case 'manifestly_unfounded':
      return {};
  }
}
