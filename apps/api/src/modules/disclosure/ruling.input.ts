import type { RulingOnField, RulingOnRecord } from '@habeas/core';
import type { RedactionGrounds, RedactionReason, ThirdPartyDecision } from '@habeas/core/law';
import { Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import { DateTime } from '../../platform/date-time.scalar.js';
import { given } from '../../platform/given.js';
import { words } from '../../platform/words.js';

type Decision = RulingOnField['decision'];

const Involvements = words<ThirdPartyDecision['involvement']>({ author: true, recipient: true, mentioned: true });
export const Outcomes = words<ThirdPartyDecision['outcome']>({ disclose: true, redact: true, withhold: true });
const Prevailing = words<NonNullable<ThirdPartyDecision['balance']>['prevails']>({ subject: true, other: true });

export const RedactionReasons = words<RedactionReason>({
  third_party: true,
  secrecy_of_correspondence: true,
  trade_secret: true,
  intellectual_property: true,
  staff_identity: true,
});

registerEnumType(RedactionReasons, {
  name: 'RedactionReason',
  description: 'Why something is hidden: the mark says it. That data are the property of the controller is no reason.',
});
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

/** A decision under Art. 15(4) GDPR with the answers to its three questions, about whatever a subclass names. */
@InputType({ isAbstract: true })
class DecisionInput {
  @Field(() => String)
  readonly source!: string;

  @Field(() => String)
  readonly collection!: string;

  @Field(() => Involvements)
  readonly involvement!: ThirdPartyDecision['involvement'];

  @Field(() => Outcomes)
  readonly outcome!: ThirdPartyDecision['outcome'];

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

@InputType('RulingInput', { description: 'A decision under Art. 15(4), with the answers to its three questions.' })
export class RulingInput extends DecisionInput {
  @Field(() => String)
  readonly field!: string;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Of a redaction in free text: hide only what is found of other people, and show the rest. By default all is hidden.',
  })
  readonly onlyOthers?: boolean | null;
}

@InputType('TextSpanInput', { description: 'A stretch of a text in UTF-16 code units: of the text itself, not of its JSON.' })
export class TextSpanInput {
  @Field(() => Int)
  readonly start!: number;

  @Field(() => Int, { description: 'The first that is shown again.' })
  readonly end!: number;
}

@InputType('ProtectedInterestInput', { description: 'Whose secret or work it is. The subject gets to read it.' })
export class ProtectedInterestInput {
  @Field(() => String)
  readonly holder!: string;

  @Field(() => String, { description: 'What its disclosure would do to the holder.' })
  readonly why!: string;
}

@InputType('RecordRulingInput', {
  description: 'What to hide of one record, or to show again. A later ruling on the same takes the place of an earlier one.',
})
export class RecordRulingInput extends DecisionInput {
  @Field(() => ID, { description: 'As the findings have it.' })
  readonly recordId!: string;

  @Field(() => String, { nullable: true, description: 'Without one the whole record is withheld, but for its key.' })
  readonly field?: string | null;

  @Field(() => [TextSpanInput], { nullable: true, description: "Of the field's text. Without them its whole value is hidden." })
  readonly spans?: readonly TextSpanInput[] | null;

  @Field(() => RedactionReasons, { defaultValue: 'third_party' })
  readonly reason!: RedactionReason;

  @Field(() => ProtectedInterestInput, { nullable: true, description: 'Of a trade secret, and of intellectual property.' })
  readonly interest?: ProtectedInterestInput | null;
}

/** The ruling on a record that an input stands for. */
export function recordRulingOf(input: RecordRulingInput, recordedBy: string): RulingOnRecord {
  const { source, collection, recordId, field, spans, reason, interest } = input;
  const place = { source, collection, recordId, ...given({ field }) };
  const chosen = spans && spans.map(({ start, end }) => ({ start, end }));
  return { ...place, ...given({ spans: chosen }), grounds: groundsOf(reason, interest), decision: decisionOf(input, recordedBy) };
}

/** Without an interest nobody holds it, and core says so. */
function groundsOf(reason: RedactionReason, interest: ProtectedInterestInput | null | undefined): RedactionGrounds {
  if (reason !== 'trade_secret' && reason !== 'intellectual_property') return { reason };
  return { reason, interest: { holder: interest?.holder ?? '', why: interest?.why ?? '' } };
}

/** The ruling that an input stands for; a consent is noted by whoever sends it. */
export function rulingOf(input: RulingInput, recordedBy: string): RulingOnField {
  const { source, collection, field, onlyOthers } = input;
  return { source, collection, field, decision: decisionOf(input, recordedBy), onlyOthers: onlyOthers === true };
}

function decisionOf(input: DecisionInput, recordedBy: string): Decision {
  const { involvement, outcome, consentGivenAt, adverseEffect, balance, redaction, rebuttal } = input;
  const consent = consentGivenAt && { givenAt: consentGivenAt.toISOString(), recordedBy };
  const answers = {
    adverseEffect: adverseEffect && { isConcrete: adverseEffect.isConcrete, ...given({ what: adverseEffect.what }) },
    balance: balance && { prevails: balance.prevails, why: balance.why },
    redaction: redaction && { reconciles: redaction.reconciles, ...given({ why: redaction.why }) },
  };
  return { involvement, outcome, ...given({ consent, ...answers, rebuttal }) };
}
