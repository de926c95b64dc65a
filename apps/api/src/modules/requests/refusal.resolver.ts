import {
  answerWrongController,
  type ClaimedGround,
  refuseOnGround,
  refuseUnidentifiable,
  refuseUnproved,
  viewRefusalOutlook,
  type UnidentifiableRefusal,
  type WorkDesk,
  type WrongControllerAnswer,
} from '@habeas/core';
import { Args, Context, Field, ID, InputType, Parent, Resolver } from '@nestjs/graphql';
import { Installation } from '../../composition/installation.js';
import { answer } from '../../platform/answer.js';
import type { ApiContext } from '../../platform/api-viewer.js';
import { given } from '../../platform/given.js';
import { Seen, seeing } from '../../platform/seen.js';
import { ShownField, ShownMutation } from '../../platform/shown.js';
import { RefusalOutlookType } from './refusal-outlook.type.js';
import { requestType } from './request.mapper.js';
import { RequestResult, RequestType } from './request.types.js';
import { IdentifierKinds, RefusalGrounds } from './request.words.js';

@InputType('WrongControllerInput')
export class WrongControllerInput {
  @Field(() => String, { description: 'Whose data these are, as far as is known. The subject reads it. Sealed with the case.' })
  readonly explanation!: string;

  @Field(() => String, { nullable: true, description: 'The organisation that is meant. Nothing is passed on to it.' })
  readonly meantFor?: string | null;
}

@InputType('UnidentifiableInput')
export class UnidentifiableInput {
  @Field(() => String, { description: 'What shows that nobody can be identified. The subject reads it. Sealed with the case.' })
  readonly demonstration!: string;

  @Field(() => [IdentifierKinds], {
    description: 'What the subject could ask again with: one at least by which a source can be asked.',
  })
  readonly wouldHelp!: UnidentifiableRefusal['wouldHelp'];
}

@InputType('GroundedRefusalInput')
export class GroundedRefusalInput {
  @Field(() => String, { description: 'Why, in plain words. The subject reads it. Sealed with the case.' })
  readonly reason!: string;

  @Field(() => RefusalGrounds)
  readonly ground!: ClaimedGround['ground'];

  @Field(() => String, {
    nullable: true,
    description: 'What shows it; of legal_restriction how the law applies, of abuse its objective side.',
  })
  readonly evidence?: string | null;

  @Field(() => String, { nullable: true, description: 'Of abuse: what shows the intent to gain by artifice.' })
  readonly intent?: string | null;

  @Field(() => String, { nullable: true, description: 'Of legal_restriction: the provision, with its number.' })
  readonly lawRef?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of excessive: the earlier request. Its day is worked out by the service.' })
  readonly repeats?: string | null;
}

/** What is not given is empty words, which no ground takes. */
function claimedIn({ ground, evidence, intent, lawRef, repeats }: GroundedRefusalInput): ClaimedGround {
  const said = evidence ?? '';
  switch (ground) {
    case 'manifestly_unfounded':
      return { ground, evidence: said };
    case 'excessive':
      return { ground, repeats: repeats ?? '', evidence: said };
    case 'abuse':
      return { ground, aim: said, intent: intent ?? '' };
    case 'legal_restriction':
      return { ground, lawRef: lawRef ?? '', why: said };
  }
}

/** Every way in which a request is refused: there is none by free words alone (OUT-03). */
@Resolver(() => RequestType)
export class RefusalResolver {
  readonly #desk: WorkDesk;

  constructor(installation: Installation) {
    this.#desk = installation.service.desk;
  }

  @ShownField('request.refuse', () => RefusalOutlookType, {
    description:
      'When the same person asked before, and whether this request can be excessive at all. Opens what is kept to compare it.',
  })
  async refusalOutlook(@Parent() { row }: RequestType): Promise<RefusalOutlookType> {
    return RefusalOutlookType.of(await viewRefusalOutlook(this.#desk, row));
  }

  @ShownMutation('request.refuse', () => RequestResult, {
    description: 'Answers that another controller is meant. Nothing of the request is passed on.',
  })
  answerWrongController(
    @Args('id', { type: () => ID }) id: string,
    @Args('answer') { explanation, meantFor }: WrongControllerInput,
    @Context() { viewer }: ApiContext,
    @Seen() seen?: number | null,
  ): Promise<InstanceType<typeof RequestType> | object> {
    const said: WrongControllerAnswer = { explanation, ...given({ meantFor }) };
    return answer(answerWrongController(this.#desk, seeing(viewer, seen), id, said), requestType);
  }

  @ShownMutation('request.refuse', () => RequestResult, {
    description: 'Refuses on a ground of the law, with its evidence and a fresh proof. Never for effort, volume, motive or tone.',
  })
  refuseOnGround(
    @Args('id', { type: () => ID }) id: string,
    @Args('refusal') refusal: GroundedRefusalInput,
    @Context() { viewer }: ApiContext,
    @Seen() seen?: number | null,
  ): Promise<InstanceType<typeof RequestType> | object> {
    const given = { reason: refusal.reason, claimed: claimedIn(refusal) };
    return answer(refuseOnGround(this.#desk, seeing(viewer, seen), id, given), requestType);
  }

  @ShownMutation('request.refuse', () => RequestResult, {
    description:
      'Refuses since it stayed unproved who asks, or that they may act for another, with a fresh proof. Not where they are proved: see refusalOutlook.',
  })
  refuseUnproved(
    @Args('id', { type: () => ID }) id: string,
    @Args('reason', { description: 'What remains doubtful. The subject reads it. Sealed with the case.' }) reason: string,
    @Context() { viewer }: ApiContext,
    @Seen() seen?: number | null,
  ): Promise<InstanceType<typeof RequestType> | object> {
    return answer(refuseUnproved(this.#desk, seeing(viewer, seen), id, reason), requestType);
  }

  @ShownMutation('request.refuse', () => RequestResult, {
    description: 'Refuses as nobody can be identified, and tells what would help. Not where records of the person were found.',
  })
  refuseUnidentifiable(
    @Args('id', { type: () => ID }) id: string,
    @Args('refusal') refusal: UnidentifiableInput,
    @Context() { viewer }: ApiContext,
    @Seen() seen?: number | null,
  ): Promise<InstanceType<typeof RequestType> | object> {
    return answer(refuseUnidentifiable(this.#desk, seeing(viewer, seen), id, refusal), requestType);
  }
}
