import type {
  AuthorityEvidence,
  HeirPurpose,
  RepresentationAuthority,
  RepresentationDecision,
  RepresentationFacts,
  Right,
} from '@habeas/core';
import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTime } from '../../platform/date-time.scalar.js';
import { given } from '../../platform/given.js';
import { LocalDate } from '../../platform/local-date.scalar.js';
import { Shown } from '../../platform/shown.js';
import { words } from '../../platform/words.js';
import { Rights } from '../requests/request.words.js';
import { dayOf, DirectiveInput, directiveOf, DirectiveType } from './directive.types.js';

const Evidences = words<AuthorityEvidence>({
  mandate: true,
  court_order: true,
  family_record: true,
  deed_of_inheritance: true,
  will: true,
});
export const Purposes = words<HeirPurpose>({ estate_settlement: true, digital_goods: true, account_closure: true });
const Outcomes = words<RepresentationFacts['outcome']>({ accepted: true, rejected: true });
const Recipients = words<RepresentationFacts['answerTo']>({ person: true, representative: true });

registerEnumType(Evidences, { name: 'AuthorityEvidence', description: 'What shows that somebody may act for another.' });
registerEnumType(Purposes, {
  name: 'HeirPurpose',
  description: 'For what heirs may have data (French law of 1978, Art. 85, II).',
});
registerEnumType(Outcomes, { name: 'RepresentationOutcome' });
registerEnumType(Recipients, { name: 'AnswerTo', description: 'Whom the answer goes to.' });

@InputType('RepresentationInput', {
  description: 'What was seen of the authority of somebody who acts for another, and what follows. Sealed with the case.',
})
export class RepresentationInput {
  @Field(() => Outcomes)
  readonly outcome!: RepresentationFacts['outcome'];

  @Field(() => String, { description: 'In words.' })
  readonly reason!: string;

  @Field(() => Evidences)
  readonly evidence!: AuthorityEvidence;

  @Field(() => Recipients)
  readonly answerTo!: RepresentationFacts['answerTo'];

  @Field(() => String, { nullable: true, description: 'The address of the representative, where the answer goes to them.' })
  readonly sendTo?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Of a mandate.' })
  readonly signedOn?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Of a mandate that ends.' })
  readonly goodUntil?: string | null;

  @Field(() => [Rights], { nullable: true, description: 'Of a mandate: what may be asked for by it.' })
  readonly covers?: readonly Right[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the person has confirmed a mandate by a contact on record.' })
  readonly isConfirmed?: boolean | null;

  @Field(() => LocalDate, { nullable: true, description: 'Of a child.' })
  readonly bornOn?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Of a child of 15 or more.' })
  readonly isChildHeard?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Of a child: why the answer is in its own interest.' })
  readonly childInterest?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Of a deceased person.' })
  readonly diedOn?: string | null;

  @Field(() => Purposes, { nullable: true, description: 'Of heirs.' })
  readonly purpose?: HeirPurpose | null;

  @Field(() => Boolean, { nullable: true, description: 'Of heirs: whether the deceased has directed that they have nothing.' })
  readonly isForbidden?: boolean | null;

  @Field(() => [DirectiveInput], {
    nullable: true,
    description: 'Of heirs: all that was found of what the deceased has directed. It goes before what heirs ask.',
  })
  readonly directives?: readonly DirectiveInput[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Of heirs: whether the directive in force names who asks.' })
  readonly isNamed?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'Of heirs, where the law of the controller is not French: what gives them the right.',
  })
  readonly nationalLawRef?: string | null;
}

/** The decision that an input stands for. */
export function representationOf(input: RepresentationInput): RepresentationDecision {
  const { outcome, reason, evidence, answerTo, sendTo, signedOn, goodUntil, bornOn, diedOn } = input;
  const { covers, isConfirmed, isChildHeard, childInterest, purpose, isForbidden, isNamed, nationalLawRef } = input;
  const directives = input.directives?.map(directiveOf);
  const days = { signedOn: dayOf(signedOn), goodUntil: dayOf(goodUntil), bornOn: dayOf(bornOn), diedOn: dayOf(diedOn) };
  const authority: RepresentationAuthority = {
    evidence,
    ...given({ covers, isConfirmed, isChildHeard, childInterest, purpose, isForbidden, isNamed, directives, nationalLawRef }),
    ...given(days),
  };
  return { outcome, reason, answerTo, authority, ...given({ sendTo }) };
}

@ObjectType('Representation', { description: 'The last decision about who acts for another (PER-03 to PER-05).' })
export class RepresentationType {
  @Shown('request.read', () => Outcomes)
  readonly outcome!: string;

  @Shown('request.read', () => Evidences)
  readonly evidence!: string;

  @Shown('request.read', () => Recipients)
  readonly answerTo!: string;

  @Shown('request.read', () => Purposes, { nullable: true })
  readonly purpose?: string | undefined;

  @Shown('request.read', () => DirectiveType, {
    nullable: true,
    description: 'What the deceased has directed, where something of it counts.',
  })
  readonly directive?: DirectiveType | undefined;

  @Shown('request.read', () => DateTime)
  readonly at!: Date;

  @Shown('request.read', () => ID, { description: 'The officer.' })
  readonly by!: string;

  static of({ at, directive, ...facts }: RepresentationFacts): RepresentationType {
    const directed = directive && DirectiveType.of(directive);
    return Object.assign(new RepresentationType(), { ...facts, directive: directed, at: new Date(at) });
  }
}
