import type { RulingOnField } from '@habeas/core';
import type { ThirdPartyDecision } from '@habeas/core/law';
import { Field, InputType, registerEnumType } from '@nestjs/graphql';
import { DateTime } from '../../platform/date-time.scalar.js';
import { given } from '../../platform/given.js';
import { words } from '../../platform/words.js';

type Decision = RulingOnField['decision'];

const Involvements = words<ThirdPartyDecision['involvement']>({ author: true, recipient: true, mentioned: true });
const Outcomes = words<ThirdPartyDecision['outcome']>({ disclose: true, redact: true, withhold: true });
const Prevailing = words<NonNullable<ThirdPartyDecision['balance']>['prevails']>({ subject: true, other: true });

registerEnumType(Involvements, {
  name: 'Involvement',
  description: 'What the subject has to do with what they are not alone in.',
});
registerEnumType(Outcomes, { name: 'ThirdPartyOutcome' });
registerEnumType(Prevailing, { name: 'Prevailing' });

@InputType('AdverseEffectInput', { description: 'First question: is there a concrete adverse effect on the other person?' })
export class AdverseEffectInput {
  @Field(() => Boolean)
  readonly isConcrete!: boolean;

  @Field(() => String, { nullable: true, description: 'Which, where there is one.' })
  readonly what?: string | null;
}

@InputType('BalanceInput', { description: 'Second question: whose rights prevail?' })
export class BalanceInput {
  @Field(() => Prevailing)
  readonly prevails!: 'subject' | 'other';

  @Field(() => String)
  readonly why!: string;
}

@InputType('ReconciliationInput', { description: 'Third question: would a redaction reconcile both?' })
export class ReconciliationInput {
  @Field(() => Boolean)
  readonly reconciles!: boolean;

  @Field(() => String, { nullable: true, description: 'Why it would not do.' })
  readonly why?: string | null;
}

@InputType('RulingInput', { description: 'A decision under Art. 15(4), with the answers to its three questions.' })
export class RulingInput {
  @Field(() => String)
  readonly source!: string;

  @Field(() => String)
  readonly collection!: string;

  @Field(() => String)
  readonly field!: string;

  @Field(() => Involvements)
  readonly involvement!: ThirdPartyDecision['involvement'];

  @Field(() => Outcomes)
  readonly outcome!: ThirdPartyDecision['outcome'];

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Of a redaction in free text: hide only what is found of other people, and show the rest. By default all is hidden.',
  })
  readonly onlyOthers?: boolean | null;

  @Field(() => DateTime, { nullable: true, description: 'When the other person consented to the disclosure.' })
  readonly consentGivenAt?: Date | null;

  @Field(() => AdverseEffectInput, { nullable: true })
  readonly adverseEffect?: AdverseEffectInput | null;

  @Field(() => BalanceInput, { nullable: true })
  readonly balance?: BalanceInput | null;

  @Field(() => ReconciliationInput, { nullable: true })
  readonly redaction?: ReconciliationInput | null;

  @Field(() => String, { nullable: true, description: 'Why it is withheld although the subject wrote or received it.' })
  readonly rebuttal?: string | null;
}

/** The ruling that an input stands for; a consent is noted by whoever sends it. */
export function rulingOf(input: RulingInput, recordedBy: string): RulingOnField {
  const { source, collection, field, involvement, outcome, consentGivenAt, adverseEffect, balance, redaction, rebuttal } = input;
  const consent = consentGivenAt && { givenAt: consentGivenAt.toISOString(), recordedBy };
  const answers = {
    adverseEffect: adverseEffect && { isConcrete: adverseEffect.isConcrete, ...given({ what: adverseEffect.what }) },
    balance: balance && { prevails: balance.prevails, why: balance.why },
    redaction: redaction && { reconciles: redaction.reconciles, ...given({ why: redaction.why }) },
  };
  const decision: Decision = { involvement, outcome, ...given({ consent, ...answers, rebuttal }) };
  return { source, collection, field, decision, onlyOthers: input.onlyOthers === true };
}
