import {
  explainGate,
  type FieldRuling,
  type GateDecision,
  type GatePlace,
  type GateReason,
  type Language,
  type RetentionStatus,
  type RetentionTally,
} from '@habeas/core/law';
import { Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { LocalDate } from '../../platform/local-date.scalar.js';
import { Shown } from '../../platform/shown.js';
import { words } from '../../platform/words.js';

export const Releases = words<GateDecision['release']>({ automatic: true, dpo: true });
export const Answers = words<GateDecision['answer']>({ copy: true, negative: true });
export const FieldRulings = words<FieldRuling['ruling']>({ disclose: true, redact: true, redact_others: true });
export const RetentionStatuses = words<RetentionStatus>({
  running: true,
  expires_soon: true,
  overdue: true,
  legal_hold: true,
  ongoing_relationship: true,
  indeterminate: true,
});

registerEnumType(Releases, { name: 'Release', description: 'Whether an answer may go out by itself, or waits for a DPO.' });
registerEnumType(Answers, { name: 'AnswerKind', description: 'A copy of what is held, or that nothing is.' });
registerEnumType(FieldRulings, {
  name: 'FieldRulingKind',
  description: '`redact_others`: of a free text only what is found in it of other people.',
});
registerEnumType(RetentionStatuses, { name: 'RetentionStatus' });

@ObjectType('GatePlace', { description: 'Where something stands that a DPO has to look at, and how much of it.' })
export class GatePlaceType {
  @Shown('request.read', () => String)
  readonly source!: string;

  @Shown('request.read', () => String)
  readonly collection!: string;

  @Shown('request.read', () => String, { nullable: true })
  readonly field?: string | undefined;

  @Shown('request.read', () => Int)
  readonly count!: number;

  static of({ source, collection, field, count }: GatePlace): GatePlaceType {
    return Object.assign(new GatePlaceType(), { source, collection, field, count });
  }
}

@ObjectType('GateReason', { description: 'Why an answer does not go out by itself, and what to do about it.' })
export class GateReasonType {
  @Shown('request.read', () => String, { description: 'Stable, for programs: `third-party-data`, `unknown-code` …' })
  readonly code!: string;

  @Shown('request.read', () => String)
  readonly what!: string;

  @Shown('request.read', () => String)
  readonly remedy!: string;

  @Shown('request.read', () => Int)
  readonly count!: number;

  @Shown('request.read', () => [GatePlaceType], { description: 'Empty where it is a matter of the request as a whole.' })
  readonly places!: readonly GatePlaceType[];

  static of(reason: GateReason, language: Language): GateReasonType {
    const { code, count, places } = reason;
    const told = { code, count, places: places.map((place) => GatePlaceType.of(place)) };
    return Object.assign(new GateReasonType(), told, explainGate(reason, language));
  }
}

@ObjectType('Gate', { description: 'Whether the finished answer may go out by itself, and what stands in the way.' })
export class GateType {
  @Shown('request.read', () => Releases)
  readonly release!: string;

  @Shown('request.read', () => Answers)
  readonly answer!: string;

  @Shown('request.read', () => [GateReasonType])
  readonly reasons!: readonly GateReasonType[];

  static of(gate: GateDecision, language: Language): GateType {
    const reasons = gate.release === 'dpo' ? gate.reasons.map((reason) => GateReasonType.of(reason, language)) : [];
    return Object.assign(new GateType(), { release: gate.release, answer: gate.answer, reasons });
  }
}

@ObjectType('RetentionCount')
export class RetentionCountType {
  @Shown('request.read', () => RetentionStatuses)
  readonly status!: string;

  @Shown('request.read', () => Int)
  readonly records!: number;
}

@ObjectType('Retention', { description: 'How long the records of one collection are kept that were found. For the DPO.' })
export class RetentionType {
  @Shown('request.read', () => String)
  readonly source!: string;

  @Shown('request.read', () => String)
  readonly collection!: string;

  @Shown('request.read', () => String, { description: 'The activity of the register whose rule it is.' })
  readonly activity!: string;

  @Shown('request.read', () => [RetentionCountType], { description: 'Without those of which there are none.' })
  readonly counts!: readonly RetentionCountType[];

  @Shown('request.read', () => LocalDate, { nullable: true, description: 'Since when the first of those that are overdue is.' })
  readonly overdueSince?: string | undefined;

  static of({ source, collection, activity, counts, earliestExpiry }: RetentionTally): RetentionType {
    const told = Object.entries(counts).flatMap(([status, records]) => (records === 0 ? [] : [{ status, records }]));
    return Object.assign(new RetentionType(), { source, collection, activity, counts: told, overdueSince: earliestExpiry });
  }
}

@ObjectType('FieldRuling', { description: 'What a person ruled on a field in which somebody else may be named.' })
export class FieldRulingType {
  @Shown('request.read', () => String)
  readonly source!: string;

  @Shown('request.read', () => String)
  readonly collection!: string;

  @Shown('request.read', () => String)
  readonly field!: string;

  @Shown('request.read', () => FieldRulings)
  readonly ruling!: string;

  static of(ruling: FieldRuling): FieldRulingType {
    return Object.assign(new FieldRulingType(), ruling);
  }
}
