import type { GivenText, OnBehalf, Packing, RequestState, Right } from '@habeas/core';
import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { DateTime } from '../../platform/date-time.scalar.js';
import { PageArgs } from '../../platform/page.type.js';
import { Packings } from '../delivery/delivery.words.js';
import { OnBehalves } from '../proofs/proof.words.js';
import {
  Formats,
  IdentifierKinds,
  Languages,
  NameParts,
  type RequestOrder,
  RequestOrders,
  RequestStates,
  ReviewVerdicts,
  Rights,
} from './request.words.js';

@InputType('IdentifierInput')
export class IdentifierInput {
  @Field(() => IdentifierKinds)
  readonly kind!: GivenText['kind'];

  @Field(() => String)
  readonly value!: string;

  @Field(() => String, { nullable: true, description: 'For ids: who issued it.' })
  readonly namespace?: string | null;

  @Field(() => NameParts, { nullable: true })
  readonly part?: GivenText['part'] | null;

  @Field(() => String, { nullable: true, description: "How it was proved to be the subject's. Without it, it is not searched." })
  readonly provedBy?: string | null;
}

@InputType('OpenRequestInput')
export class OpenRequestInput {
  @Field(() => String, { description: 'A key of your own: the same call with the same key is done once. 8 to 100 characters.' })
  readonly clientKey!: string;

  @Field(() => [IdentifierInput])
  readonly identifiers!: readonly IdentifierInput[];

  @Field(() => [Rights])
  readonly rights!: readonly Right[];

  @Field(() => Formats, { defaultValue: 'json' })
  readonly format!: 'csv' | 'json';

  @Field(() => Languages, { defaultValue: 'en' })
  readonly language!: 'en' | 'fr';

  @Field(() => Packings, {
    nullable: true,
    description:
      'How the subject wants the file. Whatever is said: one with special categories is offered locked first (SPC-03).',
  })
  readonly packing?: Packing | null;

  @Field(() => DateTime, { nullable: true, description: 'When it reached the controller, where that was before now.' })
  readonly receivedAt?: Date | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it came from a signed-in account of the subject: then nobody is asked who they are.',
  })
  readonly isSignedIn?: boolean | null;

  @Field(() => OnBehalves, {
    nullable: true,
    description: 'For whom they ask, where that is not for themselves: then nothing goes out before a person has decided.',
  })
  readonly onBehalf?: OnBehalf | null;
}

@InputType('AttestationInput')
export class AttestationInput {
  @Field(() => Int, { description: 'The position of the identifier in the request, from 1.' })
  readonly identifier!: number;

  @Field(() => String, { description: 'How it was proved. No numbers of documents.' })
  readonly provedBy!: string;
}

@InputType('ReviewInput')
export class ReviewInput {
  @Field(() => ID)
  readonly match!: string;

  @Field(() => ReviewVerdicts)
  readonly verdict!: 'confirmed' | 'rejected';

  @Field(() => String)
  readonly reason!: string;
}

@InputType('ReleaseInput')
export class ReleaseInput {
  @Field(() => Int, { defaultValue: 7, description: 'For how many days the archive can be fetched: 1 to 30.' })
  readonly days!: number;

  @Field(() => String, { nullable: true, description: 'Why it is released although something is missing.' })
  readonly reason?: string | null;
}

@ArgsType()
export class RequestPageArgs extends PageArgs {
  @Field(() => [RequestStates], { nullable: true })
  readonly states?: readonly RequestState[] | null;

  @Field(() => DateTime, { nullable: true })
  readonly dueBefore?: Date | null;

  @Field(() => String, { nullable: true, description: 'What their reference begins with.' })
  readonly reference?: string | null;

  @Field(() => RequestOrders, { defaultValue: 'next_due' })
  readonly order!: RequestOrder;
}
